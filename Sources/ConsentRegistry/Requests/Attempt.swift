/// A request that was held back, as it is listed for the peer, who may take it up.
public struct Attempt: Hashable, Sendable {
  /// 1, 2, 3 … in the order in which they were made.
  public let number: Int
  /// Who asked, when, and for what.
  public let ask: HeldBackAsk
  /// The booking that it became, once the peer has taken it up.
  public let takenUpAs: EngagementID?
  /// The same asked again, and waiting or booked: a block isn't told twice.
  public let askedAgainAs: EngagementID?
  /// The rules that the peer has set aside for it, in force or not yet.
  public let setAside: Set<RuleCode>
  /// Whether the independent contact's word is still wanted for some of them.
  public let waitsForContact: Bool
  /// The day from which all that was set aside is in force, if nothing more is wanted.
  public let exceptionsFrom: Day?
}

extension PeerRecord {
  /// The requests that weren't put to the peer, numbered in the order in which they were made, as
  /// they stand on a day.
  public func attempts(on today: Day) -> [Attempt] {
    heldBack.indices.map { attempt(at: $0, on: today) }
  }

  /// The attempt of a number as it stands on a day, if there is one.
  public func attempt(_ number: Int, on today: Day) -> Attempt? {
    heldBack.indices.contains(number - 1) ? attempt(at: number - 1, on: today) : nil
  }

  private func attempt(at place: Int, on today: Day) -> Attempt {
    let ask = heldBack[place]
    let set = asking.exceptions[place + 1] ?? []
    let from = set.map { inForce($0, for: ask.request) }
    let takenUp = asking.takenUp[place + 1]
    let again = booking(of: ask.request, on: today)
    return Attempt(
      number: place + 1, ask: ask, takenUpAs: takenUp,
      askedAgainAs: again == takenUp ? nil : again,
      setAside: set.reduce(into: []) { $0.formUnion($1.rules) },
      waitsForContact: from.contains(nil),
      exceptionsFrom: from.contains(nil) ? nil : from.compactMap { $0 }.max())
  }

  /// The rules that the peer has set aside for a request, and that are so on a day.
  ///
  /// Set aside on 4 May, in force from 5 May; where the organisation is more to the peer than a
  /// host, from the day after the independent contact's word too. They hold for the attempt and
  /// for an equal request sent again, until one of them is booked: a block isn't told twice.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - today: the peer's home day.
  ///   - engagement: the booking that is being decided anew, if it is one.
  /// - Returns: rules that allow an exception; most often none.
  public func exceptions(
    for request: UseRequest, on today: Day, of engagement: EngagementID? = nil
  ) -> Set<RuleCode> {
    guard !asking.exceptions.isEmpty,
      booking(of: request, besides: engagement, on: today) == nil
    else { return [] }
    var rules: Set<RuleCode> = []
    for (number, settings) in asking.exceptions {
      guard heldBack.indices.contains(number - 1),
        heldBack[number - 1].request.asksTheSame(as: request)
      else { continue }
      for set in settings where inForce(set, for: request).map({ $0 <= today }) ?? false {
        rules.formUnion(set.rules)
      }
    }
    return rules
  }

  /// Whether what an organisation asks needs the independent contact's word to set a rule aside.
  public func needsContact(for request: UseRequest) -> Bool {
    !(ties[request.organisation] ?? []).isEmpty || !request.relations.isEmpty
  }

  /// The first day on which rules set aside are so; nothing while the contact's word is wanted.
  func inForce(_ set: Asking.SetAside, for request: UseRequest) -> Day? {
    guard needsContact(for: request) else { return set.day.adding(1) }
    return set.confirmedOn.map { max($0, set.day).adding(1) }
  }

  private func booking(
    of request: UseRequest, besides engagement: EngagementID? = nil, on today: Day
  ) -> EngagementID? {
    engagements.first { booked in
      booked.id != engagement && booked.request?.asksTheSame(as: request) ?? false
        && booked.sessions.contains { booked.state(of: $0, on: today).counts }
    }?.id
  }
}

extension UseRequest {
  /// Whether another request asks for the same block on the same terms; words don't matter, nor
  /// who of the organisation sends it.
  ///
  /// INVARIANT: topics count, although they are words: more of them is more to tell.
  func asksTheSame(as other: UseRequest) -> Bool {
    story == other.story && organisation == other.organisation && event == other.event
      && zone.id == other.zone.id && sessions == other.sessions && topics == other.topics
      && relations == other.relations && inTheRoom == other.inTheRoom
      && support == other.support && offer == other.offer && capacity == other.capacity
  }
}
