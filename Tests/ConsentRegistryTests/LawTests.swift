import ConsentRegistry
import Notation
import Seeded
import Testing

/// The laws of the rules, over random worlds.
///
/// Each law also counts how often it had something to show, so that none holds for want of cases.
struct LawTests {
  static let seeds = Array(UInt64(101)...104)
  static let worldsASeed = Soak.count(800)

  /// The random worlds of a seed, and dice for what a law changes in them.
  private func worlds(_ seed: UInt64) throws -> ([MadeUpWorld], SeededDice) {
    (try MadeUpWorld.row(seed: seed, count: Self.worldsASeed), SeededDice(seed: seed))
  }

  @Test(arguments: seeds)
  func `With no covering consent there is never a permit`(seed: UInt64) throws {
    let (worlds, _) = try worlds(seed)
    var wouldPass = 0
    for made in worlds {
      if made.world.decision.permit != nil { wouldPass += 1 }
      let without = try made.changing("standing", "consents") { _ in .array([]) }
      #expect(without.world.failing.contains(.consentMissing), "\(made.json.text)")
      // For each consent two halves: each lacks what the other has, and they don't add up.
      let halves = try made.changing("standing", "consents") { consents in
        .array(
          consents.items.flatMap { consent in
            [
              consent.changing(["purposes"]) { _ in .array([]) },
              consent.changing(["channels"]) { _ in .array([]) },
            ]
          })
      }
      #expect(halves.world.failing.contains(.consentMissing), "\(made.json.text)")
    }
    #expect(wouldPass > Self.worldsASeed / 5)
  }

  @Test(arguments: seeds)
  func `One more thing that speaks against a request never helps it`(seed: UInt64) throws {
    var (worlds, dice) = try worlds(seed)
    var turnedDown = 0
    for made in worlds {
      let before = made.world.decision
      for burden in Burden.allCases {
        let burdened = try burden.added(to: made, &dice)
        let after = burdened.world.decision
        let told: Comment = "\(burden): \(burdened.json.text)"
        if before.permit == nil { #expect(after.permit == nil, told) }
        if before.permit != nil, after.permit == nil { turnedDown += 1 }
        // What failed goes on failing; a consent may only change the way in which it fails.
        #expect(before.failing.coarse.isSubset(of: after.failing.coarse), told)
        // And nothing comes sooner for it.
        if let day = after.earliest {
          #expect(try #require(before.earliest, told) <= day, told)
        }
      }
    }
    #expect(turnedDown > Self.worldsASeed / 2)
  }

  @Test(arguments: seeds)
  func `What a withdrawal or a pause covers is never permitted by it`(seed: UInt64) throws {
    var (worlds, dice) = try worlds(seed)
    var wouldPass = 0
    for made in worlds {
      if made.world.decision.permit != nil { wouldPass += 1 }
      let request = made.world.request
      let session = request.sessions[dice.int(0...request.sessions.count - 1)]
      let scopes: [Revocation.Scope] = [
        Revocation.Scope(), Revocation.Scope(story: request.story),
        Revocation.Scope(purpose: session.purpose), Revocation.Scope(channel: session.channel),
        Revocation.Scope(organisation: request.organisation),
        Revocation.Scope(
          story: request.story, purpose: session.purpose, channel: session.channel,
          organisation: request.organisation),
      ]
      let withdrawn = try made.adding(
        .revocation(scopes[dice.int(0...scopes.count - 1)], in: made.world), to: "revocations")
      let reasons = withdrawn.world.failing
      #expect(
        reasons.contains(.consentRevoked) || reasons.contains(.consentMissing),
        "\(withdrawn.json.text)")

      let block = made.block
      let covered = [made.world.today, block.first, block.last][dice.int(0...2)]
      let paused = try made.adding(
        .pause(
          from: covered.adding(-dice.int(0...9)),
          until: dice.int(0...3) == 0 ? nil : covered.adding(dice.int(0...9))), to: "pauses")
      #expect(paused.world.failing.contains(.pauseActive), "\(paused.json.text)")
    }
    #expect(wouldPass > Self.worldsASeed / 5)
  }

  @Test(arguments: seeds)
  func `The order of entries with the same effect doesn't matter`(seed: UInt64) throws {
    var (worlds, dice) = try worlds(seed)
    var shuffledWorlds = 0
    let lists = [
      "engagements", "asks", "pauses", "quiet", "caps", "ties", "ownTellings", "released",
      "careOverdue", "payOverdue", "waives", "exceptions", "revocations", "purposes", "channels",
      "audiences", "organisations",
    ]
    for made in worlds {
      let shuffled = try MadeUpWorld(
        made.json.mapped { name, value in
          guard lists.contains(name) else { return value }
          return switch value {
          case .array(let items): .array(items.shuffled(using: &dice))
          case .object(let members): .object(members.shuffled(using: &dice))
          default: value
          }
        })
      if shuffled.json != made.json { shuffledWorlds += 1 }
      #expect(shuffled.world.peerText == made.world.peerText, "\(shuffled.json.text)")
      #expect(shuffled.world.askerText == made.world.askerText, "\(shuffled.json.text)")
    }
    #expect(shuffledWorlds > Self.worldsASeed / 2)
  }

  @Test(arguments: seeds)
  func `Moving every date changes nothing but the dates, where clocks never change`(
    seed: UInt64
  ) throws {
    var (worlds, dice) = try worlds(seed)
    let zones = ["UTC", "Asia/Kolkata", "America/Phoenix", "Pacific/Kiritimati"]
    for made in worlds {
      let zone = JSON.string(zones[dice.int(0...zones.count - 1)])
      let still = try MadeUpWorld(
        made.json.mapped { name, value in name == "zone" ? zone : value })
      // Whole weeks, since an asker is told of Mondays; the peer's answer moves by any days.
      let weeks = dice.int(-100...100) * 7
      let asker = try MadeUpWorld(still.json.movingDays(by: weeks)).world.askerAnswer
      #expect(asker == still.world.askerAnswer.movingDays(by: weeks), "\(still.json.text)")
      let days = dice.int(-700...700)
      let peer = try MadeUpWorld(still.json.movingDays(by: days)).world.peerAnswer
      #expect(peer == still.world.peerAnswer.movingDays(by: days), "\(still.json.text)")
    }
  }

  @Test(arguments: seeds)
  func `The block at earliest is permitted, and at no smaller move`(seed: UInt64) throws {
    let (worlds, _) = try worlds(seed)
    var lifted = 0
    for made in worlds {
      let decision = made.world.decision
      var earliest: Day?
      var lifts: [RuleCode: Day] = [:]
      for days in 0...made.world.horizon {
        // Decided afresh, as if that day had been asked for; nothing is searched.
        let (first, failing) = made.world.failing(movedBy: days)
        for rule in decision.failing where lifts[rule] == nil && !failing.contains(rule) {
          lifts[rule] = first
        }
        guard failing.isEmpty else { continue }
        earliest = first
        break
      }
      #expect(decision.earliest == earliest, "\(made.json.text)")
      for reason in decision.reasons where earliest == nil || lifts[reason.rule] != nil {
        #expect(reason.liftsOn == lifts[reason.rule], "\(reason.rule) \(made.json.text)")
      }
      if earliest != nil, decision.permit == nil { lifted += 1 }
    }
    #expect(lifted > 0)
  }
}

extension World {
  /// The codes of the rules that fail.
  fileprivate var failing: Set<RuleCode> { decision.failing }

  /// The first day of the block moved by some days, and the rules that fail there.
  ///
  /// Each session's date moves on the event's clock, and the talk afterwards with the last day.
  fileprivate func failing(movedBy days: Int) -> (first: Day, failing: Set<RuleCode>) {
    let asked = Block(request, home: standing.zone)
    let sessions = request.sessions.map { $0.moved(by: days) }
    let moved = Block(request.with(sessions, debriefLaterBy: 0), home: standing.zone)
    let there = request.with(sessions, debriefLaterBy: asked.last.days(until: moved.last))
    let decision = Guard.decide(
      there, standing: standing, policy: policy, today: today, horizon: 0)
    return (moved.first, decision.failing)
  }
}

extension Set<RuleCode> {
  /// The same rules, with the three on consent as one.
  fileprivate var coarse: Set<RuleCode> {
    Set(
      map { rule in
        switch rule {
        case .consentRevoked, .consentNotInForce: .consentMissing
        default: rule
        }
      })
  }
}

extension AskedSession {
  fileprivate func moved(by days: Int) -> AskedSession {
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

extension UseRequest {
  fileprivate func with(_ sessions: [AskedSession], debriefLaterBy days: Int) -> UseRequest {
    UseRequest(
      peer: peer, story: story, organisation: organisation, coordinator: coordinator,
      event: event, zone: zone, sessions: sessions, purpose: purpose, topics: topics,
      relations: relations, inTheRoom: inTheRoom,
      support: Support(
        hasPerson: support.hasPerson, debriefOn: support.debriefOn?.adding(days)),
      offer: offer, capacity: capacity, words: words)
  }
}
