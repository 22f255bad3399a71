import ConsentRegistry

extension Verb {
  /// What is entered afterwards, put right, and disputed.
  static let changes: [Verb] = [
    Verb("enter a use late", weight: 4, by: .custodian, .peer) { scene in
      let entry = LateEntry(
        kind: scene.mostly(.telling, else: [.exposure]), channel: scene.channel(),
        time: .day(scene.day(-90...3)), story: scene.story(), organisation: scene.organisation(),
        event: scene.id("past-\(scene.number)"), eventName: Planted.word("event"),
        endedEarly: scene.chance(15))
      let days = entry.days(home: .utc)
      return Deed("enter a use of \(days.first)", .speakFor) { desk, peer in
        .added(try desk.record(entry, of: peer))
      } means: { life, when, reply in
        guard days.first.number <= when.day else { return .illegal }
        guard case .added(let engagement, _, _) = reply else { return .legal }
        life.add(
          engagement.id,
          NaiveLife.Booking(
            organisation: entry.organisation, request: nil, replyUntil: nil,
            sessions: [
              NaiveLife.Session(
                isTelling: entry.kind == .telling, first: days.first.number,
                last: days.last.number, state: entry.endedEarly ? .endedEarly : .completed)
            ]))
        return .legal
      }
    },
    Verb("put right", weight: 4, by: .peer, .custodian) { scene in
      let id = scene.booking(standing: .completed, .endedEarly, .didNotTakePlace)
      let day: Day? = scene.chance(50) ? scene.day(-60...3) : nil
      let state: SessionState? = scene.mostly(
        nil, else: [.completed, .endedEarly, .didNotTakePlace, .held], percent: 50)
      return Deed("put \(id) right: \(day?.description ?? "") \(state?.code ?? "")", .speakFor) {
        desk, peer in
        .changed(
          try desk.correct(
            Scene.use(0, of: id), of: peer, Correction(day: day, channel: .hearing, state: state)))
      } means: { life, when, _ in
        guard let booking = life.bookings[id], let session = booking.sessions.first,
          life.state(session, of: booking, on: when.day).isOver, state != .held,
          day?.number ?? session.first <= when.day
        else { return .illegal }
        let first = day?.number ?? session.first
        life.bookings[id]?.sessions[0].first = first
        life.bookings[id]?.sessions[0].last = first + session.last - session.first
        if let state = state.flatMap({ NaiveState(rawValue: $0.code) }) {
          life.bookings[id]?.sessions[0].state = state
        }
        return .legal
      }
    },
    Verb("dispute", weight: 2, by: .peer, then: "answer a dispute") { scene in
      let id = scene.booking(standing: .completed)
      let use = Scene.use(0, of: id)
      return Deed("dispute \(use)", .speakFor) { desk, peer in
        try desk.dispute(use, of: peer)
        return .done
      } means: { life, _, _ in
        guard life.bookings[id] != nil else { return .illegal }
        life.disputed.insert(use)
        return .legal
      }
    },
    Verb("answer a dispute", weight: 2, by: .coordinator) { scene in
      let use = scene.life.disputed.min() ?? Scene.use(0, of: scene.booking())
      let id = scene.life.order.first { Scene.use(0, of: $0) == use } ?? scene.booking()
      return Deed("answer the dispute of \(use)", .answerFor(id)) { desk, peer in
        try desk.answerDispute(of: use, of: peer, words: "we mixed up two days")
        return .done
      } means: { life, _, _ in
        life.bookings[id] != nil && life.disputed.contains(use) ? .legal : .illegal
      }
    },
    Verb("look at what to review", weight: 2, by: .peer, .custodian) { _ in
      Deed("look at what to review", .standBy) { desk, peer in
        _ = try desk.bookingsToReview(of: peer)
        return .read(Heard())
      } means: { _, _, _ in
        .legal
      }.with { $0.isDated = false }
    },
  ]
}

extension Scene {
  /// The use of a booking's session, by its place.
  static func use(_ place: Int, of id: EngagementID) -> UseID {
    UseID("\(id)-\(place + 1)") ?? someID()
  }
}
