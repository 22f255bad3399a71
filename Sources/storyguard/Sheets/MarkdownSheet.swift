/// A sheet as Markdown, for a report that somebody pastes elsewhere.
struct MarkdownSheet {
  private let gathered: GatheredSheet

  init(_ gathered: GatheredSheet) { self.gathered = gathered }

  /// The whole page, each line ended by a line feed.
  var text: String {
    let sheet = gathered.sheet
    var lines = ["# " + Self.safe(sheet.heading.title(sheet.title)), ""]
    for note in sheet.heading.notes { lines += [Self.safe(note), ""] }
    for words in gathered.said { lines += [Self.prose(words), ""] }
    if gathered.isEmpty, !sheet.empty.isEmpty {
      lines += sheet.empty.map(Self.prose) + [""]
    } else {
      for table in sheet.tables { lines += part(table) }
      if !sheet.measures.isEmpty {
        lines += ["## How it is worked out", ""]
        lines += sheet.measures.map { "- " + Self.safe($0.inWords) } + [""]
      }
    }
    return lines.dropLast().map { $0 + "\n" }.joined()
  }

  private func part(_ table: FigureTable) -> [String] {
    let rows = gathered.rows(of: table)
    guard !rows.isEmpty else {
      return table.empty.map { ["## " + table.title, "", Self.prose($0), ""] } ?? []
    }
    var lines = ["## " + table.title, ""]
    if !table.about.isEmpty { lines += [Self.prose(table.about), ""] }
    let columns = table.forPeople.map { table.columns[$0] }
    lines.append(Self.line(columns.map { Self.safe($0.heading) }))
    lines.append(Self.line(columns.map { $0.isNumber ? "--:" : "---" }))
    lines +=
      rows.map { row in Self.line(table.forPeople.map { Self.cell(row.figures[$0]) }) } + [
        ""
      ]
    if let more = gathered.more(of: table) { lines += [Self.prose(more), ""] }
    return lines
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// The program's own words; what stands between backticks is something to type.
  private static func prose(_ words: String) -> String {
    words.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
      $0.offset % 2 == 0 ? safe(String($0.element)) : "`\($0.element)`"
    }.joined()
  }

  private static func cell(_ figure: Figure) -> String {
    if case .words(let words) = figure { return prose(words.asOneLine) }
    return safe(figure.text())
  }

  /// Words that stay words: what Markdown would read as a mark has a backslash before it.
  static func safe(_ words: String) -> String {
    var safe = ""
    for character in words.asOneLine {
      if "\\`*_{}[]<>#|~&".contains(character) { safe.append("\\") }
      safe.append(character)
    }
    return safe
  }
}
