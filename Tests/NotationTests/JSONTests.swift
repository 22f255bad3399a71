import Notation
import Seeded
import Testing

@Suite struct JSONTests {
  /// The fault that reading a text throws, or nothing if it can be read.
  func fault(_ text: String) -> JSONFault? {
    do throws(JSONFault) {
      _ = try JSON.parse(text)
      return nil
    } catch { return error }
  }

  @Test func `a text keeps its order, its numbers and its characters`() throws {
    let text = #"{"b":[1.50,-0,1e+2,true,null],"a":{"é":"😀\n\"\\\u0000"},"":""}"#
    #expect(try JSON.parse(text).text == text)
    let written: JSON = ["b": [], "a": ["x": 1, "y": [true, "z"]], "c": [:]]
    #expect(
      written.prettyText == """
        {
          "b": [],
          "a": {
            "x": 1,
            "y": [
              true,
              "z"
            ]
          },
          "c": {}
        }
        """)
    #expect(try JSON.parse(written.prettyText) == written)
    #expect(JSON.decimal(.infinity) == .null && JSON.decimal(0.1).text == "0.1")
    #expect(JSON.string("\u{1B}[31m\u{9B}\u{2028}").text == #""\u001b[31m\u009b\u2028""#)
  }

  @Test func `whatever is written is read back`() throws {
    var dice = SeededDice(seed: 7)
    for _ in 0..<500 {
      let value = JSON.random(with: &dice, depth: 5)
      #expect(try JSON.parse(value.text) == value)
      #expect(try JSON.parse(Array(value.prettyText.utf8)) == value)
    }
  }

  @Test func `random damage never traps`() {
    var dice = SeededDice(seed: 11)
    for _ in 0..<5_000 {
      var bytes = Array(JSON.random(with: &dice, depth: 4).text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0...bytes.count, using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: bytes.insert(.random(in: 0...255, using: &dice), at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 3))
        default: bytes.insert(contentsOf: #"\ud8[{"#.utf8, at: place)
        }
      }
      if let value = try? JSON.parse(bytes) { #expect((try? JSON.parse(value.text)) == value) }
    }
  }

  @Test(
    arguments: [
      ("", 1, 1, .value), ("[1,]", 1, 4, .value), ("[1 2]", 1, 4, .commaOrBracket),
      ("{\"a\":1", 1, 7, .commaOrBrace), ("{\"a\" 1}", 1, 6, .colon), ("{a:1}", 1, 2, .name),
      ("{\"a\":1,}", 1, 8, .name), ("\n\r\n\r \"é\" x", 4, 6, .endOfText),
      ("1 2", 1, 3, .endOfText),
      ("01", 1, 2, .endOfText), ("1.", 1, 3, .digit), ("-", 1, 2, .digit), ("1e", 1, 3, .digit),
      ("+1", 1, 1, .value), ("nul", 1, 1, .value), ("NaN", 1, 1, .value),
      ("[\"abc", 1, 2, .closingQuote), ("\"a\nb\"", 1, 3, .noControlCharacter),
      (#""\x""#, 1, 3, .escape), (#""\"#, 1, 3, .escape), (#""\u12g4""#, 1, 6, .fourHexDigits),
      (#""\ud800""#, 1, 2, .surrogatePair), (#""\udc00""#, 1, 2, .surrogatePair),
      (#""\ud800\u0041""#, 1, 2, .surrogatePair), ("\u{FEFF}\u{FEFF}1", 1, 1, .value),
    ] as [(String, Int, Int, JSONFault.Expected)])
  func `a broken text says where and what it needs`(
    text: String, line: Int, column: Int, expected: JSONFault.Expected
  ) {
    #expect(fault(text) == .syntax(line: line, column: column, expected: expected))
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() throws {
    let damage: [[UInt8]] = [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80]]
    for bad in damage {
      #expect(throws: JSONFault.notUTF8(line: 2, column: 3)) {
        try JSON.parse(Array("[\n\"é".utf8) + bad + Array("\"]".utf8))
      }
    }
    #expect(try JSON.parse([0xEF, 0xBB, 0xBF, 0x31]) == 1)
    #expect(try JSON.parse(#""\ud83d\ude00""#) == "😀")
  }

  @Test func `a name given twice is refused with its path`() {
    let twice = fault(#"{"sessions":[{},{"start":1,"st\u0061rt":2}]}"#)
    #expect(twice?.path?.description == "sessions[1].start")
    #expect(twice == .duplicate(.root.member("sessions").item(1).member("start")))
    #expect(JSONPath.root.description == "the whole text")
    #expect(JSONPath.root.member("a b\u{1B}").description == #"["a b\u001b"]"#)
  }

  @Test func `deep nesting is refused, not survived by luck`() {
    func nest(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(nest(64)) == nil)
    #expect(fault(nest(65)) == .tooDeep(line: 1, column: 65, limit: 64))
    #expect(fault(String(repeating: "{\"a\":", count: 1_000_000)) != nil)
  }
}
