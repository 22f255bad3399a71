import ConsentRegistry

extension Verb {
  /// Asking, looking, answering, and what takes place.
  static let asks: [Verb] = [
    Verb("ask", weight: 30, by: .coordinator) { scene in
      let request = scene.request()
      let days = request.sessions.map { scene.days(of: $0, in: request.zone) }
      // Now and then under an id that is taken.
      let id: EngagementID =
        scene.chance(3) ? scene.booking() : scene.id("ask-\(scene.number)")
      return Deed(
        "ask for \(days) by \(request.organisation) as \(id)",
        .ask(coordinator: request.coordinator),
        { desk, peer in
          switch try desk.ask(request, of: peer, as: id) {
          case .held(let engagement, let decision):
            .added(engagement, Heard(held: engagement, decision))
          case .denied where desk.actor.role == .coordinator:
            .denied(Heard(try desk.checkForAsker(request, of: peer), on: request))
          case .denied: .denied()
          }
        }
      ) { life, when, reply in
        guard case .added(let engagement, _) = reply else {
          if case .denied = reply {
            life.heldBack += 1
            return .legal
          }
          return life.bookings[id] == nil ? .legal : .illegal
        }
        let isFree = zip(request.sessions, days).allSatisfy { session, days in
          life.isCovered(session, of: request, on: days) && !life.isPaused(days)
            && days.lowerBound >= life.notBefore ?? .min
        }
        guard engagement.id == id, life.bookings[id] == nil, isFree,
          !life.isPaused(when.day...when.day)
        else { return .illegal }
        let first = days.map(\.lowerBound).min() ?? when.day
        life.add(
          id,
          NaiveLife.Booking(
            organisation: request.organisation, request: request,
            replyUntil: when.day + min(7, (first - when.day) / 2),
            sessions: zip(request.sessions, days).map { session, days in
              NaiveLife.Session(
                isTelling: session.kind == .telling, first: days.lowerBound,
                last: days.upperBound, state: .held)
            }))
        return .legal
      }
    },
    Verb("check", weight: 4, by: .peer, .custodian) { scene in
      let request = scene.request()
      return Deed("check", .standBy, isDated: false) { desk, peer in
        _ = try desk.check(request, of: peer)
        return .read(Heard())
      } means: { _, _, _ in
        .legal
      }
    },
    Verb("check as an asker", weight: 4, by: .coordinator) { scene in
      let request = scene.request()
      return Deed("check as an asker", .look, isDated: false) { desk, peer in
        .read(Heard(try desk.checkForAsker(request, of: peer), on: request))
      } means: { _, _, _ in
        .legal
      }
    },
    Verb("say yes", weight: 14, by: .peer) { scene in
      let id = scene.booking(standing: .held)
      return Deed("yes to \(id)", .speakFor) { desk, peer in
        switch try desk.answer(.yes, to: id, of: peer) {
        case .answered: .done
        case .denied: .denied()
        }
      } means: { life, when, reply in
        guard life.isWaiting(id, on: when.now) else { return .illegal }
        if case .done = reply { life.moveAll(id, by: .accept) }
        return .legal
      }
    },
    Verb("say no", weight: 4, by: .peer, .supporter) { scene in
      let id = scene.booking(standing: .held)
      let answer: Answer = scene.one(of: [.notThisOne, .notThisKind])
      return Deed("\(answer) to \(id)", .standBy) { desk, peer in
        _ = try desk.answer(answer, to: id, of: peer)
        return .done
      } means: { life, when, _ in
        guard life.isWaiting(id, on: when.now) else { return .illegal }
        life.moveAll(id, by: .decline)
        return .legal
      }
    },
    Verb("complete", weight: 8, by: .peer, .custodian) { scene in
      let id = scene.booking(standing: .confirmed)
      return Deed("complete \(id)", .speakFor) { desk, peer in
        _ = try desk.complete(id, of: peer)
        return .done
      } means: { life, when, _ in
        let sessions = life.bookings[id]?.sessions ?? []
        let over = sessions.indices.filter {
          sessions[$0].state == .confirmed && sessions[$0].first <= when.day
        }
        guard !over.isEmpty else { return .illegal }
        life.move(id, over, by: .takePlace)
        return .legal
      }
    },
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
        if case .added(let engagement, _) = reply {
          life.add(
            engagement.id,
            NaiveLife.Booking(
              organisation: entry.organisation, request: nil, replyUntil: nil,
              sessions: [
                NaiveLife.Session(
                  isTelling: entry.kind == .telling, first: days.first.number,
                  last: days.last.number, state: entry.endedEarly ? .endedEarly : .completed)
              ]))
        }
        return .legal
      }
    },
  ]
}

extension NaiveLife {
  /// Whether an ask can still be answered.
  func isWaiting(_ id: EngagementID, on now: Int) -> Bool {
    guard let booking = bookings[id] else { return false }
    return booking.sessions.contains { state($0, of: booking, on: now) == .held }
  }

  /// Moves every session that the move leads on from.
  mutating func moveAll(_ id: EngagementID, by move: NaiveMove) {
    self.move(id, bookings[id].map { Array($0.sessions.indices) } ?? [], by: move)
  }
}
