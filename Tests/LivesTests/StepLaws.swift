import ConsentRegistry
import Seeded

/// The laws of the rules, on a request drawn for a record as a life has left it.
struct StepLaws {
  let life: NaiveLife
  let standing: Standing
  let policy: Policy
  let today: Day
  let scene: Scene

  /// The first law that doesn't hold; nothing if all do.
  func broken(_ request: UseRequest, _ dice: inout SeededDice) -> String? {
    let isPermitted = passes(request, standing, policy)
    if isPermitted, !isCovered(request) { return "a permit with no covering consent" }
    let burden = Burden.allCases[dice.int(0...Burden.allCases.count - 1)]
    let (heavier, tighter) = burden.added(
      to: standing, policy, for: request, today: today, &dice)
    if !isPermitted, passes(request, heavier, tighter) { return "\(burden) turned a no into a yes" }
    guard isPermitted else { return nil }
    let session = request.sessions[dice.int(0...request.sessions.count - 1)]
    let scopes = [
      Revocation.Scope(), Revocation.Scope(story: request.story),
      Revocation.Scope(purpose: session.purpose), Revocation.Scope(channel: session.channel),
      Revocation.Scope(organisation: request.organisation),
    ]
    for scope in scopes {
      let withdrawal = Revocation(
        day: today, consentsBefore: standing.consents.count, scope: scope)
      if passes(request, standing.with(revocations: [withdrawal]), policy) {
        return "a permit in spite of a withdrawal of \(scope)"
      }
    }
    let block = Block(request, home: standing.zone)
    for day in [today, block.first, block.last]
    where passes(request, standing.with(pauses: [Pause(from: day, until: day)]), policy) {
      return "a permit in spite of a pause on \(day)"
    }
    return nil
  }

  /// Whether the block at `earliest` is permitted, and at no smaller move.
  ///
  /// Each day is decided afresh, as if it had been asked for; nothing is searched.
  func brokenEarliest(_ request: UseRequest, within days: Int) -> String? {
    let decision = Guard.decide(
      request, standing: standing, policy: policy, today: today, horizon: days)
    let asked = Block(request, home: standing.zone)
    var earliest: Day?
    for shift in 0...days {
      let moved = request.moved(by: shift, lastAtHome: asked.last, home: standing.zone)
      guard passes(moved, standing, policy) else { continue }
      earliest = Block(moved, home: standing.zone).first
      break
    }
    guard decision.earliest != earliest else { return nil }
    return
      "earliest is \(earliest?.description ?? "-"), told \(decision.earliest?.description ?? "-")"
  }

  private func passes(_ request: UseRequest, _ standing: Standing, _ policy: Policy) -> Bool {
    Guard.decide(request, standing: standing, policy: policy, today: today, horizon: 0).permit
      != nil
  }

  private func isCovered(_ request: UseRequest) -> Bool {
    request.sessions.allSatisfy { session in
      life.isCovered(session, of: request, on: scene.days(of: session, in: request.zone))
    }
  }
}

extension UseRequest {
  /// The request moved by some days on the event's clock, and the talk afterwards with it.
  fileprivate func moved(by days: Int, lastAtHome last: Day, home: Zone) -> UseRequest {
    let sessions = sessions.map { $0.moved(by: days) }
    let there = Block(with(sessions, debriefLaterBy: 0), home: home)
    return with(sessions, debriefLaterBy: last.days(until: there.last))
  }

  private func with(_ sessions: [AskedSession], debriefLaterBy days: Int) -> UseRequest {
    UseRequest(
      peer: peer, story: story, organisation: organisation, coordinator: coordinator,
      event: event, zone: zone, sessions: sessions, purpose: purpose, topics: topics,
      relations: relations, inTheRoom: inTheRoom,
      support: Support(
        hasPerson: support.hasPerson, debriefOn: support.debriefOn?.adding(days)),
      offer: offer, capacity: capacity, words: words)
  }
}

extension AskedSession {
  /// The same session some days later.
  func moved(by days: Int) -> AskedSession {
    let moved: Time =
      switch time {
      case .telling(let start, let minutes, let recorded):
        .telling(start: start.adding(days: days), minutes: minutes, recorded: recorded)
      case .exposure(let day, let use): .exposure(day: day.adding(days), of: use)
      }
    return AskedSession(
      time: moved, channel: channel, purpose: purpose, audience: audience,
      attribution: attribution)
  }
}
