import ConsentRegistry
import Foundation
import LedgerStore
import Seeded
import Testing

@testable import storyguard

/// Two coordinators, or thirty-two, who ask for the same last place at the same moment.
@Suite struct RaceTests {
  static let rounds = Soak.isOn ? 200 : 20
  static let askers = 32

  /// What makes it the last place: the rule that must refuse everybody else.
  private enum LastPlace: CaseIterable {
    case rest, cap, asks

    var rule: RuleCode {
      switch self {
      case .rest: .restPeriod
      case .cap: .capRolling
      case .asks: .askCap
      }
    }

    func policy() throws -> Policy {
      var policy = Policy.initial
      if self == .rest { return policy }
      try #require(Term.named("rest.days")).set(0, in: &policy)
      let term = self == .cap ? Term.cap(.telling, days: 365) : Term.named("asks.atMost")
      try #require(term).set(1, in: &policy)
      return policy
    }

    /// With a rest, all ask for one day; otherwise each for a day of their own.
    func day(of asker: Int) -> Day { Opening.today.adding(10 + (self == .rest ? 0 : asker * 10)) }
  }

  @Test func `Of 32 who ask for the last place at once one gets it and 31 are listed for the peer`()
    throws
  {
    var (holds, heldBack) = (0, 0)
    for round in 0..<Self.rounds {
      let place = LastPlace.allCases[round % LastPlace.allCases.count]
      try Places.inFolder { folder in
        try Opening.registry(
          at: "\(folder)/storyguard.db", peers: ["maya"], policy: try place.policy())
        let answers = try ask(place, in: folder, together: round % 2 == 0)
        #expect(answers.count { $0.status == 0 } == 1, "round \(round)")
        #expect(answers.count { $0.status == 2 } == Self.askers - 1, "round \(round)")
        #expect(answers.allSatisfy { $0.err.isEmpty }, "\(answers.map(\.err))")

        let ledger = try Opening.ledger("\(folder)/storyguard.db")
        let record = try #require(try ledger.record(of: Opening.id("maya")))
        #expect(record.engagements.map { $0.sessions.map(\.state) } == [[.held]])
        #expect(record.heldBack.allSatisfy { $0.rules == [place.rule] })
        let asked = record.engagements.compactMap(\.request) + record.heldBack.map(\.request)
        #expect(
          Set(asked.compactMap { $0.coordinator?.text })
            == Set((0..<Self.askers).map { "kit-e\($0)" }))
        #expect(record.revision == 3 + Self.askers)
        #expect(try ledger.audit().findings == [])
        holds += record.engagements.count
        heldBack += record.heldBack.count
      }
    }
    print("Races: \(Self.rounds) rounds of \(Self.askers): \(holds) holds, \(heldBack) held back.")
  }

  /// All ask at once; together, they find the door shut until the last has read the record.
  private func ask(
    _ place: LastPlace, in folder: String, together: Bool
  ) throws -> [(status: Int32, out: String, err: String)] {
    for asker in 0..<Self.askers {
      let request = Opening.request(
        of: "maya", by: "o\(asker)", on: place.day(of: asker), event: "e\(asker)")
      try Data(request.utf8).write(to: URL(filePath: "\(folder)/\(asker).json"))
    }
    func start() throws -> [Started] {
      try (0..<Self.askers).map { try Started(["request", "\($0).json"], in: folder) }
    }
    guard together else { return try start().map { try $0.ended() } }
    let door = try Connection(path: "\(folder)/storyguard.db", mode: .readWrite)
    try door.execute("BEGIN IMMEDIATE")
    let started = try start()
    Thread.sleep(forTimeInterval: 0.2)
    try door.execute("ROLLBACK")
    return try started.map { try $0.ended() }
  }
}
