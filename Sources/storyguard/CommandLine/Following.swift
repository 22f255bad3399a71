extension CommandTable {
  /// Does what was typed: shows help or the version, says what wasn't understood, or runs.
  ///
  /// The surroundings are made only when a command runs, so that help needs no registry.
  ///
  /// - Parameters:
  ///   - line: What was typed after the program's name.
  ///   - help: How help is laid out.
  ///   - show: Takes the help and the version, for standard output.
  ///   - complain: Takes what wasn't understood, for standard error.
  ///   - surroundings: Makes what a command works with.
  /// - Returns: How the command ends; `misuse` when the line wasn't understood.
  /// - Throws: What the surroundings or the command throw, except `UsageError`.
  func follow(
    _ line: [String], help: HelpLayout, show: (String) -> Void, complain: (String) -> Void,
    surroundings: (Invocation) throws -> Surroundings
  ) throws -> ExitStatus {
    do {
      switch try parse(line) {
      case .version:
        show("\(program) \(version)\n")
        return .done
      case .help(let topic):
        show(Help(table: self, layout: help).text(on: topic))
        return .done
      case .run(let invocation):
        return try invocation.command.run(invocation, surroundings(invocation))
      }
    } catch let error as UsageError {
      complain(error.message(program: program) + "\n")
      return .misuse
    }
  }
}
