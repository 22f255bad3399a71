extension PeerRecord {
  /// Whether some consent that names an organisation has not been withdrawn as a whole.
  ///
  /// A consent for one use alone doesn't make the peer known: the organisation learns of that
  /// booking, and of nothing else. Asked about any other use, the peer reads like one who never
  /// consented: where home is, what they do without, or whether a pause runs stays theirs.
  func isKnown(to organisation: OrganisationID) -> Bool {
    consents.enumerated().contains { place, consent in
      consent.onlyFor == nil && consent.organisations.contains(organisation)
        && !revocations.takeAwayWhole(consent, at: place, from: organisation)
    }
  }

  /// Whether a consent, by its place in the order recorded, has been withdrawn as a whole.
  public func isWithdrawn(consentAt place: Int) -> Bool {
    consents[place].organisations.allSatisfy {
      revocations.takeAwayWhole(consents[place], at: place, from: $0)
    }
  }

  /// The booked sessions after a day that no consent covers any more: they are let go at once.
  ///
  /// Neither a release nor what follows from it is a decline.
  public func sessionsNoLongerCovered(from day: Day) -> [Happening] {
    releases(from: day) { engagement, index in
      guard let request = engagement.request, request.sessions.indices.contains(index) else {
        return false
      }
      let session = request.sessions[index]
      let days = engagement.sessions[index]
      if engagement.origin == .firstAsked, days.state == .held {
        // No consent covers a first ask before the yes.
        return isFirstAskWithdrawn(session, of: request)
      }
      return !consents.enumerated().contains { place, consent in
        consent.isFor(engagement.id) && consent.covers(session, of: request)
          && consent.from <= days.first
          && days.last <= consent.until
          && !revocations.takeAway(consent, at: place, for: session, of: request)
      }
    }
  }

  /// The booked sessions after a day that a pause covers: they are let go, unless the peer keeps them.
  public func sessionsInside(
    _ pause: Pause, from day: Day, keeping kept: Set<EngagementID> = []
  ) -> [Happening] {
    releases(from: day) { engagement, index in
      guard !kept.contains(engagement.id) else { return false }
      let session = engagement.sessions[index]
      return pause.touches(session.first, session.last)
    }
  }

  private func releases(
    from day: Day, _ isLetGo: (EngagementRecord, Int) -> Bool
  ) -> [Happening] {
    engagements.compactMap { engagement in
      let sessions = engagement.sessions.indices.filter { index in
        let state = engagement.state(of: engagement.sessions[index], on: day)
        // What is on that very day may have taken place already.
        return state.isBooked && engagement.sessions[index].first > day
          && isLetGo(engagement, index)
      }
      return sessions.isEmpty ? nil : .released(engagement.id, sessions: sessions, day: day)
    }
  }
}
