extension PeerRecord {
  /// What the rules see on a day.
  ///
  /// - Parameters:
  ///   - today: the peer's home day.
  ///   - policy: the registry's policy that binds that day.
  ///   - request: what is decided, if the rules that the peer has set aside for it are to be so.
  ///   - engagement: the booking that is decided anew, if it is one.
  ///   - isEdit: whether it is an edit of that booking: a consent for that use alone covers no other,
  ///     be it the same one changed.
  /// - Returns: the standing, with this record's revision.
  public func standing(
    on today: Day, policy: Policy, for request: UseRequest? = nil,
    of engagement: EngagementID? = nil, isEdit: Bool = false
  ) -> Standing {
    let own = limits.inForce(on: today, over: policy)
    return Standing(
      zone: zone, boundaries: boundaries,
      consents: consents(for: isEdit ? nil : engagement),
      revocations: revocations,
      pauses: pauses, notBefore: notBefore, limits: own, ties: ties,
      independentContact: independentContact, waives: waives,
      engagements: engagements.map { $0.seen(on: today) }, asks: asks,
      quiet: quiet(on: today, policy: policy.merged(with: own)).map(\.period),
      careOverdue: careOverdue(on: today, policy: policy.merged(with: own)),
      payOverdue: payOverdue(on: today, policy: policy.merged(with: own)),
      released: placements.released, ownTellings: ownTellings,
      exceptions: request.map { exceptions(for: $0, on: today, of: engagement) } ?? [],
      refusesInTheRoom: refusesInTheRoom(on: today), revision: revision)
  }

  /// The consents; those given for another use alone, and those that had ended when they came over
  /// from another record, naming nobody.
  private func consents(for engagement: EngagementID?) -> [Consent] {
    guard !joining.endedBefore.isEmpty || !consents.allSatisfy({ $0.isFor(engagement) }) else {
      return consents
    }
    return consents.enumerated().map { place, consent in
      consent.isFor(engagement) && !joining.endedBefore.contains(place) ? consent : consent.emptied
    }
  }
}
