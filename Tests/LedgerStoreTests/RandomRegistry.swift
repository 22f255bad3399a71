import ConsentRegistry
import FoundationEssentials
import Seeded
import Testing

@testable import LedgerStore

/// A made-up registry in a file, dense enough to break every limit, and all that was put into it.
struct RandomRegistry {
  let ledger: Ledger
  let start: Day
  private(set) var policies = PolicyHistory()
  /// Who there is, in the order in which they joined.
  private(set) var peers: [Known] = []

  /// A peer as they were made up.
  struct Known {
    let peer: PeerID
    var engagements: [EngagementRecord] = []
    var limits = LimitHistory()
  }

  init(at path: String, peers count: Int? = nil, _ dice: inout SeededDice) throws {
    start = try Invented.day("2026-05-01")
    let policy = Self.policy(1, &dice)
    ledger = try Ledger.create(
      path: path, isRehearsal: true, policy: policy, now: Invented.start,
      actor: Invented.custodian, tools: Invented.tools)
    // Later versions bind from later days, and a looser one that is overtaken never does.
    var hours = 1
    for version in 2..<dice.int(2...4) {
      hours += 24 * dice.int(0...60)
      #expect(
        try ledger.store(
          Self.policy(version, &dice), by: Invented.custodian, at: Invented.hours(hours)))
    }
    policies = try ledger.policies()
    var drafts: [Draft] = []
    for number in 0..<(count ?? dice.int(3...6)) {
      var known = Known(peer: try Invented.id("p\(number)"))
      var happenings: [Happening] = [.peerAdded(zone: .utc, isClaimed: true, words: PeerWords())]
      for _ in 0..<dice.int(0...2) where dice.int(0...1) == 0 {
        let day = start.adding(dice.int(-20...150))
        let recordedOn = day.adding(dice.int(0...3))
        let limits = try Self.limits(&dice)
        known.limits.set(limits, on: day, recordedOn: recordedOn)
        happenings.append(
          .limitsSet(limits, refusesInTheRoom: false, day: day, recordedOn: recordedOn))
      }
      for block in 0..<dice.int(0...9) {
        let engagement = try engagement(number, block, &dice)
        known.engagements.append(engagement)
        happenings.append(.recorded(engagement, words: UseWords()))
      }
      peers.append(known)
      drafts.append(Draft(PeerRecord(peer: known.peer), happenings))
    }
    #expect(
      try ledger.append(
        drafts, organisations: [:], by: Invented.custodian, at: Invented.hours(hours + 1)))
  }

  func countOfUses(by day: Day) -> Int {
    peers.flatMap(\.engagements).flatMap(\.sessions).count {
      $0.state.tookPlace && $0.first <= day
    }
  }

  /// What the store finds, one line for each breach; the lines of a peer are ordered as found.
  func lines(
    in period: ReportPeriod, on day: Day, reader: ReportReader, by size: Int
  ) throws -> [String] {
    var lines: [String] = []
    try ledger.forEachOverused(
      period: period, on: day, policies: policies, reader: reader, by: size
    ) { lines += $0.map(Self.line) }
    return lines
  }

  private static func line(_ breach: Breach) -> String {
    let place = "\(breach.peer) "
    let use = " \(breach.day) \(breach.breaking.use)"
    switch breach.fact {
    case .overlap: return place + "overlap" + use
    case .rest(let days, let due): return place + "rest" + use + " \(days) of \(due ?? -1)"
    case .cap(_, let count, let cap):
      return place + "cap" + use + " \(count) of \(cap?.atMost ?? -1) in \(cap?.days ?? -1)"
    case .load: return place + "load" + use
    }
  }

  private func engagement(
    _ peer: Int, _ block: Int, _ dice: inout SeededDice
  ) throws -> EngagementRecord {
    let begins = dice.int(0...200)
    let isExposure = dice.int(0...9) < 3
    let isHeld = dice.int(0...9) == 0
    var sessions: [EngagementRecord.Session] = []
    for place in 0..<dice.int(1...3) {
      let first = start.adding(begins + dice.int(0...5))
      let channels: [Channel] = isExposure ? [.web, .video] : [.inPerson, .hearing, .video]
      // Ids of one day don't follow the order in which they were recorded.
      sessions.append(
        EngagementRecord.Session(
          use: try Invented.id("u\(dice.int(0...9))-\(block)-\(place)"),
          kind: isExposure ? .exposure : .telling,
          channel: channels.randomElement(using: &dice) ?? .video, purpose: nil, audience: nil,
          first: first, last: first.adding(dice.int(0...9) / 7),
          state: isHeld
            ? .held
            : dice.int(0...9) < 8
              ? .completed : SessionState.allCases.randomElement(using: &dice) ?? .held))
    }
    return EngagementRecord(
      id: try Invented.id("e\(9 - block)"), story: try Invented.id("s"),
      organisation: try Invented.id("o\(dice.int(1...3))"), event: nil,
      origin: Origin.allCases.randomElement(using: &dice) ?? .recorded,
      replyUntil: isHeld ? start.adding(begins - dice.int(0...9)) : nil, sessions: sessions)
  }

  private static func policy(_ version: Int, _ dice: inout SeededDice) -> Policy {
    var policy = Policy.initial
    policy.version = version
    policy.rest.days = dice.int(0...14)
    policy.rest.endedEarly = dice.int(0...30)
    policy.rest.byChannel =
      dice.int(0...1) == 0 ? ByChannel() : ByChannel([.hearing: dice.int(0...30)])
    policy.caps = Caps([
      Cap(kind: .telling, atMost: dice.int(0...3), days: dice.int(1...30)),
      Cap(kind: .telling, atMost: dice.int(2...6), days: 60),
      Cap(kind: .exposure, atMost: dice.int(0...2), days: dice.int(1...60)),
    ])
    if dice.int(0...2) == 0 {
      policy.load.halfLife = Double(dice.int(1...20))
      policy.load.limit = Double(dice.int(10...40)) / 10
      policy.load.weights = ByChannel([.hearing: Double(dice.int(0...3))])
    }
    return policy
  }

  private static func limits(_ dice: inout SeededDice) throws -> Limits {
    var own: [Limits.OwnValue] = []
    for path in [
      "rest.days", "rest.endedEarly", "rest.byChannel.video", "caps.telling.60",
      "caps.exposure.20",
    ] where dice.int(0...1) == 0 {
      own.append(
        Limits.OwnValue(
          term: try #require(Term.named(path)), value: Double(dice.int(1...30))))
    }
    return Limits(own)
  }
}
