import Spreadsheet
import Testing

private enum Field: String, CaseIterable { case peer, organisation, event, day, start }

@Suite struct ColumnGuessTests {
  private let table: [(field: Field, synonyms: [String])] = [
    (.peer, ["speaker", "person", "name"]), (.organisation, ["org", "organization", "agency"]),
    (.event, ["event name", "name"]), (.day, ["date", "when"]), (.start, ["start time", "time"]),
  ]

  @Test func `columns are matched by name and synonym, however they are typed`() throws {
    let header = ["Name", "AGENCY ", "Speaker:", "Date (dd/mm)", "start_Time*", "Notes", ""]
    let guess = try ColumnGuess(header: header, table: table)
    #expect(guess.columns == [.peer: 2, .organisation: 1, .event: 0, .day: 3, .start: 4])
    #expect(guess.unmapped == [5, 6])
    #expect(try ColumnGuess(header: ["Organisátion"], table: table).column(of: .organisation) == 0)
  }

  @Test func `an override goes before every guess`() throws {
    let header = ["Speaker", "Trainee", "When", "Agency"]
    let overrides = try [
      "peer = trainee", "day=When", "start=When", "organisation=",
    ].map { try ColumnGuess<Field>.override($0) }
    let guess = try ColumnGuess(header: header, table: table, overrides: overrides)
    #expect(guess.columns == [.peer: 1, .day: 2, .start: 2])
    #expect(guess.unmapped == [0, 3])
  }

  @Test func `a mapping that can't be kept is refused`() {
    #expect(throws: ColumnFault.notAnOverride) { try ColumnGuess<Field>.override("peer") }
    #expect(throws: ColumnFault.unknownField) { try ColumnGuess<Field>.override("pear=x") }
    #expect(throws: ColumnFault.noSuchColumn(field: "peer")) {
      try ColumnGuess(header: ["a"], table: table, overrides: [(.peer, "b")])
    }
    #expect(throws: ColumnFault.mappedTwice(field: "peer")) {
      try ColumnGuess(header: ["a"], table: table, overrides: [(.peer, "a"), (.peer, "a")])
    }
    #expect(throws: ColumnFault.twoColumns(field: "day", 1, 3)) {
      try ColumnGuess(header: ["Date", "x", "DATE"], table: table)
    }
  }
}

@Suite struct PersonKeyTests {
  @Test(arguments: [
    ["María  Lopez", "maria lopez", "Lopez, Maria", "LOPEZ,MARÍA", "Mari\u{301}a\u{A0}López "],
    ["Nguyễn Thị Ánh-Đào", "nguyen thi anh dao"], ["Łukasz Ørsted", "lukasz orsted"],
    ["Seán O’Brien", "Sean O'Brien", "O'Brien, Seán"], ["Strauß", "STRAUẞ", "strauss"],
    ["J. R. Lopez Jr.", "Lopez, J.R., Jr", "J.R. Lopez, jr"], ["Şebnem Işık", "SEBNEM ISIK"],
    ["Ærø Œuvre", "aero oeuvre"], ["Андре\u{438}\u{306}", "АНДРЕЙ"],
  ])
  func `one person's spellings meet`(names: [String]) {
    let keys = Set(names.map { PersonKey($0) })
    #expect(keys.count == 1 && !keys.contains(nil))
  }

  @Test func `two people stay apart, and a key says nothing`() throws {
    let names = ["Ana Lopez", "Ana Lopes", "Ana Lopez Jr", "Ana Lopez II", "Иван", "Йван", "李 明"]
    #expect(Set(names.map { PersonKey($0) }).count == names.count)
    #expect(PersonKey(" ,-. ") == nil && PersonKey("") == nil)
    let key = try #require(PersonKey("Ana Lopez"))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!"\(key) \(String(reflecting: key)) \(dumped)".lowercased().contains("lopez"))
  }
}
