import ConsentRegistry

extension Verb {
  /// Asking, looking and answering.
  static let asks: [Verb] = [
    Verb("ask", weight: 32, by: .coordinator, then: "say yes") { scene in
      let request = scene.request()
      let days = request.sessions.map { scene.days(of: $0, in: request.zone) }
      let known = scene.life.bookings
      // Now and then under an id that is taken.
      let id: EngagementID =
        scene.chance(3) ? scene.booking() : scene.id("ask-\(scene.number)")
      return Deed(
        "ask for \(days.spans) by \(request.organisation) as \(id)",
        .ask(coordinator: request.coordinator, request.organisation)
      ) { desk, peer in
        let before = try desk.read(peer)?.engagements.count ?? 0
        let outcome = try desk.ask(request, of: peer, as: id)
        let after = try desk.read(peer)?.engagements ?? []
        // A first ask goes to the peer, and reads to whoever asks as if it hadn't.
        let first =
          after.count > before
          ? after.first { $0.origin == .firstAsked && known[$0.id] == nil } : nil
        switch outcome {
        case .held(let engagement, let decision):
          return .added(engagement, Heard(held: engagement, decision))
        case .toldToAsker(let decision):
          let heard = Heard(decision, on: request)
          return first.map { .added($0, heard) } ?? .denied(heard)
        case .denied: return first.map { .added($0) } ?? .denied()
        }
      } means: { life, when, reply in
        life.ask(request, days, as: id, when, reply)
      }.with {
        $0.starts = request.startsThere
        $0.isBlind = true
      }
    },
    Verb("check", weight: 3, by: .peer, .custodian) { scene in
      let request = scene.request()
      return Deed("check", .standBy) { desk, peer in
        _ = try desk.check(request, of: peer)
        return .read(Heard())
      } means: { _, _, _ in
        .legal
      }.with { $0.isDated = false }
    },
    Verb("look", weight: 6, by: .coordinator) { scene in
      let request = scene.request()
      let starts = request.startsThere
      // Somebody whom nobody here knows reads like a peer who never consented to this organisation.
      let nobody: PeerID = scene.id("nobody")
      let isKnown = scene.life.isHere && scene.life.isKnown(to: request.organisation)
      return Deed("look for \(request.organisation)", .look(request.organisation)) { desk, peer in
        let heard = Heard(try desk.checkForAsker(request, of: peer), on: request)
        let stranger = Heard(try desk.checkForAsker(request, of: nobody), on: request)
        if !isKnown, heard.texts != stranger.texts {
          throw Difference(one: heard.texts, other: stranger.texts)
        }
        return .read(heard)
      } means: { life, when, _ in
        life.look(by: request.organisation, about: starts, on: when.there) ? .legal : .illegal
      }.with { $0.isDated = false }
    },
    Verb("say yes", weight: 16, by: .peer, then: "complete") { scene in
      let id = scene.booking(standing: .held)
      let only = scene.some(of: scene.life.bookings[id]?.sessions.count ?? 1)
      let organisation = scene.life.bookings[id]?.organisation
      return Deed("yes to \(id) \(only ?? [])", .speakFor) { desk, peer in
        let before = try desk.read(peer)?.consents.count ?? 0
        switch try desk.answer(.yes, to: id, only: only, of: peer) {
        case .answered:
          return .agreed(Array((try desk.read(peer)?.consents ?? []).dropFirst(before)))
        case .denied: return .denied()
        }
      } means: { life, when, reply in
        let held = life.places(of: id, on: when.now) { $0 == .held }
        let accepted = only ?? held
        guard !accepted.isEmpty, Set(accepted).isSubset(of: held) else { return .illegal }
        guard case .agreed(let granted) = reply else { return .legal }
        guard life.grant(granted, withYesTo: id, accepted) else { return .illegal }
        if let old = life.bookings[id]?.replaces {
          // What of the old one has begun stays what it is.
          let sessions = life.bookings[old]?.sessions ?? []
          let open = life.places(of: old, on: when.now) { $0.isBooked }
          life.move(old, open.filter { when.now < sessions[$0].first }, by: .release)
        }
        life.move(id, accepted, by: .accept)
        life.moveAll(id, by: .release, where: { $0 == .held })
        return .legal
      }.with { $0.yesTo = Set([organisation].compactMap(\.self)) }
    },
    Verb("say no", weight: 4, by: .peer, .supporter) { scene in
      let id = scene.booking(standing: .held)
      let answer: Answer = scene.one(of: [.notThisOne, .notThisKind])
      return Deed("\(answer) to \(id)", .standBy) { desk, peer in
        _ = try desk.answer(answer, to: id, of: peer)
        return .done
      } means: { life, when, _ in
        guard !life.places(of: id, on: when.now, where: { $0 == .held }).isEmpty else {
          return .illegal
        }
        life.moveAll(id, by: .decline)
        return .legal
      }.with { $0.touches = [id] }
    },
  ]
}

/// Two texts that have to read alike, and don't.
struct Difference: Error {
  let one: [String]
  let other: [String]
}

extension [ClosedRange<Int>] {
  /// The ranges as days, for a trace.
  var spans: String {
    map { "\(Day(number: $0.lowerBound))…\(Day(number: $0.upperBound))" }.joined(separator: ", ")
  }
}

extension UseRequest {
  /// The first day of the block on the event's own clock.
  var startsThere: Int {
    sessions.map { session in
      switch session.time {
      case .telling(let start, _, _): start.day.number
      case .exposure(let day, _): day.number
      }
    }.min() ?? 0
  }
}

extension NaiveLife {
  /// What an ask means, with what came of it.
  mutating func ask(
    _ request: UseRequest, _ days: [ClosedRange<Int>], as id: EngagementID, _ when: When,
    _ reply: Reply, replacing old: EngagementID? = nil
  ) -> Verdict {
    let first = days.map(\.lowerBound).min() ?? when.day
    switch reply {
    case .denied:
      attempts.append(Attempt(request: request, starts: first))
      return .legal
    case .added(let engagement, _, _):
      let isFirst = engagement.origin == .firstAsked
      let isFree = zip(request.sessions, days).allSatisfy { session, days in
        !isPaused(days) && days.lowerBound >= notBefore ?? .min
          && (isFirst
            ? firstAsks[request.organisation] != nil && !isFirstAskGone(session, of: request)
            : isCovered(session, of: request, on: days))
      }
      // Nobody chooses the id of a first ask, nor is told that another's is taken.
      let isTaken =
        bookings[id] != nil && when.role == .coordinator
        && !isTheirs(id, request.coordinator?.text)
      let id = isFirst || isTaken ? engagement.id : id
      guard engagement.id == id, bookings[id] == nil, isFree, !isPaused(when.day...when.day)
      else { return .illegal }
      // An edit can be answered until the day before its booking begins.
      let begins = old.flatMap { bookings[$0]?.sessions.map(\.first).min() }
      let latest = begins.map { $0 - 1 } ?? .max
      add(
        id,
        Booking(
          organisation: request.organisation, request: request,
          replyUntil: min(when.day + min(7, (first - when.day) / 2), latest), isFirst: isFirst,
          replaces: old,
          sessions: zip(request.sessions, days).map { session, days in
            Session(
              isTelling: session.kind == .telling, first: days.lowerBound,
              last: days.upperBound, state: .held)
          }))
      return .legal
    default:
      let isHidden = when.role == .coordinator && !isTheirs(id, request.coordinator?.text)
      return bookings[id] == nil || isHidden ? .legal : .illegal
    }
  }

  /// Takes over what a yes grants besides: to a first ask, a consent for that use alone.
  mutating func grant(
    _ granted: [Consent], withYesTo id: EngagementID, _ accepted: [Int]
  ) -> Bool {
    guard let booking = bookings[id], granted.count == (booking.isFirst ? 1 : 0) else {
      return false
    }
    let asked = accepted.compactMap { booking.request?.sessions[$0] }
    for consent in granted {
      let isNarrow =
        consent.onlyFor == id && consent.organisations == [booking.organisation]
        && Set(consent.purposes.words) == Set(asked.map(\.purpose))
        && Set(consent.channels.words) == Set(asked.map(\.channel))
      guard isNarrow else { return false }
      consents.append(consent)
    }
    return true
  }

  /// The places of a booking's sessions that stand so on a day.
  func places(
    of id: EngagementID, on day: Int, where fits: (NaiveState) -> Bool
  ) -> [Int] {
    guard let booking = bookings[id] else { return [] }
    return booking.sessions.indices.filter {
      fits(state(booking.sessions[$0], of: booking, on: day))
    }
  }

  /// Moves every session that the move leads on from, of those that stand so.
  mutating func moveAll(
    _ id: EngagementID, by move: NaiveMove, where fits: (NaiveState) -> Bool = { _ in true }
  ) {
    let sessions = bookings[id]?.sessions ?? []
    self.move(id, sessions.indices.filter { fits(sessions[$0].state) }, by: move)
  }
}
