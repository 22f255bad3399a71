import ConsentRegistry

extension Verb {
  /// What becomes of a booking after the yes.
  static let bookings: [Verb] = [
    Verb("complete", weight: 9, by: .peer, .custodian, .coordinator) { scene in
      let (id, only) = scene.sessions(standing: .confirmed)
      return Deed("complete \(id) \(only ?? [])", .settle(id)) { desk, peer in
        .changed(try desk.complete(id, only: only, of: peer))
      } means: { life, when, _ in
        life.settle(id, only, .takePlace, when) { $0.first <= when.day }
      }
    },
    Verb("end early", weight: 4, by: .peer, .coordinator) { scene in
      let id = scene.booking(standing: .confirmed)
      let place = scene.int(0...1)
      return Deed("end \(id) early at \(place)", .settle(id)) { desk, peer in
        .changed(try desk.endEarly(id, session: place, of: peer))
      } means: { life, when, _ in
        let verdict = life.settle(id, [place], .breakOff, when, isLast: false) {
          $0.first <= when.day
        }
        guard case .legal = verdict, let sessions = life.bookings[id]?.sessions else {
          return verdict
        }
        let broken = sessions[place]
        let later = sessions.indices.filter {
          sessions[$0].first > broken.first || sessions[$0].first == broken.first && $0 > place
        }
        life.move(id, later, by: .release)
        life.endEdits(of: id, on: when.now)
        return .legal
      }
    },
    Verb("miss out", weight: 4, by: .peer, .coordinator) { scene in
      let (id, only) = scene.sessions(standing: .confirmed)
      return Deed("\(id) did not take place \(only ?? [])", .settle(id)) { desk, peer in
        .changed(try desk.missOut(id, only: only, of: peer))
      } means: { life, when, _ in
        life.settle(id, only, .fallThrough, when) { $0.first <= when.day }
      }
    },
    Verb("cancel as the peer", weight: 3, by: .peer, .supporter) { scene in
      let (id, only) = scene.sessions(standing: .confirmed)
      return Deed("the peer cancels \(id) \(only ?? [])", .standBy) { desk, peer in
        .changed(try desk.cancel(id, only: only, of: peer, by: .peer))
      } means: { life, when, _ in
        life.settle(id, only, .cancelByPeer, when) { when.day <= $0.last }
      }.with { $0.touches = [id] }
    },
    Verb("cancel as the organiser", weight: 3, by: .coordinator, .custodian) { scene in
      let (id, only) = scene.sessions(standing: .confirmed, .held)
      return Deed("the organiser cancels \(id) \(only ?? [])", .answerFor(id)) { desk, peer in
        .changed(try desk.cancel(id, only: only, of: peer, by: .organiser))
      } means: { life, when, _ in
        // A no that isn't told yet reads "waiting", and can be cancelled as if it were.
        let untold = when.role == .coordinator ? life.untold(id, on: when.now) : []
        return life.settle(id, only, .cancelByOrganiser, when, besides: untold) {
          when.day <= $0.last
        }
      }
    },
    Verb("edit", weight: 6, by: .coordinator) { scene in
      let old = scene.booking(standing: .confirmed, .held)
      let request = scene.edit(of: old)
      let days = request.sessions.map { scene.days(of: $0, in: request.zone) }
      let id: EngagementID = scene.id("edit-\(scene.number)")
      return Deed(
        "edit \(old) to \(days.spans) as \(id)",
        .ask(coordinator: request.coordinator, request.organisation)
      ) { desk, peer in
        switch try desk.edit(old, to: request, of: peer, as: id) {
        case .amended(let engagement): .changed(engagement)
        case .held(let engagement, let decision):
          .added(engagement, Heard(held: engagement, decision))
        case .toldToAsker(let decision): .denied(Heard(decision, on: request))
        case .denied: .denied()
        }
      } means: { life, when, reply in
        guard let booking = life.bookings[old], booking.request != nil,
          booking.organisation == request.organisation,
          when.role != .coordinator || life.isTheirs(old, request.coordinator?.text),
          !life.places(of: old, on: when.now, where: \.isBooked).isEmpty
            || when.role == .coordinator && !life.untold(old, on: when.now).isEmpty,
          when.day < booking.sessions.map(\.first).min() ?? when.day
        else { return .illegal }
        if case .changed(let amended) = reply { return life.amend(old, to: amended) }
        if case .added = reply { life.endEdits(of: old, on: when.now, always: true) }
        return life.ask(request, days, as: id, when, reply, replacing: old)
      }.with { $0.starts = request.startsThere }
    },
  ]
}

extension Scene {
  /// A booking that mostly stands so, and mostly all of its sessions.
  mutating func sessions(standing states: NaiveState...) -> (EngagementID, [Int]?) {
    let id = booking(standing: states)
    return (id, some(of: life.bookings[id]?.sessions.count ?? 1))
  }

  /// Mostly nothing, which means all; or some places, now and then one that isn't there.
  mutating func some(of count: Int) -> [Int]? {
    guard !isPlain, count > 1 || chance(5), chance(50) else { return nil }
    return [int(0...count)]
  }

  /// A request that changes a booking: shorter, better paid, with less, or another day.
  mutating func edit(of id: EngagementID) -> UseRequest {
    guard let old = life.bookings[id]?.request else { return request() }
    var sessions = old.sessions
    var offer = old.offer
    switch int(0...4) {
    case 0 where sessions.count > 1: sessions.remove(at: int(0...sessions.count - 1))
    case 1: offer = Offer(remuneration: Money(minor: 1_000 * number, currency: "USD"))
    case 2: sessions = sessions.map { $0.lasting(int(10...40)) }
    default: sessions = sessions.map { $0.moved(by: int(-3...6)) }
    }
    return UseRequest(
      peer: old.peer, story: old.story,
      organisation: mostly(old.organisation, else: [self.id("o3")]),
      coordinator: old.coordinator, event: old.event, zone: old.zone, sessions: sessions,
      purpose: old.purpose, topics: old.topics, relations: old.relations,
      inTheRoom: old.inTheRoom, support: old.support, offer: offer, capacity: old.capacity,
      words: old.words)
  }
}

extension AskedSession {
  /// The same session with another length, if it is a telling.
  fileprivate func lasting(_ minutes: Int) -> AskedSession {
    guard case .telling(let start, _, let recorded) = time else { return self }
    return AskedSession(
      time: .telling(start: start, minutes: minutes, recorded: recorded), channel: channel,
      purpose: purpose, audience: audience, attribution: attribution)
  }
}

extension NaiveLife {
  /// Takes a step with some sessions, or with all that can take it; the day has to allow it.
  mutating func settle(
    _ id: EngagementID, _ only: [Int]?, _ step: NaiveMove, _ when: When, isLast: Bool = true,
    besides untold: [Int] = [], _ isTimely: (Session) -> Bool
  ) -> Verdict {
    let sessions = bookings[id]?.sessions ?? []
    // What has lapsed by now isn't woken by an entry that is dated back.
    let able = places(of: id, on: when.now) { step.legs[$0] != nil }
      .filter { isTimely(sessions[$0]) }
    let wanted = only ?? able + untold
    guard !wanted.isEmpty, Set(wanted).isSubset(of: able + untold) else { return .illegal }
    move(id, wanted.filter(able.contains), by: step)
    if isLast { endEdits(of: id, on: when.now) }
    return .legal
  }

  /// The sessions that the peer has declined, and that read "waiting" to whoever asked.
  func untold(_ id: EngagementID, on now: Int) -> [Int] {
    guard tellsNoesLate, let booking = bookings[id], !booking.isFirst,
      now <= booking.replyUntil ?? .min
    else { return [] }
    return places(of: id, on: now) { $0 == .declined }
  }

  /// Takes over an edit that needs no answer: it only takes away.
  mutating func amend(_ id: EngagementID, to amended: EngagementRecord) -> Verdict {
    guard let old = bookings[id], old.sessions.count == amended.sessions.count else {
      return .illegal
    }
    for (place, session) in amended.sessions.enumerated() {
      let before = old.sessions[place]
      guard let state = NaiveState(rawValue: session.state.code),
        state == before.state || state == .cancelledByOrganiser && before.state.isBooked,
        session.first.number == before.first, session.last.number <= before.last
      else { return .illegal }
      bookings[id]?.sessions[place].state = state
      bookings[id]?.sessions[place].last = session.last.number
    }
    bookings[id]?.request = amended.request
    return .legal
  }
}
