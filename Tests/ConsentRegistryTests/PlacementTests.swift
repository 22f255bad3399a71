import ConsentRegistry
import Offices
import Testing

/// Where things are, and what a withdrawal asks to come down: worked out by dates.
struct PlacementTests {
  @Test func `a print can be stopped until its deadline, and is beyond recall from the next day`()
    throws
  {
    let shelf = try Shelf()
    let print = try shelf.place("p1", from: "e1", .print, recallUntil: "2026-06-10")
    #expect(print.state(on: try shelf.day("2026-06-10")) == .live)
    #expect(print.state(on: try shelf.day("2026-06-11")) == .beyondRecall)
    #expect(print.since(on: try shelf.day("2026-07-01")) == Day("2026-06-11"))
    // A share in hands that nobody knows was never in anybody's control.
    let share = try shelf.place("p2", from: "e1", .post, holder: nil)
    #expect(share.state(on: try shelf.day("2026-06-01")) == .beyondRecall)
  }

  @Test
  func `withdrawn the day before the deadline the page is pulled, two days later only the PDF`()
    throws
  {
    let early = try Shelf()
    try early.place("p1", from: "e1", .print, recallUntil: "2026-06-10")
    try early.place("p2", from: "e1", .page)
    let stopped = try early.withdraw(.init(), on: "2026-06-09")
    #expect(
      stopped.mustComeDown.map { $0.openTask?.deadline } == [
        Day("2026-06-10"), Day("2026-07-09"),
      ])
    #expect(stopped.beyondRecall.isEmpty)
    // Asked for in time: it stays open until the holder says whether it was stopped.
    let kept = try #require(try early.record.placements[early.id("p1")])
    #expect(kept.state(on: try early.day("2026-06-20")) == .beyondRecall)
    #expect(kept.openTask?.isOverdue(on: try early.day("2026-06-20")) == true)

    let late = try Shelf()
    try late.place("p1", from: "e1", .print, recallUntil: "2026-06-10")
    try late.place("p2", from: "e1", .page)
    let printed = try late.withdraw(.init(), on: "2026-06-12")
    #expect(printed.beyondRecall.map(\.placement.id.text) == ["p1"])
    #expect(printed.mustComeDown.map(\.placement.id.text) == ["p2"])
    #expect(try late.record.placements[late.id("p1")]?.task == nil)
  }

  @Test func `withdrawing fundraising takes its placements down and leaves those for training`()
    throws
  {
    let shelf = try Shelf()
    try shelf.place("p1", from: "e1", .page)
    try shelf.place("p2", from: "e2", .page)
    try shelf.place("p3", from: "e2", .post)
    let first = try shelf.withdraw(.init(purpose: .fundraising), on: "2026-06-09")
    #expect(first.mustComeDown.map(\.placement.id.text) == ["p2", "p3"])
    #expect(first.staying.map(\.placement.id.text) == ["p1"])
    // Each gets a final state and day, and a second withdrawal opens no second task.
    try shelf.move("p2", to: .removed, on: "2026-06-12")
    try shelf.move("p3", to: .removalRefused, on: "2026-06-13")
    let open = try shelf.record.placements.all.compactMap(\.openTask)
    #expect(open.isEmpty)
    let second = try shelf.withdraw(.init(), on: "2026-06-20")
    #expect(second.mustComeDown.map(\.placement.id.text) == ["p1"])
    #expect(second.removedBefore.map(\.placement.id.text) == ["p2"])
    #expect(second.refusedBefore.map(\.placement.id.text) == ["p3"])
    let third = try shelf.withdraw(.init(), on: "2026-07-01")
    #expect(third.mustComeDown.map { $0.task?.opened } == [Day("2026-06-20")])
  }

  @Test
  func `what rests on another consent too stays, and what merely ended comes down for nobody`()
    throws
  {
    let shelf = try Shelf()
    try shelf.grant("second", purposes: [.training], until: "2026-12-31", on: "2026-05-02")
    try shelf.ask("e3", .training, on: "2026-05-20")
    try shelf.place("p1", from: "e1", .page)
    try shelf.place("p3", from: "e3", .page)
    let narrow = try shelf.withdraw(.init(consent: shelf.id("first")), on: "2026-06-09")
    #expect(narrow.mustComeDown.isEmpty)
    #expect(narrow.staying.map(\.placement.id.text) == ["p1", "p3"])
    let rest = try shelf.withdraw(.init(consent: shelf.id("second")), on: "2026-06-10")
    #expect(rest.mustComeDown.map(\.placement.id.text) == ["p1", "p3"])
  }

  @Test func `of a use entered late only what is known of it is compared`() throws {
    let shelf = try Shelf()
    let known = try shelf.late(.fundraising)
    let unknown = try shelf.late(nil)
    try shelf.place("p1", use: known, .page)
    try shelf.place("p2", use: unknown, .page)
    let narrow = try shelf.withdraw(.init(purpose: .fundraising), on: "2026-06-09")
    #expect(narrow.mustComeDown.map(\.placement.id.text) == ["p1"])
    #expect(narrow.staying.map(\.placement.id.text) == ["p2"])
    let all = try shelf.withdraw(.init(), on: "2026-06-10")
    #expect(all.mustComeDown.map(\.placement.id.text) == ["p1", "p2"])
  }

  @Test func `what turns up after a withdrawal must come down at once`() throws {
    let shelf = try Shelf()
    _ = try shelf.withdraw(.init(purpose: .fundraising), on: "2026-06-09")
    let found = try shelf.place("p1", from: "e2", .page, on: "2026-06-15")
    #expect(found.openTask?.deadline == Day("2026-07-15"))
    #expect(try shelf.place("p2", from: "e1", .page, on: "2026-06-15").task == nil)
  }

  @Test func `a dry run says what a withdrawal will do, and changes nothing`() throws {
    let shelf = try Shelf()
    try shelf.place("p1", from: "e2", .page)
    try shelf.ask("e3", .training, on: "2026-06-25", confirmed: false)
    let before = try shelf.record
    let dry = try shelf.desk(.peer, "ada", on: "2026-06-09").withdrawal(
      ofWhatMatches: .init(), by: shelf.ada)
    #expect(try shelf.record == before)
    #expect(dry.holdsEnded.map(\.engagement.text) == ["e3"])
    #expect(try shelf.withdraw(.init(), on: "2026-06-09") == dry)
  }

  @Test func `what is shown on that very day is let go too; what was shown before it isn't`() throws
  {
    let shelf = try Shelf()
    try shelf.ask("e0", .training, on: "2026-06-08")
    try shelf.ask("e3", .training, on: "2026-06-09")
    try shelf.ask("e4", .training, on: "2026-06-10")
    let withdrawal = try shelf.withdraw(.init(), on: "2026-06-09")
    #expect(withdrawal.begun == [])
    #expect(withdrawal.released.map(\.engagement.text) == ["e3", "e4"])
    #expect(try shelf.record.engagement(shelf.id("e0"))?.sessions.map(\.state) == [.confirmed])
  }

  @Test func `an organisation reads only its own, and a coordinator minds only their own uses`()
    throws
  {
    let shelf = try Shelf()
    try shelf.place("p1", from: "e1", .page, holder: "o1")
    try shelf.place("p2", from: "e1", .page, holder: "o2")
    try shelf.ask("e3", .training, on: "2026-06-25", confirmed: true)
    _ = try shelf.withdraw(.init(), on: "2026-06-09")
    let kit = shelf.desk(.coordinator, "kit", on: "2026-06-09")
    let own = try kit.organisationsPage(of: shelf.ada, for: shelf.id("o1"))
    #expect(own.held.map(\.id.text) == ["p1"])
    #expect(own.noLongerAvailable.map(\.engagement.text) == ["e3"])
    let other = try kit.organisationsPage(of: shelf.ada, for: shelf.id("o2"))
    #expect(other.held.map(\.id.text) == ["p2"] && other.noLongerAvailable.isEmpty)
    // A stranger can't tell her from nobody.
    for peer in [shelf.ada, try shelf.id("nobody")] as [PeerID] {
      #expect(
        shelf.refusal { try kit.organisationsPage(of: peer, for: shelf.id("o9")) } == .unknownPeer)
      #expect(
        shelf.refusal {
          try kit.move(
            shelf.id("p1"), of: peer, to: .removed, actingFor: shelf.id("o9"))
        } == .unknownPeer)
    }
    // The use is another's, and so the placement may not be theirs to speak for.
    #expect(
      shelf.refusal {
        try kit.place(
          NewPlacement(
            use: shelf.id("e1-1"), medium: .page, holder: nil, address: "elsewhere"),
          of: shelf.ada, actingFor: shelf.id("o2"))
      } == .unknownUse)
    #expect(
      shelf.refusal {
        try kit.move(shelf.id("p1"), of: shelf.ada, to: .removed, actingFor: shelf.id("o2"))
      } == .unknownPlacement)
    #expect(
      shelf.refusal { try kit.move(shelf.id("p1"), of: shelf.ada, to: .removed) }
        == .notForThisRole)
    for role in [Actor.Role.coordinator, .supporter] {
      #expect(
        shelf.refusal {
          try shelf.desk(role, "sam", on: "2026-06-09").releaseVersion(
            of: shelf.id("e1-1"), by: shelf.ada)
        } == .onlyThePeer)
    }
  }

  @Test func `days that can't be are refused`() throws {
    let shelf = try Shelf()
    #expect(
      shelf.refusal { try shelf.place("p1", from: "e1", .print, recallUntil: "2026-05-30") }
        == .beforeItWasPlaced(try shelf.day("2026-06-01")))
    try shelf.place("p1", from: "e1", .page)
    #expect(shelf.refusal { try shelf.place("p1", from: "e1", .page) } == .placementExists)
    #expect(
      shelf.refusal { try shelf.move("p1", to: .removed, on: "2026-05-31") }
        == .beforeItWasPlaced(try shelf.day("2026-06-01")))
    #expect(
      shelf.refusal {
        try shelf.desk(.custodian, nil, on: "2026-06-02").move(
          shelf.id("p1"), of: shelf.ada, to: .removed, on: shelf.day("2026-06-03"))
      } == .inTheFuture(today: try shelf.day("2026-06-02")))
  }
}

/// A peer of whom `o1` has told twice: `e1` for training and `e2` for fundraising.
private final class Shelf {
  let ada: PeerID
  private let ledger = MemoryLedger()
  private var count = 0

  init() throws {
    ada = try #require(PeerID("ada"))
    let desk = desk(.peer, "ada", on: "2026-05-01")
    try desk.addPeer(ada, home: .utc, words: PeerWords())
    try desk.note(
      .storyTold(id("s1"), label: nil, boundary: Boundary(topics: ["housing": .share])), of: ada)
    try grant("first", purposes: [.training, .fundraising], until: "2026-12-31", on: "2026-05-01")
    try ask("e1", .training, on: "2026-05-10")
    try ask("e2", .fundraising, on: "2026-05-12")
  }

  var record: PeerRecord { get throws { try #require(ledger.record(of: ada)) } }
  func id<Subject>(_ text: String) throws -> ID<Subject> { try #require(ID(text)) }
  func day(_ text: String) throws -> Day { try #require(Day(text)) }

  func desk(_ role: Actor.Role, _ id: String?, on day: String) -> Desk<MemoryLedger> {
    var policies = PolicyHistory()
    policies.store(.initial, on: Day(number: 0))
    return Desk(
      ledger: ledger, policies: policies, actor: Actor(role: role, id: id),
      moment: Moment(now: Instant("\(day)T12:00:00Z") ?? Instant(milliseconds: 0)),
      newID: {
        self.count += 1
        return "id-\(self.count)"
      })
  }

  func grant(_ name: String, purposes: Choices<Purpose>, until: String, on given: String) throws {
    try desk(.peer, "ada", on: given).grant(
      Consent(
        id: id(name), story: id("s1"), purposes: purposes, channels: [.web], audiences: [.public],
        organisations: [id("o1")], attribution: .firstName, recording: true, reuse: true,
        given: day(given), from: day("2026-05-01"), until: day(until)), by: ada)
  }

  /// Puts an exposure on the web straight into the chain, as if the guard had let it through.
  func ask(_ name: String, _ purpose: Purpose, on text: String, confirmed: Bool = true) throws {
    let on = try day(text)
    let session = AskedSession(
      time: .exposure(day: on, of: nil), channel: .web, purpose: purpose, audience: .public,
      attribution: .firstName)
    let request = UseRequest(
      peer: ada, story: try id("s1"), organisation: try id("o1"), coordinator: try id("kit"),
      event: nil, zone: .utc, sessions: [session], purpose: nil, topics: ["housing"],
      relations: [], inTheRoom: false, support: Support(hasPerson: true, debriefOn: on),
      offer: Offer(unpaid: true))
    ledger.add(
      .asked(
        EngagementRecord(
          id: try id(name), story: try id("s1"), organisation: try id("o1"), event: nil,
          origin: .permitted, askedOn: try day("2026-05-01"), replyUntil: on, request: request,
          sessions: [
            .init(
              use: try id("\(name)-1"), kind: .exposure, channel: .web, purpose: purpose,
              audience: .public, first: on, last: on, state: confirmed ? .confirmed : .held)
          ])), to: ada)
  }

  func late(_ purpose: Purpose?) throws -> UseID {
    let entry = LateEntry(
      kind: .exposure, channel: .web, time: .day(try day("2026-05-15")), story: try id("s1"),
      organisation: try id("o7"), event: nil, purpose: purpose)
    let engagement = try desk(.custodian, nil, on: "2026-06-01").record(entry, of: ada)
    return try #require(engagement.sessions.first?.use)
  }

  @discardableResult
  func place(
    _ name: String, from engagement: String? = nil, use: UseID? = nil, _ medium: Placement.Medium,
    holder: String? = "o1", recallUntil: String? = nil, on text: String = "2026-06-01"
  ) throws -> PlacementRecord {
    try desk(.custodian, nil, on: text).place(
      NewPlacement(
        id: id(name), use: use ?? id("\(engagement ?? "")-1"), medium: medium,
        holder: try holder.map { try id($0) }, address: "shelf of \(name)",
        recallUntil: try recallUntil.map(day)), of: ada)
  }

  func move(_ name: String, to state: PlacementState, on text: String) throws {
    _ = try desk(.custodian, nil, on: "2026-12-01").move(
      id(name), of: ada, to: state, on: day(text))
  }

  func withdraw(_ scope: Revocation.Scope, on text: String) throws -> Withdrawal {
    try desk(.peer, "ada", on: text).withdraw(scope, by: ada)
  }

  /// What a piece of work is refused with; nothing if it isn't.
  func refusal<Result>(_ work: () throws -> Result) -> RegistryError? {
    do {
      _ = try work()
      return nil
    } catch DeskError<Never>.refused(let error) {
      return error
    } catch {
      return nil
    }
  }
}
