import ConsentRegistry
import Notation
import Testing

@testable import LedgerStore

@Suite struct `Roles, and who stands by a peer` {
  @Test func `a role says whom somebody acts for, and how to reach them stays out of every body`()
    throws
  {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let kit = Roles.Place(.coordinator, "kit")
      let before = try ledger.heads()
      // What stands already isn't written a second time.
      try ledger.give(
        kit, of: Invented.id("o1"), address: "kit@work.example", by: Invented.custodian,
        at: Invented.hours(96))
      #expect(try ledger.heads() == before)
      #expect(try ledger.address(of: kit) == "kit@work.example")
      #expect(try ledger.address(of: .init(.custodian, "rin")) == nil)

      try ledger.give(
        kit, of: Invented.id("o2"), address: nil, by: Invented.custodian, at: Invented.hours(96))
      #expect(try ledger.roles().given[kit] == .some(Invented.id("o2")))
      #expect(try ledger.roles().given[.init(.custodian, "rin")] == .some(nil))
      // A new organisation leaves the address as it was.
      #expect(try ledger.address(of: kit) == "kit@work.example")
      let bare = try ledger.first(
        "SELECT count(*) FROM entry WHERE instr(body, 'work.example') > 0"
      ) {
        $0.int64(0)
      }
      #expect(bare == 0)
      #expect(try ledger.audit().findings == [])
    }
  }

  @Test func `who stands by a peer, and who heard them, is read back as it was written`() throws {
    let day = try Invented.day("2026-05-01")
    let steps: [SupportStep] = [
      .named(try Invented.id("sam"), organisation: try Invented.id("o2")),
      .named(try Invented.id("lee"), organisation: nil),
      .letGo(try Invented.id("sam")),
      .witnessed(.consent(try Invented.id("c1")), by: try Invented.id("lee"), day: day),
      .witnessed(.answer(try Invented.id("e1")), by: try Invented.id("lee"), day: day),
      .witnessed(.untied(try Invented.id("o1")), by: try Invented.id("lee"), day: day),
      .remindersWanted(true), .noesTold(atTheEnd: true), .addressSet(nil),
      .rotationChosen(takesPart: true), .rotationChosen(takesPart: false),
    ]
    let notation = HappeningNotation(zones: Invented.tools.zones)
    for step in steps {
      let happening = Happening.support(step)
      let read = try notation.happening(
        kind: HappeningNotation.kind(of: happening),
        body: JSON.parse(HappeningNotation.body(of: happening).text))
      #expect(read == happening)
    }
  }
}
