import ConsentRegistry
import LedgerStore
import Sodium

/// A registry of made-up peers, each with twenty uses and a consent.
struct BenchRegistry {
  static let uses = 20
  static let now = Instant(milliseconds: BenchWorld.today.number * 86_400_000 + 64_800_000)
  static let tools = LedgerTools(
    digest: Sodium.sha256, random: Sodium.randomBytes,
    zones: { $0 == "UTC" ? .utc : BenchWorld.home })

  let ledger: Ledger
  let peers: Int

  init(path: String, peers: Int) throws {
    self.peers = peers
    let custodian = Actor(role: .custodian, id: nil)
    let early = Instant(milliseconds: BenchRegistry.now.milliseconds - 1_000)
    ledger = try Ledger.create(
      path: path, isRehearsal: true, policy: .initial, now: early, actor: custodian,
      tools: BenchRegistry.tools)
    var start = 0
    while start < peers {
      let end = min(start + 1_000, peers)
      let drafts = try (start..<end).map { try BenchRegistry.draft(of: $0) }
      guard try ledger.append(drafts, organisations: [:], by: custodian, at: early) else {
        throw BenchError.unexpected("the made-up registry moved while it was made")
      }
      start = end
    }
  }

  func desk(_ role: Actor.Role = .custodian) throws -> Desk<Ledger> {
    var count = 0
    return Desk(
      ledger: ledger, policies: try ledger.policies(),
      actor: Actor(role: role, id: nil), moment: Moment(now: BenchRegistry.now),
      newID: {
        count += 1
        return "ask-\(count)"
      })
  }

  static func peer(_ index: Int) throws -> PeerID {
    guard let peer = PeerID("p\(index)") else { throw BenchError.unexpected("no such peer") }
    return peer
  }

  private static func draft(of index: Int) throws -> Draft {
    guard let story: StoryID = BenchWorld.id("s1"), let consent = BenchWorld.consent() else {
      throw BenchError.unexpected("the made-up registry can't be made")
    }
    var happenings: [Happening] = [
      .peerAdded(zone: BenchWorld.home, isClaimed: true, words: PeerWords(name: "Peer \(index)")),
      .storyTold(story, label: "A story", boundary: Boundary(topics: ["housing": .share])),
      .consented(consent),
    ]
    for engagement in BenchWorld.past(uses, every: 40, lastAgo: 60) {
      guard let session = engagement.sessions.first,
        let use: UseID = BenchWorld.id("\(engagement.id)-1")
      else { continue }
      happenings.append(
        .recorded(
          EngagementRecord(
            id: engagement.id, story: story, organisation: engagement.organisation,
            event: BenchWorld.id("event-\(engagement.id)"), origin: .recorded,
            sessions: [
              EngagementRecord.Session(
                use: use, kind: .telling, channel: .inPerson, purpose: .training,
                audience: .students, first: session.first, last: session.last,
                state: .completed)
            ]), words: UseWords()))
    }
    return Draft(PeerRecord(peer: try peer(index)), happenings)
  }
}
