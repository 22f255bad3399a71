extension PeerRecord {
  /// Whether withdrawals have taken away all that a placement rests on.
  ///
  /// A consent that merely ended takes nothing down: what went out while it ran may stay.
  /// A use that was asked for rests on the consents that covered it then: if fundraising is
  /// withdrawn on 9 June, its page of May must come down, and one for training stays.
  /// Of any other use only its story, purpose, channel and organisation are known; where even its
  /// purpose isn't, a withdrawal of one purpose leaves it.
  public func isWithdrawn(_ placement: Placement) -> Bool {
    if let covering = consentsBehind(placement) {
      return covering.allSatisfy { $0.isTakenAway }
    }
    return revocations.contains { reaches(placement, $0.scope) }
      && !consents.enumerated().contains { place, consent in
        consent.covers(placement)
          && !revocations.contains { $0.takesAway(consent, at: place, for: placement) }
      }
  }

  /// Whether a withdrawal's scope names what a placement is.
  func reaches(_ placement: Placement, _ scope: Revocation.Scope) -> Bool {
    let sides = Revocation.Scope(
      story: scope.story, purpose: scope.purpose, channel: scope.channel,
      organisation: scope.organisation)
    guard sides.matches(placement) else { return false }
    guard let id = scope.consent else { return true }
    return consents.contains { $0.id == id && $0.fits(placement) }
  }

  /// The consents that covered the use when it was asked for; nothing if none is known to have.
  private func consentsBehind(_ placement: Placement) -> [(consent: Consent, isTakenAway: Bool)]? {
    guard let (engagement, index) = use(placement.use), let request = engagement.request,
      request.sessions.indices.contains(index)
    else { return nil }
    let session = request.sessions[index]
    let days = engagement.sessions[index]
    let covering = consents.enumerated().filter { _, consent in
      consent.covers(session, of: request) && consent.from <= days.first
        && days.last <= consent.until
    }
    guard !covering.isEmpty else { return nil }
    return covering.map { place, consent in
      (consent, revocations.takeAway(consent, at: place, for: session, of: request))
    }
  }
}

extension Consent {
  /// Whether it is for such a thing, its days apart; an unknown purpose stands in no way.
  fileprivate func fits(_ placement: Placement) -> Bool {
    story == placement.story && organisations.contains(placement.organisation)
      && channels.contains(placement.channel)
      && (placement.purpose.map { purposes.contains($0) } ?? true)
  }

  /// Whether it covered such a thing on the day on which it was placed.
  fileprivate func covers(_ placement: Placement) -> Bool {
    fits(placement) && isInForce(on: placement.placedOn)
  }
}

extension Revocation {
  /// Whether it takes a consent away for a placement of which no request is known.
  fileprivate func takesAway(
    _ consent: Consent, at index: Int, for placement: Placement
  ) -> Bool {
    reaches(consent, at: index)
      && scope.matches(
        story: placement.story, organisation: placement.organisation, purpose: placement.purpose,
        channel: placement.channel, consent: consent)
  }
}

extension Revocation.Scope {
  fileprivate func matches(_ placement: Placement) -> Bool {
    (story == nil || story == placement.story)
      && (organisation == nil || organisation == placement.organisation)
      && (purpose == nil || purpose == placement.purpose)
      && (channel == nil || channel == placement.channel)
  }
}
