import ConsentRegistry
import LedgerStore
import Notation
import Spreadsheet

/// Brings in a spreadsheet of past uses: all of it or nothing, and the same line never twice.
struct Import {
  private let surroundings: Surroundings
  private let path: String
  private let overrides: [(field: ImportField, column: String)]
  private let order: DayMonthOrder?
  private let zone: Zone
  private let isZoneGiven: Bool
  private let isDryRun: Bool

  /// How many bad lines are named before the rest are only counted.
  private static let namedFaults = 20

  init(_ invocation: Invocation, _ surroundings: Surroundings) throws {
    self.surroundings = surroundings
    path = try invocation.argument("file")
    isDryRun = try invocation.flag("--dry-run")
    var order: DayMonthOrder?
    var overrides: [(field: ImportField, column: String)] = []
    for text in try invocation.values("--map") {
      var text = text
      for (ending, told) in [(":day-first", DayMonthOrder.dayFirst), (":month-first", .monthFirst)]
      where text.hasPrefix("day=") && text.hasSuffix(ending) {
        text.removeLast(ending.count)
        order = told
      }
      do throws(ColumnFault) {
        overrides.append(try ColumnGuess<ImportField>.override(text))
      } catch {
        let fields = ImportField.allCases.map(\.rawValue).joined(separator: ", ")
        throw invocation.misuse(
          .illFormed("--map", expected: "FIELD=COLUMN, where the field is one of: \(fields)"))
      }
    }
    self.order = order
    self.overrides = overrides
    let given = try invocation.zoneIfGiven("--zone")
    guard let zone = given ?? SystemZones.machine else { throw Failure.machineZoneUnknown }
    self.zone = zone
    isZoneGiven = given != nil
  }

  /// Reads the sheet, then adds what is new in one go.
  func run() throws -> ExitStatus {
    let rows = try read()
    let ledger = try surroundings.ledger()
    while true {
      // Read anew each time: somebody may be erased while this is being worked out.
      let forgotten = try Forgotten(beside: surroundings.registry, ledger)
      try refuseForgotten(in: rows, forgotten, ledger)
      let plan = try ImportPlan(rows, into: ledger, home: zone, surroundings: surroundings)
      if isDryRun {
        report(plan, "Would add")
        return .done
      }
      let moment = try surroundings.moment(in: ledger)
      if try ledger.append(
        plan.drafts, organisations: plan.organisations, by: surroundings.actor, at: moment.now)
      {
        report(plan, "Added")
        return .done
      }
    }
  }

  /// Refuses lines about somebody who asked to be forgotten, and says of nobody who it is.
  ///
  /// A line may still mean a peer who is here and shares the name: by their id.
  private func refuseForgotten(
    in rows: [ImportRow], _ forgotten: Forgotten, _ ledger: Ledger
  ) throws {
    guard !forgotten.isEmpty else { return }
    let here = Set(try ledger.peers().map(\.id.text))
    var known: [String: Bool] = [:]
    var faults: [LineFault] = []
    for row in rows {
      let isForgotten =
        try known[row.person]
        ?? (!here.contains(row.person)
          && (forgotten.covers(id: row.person) || forgotten.covers(name: row.person)))
      known[row.person] = isForgotten
      if isForgotten {
        faults.append(
          LineFault(
            place: "line \(row.line)",
            words: "this is about somebody who asked to be forgotten. Take the line out of the "
              + "sheet; if it is about somebody else of that name, write their id instead."))
      }
    }
    guard faults.isEmpty else {
      throw Failure.sheet(
        faults.prefix(Import.namedFaults).map(\.description), total: faults.count)
    }
  }

  private func report(_ plan: ImportPlan, _ verb: String) {
    let known =
      plan.known == 0 ? "" : "; \(counted(plan.known, "line was", "lines were")) there already"
    surroundings.write(
      "\(verb) \(counted(plan.added, "use")) of \(counted(plan.peersTouched, "peer"))\(known).\n")
    if plan.added + plan.known == 0 {
      surroundings.write("The sheet has a header and no line under it.\n")
    }
    if plan.newPeers > 0 {
      surroundings.write(
        "\(counted(plan.newPeers, "peer is", "peers are")) new and unclaimed, at home in "
          + "\(zone.id): counted and resting, and askable for nothing until they say so.\n"
          + (isZoneGiven
            ? ""
            : "That zone is this machine's; where it isn't theirs, `storyguard peer move` says so.\n")
          + "See `storyguard peer list --unclaimed`, and `storyguard report overuse`.\n")
    }
  }

  private func read() throws -> [ImportRow] {
    var sheet: SheetReader
    let bytes = try surroundings.read(file: path)
    do throws(SheetFault) {
      sheet = try SheetReader(bytes)
    } catch {
      throw Failure.header("\(path): \(error.description)")
    }
    let columns = try columns(of: sheet.columns)
    var faults: [LineFault] = []
    var lines: [SheetRow] = []
    let progress = Progress(
      of: nil, "lines read", on: surroundings.console.errors, write: surroundings.console.complain)
    reading: while true {
      do throws(SheetFault) {
        guard let row = try sheet.next() else { break reading }
        lines.append(row)
        progress.advance(to: lines.count)
      } catch {
        faults.append(LineFault(place: path, words: error.description))
        if case .notUTF8 = error { break reading }
        if case .unclosedQuote = error { break reading }
      }
    }
    progress.erase()
    let dated = lines.filter { columns.cell(.day, in: $0) != nil }
    let settled = DayMonthOrder.settled(by: dated.compactMap { columns.cell(.day, in: $0) })
    if order == nil, let (dayFirst, monthFirst) = settled.contradiction {
      throw Failure.header(
        "\(path): some dates put the day first (line \(dated[dayFirst].line)), others the month "
          + "(line \(dated[monthFirst].line)). Say which with --map day=…:day-first or "
          + "--map day=…:month-first.")
    }
    let reader = RowReader(columns: columns, order: settled, toldOrder: order)
    let today = surroundings.today ?? zone.day(at: surroundings.now ?? surroundings.console.clock())
    var rows: [ImportRow] = []
    for line in lines {
      do throws(LineFault) {
        let row = try reader.row(line)
        guard row.day <= today.adding(1) else {
          throw LineFault(
            place: "line \(line.line)",
            words: "day: this hasn't taken place yet. Ask for it with `storyguard request`.")
        }
        rows.append(row)
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else {
      throw Failure.sheet(
        faults.prefix(Import.namedFaults).map(\.description), total: faults.count)
    }
    return rows
  }

  private func columns(of header: [String]) throws -> ColumnGuess<ImportField> {
    let columns: ColumnGuess<ImportField>
    do throws(ColumnFault) {
      columns = try ColumnGuess(
        header: header, table: ImportField.names, overrides: overrides)
    } catch {
      throw Failure.header("\(path): \(error.description)")
    }
    let missing = ImportField.needed.filter { columns.column(of: $0) == nil }
    guard missing.isEmpty else {
      let names = missing.map(\.rawValue).joined(separator: ", ")
      throw Failure.header(
        "\(path): no column is found for \(names). Name it: --map \(missing[0].rawValue)=Column.")
    }
    return columns
  }
}
