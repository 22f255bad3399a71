/// A peer's asks, bookings and uses, as the entries add up.
public struct Bookings: Hashable, Sendable {
  /// Every engagement, in the order recorded.
  public private(set) var engagements: [EngagementRecord] = []
  /// The peer's answers, by the engagement they are to.
  public private(set) var answers: [EngagementID: Answered] = [:]
  /// The confirmed sessions that organisers have cancelled, in the order recorded.
  public private(set) var cancellations: [OrganiserCancellation] = []
  /// The uses that the peer says weren't so; they rest the peer still.
  public private(set) var disputes: [UseID: Dispute] = [:]

  /// The uses that the organiser has cancelled, wherever they stood by then: so an asker reads what
  /// they did themself, also of a no that they haven't been told of.
  public private(set) var cancelledByAsker: Set<UseID> = []

  private var places: [EngagementID: Int] = [:]

  /// An answer with its day.
  public struct Answered: Hashable, Sendable {
    /// What the peer said; a yes to a part is a yes.
    public let answer: Answer
    /// On which day.
    public let day: Day
  }

  /// None yet.
  public init() {}

  /// The engagement of that id, if there is one.
  public subscript(_ id: EngagementID) -> EngagementRecord? {
    places[id].map { engagements[$0] }
  }

  mutating func add(_ engagement: EngagementRecord) {
    places[engagement.id] = engagements.count
    engagements.append(engagement)
  }

  mutating func answer(_ id: EngagementID, _ answer: Answer, on day: Day) {
    answers[id] = Answered(answer: answer, day: day)
    move(id, answer == .yes ? .confirm : .decline)
  }

  /// Moves the sessions that can take a step; those that can't stay where they are.
  mutating func move(_ id: EngagementID, _ step: SessionMove, _ sessions: [Int]? = nil) {
    guard let place = places[id] else { return }
    for index in engagements[place].sessions.indices
    where sessions?.contains(index) ?? true
      && step.from.contains(engagements[place].sessions[index].state)
    {
      engagements[place].sessions[index].state = step.to
    }
  }

  /// Takes a step; gives the engagement touched, if any.
  mutating func apply(_ step: BookingStep) -> EngagementID? {
    switch step {
    case .answeredInPart(let id, let sessions, let day):
      answers[id] = Answered(answer: .yes, day: day)
      move(id, .confirm, sessions)
      // What was not accepted is let go: neither a decline nor a lapse.
      let rest = self[id]?.sessions.indices.filter { self[id]?.sessions[$0].state == .held }
      move(id, .letGo, rest)
      return id
    case .endedEarly(let id, let session, _):
      move(id, .endEarly, [session])
      move(id, .letGo, self[id]?.sessions(after: session) ?? [])
      return id
    case .didNotTakePlace(let id, let sessions, _):
      move(id, .missOut, sessions)
      return id
    case .cancelledByPeer(let id, let sessions, _):
      move(id, .cancelByPeer, sessions)
      return id
    case .cancelledByOrganiser(let id, let sessions, let day):
      noteCancellation(of: id, sessions, on: day)
      for place in sessions {
        guard let all = self[id]?.sessions, all.indices.contains(place) else { continue }
        cancelledByAsker.insert(all[place].use)
      }
      move(id, .cancelByOrganiser, sessions)
      return id
    case .amended(let engagement, let day):
      let dropped = engagement.sessions.indices.filter {
        engagement.sessions[$0].state == .cancelledByOrganiser
      }
      noteCancellation(of: engagement.id, dropped, on: day)
      replace(engagement)
      return engagement.id
    case .corrected(let engagement, _):
      replace(engagement)
      return engagement.id
    case .disputed(let use, let day):
      if disputes[use] == nil { disputes[use] = Dispute(day: day) }
      return nil
    case .disputeAnswered(let use, let organisation, let words, let day):
      disputes[use]?.answers.append(
        Dispute.Answer(organisation: organisation, words: words, day: day))
      return nil
    }
  }

  /// The same as one organisation may know it: first asks of its own only by a yes, and a no that
  /// isn't told yet as if it waited.
  ///
  /// So what it may ask for next doesn't show what has become of what it asked for before.
  mutating func hide(
    from organisation: OrganisationID, on today: Day, untilReplyEnds: Bool
  ) {
    guard
      engagements.contains(where: {
        $0.organisation == organisation && $0.askedOn != nil && answers[$0.id]?.answer != .yes
      })
    else { return }
    var kept: [EngagementRecord] = []
    for var engagement in engagements {
      if engagement.organisation == organisation, answers[engagement.id]?.answer != .yes {
        if engagement.origin == .firstAsked { continue }
        if untilReplyEnds, let until = engagement.replyUntil, today <= until,
          answers.removeValue(forKey: engagement.id) != nil
        {
          for index in engagement.sessions.indices
          where engagement.sessions[index].state == .declined {
            engagement.sessions[index].state = .held
          }
        }
      }
      kept.append(engagement)
    }
    engagements = kept
    places = [:]
    for (place, engagement) in kept.enumerated() { places[engagement.id] = place }
  }

  /// Keeps which confirmed sessions an organiser has cancelled, as their fee may stay due.
  private mutating func noteCancellation(of id: EngagementID, _ sessions: [Int], on day: Day) {
    guard let engagement = self[id] else { return }
    let confirmed = sessions.filter {
      engagement.sessions.indices.contains($0) && engagement.sessions[$0].state == .confirmed
    }
    guard !confirmed.isEmpty else { return }
    cancellations.append(OrganiserCancellation(engagement: id, sessions: confirmed, day: day))
  }

  private mutating func replace(_ engagement: EngagementRecord) {
    // One that was recorded afterwards may be taken from a store later, as it then stands.
    if let place = places[engagement.id] { engagements[place] = engagement }
  }
}

extension EngagementRecord {
  /// The places of the sessions that come after one of them.
  func sessions(after place: Int) -> [Int] {
    guard sessions.indices.contains(place) else { return [] }
    let day = sessions[place].first
    return sessions.indices.filter {
      // On one day the order in which they were asked for is the order of the day.
      day < sessions[$0].first || (day == sessions[$0].first && place < $0)
    }
  }
}
