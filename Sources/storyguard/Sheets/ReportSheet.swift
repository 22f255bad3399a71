import ConsentRegistry
import Notation

/// A report before it is laid out: what stands above it, and which tables it has.
struct ReportSheet: Sendable {
  /// Its name in data: `usage`.
  let name: String
  /// Its name for people: `Usage`.
  let title: String
  let heading: ReportHeading
  /// How each measure is worked out.
  var measures: [Measure] = []
  let tables: [FigureTable]
  /// What to do first, where no table has a row.
  var empty = ReportWords.firstSteps

  /// The table that data formats stream, row by row; a report has one.
  var main: FigureTable? { tables.first(where: \.isMain) ?? tables.first }
}

/// A table of a sheet: its columns, and what has to be said beside it.
struct FigureTable: Sendable {
  /// Its name in data.
  let key: String
  /// Its name for people.
  let title: String
  let columns: [FigureColumn]
  /// Whether it is the one that data formats stream; the others are short.
  var isMain = false
  /// Whether data leaves it out, as the rows of the main table hold it all.
  var isForPeopleOnly = false
  /// What has to be said beside it.
  var about = ""
  /// What is said instead where it has no row; nothing leaves the table out.
  var empty: String?
}

extension FigureTable {
  /// The places of the columns that people see.
  var forPeople: [Int] { columns.indices.filter { columns[$0].audience != .programs } }
  /// The places of the columns that programs read.
  var forPrograms: [Int] { columns.indices.filter { columns[$0].audience != .people } }
}

/// A column of a sheet's table.
struct FigureColumn: Sendable {
  /// Its name in data.
  let key: String
  /// Its name for people.
  let heading: String
  /// Whether its figures are numbers, which stand right.
  var isNumber = false
  /// Whether it goes first where there is no room.
  var isOptional = false
  /// Whom it is for: what only repeats other columns isn't for programs, and what only programs
  /// ask for isn't for people.
  var audience = Audience.everyone

  enum Audience: Sendable {
    case everyone
    case people
    case programs
  }

  static func left(_ key: String, _ heading: String) -> FigureColumn {
    FigureColumn(key: key, heading: heading)
  }
  static func right(_ key: String, _ heading: String) -> FigureColumn {
    FigureColumn(key: key, heading: heading, isNumber: true)
  }

  static func truth(_ key: String, _ heading: String) -> FigureColumn { .left(key, heading) }

  /// The same, left out first where there is no room.
  var optional: FigureColumn {
    var column = self
    column.isOptional = true
    return column
  }

  /// The same, only for people.
  var forPeople: FigureColumn {
    var column = self
    column.audience = .people
    return column
  }

  /// The same, only for programs.
  var forPrograms: FigureColumn {
    var column = self
    column.audience = .programs
    return column
  }
}

/// One row of a sheet's table.
struct FigureRow: Sendable {
  let figures: [Figure]
  /// What colour repeats in its first cell; the words say it already.
  var emphasis = Emphasis.none
  /// Makes the row for programs, where it holds more than its figures; no other layout asks for it.
  let json: @Sendable () -> JSON?
  /// What is drawn of it.
  var picture: Picture?

  init(
    _ figures: [Figure], _ emphasis: Emphasis = .none,
    json: @autoclosure @escaping @Sendable () -> JSON? = nil, picture: Picture? = nil
  ) {
    self.figures = figures
    self.emphasis = emphasis
    self.json = json
    self.picture = picture
  }

  /// What a row is drawn as on a page.
  enum Picture: Sendable {
    /// A year of one peer, day by day.
    case year(PeerYear)
    /// What an organisation took, beside what it gave.
    case scales(TakenAndGiven)
  }
}

/// What one organisation took beside what it gave, each a few counts.
struct TakenAndGiven: Sendable {
  /// A count with its name: `tellings`, 4.
  struct Part: Sendable {
    let name: String
    let count: Int
  }

  let organisation: String
  let taken: [Part]
  let given: [Part]
}
