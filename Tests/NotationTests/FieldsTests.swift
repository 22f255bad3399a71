import Notation
import Testing

private enum Channel: String, CaseIterable { case inPerson, onlineLive, hearing }

@Suite struct FieldsTests {
  private func fields(_ text: String) throws -> Fields { try Fields(try JSON.parse(text)) }

  @Test func `every kind of value is read, and null is absent`() throws {
    var fields = try fields(
      #"{"s":"x","i":-5,"n":2.5,"b":true,"c":"hearing","cs":["inPerson"],"o":{"p":1},"z":null}"#)
    #expect(try fields.string("s") == "x")
    #expect(try fields.int("i", in: -5...5) == -5)
    #expect(try fields.number("n") == 2.5)
    #expect(try fields.bool("b", default: false) && fields.bool("none", default: true))
    #expect(try fields.choice("c", as: Channel.self) == .hearing)
    #expect(try fields.choices("cs", as: Channel.self) == [.inPerson])
    var inner = try fields.object("o")
    #expect(try inner.optionalInt("p", in: 0...9) == 1)
    try inner.end()
    #expect(try fields.optionalString("z") == nil && fields.optionalObject("y") == nil)
    #expect(try fields.optionalArray("w").isEmpty && fields.isWritten("z"))
    #expect(throws: JSONFault.missing(.root.member("z"))) { try fields.string("z") }
    try fields.end()
  }

  @Test func `a name nobody asked for is refused with the nearest one`() throws {
    var outer = try fields(#"{"sessions":[{"start":"x"},{"strat":"x"}]}"#)
    let (json, path) = try outer.array("sessions")[1]
    var session = try Fields(json, at: path)
    _ = try session.optionalString("start")
    let stray = JSONPath.root.member("sessions").item(1).member("strat")
    #expect(throws: JSONFault.unknown(stray, nearest: "start")) { try session.end() }
    #expect(
      JSONFault.unknown(stray, nearest: "start").description
        == "`sessions[1].strat` isn't a name known here. Did you mean `start`?")
    #expect(nearestName(to: "Chanel", among: ["kind", "channel"]) == "channel")
    #expect(nearestName(to: "xyz", among: ["kind", "zone"]) == nil)
  }

  @Test func `a whole number is only what is written as one`() {
    let path = JSONPath.root.member("n")
    for text in ["1.5", "1.0", "1e2", "\"1\"", "true"] {
      #expect(throws: JSONFault.wrongKind(path, expected: .wholeNumber)) {
        var fields = try fields(#"{"n":\#(text)}"#)
        _ = try fields.int("n", in: 0...500)
      }
    }
    for text in ["501", "-1", String(repeating: "9", count: 5_000)] {
      #expect(throws: JSONFault.outOfRange(path, allowed: 0...500)) {
        var fields = try fields(#"{"n":\#(text)}"#)
        _ = try fields.int("n", in: 0...500)
      }
    }
    #expect(throws: JSONFault.wrongKind(path, expected: .number)) {
      var fields = try fields(#"{"n":1e999}"#)
      _ = try fields.number("n")
    }
  }

  @Test func `no fault quotes the value it found`() throws {
    var fields = try fields(#"{"kind":"Maria Lopez","day":"Maria Lopez","list":"Maria Lopez"}"#)
    let faults = [
      #expect(throws: JSONFault.self) { _ = try fields.choice("kind", as: Channel.self) },
      #expect(throws: JSONFault.self) {
        _ = try fields.parsed("day", "must be a day such as 2026-05-01") { Int($0) }
      },
      #expect(throws: JSONFault.self) { _ = try fields.array("list") },
    ]
    for fault in faults {
      let fault = try #require(fault)
      #expect(!"\(fault) \(String(reflecting: fault))".contains("Maria"))
    }
    #expect(faults[1]?.description == "`day` must be a day such as 2026-05-01.")
  }
}
