import ConsentRegistry
import Seeded

extension Verb {
  /// What the peer grants and takes back, and when they aren't there.
  static let choices: [Verb] = [
    Verb("grant", weight: 6, by: .peer) { scene in
      let consent = scene.consent()
      return Deed("grant \(consent.id?.text ?? "")", .speakFor) { desk, peer in
        try desk.grant(consent, by: peer)
        return .done
      } means: { life, when, _ in
        let begins = consent.from.number - consent.given.number
        guard life.stories.contains(consent.story), consent.given.number <= when.day,
          begins <= 90, consent.from <= consent.until, Scene.isWithinTwoYears(consent),
          !consent.purposes.isEmpty, !consent.organisations.isEmpty,
          !life.consents.contains(where: { $0.id == consent.id })
        else { return .illegal }
        life.consents.append(consent)
        return .legal
      }.with { $0.yesTo = Set(consent.organisations) }
    },
    Verb("withdraw", weight: 4, by: .peer, .supporter) { scene in
      let scope = scene.scope()
      return Deed("withdraw \(scope)", .standBy) { desk, peer in
        _ = try desk.withdraw(scope, by: peer)
        return .done
      } means: { life, when, _ in
        let isKnown = scope.consent.map { id in life.consents.contains { $0.id == id } } ?? true
        guard isKnown, scope.story.map(life.stories.contains) ?? true else { return .illegal }
        life.withdrawals.append(
          NaiveLife.Withdrawal(day: when.day, before: life.consents.count, scope: scope))
        let after = life
        life.letGo(at: when) { id, booking, place in
          guard let request = booking.request else { return false }
          let (session, asked) = (booking.sessions[place], request.sessions[place])
          if booking.isFirst, session.state == .held {
            return after.isFirstAskGone(asked, of: request)
          }
          return !after.isCovered(
            asked, of: request, on: session.first...session.last, as: id)
        }
        return .legal
      }
    },
    Verb("pause", weight: 4, by: .peer, .supporter) { scene in
      let from = scene.day(-5...40)
      let until = scene.chance(25) ? nil : from.adding(scene.int(-2...25))
      let kept: Set = scene.chance(30) ? [scene.booking(standing: .held, .confirmed)] : []
      return Deed("pause from \(from) until \(until?.description ?? "…")", .standBy) { desk, peer in
        _ = try desk.pause(Pause(from: from, until: until), keeping: kept, by: peer)
        return .done
      } means: { life, when, _ in
        guard until ?? from >= from, kept.allSatisfy({ life.bookings[$0] != nil }) else {
          return .illegal
        }
        life.pauses.append(NaiveLife.Break(from: from.number, until: until?.number))
        life.keptInPauses.formUnion(kept)
        life.letGo(at: when) { id, booking, place in
          let session = booking.sessions[place]
          return !kept.contains(id) && session.last >= from.number
            && session.first <= until?.number ?? .max
        }
        return .legal
      }.with {
        $0.isDated = false
        $0.touches = kept
      }
    },
    Verb("lift the pause", weight: 4, by: .peer) { _ in
      Deed("lift the pause", .speakFor) { desk, peer in
        try desk.liftPause(of: peer)
        return .done
      } means: { life, when, _ in
        guard life.pauses.contains(where: { $0.until ?? .max >= when.day }) else {
          return .illegal
        }
        life.pauses = life.pauses.compactMap { pause in
          if let until = pause.until, until < when.day { return pause }
          return pause.from < when.day
            ? NaiveLife.Break(from: pause.from, until: when.day - 1) : nil
        }
        return .legal
      }
    },
    Verb("set readiness", weight: 2, by: .peer, .supporter) { scene in
      let day: Day? = scene.chance(40) ? nil : scene.day(-20...30)
      return Deed("not before \(day?.description ?? "-")", .standBy) { desk, peer in
        try desk.setReadiness(notBefore: day, by: peer)
        return .done
      } means: { life, when, _ in
        if let day, day.number < when.now { return .illegal }
        life.notBefore = day?.number
        return .legal
      }.with {
        $0.isDated = false
        $0.bySupporter = { life in day.map { $0.number >= life.notBefore ?? .min } ?? false }
      }
    },
    Verb("set limits", weight: 3, by: .peer, .supporter) { scene in
      let path = scene.one(of: ["rest.days", "caps.telling.30", "engagement.tellings"])
      let value = scene.chance(20) ? nil : Double(scene.one(of: [0, 1, 2, 3, 5, 10, 20]))
      let refuses: Bool? = scene.chance(10) ? scene.chance(50) : nil
      return Deed("limit \(path) to \(value?.description ?? "-")", .standBy) { desk, peer in
        let values = Term.named(path).map { [(term: $0, value: value)] } ?? []
        _ = try desk.setLimits(values, refusesInTheRoom: refuses, by: peer)
        return .done
      } means: { _, _, _ in
        .legal
      }.with { $0.bySupporter = { _ in nil } }
    },
    Verb("note a telling elsewhere", weight: 3, by: .peer) { scene in
      let day = scene.day(-40...2)
      return Deed("told elsewhere on \(day)", .speakFor) { desk, peer in
        try desk.noteToldElsewhere(on: day, by: peer)
        return .done
      } means: { life, when, _ in
        guard day.number <= when.day else { return .illegal }
        life.toldElsewhere.append(day.number)
        return .legal
      }
    },
  ]
}

extension Scene {
  /// A consent that mostly covers what is mostly asked.
  mutating func consent() -> Consent {
    let given = mostly(day(-3...0), else: [day(1...1)], percent: 94)
    let from = given.adding(mostly(0, else: [30, 90, 91]))
    let organisations: [OrganisationID] = ["o1", "o2", "o3"].map(id)
    return Consent(
      id: mostly(id("consent-\(number)"), else: [life.consents.last?.id ?? id("first")]),
      story: story(), purposes: mostly([.training], else: [[.training, .fundraising], []]),
      channels: mostly([.inPerson, .web], else: [[.inPerson, .onlineLive, .hearing]]),
      audiences: [.students],
      organisations: mostly(organisations, else: [[one(of: organisations)], []]),
      attribution: .firstName, recording: chance(30), reuse: chance(60), given: given, from: from,
      until: from.adding(mostly(one(of: [200, 365, 700, 729]), else: [-1, 20, 732])))
  }

  /// Whether a consent's last day isn't after its first day two years on; worked out by the text.
  static func isWithinTwoYears(_ consent: Consent) -> Bool {
    let text = consent.from.description
    let year = (Int(text.prefix(4)) ?? 0) + 2
    // Two years after a leap day there is none: the month's last day stands for it.
    let rest = text.hasSuffix("-02-29") ? "-02-28" : String(text.dropFirst(4))
    return consent.until.description <= "\(year)\(rest)"
  }

  /// What is withdrawn: mostly little, now and then all of it.
  mutating func scope() -> Revocation.Scope {
    switch int(0...7) {
    case 0: Revocation.Scope()
    case 1: Revocation.Scope(organisation: organisation())
    case 2: Revocation.Scope(story: story())
    case 3, 4: Revocation.Scope(purpose: one(of: [.fundraising, .media, .training]))
    case 5: Revocation.Scope(channel: one(of: [.onlineLive, .hearing, .web]))
    case 6: Revocation.Scope(consent: life.consents.last?.id ?? id("none"))
    default:
      Revocation.Scope(purpose: purpose(), organisation: organisation())
    }
  }
}
