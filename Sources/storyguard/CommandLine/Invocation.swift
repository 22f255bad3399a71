/// A command with all that was typed for it, checked against the table.
struct Invocation: Sendable {
  let command: Command
  private let known: Set<String>
  private let given: [String: [String]]

  /// Checks words and options against the command.
  ///
  /// - Throws: `UsageError` for a value, word or option that is missing, doubled or not accepted.
  init(
    of command: Command, words: [String], options: [SplitLine.Given], known: [Option]
  ) throws(UsageError) {
    self.command = command
    var given: [String: [String]] = [:]
    for option in known {
      let typed = options.filter { $0.name == option.name }
      if !typed.isEmpty { given[option.name] = try Self.values(typed, of: option, in: command) }
    }
    for option in command.options where option.isRequired && given[option.name] == nil {
      throw UsageError(.missingOption(option.usage), in: command.path)
    }
    try given.merge(Self.sort(words, for: command)) { old, _ in old }
    self.given = given
    self.known = Set(known.map(\.name) + command.arguments.map(\.name))
  }

  /// The word given for a required argument: `argument("peer")`.
  func argument(_ name: String) throws(UsageError) -> String {
    guard let word = try all(name).first else { throw misuse(.missingArgument(name)) }
    return word
  }

  /// The word given for an optional argument, if there is one.
  func argumentIfGiven(_ name: String) throws(UsageError) -> String? { try all(name).first }

  /// The words given for a repeating argument: `arguments("file")`.
  func arguments(_ name: String) throws(UsageError) -> [String] { try all(name) }

  /// The value of an option that the command can't do without: `value("--until")`.
  func value(_ option: String) throws(UsageError) -> String {
    guard let value = try all(option).first else { throw misuse(.missingOption(option)) }
    return value
  }

  /// The value of an option, if it was given.
  func valueIfGiven(_ option: String) throws(UsageError) -> String? { try all(option).first }

  /// All values of an option, lists parted at their commas: `values("--purpose")`.
  func values(_ option: String) throws(UsageError) -> [String] { try all(option) }

  /// Whether a flag was given: `flag("--recording")`.
  func flag(_ option: String) throws(UsageError) -> Bool {
    _ = try all(option)
    return given[option] != nil
  }

  /// Reads an argument or option as something better than text.
  ///
  /// `try read("--until", as: "a day such as 2026-05-01") { Day($0) }`
  func read<Value>(
    _ name: String, as expected: String, _ make: (String) -> Value?
  ) throws(UsageError) -> Value {
    try made(name.hasPrefix("-") ? value(name) : argument(name), name, expected, make)
  }

  /// Reads an argument or option as something better than text, if it was given.
  func readIfGiven<Value>(
    _ name: String, as expected: String, _ make: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = try all(name).first else { return nil }
    return try made(text, name, expected, make)
  }

  /// Reads all the words or values that were given under one name.
  func readAll<Value>(
    _ name: String, as expected: String, _ make: (String) -> Value?
  ) throws(UsageError) -> [Value] {
    var values: [Value] = []
    for text in try all(name) { values.append(try made(text, name, expected, make)) }
    return values
  }

  /// A mistake in this command's line, found by its own code.
  ///
  /// `throw invocation.misuse(.notTogether("--until", "--days"))`
  func misuse(_ fact: UsageError.Fact) -> UsageError { UsageError(fact, in: command.path) }

  private func all(_ name: String) throws(UsageError) -> [String] {
    guard known.contains(name) else { throw misuse(.notInTable(name)) }
    return given[name] ?? []
  }

  private func made<Value>(
    _ text: String, _ name: String, _ expected: String, _ make: (String) -> Value?
  ) throws(UsageError) -> Value {
    guard let value = make(text) else { throw misuse(.illFormed(name, expected: expected)) }
    return value
  }
}
