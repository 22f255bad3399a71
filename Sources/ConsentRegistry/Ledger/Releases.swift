extension PeerRecord {
  /// Whether some consent that names an organisation has not been withdrawn as a whole.
  func isKnown(to organisation: OrganisationID) -> Bool {
    consents.enumerated().contains { place, consent in
      consent.organisations.contains(organisation)
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
      return !consents.enumerated().contains { place, consent in
        consent.covers(session, of: request) && consent.from <= days.first
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
