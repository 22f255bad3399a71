import Seeded
import Spreadsheet
import Testing

@Suite struct SheetReaderTests {
  /// All rows, and the faults of those refused.
  func read(_ text: String) throws -> (rows: [SheetRow], faults: [SheetFault]) {
    try read(Array(text.utf8))
  }

  func read(_ bytes: [UInt8]) throws -> (rows: [SheetRow], faults: [SheetFault]) {
    var sheet = try SheetReader(bytes)
    var rows: [SheetRow] = []
    var faults: [SheetFault] = []
    while true {
      do throws(SheetFault) {
        guard let row = try sheet.next() else { return (rows, faults) }
        rows.append(row)
      } catch { faults.append(error) }
    }
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
  func `any separator and line end is read`(separator: String, end: String) throws {
    let text = [
      "\u{FEFF}Speaker|\"Day, or days\"|Event", "",
      " Ana |2025-06-03\u{A0}|\"Say \"\"yes\"\"@to it\" ",
      "||", "Bo|2025-06-04", "Cy|\"  \"|x||", "",
    ].joined(separator: end).replacing("|", with: separator).replacing("@", with: end)
    let sheet = try SheetReader(Array(text.utf8))
    #expect(sheet.columns == ["Speaker", "Day, or days", "Event"])
    #expect(sheet.separator == Character(separator))
    let (rows, faults) = try read(text)
    #expect(faults.isEmpty)
    #expect(rows.map(\.line) == [3, 6, 7])
    #expect(rows[0].cells == ["Ana", "2025-06-03", "Say \"yes\"\(end)to it"])
    #expect(rows[1].cells == ["Bo", "2025-06-04", ""] && rows[1][2] == nil)
    #expect(rows[2].cells == ["Cy", "  ", "x"])
  }

  @Test func `a line that states the separator is believed`() throws {
    let sheet = try SheetReader(Array("sep=;\r\na,b,c;d\r\n".utf8))
    #expect(sheet.columns == ["a,b,c", "d"])
    #expect(try read("one\n5\" x\n").rows.map(\.cells) == [["5\" x"]])
  }

  @Test func `a bad row is refused with its place and the others are read`() throws {
    let (rows, faults) = try read(
      "a,b\n1,2,3\n\"x\"y,\"two\nlines\"\n3,4,,\n\"5\",6\n7,\"open\n8,9\n")
    #expect(rows.map(\.cells) == [["3", "4"], ["5", "6"]])
    #expect(rows.map(\.line) == [5, 6])
    #expect(
      faults == [
        .tooManyCells(line: 2, cells: 3, columns: 2),
        .textAfterQuote(SheetPlace(line: 3, column: 1)),
        .unclosedQuote(SheetPlace(line: 7, column: 2)),
      ])
    #expect(rows[0].place(of: 1).description == "line 5, column 2 (B)")
    #expect(SheetPlace(line: 1, column: 28).description == "line 1, column 28 (AB)")
    #expect(SheetPlace(line: 1, column: 702).description == "line 1, column 702 (ZZ)")
  }

  @Test func `what is no sheet is refused before any row`() {
    let damage: [([UInt8], SheetFault)] = [
      ([], .empty), (Array("\u{FEFF}\r\n ,\r\n".utf8), .empty),
      (Array("PK\u{3}\u{4}...".utf8), .workbook),
      (Array("a\r\nb\r\nMar".utf8) + [0xED, 0x61], .notUTF8(line: 3)),
      ([0xFF, 0xFE, 0x61, 0], .notUTF8(line: 1)), ([0x61, 0, 0x2C, 0], .notUTF8(line: 1)),
      (Array("a,\"b".utf8), .unclosedQuote(SheetPlace(line: 1, column: 2))),
    ]
    for (bytes, fault) in damage {
      #expect(throws: fault) { try SheetReader(bytes) }
    }
  }

  @Test func `random damage never traps and always ends`() throws {
    var dice = SeededDice(seed: 5)
    let marks = Array("ab,;\t\"\"\r\n \u{A0}é".utf8)
    for round in 0..<5_000 {
      let alphabet = round % 4 == 0 ? marks + [0xFF] : marks.filter { $0 < 0x80 }
      let bytes = (0..<Int.random(in: 0..<40, using: &dice)).map { _ in
        alphabet.randomElement(using: &dice) ?? 0
      }
      guard let (rows, _) = try? read(bytes) else { continue }
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.line < $1.line })
    }
  }

  @Test func `a hundred thousand rows take about a second`() throws {
    let row = "Ana Lopez;County Training Office;Crisis team evening;03/06/2025;\"in person\";20\r\n"
    let head = "Speaker;Organisation;Event;Date;Channel;Minutes\r\n"
    let bytes = Array((head + String(repeating: row, count: 100_000)).utf8)
    var sheet = try SheetReader(bytes)
    var count = 0
    let time = try ContinuousClock().measure { while try sheet.next() != nil { count += 1 } }
    #expect(count == 100_000)
    // Far above what is usual, so that a busy machine doesn't fail it.
    #expect(time < .seconds(20))
  }
}
