import ConsentRegistry

extension Verb {
  /// What surrounds asks: quiet periods, asks outside, and what is taken up after all.
  static let asking: [Verb] = [
    Verb("take first asks", weight: 4, by: .peer) { scene in
      let organisation = scene.organisation()
      let isAllowed = scene.chance(80)
      return Deed(
        "take first asks by \(organisation): \(isAllowed)", isAllowed ? .speakFor : .standBy
      ) { desk, peer in
        try desk.takeFirstAsks(isAllowed, from: organisation, by: peer)
        return .done
      } means: { life, when, _ in
        life.firstAsks[organisation] = isAllowed ? life.withdrawals.count : nil
        if isAllowed { return .legal }
        // Those that wait rest on nothing else.
        for (id, booking) in life.bookings
        where booking.isFirst && booking.organisation == organisation {
          life.move(id, life.places(of: id, on: when.now) { $0 == .held }, by: .release)
        }
        return .legal
      }
    },
    Verb("choose quiet", weight: 2, by: .peer, .supporter, then: "end quiet") { scene in
      let organisation = scene.organisation()
      let until = scene.day(-2...30)
      let purpose: Purpose? = scene.chance(50) ? nil : scene.purpose()
      return Deed("keep \(organisation) quiet until \(until)", .standBy) { desk, peer in
        try desk.chooseQuiet(for: organisation, purpose: purpose, until: until, by: peer)
        return .done
      } means: { _, when, _ in
        when.day <= until.number ? .legal : .illegal
      }
    },
    Verb("end quiet", weight: 4, by: .peer) { scene in
      let organisation = scene.organisation()
      return Deed("end the quiet of \(organisation)", .speakFor) { desk, peer in
        try desk.endQuiet(for: organisation, by: peer)
        return .done
      } means: { _, _, _ in
        .legal
      }
    },
    Verb("note an ask outside", weight: 1, by: .peer) { scene in
      let organisation = scene.organisation()
      let day = scene.day(-20...2)
      return Deed("asked outside on \(day)", .speakFor) { desk, peer in
        try desk.recordAskOutside(
          by: organisation, on: day, words: Planted.word("asked-outside"), of: peer)
        return .done
      } means: { _, when, _ in
        day.number <= when.day ? .legal : .illegal
      }
    },
    Verb("take up", weight: 5, by: .peer) { scene in
      let number = scene.attempt()
      let attempts = scene.life.attempts
      let request = attempts.indices.contains(number - 1) ? attempts[number - 1].request : nil
      let id: EngagementID = scene.id("taken-\(scene.number)")
      return Deed("take up \(number) as \(id)", .speakFor) { desk, peer in
        let before = try desk.read(peer)?.consents.count ?? 0
        switch try desk.takeUp(attempt: number, of: peer, as: id) {
        case .booked(let engagement):
          let granted = (try desk.read(peer)?.consents ?? []).dropFirst(before)
          return .added(engagement, granting: Array(granted))
        case .denied: return .denied()
        }
      } means: { life, when, reply in
        guard life.isOpen(attempt: number, on: when.day) else { return .illegal }
        guard case .added(let engagement, _, let granted) = reply, let request else {
          return .open
        }
        life.attempts[number - 1].isTakenUp = true
        // Where the peer has moved meanwhile, its days are those of the home that is now.
        let sessions = zip(request.sessions, engagement.sessions).map { asked, session in
          (asked, session.first.number...session.last.number)
        }
        let isCovered = sessions.allSatisfy { life.isCovered($0.0, of: request, on: $0.1) }
        guard isCovered != (life.firstAsks[request.organisation] != nil && !granted.isEmpty) else {
          return .illegal
        }
        life.add(
          id,
          NaiveLife.Booking(
            organisation: request.organisation, request: request, replyUntil: nil,
            sessions: sessions.map {
              NaiveLife.Session(
                isTelling: $0.0.kind == .telling, first: $0.1.lowerBound, last: $0.1.upperBound,
                state: .confirmed)
            }))
        life.consents += granted
        guard granted.allSatisfy({ $0.onlyFor == id }) else { return .illegal }
        return .legal
      }.with { $0.yesTo = Set([request?.organisation].compactMap(\.self)) }
    },
    Verb("set aside", weight: 5, by: .peer, then: "confirm what is set aside") { scene in
      let number = scene.attempt()
      let rules: [RuleCode] = scene.mostly(
        [.restPeriod, .capRolling], else: [[], [.pauseActive], [.askQuiet]])
      let mayBe = rules.allSatisfy { [.restPeriod, .capRolling].contains($0) }
      return Deed(
        "set \(rules.map(\.code)) aside for \(number)", rules.isEmpty ? .standBy : .speakFor
      ) { desk, peer in
        _ = try desk.setAside(rules, forAttempt: number, of: peer)
        return .done
      } means: { life, when, _ in
        guard life.isOpen(attempt: number, on: when.day), mayBe else { return .illegal }
        life.made["aside", default: []].append(
          NaiveLife.Made(
            id: "\(number)", organisation: life.attempts[number - 1].request.organisation))
        return .open
      }
    },
    Verb("confirm what is set aside", weight: 3, by: .custodian) { scene in
      let number = scene.attemptToConfirm()
      return Deed("the contact confirms \(number)", .custodian) { desk, peer in
        _ = try desk.confirmSetAside(forAttempt: number, of: peer)
        return .done
      } means: { life, when, _ in
        life.isOpen(attempt: number, on: when.day) ? .open : .illegal
      }
    },
  ]
}

extension Scene {
  /// The number of an attempt, mostly a late one; now and then one that isn't there.
  ///
  /// Most often one of an organisation that is more to the peer than a host.
  mutating func attempt() -> Int {
    let tied = life.attempts.indices.filter {
      !(life.ties[life.attempts[$0].request.organisation] ?? []).isEmpty
        && life.attempts[$0].starts > today
    }
    if !tied.isEmpty, chance(75) { return one(of: tied) + 1 }
    return chance(92) ? max(1, life.attempts.count - int(0...2)) : int(0...9) * 9
  }
}

extension Scene {
  /// The number of an attempt for which the contact's word may be wanted.
  fileprivate mutating func attemptToConfirm() -> Int {
    let set = (life.made["aside"] ?? []).last { !(life.ties[$0.organisation] ?? []).isEmpty }
    return set.flatMap { Int($0.id) } ?? attempt()
  }
}

extension NaiveLife {
  /// Whether an attempt is listed, hasn't been taken up, and isn't over.
  func isOpen(attempt number: Int, on day: Int) -> Bool {
    guard attempts.indices.contains(number - 1) else { return false }
    let attempt = attempts[number - 1]
    return !attempt.isTakenUp && attempt.starts >= day
  }
}
