import ConsentRegistry
import Spreadsheet

/// One line of the sheet, understood: who, for whom, when, and how.
struct ImportRow {
  /// Where it stands in the sheet.
  let line: Int
  let person: String
  let organisation: OrganisationID
  let organisationName: String
  let event: String?
  let day: Day
  let start: LocalTime?
  let minutes: Int
  let zone: Zone?
  let kind: UseKind
  let channel: Channel
  let purpose: Purpose?
  let audience: Audience?
  /// The story as written: somebody's words, which are no id.
  let story: String?

  /// What tells this use from another, beside the peer and its ordinal among equals.
  var identity: String {
    let parts = [organisation.text, event ?? "", day.description, kind.code, channel.code]
    return parts.map { "\($0.utf8.count):\($0)" }.joined()
  }
}

/// Why a line can't be taken: where, and what would mend it; never what stands there.
struct LineFault: Error {
  let place: String
  let words: String

  var description: String { "\(place): \(words)" }
}

/// Understands the rows of one sheet.
struct RowReader {
  let columns: ColumnGuess<ImportField>
  let order: ColumnOrder
  /// The order that `--map day=Date:day-first` has settled.
  let toldOrder: DayMonthOrder?

  func row(_ row: SheetRow) throws(LineFault) -> ImportRow {
    let person = try needed(.peer, in: row)
    guard PersonKey(person) != nil else {
      throw fault(.peer, in: row, "no name can be read here. Write the person's name or id.")
    }
    let organisationName = try needed(.organisation, in: row)
    guard let organisation = Slug.organisation(organisationName) else {
      throw fault(.organisation, in: row, "no name of an organisation can be read here.")
    }
    let (day, time) = try date(in: row)
    let channel = try word(.channel, in: row, EverydayWords.channel, Channel.self)
    let kind = try kind(in: row, channel)
    let fitting = kind == .telling ? Channel.tellings : Channel.exposures
    if let channel, !fitting.contains(channel) {
      throw fault(
        .channel, in: row,
        "this isn't a channel of \(kind == .telling ? "a telling" : "an exposure"). "
          + "Choose: \(fitting.map(\.code).joined(separator: ", ")).")
    }
    let start = try start(in: row, on: day) ?? time
    return ImportRow(
      line: row.line, person: person, organisation: organisation,
      organisationName: organisationName,
      event: columns.cell(.event, in: row), day: day,
      start: kind == .telling ? start : nil, minutes: try minutes(in: row),
      zone: try zone(in: row), kind: kind,
      channel: channel ?? (kind == .telling ? .inPerson : .web),
      purpose: try word(.purpose, in: row, EverydayWords.purpose, Purpose.self),
      audience: try word(.audience, in: row, EverydayWords.audience, Audience.self),
      story: columns.cell(.story, in: row))
  }

  private func fault(_ field: ImportField, in row: SheetRow, _ words: String) -> LineFault {
    let place = columns.column(of: field).map { row.place(of: $0).description }
    return LineFault(place: place ?? "line \(row.line)", words: "\(field.rawValue): \(words)")
  }

  private func needed(_ field: ImportField, in row: SheetRow) throws(LineFault) -> String {
    guard let cell = columns.cell(field, in: row) else {
      throw fault(field, in: row, "this is empty. Fill it in.")
    }
    return cell
  }

  private func date(in row: SheetRow) throws(LineFault) -> (Day, LocalTime?) {
    let text = try needed(.day, in: row)
    let reading = toldOrder.map { DateNotation.read(text, order: $0) } ?? order.read(text)
    switch reading {
    case .day(let year, let month, let dayOfMonth, let time):
      guard let day = Day(year: year, month: month, day: dayOfMonth) else {
        throw fault(.day, in: row, "there is no such day.")
      }
      return (day, time.flatMap { LocalTime(day: day, minute: $0.hour * 60 + $0.minute) })
    case .ambiguous:
      throw fault(
        .day, in: row,
        "this could be two days, and nothing in the column settles which number is the month. "
          + "Say so with --map day=…:day-first or --map day=…:month-first.")
    case .impossible: throw fault(.day, in: row, "there is no such day.")
    case .unrecognised:
      throw fault(.day, in: row, "no date can be read here. Write it as 2026-05-01.")
    }
  }

  private func start(in row: SheetRow, on day: Day) throws(LineFault) -> LocalTime? {
    guard let text = columns.cell(.start, in: row),
      columns.column(of: .start) != columns.column(of: .day)
    else { return nil }
    guard let clock = ClockTime(text) else {
      throw fault(.start, in: row, "no time can be read here. Write it as 18:00, or leave it out.")
    }
    return LocalTime(day: day, minute: clock.hour * 60 + clock.minute)
  }

  private func minutes(in row: SheetRow) throws(LineFault) -> Int {
    guard let text = columns.cell(.minutes, in: row) else { return 0 }
    guard let minutes = Int(text), (0...100_000).contains(minutes) else {
      throw fault(.minutes, in: row, "this isn't a whole number of minutes.")
    }
    return minutes
  }

  private func zone(in row: SheetRow) throws(LineFault) -> Zone? {
    guard let text = columns.cell(.zone, in: row) else { return nil }
    guard let zone = SystemZones.find(text) else {
      throw fault(.zone, in: row, "this isn't an exact zone name such as America/Chicago.")
    }
    return zone
  }

  /// The kind as written, or as its channel tells.
  private func kind(in row: SheetRow, _ channel: Channel?) throws(LineFault) -> UseKind {
    if let kind = try word(.kind, in: row, EverydayWords.kind, UseKind.self) { return kind }
    guard let channel else { return .telling }
    return Channel.tellings.contains(channel) ? .telling : .exposure
  }

  private func word<W: Word>(
    _ field: ImportField, in row: SheetRow, _ look: (String) -> W?, _ list: W.Type
  ) throws(LineFault) -> W? {
    guard let text = columns.cell(field, in: row) else { return nil }
    guard let word = look(text) else {
      throw fault(
        field, in: row,
        "this word isn't known. Use one of: \(W.allCases.map(\.code).joined(separator: ", ")).")
    }
    return word
  }
}

/// Ids made from names.
enum Slug {
  /// `Northside Clinic` becomes `northside-clinic`.
  static func organisation(_ name: String) -> OrganisationID? { OrganisationID(slug(name)) }

  private static func slug(_ name: String) -> String {
    let folded = PersonKey(name.split(separator: ",").joined(separator: " "))?.folded ?? ""
    let kept = folded.unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "-"
    }
    return String(kept).split(separator: "-").joined(separator: "-").prefix(60).description
  }
}
