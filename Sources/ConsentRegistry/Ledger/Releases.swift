extension PeerRecord {
  /// The booked sessions, from a day on, that no consent covers any more: they are let go at once.
  ///
  /// Neither a release nor what follows from it is a decline.
  public func sessionsNoLongerCovered(from day: Day) -> [Happening] {
    releases(from: day) { engagement, index in
      guard let request = engagement.request, request.sessions.indices.contains(index) else {
        return false
      }
      let session = request.sessions[index]
      return !consents.enumerated().contains { place, consent in
        consent.covers(session, of: request)
          && !revocations.contains {
            $0.takesAway(consent, at: place, for: session, of: request)
          }
      }
    }
  }

  /// The booked sessions, from a day on, that a pause covers: they are let go.
  public func sessionsInside(_ pause: Pause, from day: Day) -> [Happening] {
    releases(from: day) { engagement, index in
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
        return (state == .held || state == .confirmed)
          && engagement.sessions[index].last >= day && isLetGo(engagement, index)
      }
      return sessions.isEmpty ? nil : .released(engagement.id, sessions: sessions, day: day)
    }
  }
}
