import Notation

/// A sheet as one JSON object: the heading's members, `measures`, then a list for each table.
///
/// The main table's rows go out as they come. The keys of a row are those of its columns, unless
/// the report has a richer row of its own; `"tooFew"` stands for a measure below its floor, and
/// `"withheld"` for a count that is kept back.
final class JSONSheet: SheetLayout {
  private let sheet: ReportSheet
  private var output: Gathering
  private var others: [String: [JSON]] = [:]
  private var facts: [Member] = []
  private var rows = 0

  init(_ sheet: ReportSheet, _ write: @escaping (String) -> Void) {
    self.sheet = sheet
    output = Gathering(write)
  }

  func add(_ row: FigureRow, to key: String) {
    guard let table = sheet.tables.first(where: { $0.key == key }), !table.isForPeopleOnly else {
      return
    }
    let json = JSONSheet.json(row, in: table)
    guard key == sheet.main?.key else {
      others[key, default: []].append(json)
      return
    }
    if rows == 0 { begin() }
    output.add((rows == 0 ? "\n    " : ",\n    ") + json.text)
    rows += 1
  }

  func say(_ words: String, _ key: String, _ figure: Figure) {
    facts.append(Member(name: key, value: figure.json))
  }

  func end() {
    if rows == 0 { begin() }
    output.add(rows == 0 ? "]" : "\n  ]")
    for table in sheet.tables where table.key != sheet.main?.key && !table.isForPeopleOnly {
      member(table.key, .array(others[table.key] ?? []))
    }
    for fact in facts { member(fact.name, fact.value) }
    output.add("\n}\n")
    output.flush()
  }

  private func begin() {
    output.add("{")
    var isFirst = true
    for one in sheet.heading.members(sheet.name) {
      member(one.name, one.value, isFirst: isFirst)
      isFirst = false
    }
    if !sheet.measures.isEmpty {
      member("measures", .array(sheet.measures.map(\.json)))
    }
    output.add(",\n  \(JSON.string(sheet.main?.key ?? "rows").text): [")
  }

  private func member(_ name: String, _ value: JSON, isFirst: Bool = false) {
    output.add((isFirst ? "\n  " : ",\n  ") + JSON.string(name).text + ": " + value.text)
  }

  private static func json(_ row: FigureRow, in table: FigureTable) -> JSON {
    row.json()
      ?? .object(
        table.forPrograms.filter(row.figures.indices.contains).map {
          Member(name: table.columns[$0].key, value: row.figures[$0].json)
        })
  }
}
