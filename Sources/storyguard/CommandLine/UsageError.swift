/// The command line wasn't understood: what is wrong, and in which command.
struct UsageError: Error, Equatable {
  /// What is wrong, without any value that was typed.
  ///
  /// The words of an unknown command or verb are kept, and shown only beside a near one.
  enum Fact: Equatable, Sendable {
    case unknownCommand(String, nearest: String?)
    case unknownVerb(String, nearest: String?, verbs: [String])
    case unknownOption(String, nearest: String?)
    case missingArgument(String)
    case missingOption(String)
    case missingValue(of: String)
    case unexpectedValue(of: String)
    case notAChoice(of: String, choices: [String], nearest: String?)
    case illFormed(String, expected: String)
    case tooManyArguments(takes: Int, given: Int)
    case givenTwice(String)
    case notTogether(String, String)
    case oneOf([String])
    /// The command's code asked for something that its table entry doesn't declare.
    case notInTable(String)
  }

  let fact: Fact
  /// The command's words as far as they were understood: `["consent", "grant"]`.
  let path: [String]

  init(_ fact: Fact, in path: [String]) {
    self.fact = fact
    self.path = path
  }
}
