extension Option {
  /// The roles in whose name one may act.
  static let roles = ["custodian", "peer", "supporter", "coordinator"]

  /// The shapes in which a report can be written.
  static let formats = ["table", "json"]

  /// The shapes in which a report of many figures can be written.
  static let reportFormats = ["table", "json", "csv", "markdown", "html"]

  /// The option that says in which of these shapes a command shows what it does.
  static func format(_ shapes: [String]) -> Option {
    .value("--format", "FORMAT", "the shape of what is shown", accepts: .oneOf(shapes))
  }

  /// The options that every command takes.
  static let everywhere: [Option] = [
    .value(
      "--registry", "PATH",
      "the registry's file; otherwise STORYGUARD_REGISTRY, otherwise ./storyguard.db",
      accepts: .file),
    .value(
      "--as", "ROLE[:ID]", "in whose name, and for whose eyes; otherwise custodian",
      accepts: .oneOfWithID(roles)),
    .value("--today", "DAY", "decide, record or report for this day, such as 2026-05-01"),
    .value(
      "--now", "INSTANT", "the clock's time, only in a registry made with `init --rehearsal`"),
    .format(formats),
    .flag("--help", "say how it is used (also -h)"),
    .flag("--version", "say which version this is"),
  ]
}
