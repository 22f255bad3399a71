import ConsentRegistry
import Markup

/// A sheet as one page of HTML: no script, nothing from elsewhere, pictures beside their tables.
///
/// Whatever a picture shows stands in a table too, for whoever doesn't see it.
struct HTMLPage {
  private let gathered: GatheredSheet

  init(_ gathered: GatheredSheet) { self.gathered = gathered }

  /// The whole page.
  var document: HTML {
    let sheet = gathered.sheet
    let notes = sheet.heading.notes.map(HTML.paragraph)
    let said = gathered.said.map(Self.prose)
    let body: HTML =
      gathered.isEmpty && !sheet.empty.isEmpty ? HTML(sheet.empty.map(Self.prose)) : content
    return .document(
      title: sheet.heading.title(sheet.title), style: Self.style, "\(notes)\(said)\(body)")
  }

  private var content: HTML {
    let shown = gathered.sheet.tables.filter { !gathered.rows(of: $0).isEmpty || $0.empty != nil }
    let parts = shown.map { table -> HTML in
      .section(table.key, heading: table.title, section(table))
    }
    let contents: HTML =
      shown.count > 1
      ? .contents("Parts of this page", shown.map { (name: $0.key, heading: $0.title) }) : ""
    return "\(contents)\(parts)\(measures)"
  }

  private var measures: HTML {
    let measures = gathered.sheet.measures
    guard !measures.isEmpty else { return "" }
    let items = measures.map { measure -> HTML in
      "<dt>\(measure.title)</dt><dd>\(measure.sentences)</dd>\n"
    }
    return .section("how", heading: "How it is worked out", "<dl>\n\(items)</dl>\n")
  }

  private func section(_ table: FigureTable) -> HTML {
    let rows = gathered.rows(of: table)
    guard !rows.isEmpty else { return Self.prose(table.empty ?? "") }
    let about: HTML = table.about.isEmpty ? "" : Self.prose(table.about)
    let more: HTML = gathered.more(of: table).map(Self.prose) ?? ""
    return "\(about)\(grid(table, rows))\(more)\(pictures(rows))"
  }

  private func pictures(_ rows: [FigureRow]) -> HTML {
    let years = rows.compactMap { row -> PeerYear? in
      if case .year(let year) = row.picture { year } else { nil }
    }
    let scales = rows.compactMap { row -> TakenAndGiven? in
      if case .scales(let scales) = row.picture { scales } else { nil }
    }
    let calendars: HTML =
      years.first.map {
        "\(YearDrawing.legend($0.first, $0.last))\(years.map { YearDrawing($0).figure })"
      } ?? ""
    let most = scales.flatMap { $0.taken + $0.given }.map(\.count).max() ?? 0
    return "\(calendars)\(scales.map { ScalesDrawing($0, most: most).figure })"
  }

  private func grid(_ table: FigureTable, _ rows: [FigureRow]) -> HTML {
    let head = table.forPeople.map { place -> HTML in
      let column = table.columns[place]
      let isStrip = if case .strip? = rows.first?.figures[place] { true } else { false }
      let words = isStrip ? "tellings by month" : column.heading
      return column.isNumber
        ? "<th scope=\"col\" class=\"number\">\(words)</th>"
        : "<th scope=\"col\">\(words)</th>"
    }
    let body = rows.map { row -> HTML in
      let heading = Self.heading(of: row, in: table)
      let cells = table.forPeople.map { place -> HTML in
        let text = Self.cell(row.figures[place])
        let label = table.columns[place].heading
        if place == heading {
          return "<th scope=\"row\" role=\"rowheader\" data-label=\"\(label)\">\(text)</th>"
        }
        let kind: HTML = table.columns[place].isNumber ? "number" : "words"
        return "<td role=\"cell\" class=\"\(kind)\" data-label=\"\(label)\">\(text)</td>"
      }
      return "<tr role=\"row\">\(cells)</tr>\n"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(table.title)">
      <table role="table" class="cards">
      <caption>\(table.title)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table>
      </div>

      """
  }

  /// The place of the cell that says what its row is about: the first id, or the first of all.
  private static func heading(of row: FigureRow, in table: FigureTable) -> Int? {
    table.forPeople.first { if case .id = row.figures[$0] { true } else { false } }
      ?? table.forPeople.first
  }

  /// A paragraph of the program's own words.
  private static func prose(_ words: String) -> HTML { "<p>\(typed(words))</p>\n" }

  /// Words; what stands between backticks is something to type.
  private static func typed(_ words: String) -> HTML {
    let pieces = words.split(separator: "`", omittingEmptySubsequences: false)
    let marked = pieces.enumerated().map { place, piece -> HTML in
      place % 2 == 0 ? "\(String(piece))" : "<code>\(String(piece))</code>"
    }
    return HTML(marked)
  }

  private static func cell(_ figure: Figure) -> HTML {
    switch figure {
    case .cap(let count, let cap, let unclosed):
      let words = "\(count) of \(cap)" + (count > cap ? ", over" : "") + Figure.open(unclosed)
      return "\(BulletDrawing(count, of: cap).picture) \(words)"
    case .strip(let months, let last):
      // A strip of signs is for the eye; whoever listens hears the months.
      return "\(Figure.inWords(months, upTo: last))"
    case .words(let words): return typed(words)
    // The mark stays beside its word.
    case .marked(let code): return "!\u{A0}\(plain(code))"
    default: return "\(figure.text())"
    }
  }

  private static let style: HTML = """
    :root { --told: #1b4f8a; --rest: #9db8d6; --shown: #8a5a1b; --over: #a11d1d; }
    @media (prefers-color-scheme: dark) {
      :root { --told: #9cc7ff; --rest: #3d556f; --shown: #e0b36b; --over: #ff9d94; }
    }
    svg { display: inline-block; vertical-align: middle; max-width: 100%; }
    figure { margin: 0 0 1.25rem; }
    figure svg { min-width: 40rem; display: block; }
    figcaption { padding-bottom: .25rem; }
    .told { fill: var(--told); }
    .rest { fill: none; stroke: var(--told); stroke-width: 1; }
    .shown { fill: var(--shown); stroke: var(--paper); stroke-width: 1; }
    .free { fill: var(--line); }
    .given { fill: var(--paper); stroke: var(--shown); stroke-width: 2; }
    .over { fill: var(--over); }
    .frame { fill: none; stroke: var(--ink); stroke-width: 1; }
    svg text { fill: var(--ink); font: 11px system-ui, sans-serif; }
    dt { font-weight: 600; }
    dd { margin: 0 0 .75rem; max-width: 42rem; }
    @media screen and (max-width: 40rem) {
      .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .cards tr, .cards th, .cards td { display: block; border: 0; padding: .1rem 0; text-align: left; }
      .cards tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
      .cards td:empty { display: none; }
      .cards [data-label]::before { content: attr(data-label) ": "; color: var(--quiet); font-weight: 400; }
    }
    @media print {
      :root { --told: #000; --rest: #000; --shown: #555; --over: #000; }
      svg, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      figure { break-inside: avoid; }
      figure svg { min-width: 0; width: 100%; }
    }

    """
}
