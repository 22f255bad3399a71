extension PeerRecord {
  /// Whether some consent that names an organisation has not been withdrawn as a whole.
  ///
  /// A consent for one use alone doesn't make the peer known: the organisation learns of that
  /// booking, and of nothing else. Asked about any other use, the peer reads like one who never
  /// consented: where home is, what they do without, or whether a pause runs stays theirs. Nor
  /// does one that had ended when it came over from another record.
  func isKnown(to organisation: OrganisationID) -> Bool {
    consents.enumerated().contains { place, consent in
      consent.onlyFor == nil && consent.organisations.contains(organisation)
        && !joining.endedBefore.contains(place)
        && !revocations.takeAwayWhole(consent, at: place, from: organisation)
    }
  }

  /// Whether a consent, by its place in the order recorded, has been withdrawn as a whole.
  public func isWithdrawn(consentAt place: Int) -> Bool {
    consents[place].organisations.allSatisfy {
      revocations.takeAwayWhole(consents[place], at: place, from: $0)
    }
  }

  /// The booked sessions still to come that no consent covers any more: they are let go at once.
  ///
  /// A talk at 10:00: withdrawn at 7:00 on that very day, it is let go; withdrawn at 10:05 it has
  /// begun. Neither a release nor what follows from it is a decline.
  public func sessionsNoLongerCovered(at now: Instant) -> [Happening] {
    releases(at: now) { isAhead($0, $1, at: now) && !isCovered($0, $1) }
  }

  /// The agreed sessions that no consent covers any more, and that have begun and aren't over by
  /// the end of this day: nothing of them is let go.
  func begunSessionsNoLongerCovered(at now: Instant) -> [Happening] {
    let today = zone.day(at: now)
    return releases(at: now) { engagement, place in
      engagement.sessions[place].last >= today && !isAhead(engagement, place, at: now)
        && !isCovered(engagement, place)
    }
  }

  /// The booked sessions still to come that a pause covers: they are let go, unless the peer keeps
  /// them.
  public func sessionsInside(
    _ pause: Pause, at now: Instant, keeping kept: Set<EngagementID> = []
  ) -> [Happening] {
    releases(at: now) { engagement, place in
      guard !kept.contains(engagement.id) else { return false }
      let session = engagement.sessions[place]
      return pause.touches(session.first, session.last) && isAhead(engagement, place, at: now)
    }
  }

  private func isCovered(_ engagement: EngagementRecord, _ place: Int) -> Bool {
    guard let request = engagement.request, request.sessions.indices.contains(place) else {
      return true
    }
    let session = request.sessions[place]
    let days = engagement.sessions[place]
    if engagement.origin == .firstAsked, days.state == .held {
      // No consent covers a first ask before the yes.
      return !isFirstAskWithdrawn(session, of: request)
    }
    return consents.enumerated().contains { place, consent in
      consent.isFor(engagement.id) && consent.covers(session, of: request)
        && consent.from <= days.first
        && days.last <= consent.until
        && !revocations.takeAway(consent, at: place, for: session, of: request)
    }
  }

  /// Whether a session is still to come: a telling until it starts, an exposure through its day.
  ///
  /// What was never agreed to can't have begun.
  private func isAhead(_ engagement: EngagementRecord, _ place: Int, at now: Instant) -> Bool {
    let session = engagement.sessions[place]
    if session.state == .held { return true }
    guard let request = engagement.request, request.sessions.indices.contains(place),
      case .telling(let start, _, _) = request.sessions[place].time
    else { return session.first >= zone.day(at: now) }
    return request.zone.moment(ofWallSeconds: start.wallSeconds) > now.seconds
  }

  private func releases(
    at now: Instant, _ isChosen: (EngagementRecord, Int) -> Bool
  ) -> [Happening] {
    let day = zone.day(at: now)
    return engagements.compactMap { engagement in
      let sessions = engagement.sessions.indices.filter { place in
        engagement.state(of: engagement.sessions[place], on: day).isBooked
          && isChosen(engagement, place)
      }
      return sessions.isEmpty ? nil : .released(engagement.id, sessions: sessions, day: day)
    }
  }
}
