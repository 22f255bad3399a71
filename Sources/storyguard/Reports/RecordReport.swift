import ConsentRegistry

/// A report that reads each peer's whole record, one after the other.
protocol RecordReport: SendableMetatype {
  /// What it can be narrowed by.
  static var filters: Choices<ReportFilter> { get }

  /// A report with nothing in it yet.
  ///
  /// - Throws: `notForThisRole` where it isn't for whoever asks.
  init(_ reading: ReportReading) throws

  /// What stands above it, and its tables.
  var sheet: ReportSheet { get }

  /// Takes in one peer, and puts in the rows about them.
  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout)

  /// Puts in what can be said only once every peer has been taken in.
  func finish(to layout: any SheetLayout)
}

extension Command {
  /// The command `report NAME` of a report over whole records.
  static func report(
    _ name: String, _ report: (some RecordReport).Type, summary: String, discussion: String = "",
    examples: [String]
  ) -> Command {
    Command(
      "report", name, summary: summary, discussion: discussion,
      options: ReportReading.options(report.filters), formats: Option.reportFormats,
      examples: examples
    ) { invocation, surroundings in
      let reading = try ReportReading(invocation, surroundings)
      var report = try report.init(reading)
      try reading.mustKnowItsScope()
      try surroundings.layOut(report.sheet, invocation) { layout in
        try reading.forEachPeer { report.add($0, to: layout) }
        report.finish(to: layout)
      }
      return .done
    }
  }
}
