extension NaiveCase {
  private static let attributions = [
    "notNamed", "chosenName", "firstName", "firstNameAndTown", "fullName",
  ]

  /// The places, in recorded order, of the consents that cover a session all by themselves.
  func covering(_ session: Placed) -> [Int] {
    let consents = standing.consents ?? []
    return consents.indices.filter { index in
      let consent = consents[index]
      guard consent.story == request.story,
        consent.organisations.contains(request.organisation),
        consent.purposes.contains(session.purpose),
        consent.channels.contains(session.channel),
        consent.audiences.contains(session.audience),
        let asked = Self.attributions.firstIndex(of: session.attribution),
        let given = Self.attributions.firstIndex(of: consent.attribution)
      else { return false }
      if asked > given { return false }
      if session.recorded && !(consent.recording ?? false) { return false }
      if session.kind == "exposure" && !(consent.reuse ?? false) { return false }
      return true
    }
  }

  /// Of those, the ones that no revocation takes away for this session.
  func unrevoked(_ session: Placed) -> [Int] {
    covering(session).filter { index in
      !(standing.revocations ?? []).contains { takesAway($0, consent: index, for: session) }
    }
  }

  private func takesAway(
    _ revocation: NaiveWorld.Revocation, consent index: Int, for session: Placed
  ) -> Bool {
    let consent = (standing.consents ?? [])[index]
    if let scope = revocation.scope {
      if let name = scope.consent, name != consent.id { return false }
      if let name = scope.story, name != request.story { return false }
      if let name = scope.purpose, name != session.purpose { return false }
      if let name = scope.channel, name != session.channel { return false }
      if let name = scope.organisation, name != request.organisation { return false }
    }
    return index < revocation.consentsBefore || consent.given.number < revocation.day.number
  }

  /// Unrevoked consents exist, but none holds today, or none holds on every day of the session.
  func notInForce(_ session: Placed) -> Bool {
    let left = unrevoked(session)
    if left.isEmpty { return false }
    let holdsToday = left.contains { inForce($0, from: today, to: today) }
    return !holdsToday || inForceThroughout(session).isEmpty
  }

  /// Covering, unrevoked consents in force on every day of the session.
  func inForceThroughout(_ session: Placed) -> [Int] {
    unrevoked(session).filter { inForce($0, from: session.first, to: session.last) }
  }

  private func inForce(_ index: Int, from first: Int, to last: Int) -> Bool {
    let consent = (standing.consents ?? [])[index]
    return (first...last).allSatisfy { consent.from.number <= $0 && $0 <= consent.until.number }
  }
}
