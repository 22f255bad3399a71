import ConsentRegistry
import Foundation
import Sodium
import Testing

@testable import LedgerStore

/// Made-up peers to whom everything happens that can happen, for registries in files of their own.
enum Invented {
  /// Two zones, as plain as zones can be.
  static let tools = LedgerTools(
    digest: Sodium.sha256, random: Sodium.randomBytes,
    zones: { name in
      switch name {
      case "UTC": .utc
      case "America/Chicago": Zone(id: "America/Chicago", firstOffset: -21_600, transitions: [])
      default: nil
      }
    })

  static let custodian = Actor(role: .custodian, id: nil)
  /// The moment at which every made-up registry begins: noon on 1 May 2026.
  static let start = Instant(milliseconds: 1_777_636_800_000)

  /// So many hours after the beginning.
  static func hours(_ hours: Int) -> Instant {
    Instant(milliseconds: start.milliseconds + hours * 3_600_000)
  }

  static func id<Subject>(_ text: String) throws -> ID<Subject> {
    try #require(ID<Subject>(text))
  }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Makes a registry in which everything has happened to each of these peers, over four days.
  @discardableResult
  static func registry(
    at path: String, peers: [String] = ["ada", "bo", "cleo", "dov"], isOld: Bool = false
  ) throws -> Ledger {
    let ledger = try Ledger.create(
      path: path, isRehearsal: true, policy: .initial, now: start, actor: custodian, tools: tools)
    let organisations: [OrganisationID: String] = [
      try id("o1"): "Riverside", try id("o2"): "Café Größe",
    ]
    if !isOld {
      try ledger.give(
        .init(.coordinator, "kit"), of: try id("o1"), address: "kit@work.example", by: custodian,
        at: start)
      try ledger.give(
        .init(.custodian, "rin"), of: nil, address: nil, by: custodian, at: start)
    }
    for (place, name) in peers.enumerated() {
      let all = try happenings(of: name).filter { happening in
        // The first form of the schema knew of no placements.
        if isOld, case .placing = happening { false } else { true }
      }
      let peer: PeerID = try id(name)
      // In three parts, the last on the next peer's day: so checkpoints come between them.
      let cuts = [0, 9, 20, all.count]
      for part in 0..<3 {
        let draft = Draft(
          record(of: peer, all.prefix(cuts[part])), Array(all[cuts[part]..<cuts[part + 1]]))
        let actor = Actor(role: part == 1 ? .coordinator : .peer, id: part == 2 ? name : "kit")
        #expect(
          try ledger.append(
            [draft], organisations: place == 0 ? organisations : [:], by: actor,
            at: hours(24 * place + 6 * part)))
      }
    }
    return ledger
  }

  /// Makes a file what it would be if only the first form of the schema had ever been.
  static func takeBack(_ path: String) throws {
    let newer = path + ".newer"
    try FileManager.default.moveItem(atPath: path, toPath: newer)
    do {
      let connection = try Connection(path: path, mode: .create)
      try Schema.firstAlone.migrate(connection)
      try connection.execute("ATTACH \(newer) AS newer")
      for statement in [
        "INSERT INTO chain SELECT * FROM newer.chain",
        "INSERT INTO entry SELECT * FROM newer.entry",
        "INSERT INTO personal SELECT * FROM newer.personal",
        "INSERT INTO peer SELECT * FROM newer.peer",
        """
        INSERT INTO use SELECT chain, day, id, engagement, place, story, organisation, event, kind,
          channel, purpose, audience, last, state, origin, lapses, revision FROM newer.use
        """,
        "INSERT INTO own_limits SELECT * FROM newer.own_limits",
        "INSERT INTO organisation SELECT * FROM newer.organisation",
        "INSERT INTO registry SELECT * FROM newer.registry",
      ] as [SQL] {
        try connection.execute(statement)
      }
    }
  }

  /// What happenings add up to.
  static func record(of peer: PeerID, _ happenings: some Sequence<Happening>) -> PeerRecord {
    var record = PeerRecord(peer: peer)
    for happening in happenings { record.apply(happening) }
    return record
  }

  /// Every kind of happening, in an order in which they make sense.
  ///
  /// The name begins every id of an engagement, and every word that a person wrote.
  static func happenings(of name: String) throws -> [Happening] {
    let (story, one, two): (StoryID, OrganisationID, OrganisationID) =
      (try id("finding-home"), try id("o1"), try id("o2"))
    func engagement(_ number: Int) throws -> EngagementID { try id("\(name)-e\(number)") }
    let today = try day("2026-05-01")
    let consent = Consent(
      id: try id("c1"), story: story, purposes: [.training, .ai], channels: [.inPerson, .web],
      audiences: [.students, .public], organisations: [one, two], attribution: .firstNameAndTown,
      recording: true, reuse: true, given: today, from: today, until: try day("2027-04-30"))
    let limits = Limits([
      .init(term: try #require(Term.named("rest.days")), value: 21),
      .init(term: .cap(.telling, days: 45), value: 1),
      .init(term: try #require(Term.named("load.halfLife")), value: 7.5),
    ])
    return [
      .peerAdded(
        zone: try #require(tools.zones("America/Chicago")), isClaimed: false,
        words: PeerWords(
          name: "\(name) Planted", introduceMeAs: "\(name) Planted gardener",
          askMeAbout: "\(name) Planted choirs", contact: "\(name) Planted at home")),
      .peerClaimed,
      .tied(organisation: one, relations: [.employer, .court]),
      .tied(organisation: one, relations: []),
      .contactChosen(IndependentContact(organisation: two)),
      .contactChosen(IndependentContact(organisation: nil)),
      .contactChosen(nil),
      .waived(.care, isWaived: true),
      .storyTold(
        story, label: "\(name) Planted label",
        boundary: Boundary(topics: [
          "\(name) Planted housing": .share, "\(name) Planted court": .askFirst,
          "\(name) Planted kin": .offLimits,
        ])),
      .consented(consent),
      .asked(try asked(engagement(1), name)),
      .answered(try engagement(1), .yes, day: today),
      .completed(try engagement(1), sessions: [0], day: try day("2026-05-20")),
      .released(try engagement(1), sessions: [1], day: try day("2026-05-21")),
      .asked(try asked(engagement(2), name)),
      .answered(try engagement(2), .notThisKind, day: try day("2026-05-02")),
      .asked(try asked(engagement(3), name)),
      .heldBack(
        HeldBackAsk(
          organisation: two, day: today, blockStarts: try day("2026-06-01"),
          rules: [.consentMissing, .restPeriod, .payUnstated], request: try request(name))),
      .recorded(
        try taken(engagement(4)), words: UseWords(eventName: "\(name) Planted evening")),
      .recorded(try taken(engagement(5)), words: UseWords()),
      .withdrew(day: today, scope: .init(story: story, purpose: .ai, channel: .web)),
      .withdrew(day: today, scope: .init()),
      .paused(Pause(from: today, until: try day("2026-05-09")), keeping: []),
      .paused(Pause(from: try day("2026-06-01"), until: nil), keeping: [try id("e-kept")]),
      .pauseLifted(day: try day("2026-06-03")),
      .readinessSet(notBefore: try day("2026-07-01")),
      .readinessSet(notBefore: nil),
      .limitsSet(limits, refusesInTheRoom: true, day: today, recordedOn: today),
      .limitsSet(
        Limits(), refusesInTheRoom: false, day: try day("2026-05-02"),
        recordedOn: try day("2026-05-03")),
      .placing(.versionReleased(try id("\(name)-e1-2"), day: today)),
      .placing(.placed(try placement(1, holder: one, of: name))),
      .placing(.placed(try placement(2, holder: nil, of: name))),
      .placing(.removalOpened(try id("\(name)-p1"), day: today, deadline: today.adding(30))),
      .placing(
        .moved(
          try id("\(name)-p1"), to: .removed, day: try day("2026-05-03"),
          proof: "\(name) Planted proof")),
      .peerMoved(zone: .utc),
      .toldElsewhere(day: try day("2026-04-11")),
    ]
  }

  /// A request with a word in every field that takes one.
  static func request(_ name: String) throws -> UseRequest {
    UseRequest(
      peer: try id(name), story: try id("finding-home"), organisation: try id("o1"),
      coordinator: try id("kit"), event: try id("spring"), zone: .utc,
      sessions: [
        AskedSession(
          time: .telling(
            start: try #require(LocalTime("2026-05-20T18:30")), minutes: 15, recorded: true),
          channel: .inPerson, purpose: .training, audience: .students, attribution: .firstName),
        AskedSession(
          time: .exposure(day: try day("2026-05-21"), of: try id("use-7")), channel: .web,
          purpose: .ai, audience: .public, attribution: .notNamed),
      ],
      purpose: .training, topics: ["\(name) Planted housing", "\(name) Planted work"],
      relations: [.funder], inTheRoom: true,
      support: Support(hasPerson: true, debriefOn: try day("2026-05-22")),
      offer: Offer(
        remuneration: Money(minor: 15_000, currency: "USD"),
        reimbursement: Money(minor: 900, currency: "USD"), inKind: true),
      capacity: .contributor,
      words: RequestWords(
        eventName: "\(name) Planted spring", place: "\(name) Planted hall",
        aim: "\(name) Planted aim", noStoryConsidered: "\(name) Planted thought",
        supportPerson: "\(name) Planted Sam", preparation: "\(name) Planted call",
        inKind: "\(name) Planted lunch"))
  }

  private static func placement(
    _ number: Int, holder: OrganisationID?, of name: String
  ) throws -> Placement {
    Placement(
      id: try id("\(name)-p\(number)"), use: try id("\(name)-e1-2"), medium: .page, holder: holder,
      address: "\(name) Planted address", story: try id("finding-home"),
      purpose: holder == nil ? nil : .ai, channel: .web, organisation: try id("o1"),
      placedOn: try day("2026-05-01"),
      recallUntil: holder == nil ? nil : try day("2026-06-10"))
  }

  private static func asked(_ engagement: EngagementID, _ name: String) throws -> EngagementRecord {
    EngagementRecord(
      id: engagement, story: try id("finding-home"), organisation: try id("o1"),
      event: try id("spring"), origin: .permitted, askedOn: try day("2026-05-01"),
      replyUntil: try day("2026-05-08"), request: try request(name),
      sessions: [
        .init(
          use: try id("\(engagement)-1"), kind: .telling, channel: .inPerson, purpose: .training,
          audience: .students, first: try day("2026-05-20"), last: try day("2026-05-21"),
          state: .held),
        .init(
          use: try id("\(engagement)-2"), kind: .exposure, channel: .web, purpose: .ai,
          audience: .public, first: try day("2026-05-21"), last: try day("2026-05-21"),
          state: .held),
      ])
  }

  private static func taken(_ engagement: EngagementID) throws -> EngagementRecord {
    EngagementRecord(
      id: engagement, story: try id("finding-home"), organisation: try id("o2"),
      event: try id("evening"), origin: .imported,
      sessions: [
        .init(
          use: try id("\(engagement)-1"), kind: .telling, channel: .hearing, purpose: nil,
          audience: nil, first: try day("2026-03-01"), last: try day("2026-03-02"),
          state: .endedEarly)
      ])
  }
}
