import ConsentRegistry
import Seeded

/// A made-up registry of a few peers, dense enough that every report has something to count.
struct RandomRegistry {
  /// Every organisation that there is.
  static let organisations = ["o1", "o2", "o3"]
  static let first = date("2025-10-01")
  /// The days on which anything happens.
  static let days = 300

  private(set) var peers: [ReportPeer] = []
  private var dice: SeededDice

  init(seed: UInt64) {
    dice = SeededDice(seed: seed)
    for number in 0..<dice.int(1...9) { peers.append(peer("p\(number)")) }
  }

  private mutating func peer(_ name: String) -> ReportPeer {
    var peer = ReportPeer(name, isClaimed: !chance(20))
    if chance(50) { peer.note(.support(.rotationChosen(takesPart: chance(80)))) }
    for number in 0..<dice.int(0...3) { grant(&peer, number) }
    for number in 0..<dice.int(0...7) { ask(&peer, "\(name)-e\(number)") }
    for number in 0..<dice.int(0...3) {
      peer.recorded(
        "\(name)-r\(number)", on: day(), for: organisation(),
        origin: chance(50) ? .recorded : .imported, kind: chance(70) ? .telling : .exposure,
        event: chance(50) ? "ev\(dice.int(1...2))" : nil)
    }
    for _ in 0..<dice.int(0...3) {
      let rules: [RuleCode] = [.askQuiet, .restPeriod, .capRolling]
      peer.heldBack(
        ReportPeer.request(by: organisation(), for: [day()]), on: day(),
        by: rules[dice.int(0...2)], .noticeShort)
    }
    for number in 0..<dice.int(0...3) {
      let offered = day()
      peer.offer(
        "\(name)-w\(number)", by: organisation(), on: offered,
        doneOn: chance(50) ? offered.adding(dice.int(0...20)) : nil, isSilent: chance(20))
      if chance(30) {
        peer.note(
          .owing(.paid(.work(id("\(name)-w\(number)")), nil, day: offered.adding(dice.int(0...60))))
        )
      }
      peer.contribution(
        "\(name)-c\(number)", by: organisation(), chance(50) ? .training : .supervision,
        minutes: dice.int(1...120), cost: chance(30) ? dollars(dice.int(1...9)) : nil,
        isPaidTime: chance(50), on: day(), confirmedOn: chance(50) ? day() : nil)
    }
    if chance(30) {
      peer.note(.asking(.askedOutside(id(organisation()), words: nil, day: day())))
    }
    return peer
  }

  private mutating func grant(_ peer: inout ReportPeer, _ number: Int) {
    let from = day()
    let named = chance(50) ? ["o1", "o2"] : [organisation()]
    peer.consent(
      "c\(number)", to: named, from: from, until: from.adding(dice.int(0...250)),
      purposes: chance(50) ? [.training] : [.training, .fundraising],
      onlyFor: chance(10) ? "some" : nil)
    guard chance(30) else { return }
    peer.note(
      .withdrew(
        day: from.adding(dice.int(0...60)),
        scope: .init(
          purpose: chance(30) ? .fundraising : nil,
          organisation: chance(60) ? id(organisation()) : nil)))
  }

  private mutating func ask(_ peer: inout ReportPeer, _ name: String) {
    let asked = day()
    let start = asked.adding(dice.int(8...40))
    let isUnpaid = chance(20)
    let request = ReportPeer.request(
      by: organisation(), for: [start] + (chance(30) ? [start.adding(1)] : []),
      event: chance(60) ? "ev\(dice.int(1...3))" : nil, channel: chance(80) ? .inPerson : .web,
      offer: Offer(
        remuneration: isUnpaid ? nil : dollars(dice.int(1...300)),
        reimbursement: chance(30) ? dollars(dice.int(1...30)) : nil, inKind: chance(20),
        unpaid: isUnpaid))
    let states = SessionState.allCases + Array(repeating: .completed, count: 8)
    peer.ask(
      name, request, on: asked, becomes: states[dice.int(0...states.count - 1)],
      origin: chance(15) ? .excepted : .permitted)
    let block: EngagementID = id(name)
    for kind in request.offer.kinds {
      let cause = Due.Cause.engagement(block, kind)
      if chance(60) {
        peer.note(.owing(.paid(cause, nil, day: start.adding(dice.int(-5...60)))))
      }
      if chance(40) { peer.note(.owing(.payConfirmed(cause, day: start.adding(dice.int(1...70))))) }
      if chance(10) { peer.note(.owing(.payMissing(cause, day: start.adding(dice.int(30...70))))) }
    }
    if chance(40) { peer.note(.owing(.checkedIn(block, day: start.adding(dice.int(0...5))))) }
    if chance(30) {
      peer.note(.owing(.checkInConfirmed(block, day: start.adding(dice.int(0...5)))))
    }
    if chance(10) { peer.note(.owing(.checkInMissed(block, day: start.adding(3)))) }
    guard chance(40) else { return }
    peer.note(
      .placing(
        .placed(
          Placement(
            id: id("\(name)-p"), use: id("\(name)-1"), medium: .page,
            holder: chance(80) ? id(organisation()) : nil, address: nil, story: id("s1"),
            purpose: .training, channel: .web, organisation: request.organisation,
            placedOn: start))))
    if chance(40) {
      peer.note(
        .placing(
          .removalOpened(
            id("\(name)-p"), day: start.adding(10), deadline: start.adding(dice.int(10...50)))))
    }
    if chance(30) {
      peer.note(
        .placing(
          .moved(
            id("\(name)-p"), to: chance(50) ? .removed : .removalRefused,
            day: start.adding(dice.int(0...40)), proof: nil)))
    }
  }

  mutating func chance(_ percent: Int) -> Bool { dice.int(1...100) <= percent }
  mutating func day() -> Day { RandomRegistry.first.adding(dice.int(0...RandomRegistry.days)) }
  private mutating func organisation() -> String {
    RandomRegistry.organisations[dice.int(0...2)]
  }

  /// The scope that a report is asked for, narrowed in one way or another.
  mutating func scope() -> ReportScope {
    ReportScope(
      period: ReportPeriod(from: chance(50) ? nil : day(), to: chance(60) ? nil : day()),
      organisation: chance(30) ? id(organisation()) : nil,
      event: chance(20) ? id("ev1") : nil, story: chance(10) ? id("s1") : nil)
  }
}

/// Everything in a registry laid out in long lists, to be counted with the eye: slow and plain.
struct AllRecords {
  struct Ask {
    let peer: PeerID
    let record: PeerRecord
    let engagement: EngagementRecord
    var organisation: OrganisationID { engagement.organisation }
  }
  struct Use {
    let ask: Ask
    let session: EngagementRecord.Session
    var organisation: OrganisationID { ask.organisation }
    var isTelling: Bool { session.kind == .telling }
  }

  let records: [PeerRecord]
  let day: Day
  let asks: [Ask]
  /// What took place by the day.
  let uses: [Use]

  init(_ peers: [ReportPeer], on day: Day) {
    records = peers.map(\.record)
    self.day = day
    asks = peers.flatMap { peer in
      peer.record.engagements.map {
        Ask(peer: peer.record.peer, record: peer.record, engagement: $0)
      }
    }
    uses = asks.flatMap { ask in ask.engagement.sessions.map { Use(ask: ask, session: $0) } }
      .filter {
        ($0.session.state == .completed || $0.session.state == .endedEarly)
          && $0.session.first <= day
      }
  }

  func isWithin(_ scope: ReportScope, _ organisation: OrganisationID, on day: Day) -> Bool {
    if let from = scope.period.from, day < from { return false }
    if let to = scope.period.to, to < day { return false }
    if let only = scope.organisation, only != organisation { return false }
    return true
  }

  func isWithin(_ scope: ReportScope, _ ask: Ask, on day: Day) -> Bool {
    if let event = scope.event, ask.engagement.event != event { return false }
    if let story = scope.story, ask.engagement.story != story { return false }
    return isWithin(scope, ask.organisation, on: day)
  }

  func uses(in scope: ReportScope) -> [Use] {
    uses.filter { isWithin(scope, $0.ask, on: $0.session.first) }
  }
}
