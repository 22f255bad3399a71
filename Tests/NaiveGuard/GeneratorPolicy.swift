extension NaiveTerms {
  /// The whole policy document; what no rule reads stays at its default.
  func json(version: Int) -> GeneratorJSON {
    func object(_ counts: [(String, Int)]) -> GeneratorJSON {
      .object(counts.map { ($0.0, .int($0.1)) })
    }
    var loadJSON = GeneratorJSON.null
    if let load {
      loadJSON = .object([
        ("halfLife", .int(Int(load.halfLife))), ("limit", .double(load.limit)),
        (
          "weights",
          .object(load.weights.sorted { $0.key < $1.key }.map { ($0.key, .double($0.value)) })
        ),
      ])
    }
    let capsJSON = caps.map { cap in
      GeneratorJSON.object([
        ("kind", .text(cap.kind)), ("atMost", .int(cap.atMost)), ("days", .int(cap.days)),
      ])
    }
    return .object([
      ("version", .int(version)), ("agreedWith", .null),
      (
        "rest",
        .object([
          ("days", .int(restDays)), ("byChannel", .table(restByChannel)),
          ("endedEarly", .int(restEndedEarly)),
        ])
      ),
      ("caps", .list(capsJSON)),
      ("engagement", object([("tellings", tellings), ("tellingsPerDay", tellingsPerDay)])),
      ("lifetime", lifetime.map { .int($0) } ?? .null), ("load", loadJSON),
      (
        "asks",
        object([
          ("atMost", asksAtMost), ("perOrganisation", asksPerOrganisation), ("days", asksDays),
        ])
      ),
      (
        "quiet",
        object([("notThisOne", 14), ("notThisKind", 90), ("lapsed", 30), ("lapsedAgain", 90)])
      ),
      ("reply", object([("days", 7)])),
      (
        "notice",
        .object([("days", .int(noticeDays)), ("byChannel", .table(noticeByChannel))])
      ),
      ("consent", object([("maxMonths", 24), ("offerMonths", 12)])),
      ("care", object([("checkInAfterDays", 1)])), ("pay", object([("dueDays", 30)])),
      ("session", object([("longMinutes", longMinutes)])),
      (
        "alerts",
        .object([
          ("nearingShare", .double(0.8)), ("nearingFrom", .int(5)),
          ("storyOnlyShare", .double(0.8)), ("storyOnlyFrom", .int(5)),
          ("concentrationShare", .double(0.3)), ("concentrationDays", .int(90)),
          ("concentrationFromTellings", .int(4)), ("concentrationFromPeers", .int(4)),
          ("noContactDays", .int(60)), ("removalDays", .int(30)),
          ("consentEndsDays", .int(30)), ("unclosedDays", .int(3)),
        ])
      ),
    ])
  }
}
