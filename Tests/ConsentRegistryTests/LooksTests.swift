import ConsentRegistry
import Testing

/// Whoever asks may not ask for one day after another; who looked is shown to the peer.
struct LooksTests {
  private func looks(_ office: AskingOffice, for text: String, on day: String, of peer: String)
    throws -> RegistryError?
  {
    office.refusal {
      _ = try office.desk(.coordinator, on: day).checkForAsker(
        office.request(for: text), of: office.id(peer))
    }
  }

  @Test(arguments: ["ada", "nobody"])
  func `an eleventh start day within 30 days is refused, for a known peer and an unknown one`(
    peer: String
  ) throws {
    let office = try AskingOffice()
    for number in 0..<10 {
      let (start, day) = (
        try office.day("2026-07-01").adding(number), try office.day("2026-05-02").adding(number)
      )
      #expect(try looks(office, for: "\(start)", on: "\(day)", of: peer) == nil)
    }
    let next = RegistryError.checkedTooOften(next: try office.day("2026-06-01"))
    #expect(try looks(office, for: "2026-08-01", on: "2026-05-11", of: peer) == next)
    // What was asked about is answered; another peer or organisation has days of its own.
    #expect(try looks(office, for: "2026-07-05", on: "2026-05-11", of: peer) == nil)
    #expect(try looks(office, for: "2026-08-01", on: "2026-05-11", of: "bo") == nil)
    #expect(
      office.refusal {
        _ = try office.desk(.coordinator, on: "2026-05-11").checkForAsker(
          office.request(for: "2026-08-01", organisation: "o2"), of: office.id(peer))
      } == nil)
    #expect(try looks(office, for: "2026-08-01", on: "2026-05-31", of: peer) == next)
    #expect(try looks(office, for: "2026-08-01", on: "2026-06-01", of: peer) == nil)
  }

  @Test(arguments: ["ada", "nobody"])
  func `a request counts as a look, and over the limit nothing of it is decided`(
    peer: String
  ) throws {
    let office = try AskingOffice()
    for number in 0..<10 {
      let start = try office.day("2026-07-01").adding(number)
      let outcome = try office.desk(.coordinator, on: "2026-05-04").ask(
        office.request(for: "\(start)"), of: office.id(peer))
      guard case .toldToAsker(let told) = outcome else {
        Issue.record("one who asks was told more than they may know")
        return
      }
      #expect(!told.isPermitted && told.isAvailable == nil)
    }
    let before = try office.record().revision
    #expect(
      office.refusal {
        _ = try office.desk(.coordinator, on: "2026-05-04").ask(
          office.request(for: "2026-08-01"), of: office.id(peer))
      } == .checkedTooOften(next: try office.day("2026-06-03")))
    #expect(try office.record().revision == before)
    // The custodian isn't one who asks.
    #expect(try office.ask(office.request(for: "2026-08-01"), on: "2026-05-04") == nil)
  }

  @Test func `an id that is taken doesn't let anybody look for nothing`() throws {
    let office = try AskingOffice()
    try office.grant(on: "2026-05-01")
    for number in 0..<11 {
      let start = try office.day("2026-07-01").adding(number * 20)
      let refusal = office.refusal {
        try office.desk(.coordinator, on: "2026-05-04").ask(
          office.request(for: "\(start)"), of: office.ada, as: office.id("mine"))
      }
      #expect(
        refusal
          == (number == 0
            ? nil
            : number < 10
              ? .engagementExists : .checkedTooOften(next: try office.day("2026-06-03"))))
    }
  }

  @Test func `the peer is shown who looked, once a day for the same`() throws {
    let office = try AskingOffice()
    for day in ["2026-05-04", "2026-05-04", "2026-05-05"] {
      #expect(try looks(office, for: "2026-07-01", on: day, of: "ada") == nil)
    }
    let checks = try office.record().asking.checks
    #expect(checks.map(\.day) == [Day("2026-05-04"), Day("2026-05-05")])
    #expect(checks.first?.coordinator?.text == "kit" && checks.first?.organisation.text == "o1")
    #expect(checks.first?.starts == Day("2026-07-01"))
    _ = try office.desk(.custodian, on: "2026-05-05").check(
      office.request(for: "2026-07-02"), of: office.ada)
    #expect(try office.record().asking.checks.count == 2)
  }
}
