import ConsentRegistry
import Foundation
import LedgerStore
import Testing

@testable import storyguard

/// A registry to begin with: peers at home in UTC, each with a story and a consent that runs.
enum Opening {
  static let custodian = Actor(role: .custodian, id: nil)

  /// Today, by the same clock as the command's.
  static var today: Day { Zone.utc.day(at: Console.now()) }

  static func id<Subject>(_ text: String) throws -> ID<Subject> {
    try #require(ID<Subject>(text))
  }

  /// Makes it, with every organisation of `o0`, `o1` … that may ask the peers.
  static func registry(
    at path: String, peers: [String], organisations: Int = 32, policy: Policy = .initial
  ) throws {
    let now = Console.now()
    let ledger = try Ledger.create(
      path: path, isRehearsal: false, policy: policy, now: now, actor: custodian,
      tools: Surroundings.tools)
    let day = Zone.utc.day(at: now)
    for name in peers {
      let consent = Consent(
        id: try id("c1"), story: try id("s1"), purposes: [.training], channels: [.inPerson],
        audiences: [.students], organisations: try (0..<organisations).map { try id("o\($0)") },
        attribution: .firstName, recording: false, reuse: false, given: day, from: day,
        until: day.addingMonths(24))
      #expect(
        try ledger.append(
          [
            Draft(
              PeerRecord(peer: try id(name)),
              [
                .peerAdded(zone: .utc, isClaimed: true, words: PeerWords(name: "Planted")),
                .storyTold(
                  try id("s1"), label: nil, boundary: Boundary(topics: ["housing": .share])),
                .consented(consent),
              ])
          ], organisations: [:], by: custodian, at: now))
    }
  }

  /// A request that only the rules on the peer's time can refuse.
  static func request(
    of peer: String, by organisation: String, on day: Day, event: String
  ) -> String {
    """
    {"peer":"\(peer)","story":"s1","organisation":"\(organisation)","coordinator":"kit-\(event)",
     "event":{"id":"\(event)","name":"Planted evening","place":"Planted hall","zone":"UTC"},
     "sessions":[{"kind":"telling","channel":"inPerson","start":"\(day)T18:00","minutes":15}],
     "purpose":"training","audience":"students","attribution":"firstName","topics":["housing"],
     "support":{"person":"Maria Planted","debriefOn":"\(day.adding(1))"},
     "offer":{"remuneration":{"minor":15000,"currency":"USD"}}}
    """
  }

  static func ledger(_ path: String) throws -> Ledger {
    try Ledger(path: path, tools: Surroundings.tools)
  }
}
