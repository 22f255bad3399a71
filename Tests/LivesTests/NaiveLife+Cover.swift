import ConsentRegistry

extension NaiveLife {
  /// Whether one consent alone covers a session on its days, and no withdrawal takes it away.
  ///
  /// A consent for one use alone covers no other.
  func isCovered(
    _ asked: AskedSession, of request: UseRequest, on days: ClosedRange<Int>,
    as id: EngagementID? = nil
  ) -> Bool {
    for (place, consent) in consents.enumerated() {
      guard consent.onlyFor == nil || consent.onlyFor == id, consent.story == request.story,
        consent.organisations.contains(request.organisation),
        consent.purposes.words.contains(asked.purpose),
        consent.channels.words.contains(asked.channel),
        consent.audiences.words.contains(asked.audience),
        asked.attribution.rawValue <= consent.attribution.rawValue,
        consent.from.number <= days.lowerBound, days.upperBound <= consent.until.number
      else { continue }
      switch asked.time {
      case .telling(_, _, let recorded): if recorded, !consent.recording { continue }
      case .exposure: if !consent.reuse { continue }
      }
      let isTakenAway = withdrawals.contains { withdrawal in
        reaches(withdrawal, consent, at: place)
          && matches(withdrawal.scope, asked, request, consent)
      }
      if !isTakenAway { return true }
    }
    return false
  }

  /// Whether some consent still names an organisation, and isn't withdrawn as a whole.
  func isKnown(to organisation: OrganisationID) -> Bool {
    consents.enumerated().contains { place, consent in
      consent.onlyFor == nil && consent.organisations.contains(organisation)
        && !withdrawals.contains { withdrawal in
          let scope = withdrawal.scope
          return reaches(withdrawal, consent, at: place) && scope.purpose == nil
            && scope.channel == nil && scope.consent ?? consent.id == consent.id
            && scope.story ?? consent.story == consent.story
            && scope.organisation ?? organisation == organisation
        }
    }
  }

  /// Whether a withdrawal has reached a first ask since first asks were let through.
  func isFirstAskGone(_ asked: AskedSession, of request: UseRequest) -> Bool {
    guard let before = firstAsks[request.organisation] else { return true }
    return withdrawals.dropFirst(before).contains { withdrawal in
      let scope = withdrawal.scope
      if let consent = scope.consent.flatMap({ id in consents.first { $0.id == id } }),
        !consent.covers(asked, of: request)
      {
        return false
      }
      return scope.story ?? request.story == request.story
        && scope.organisation ?? request.organisation == request.organisation
        && scope.purpose ?? asked.purpose == asked.purpose
        && scope.channel ?? asked.channel == asked.channel
    }
  }

  /// Whether a pause holds a day of a range.
  func isPaused(_ days: ClosedRange<Int>) -> Bool {
    pauses.contains { $0.from <= days.upperBound && days.lowerBound <= $0.until ?? .max }
  }

  /// Whether a withdrawal acts on a consent: recorded before it, or given before its day.
  private func reaches(_ withdrawal: Withdrawal, _ consent: Consent, at place: Int) -> Bool {
    place < withdrawal.before || consent.given.number < withdrawal.day
  }

  private func matches(
    _ scope: Revocation.Scope, _ asked: AskedSession, _ request: UseRequest, _ consent: Consent
  ) -> Bool {
    if let named = scope.consent, named != consent.id { return false }
    if let named = scope.story, named != request.story { return false }
    if let named = scope.purpose, named != asked.purpose { return false }
    if let named = scope.channel, named != asked.channel { return false }
    if let named = scope.organisation, named != request.organisation { return false }
    return true
  }
}
