extension UsageError {
  /// The error in plain words, in two lines; the second is the next step.
  ///
  /// A mistyped `storyguard consnet` gives "there is no command `consnet`; did you mean
  /// `consent`?", then "try `storyguard consent --help`".
  func message(program: String = "storyguard") -> String {
    let command = ([program] + path).joined(separator: " ")
    return said(command) + "\ntry `" + nextStep(command) + "`"
  }

  private func said(_ command: String) -> String {
    switch fact {
    case .unknownCommand(let word, let nearest?):
      "there is no command `\(word.echoed)`; did you mean `\(nearest)`?"
    // A word that resembles no command may be a person's name, so it isn't repeated.
    case .unknownCommand(_, nil):
      "the first word isn't a command"
    case .unknownVerb(let word, let nearest?, _):
      "`\(command)` has no verb `\(word.echoed)`; did you mean `\(nearest)`?"
    case .unknownVerb(_, nil, let verbs):
      "after `\(command)` comes one of: \(verbs.joined(separator: ", "))"
    case .unknownOption(let option, let nearest):
      "`\(option.echoed)` isn't an option of `\(command)`" + meant(nearest)
    case .missingArgument(let name):
      "`\(command)` needs \(name.uppercased())"
    case .missingOption(let option):
      "`\(command)` needs `\(option)`"
    case .missingValue(let option):
      "`\(option)` needs a value after it"
    case .unexpectedValue(let option):
      "`\(option)` takes no value; it is given alone or left out"
    case .notAChoice(let name, let choices, let nearest):
      "\(shown(name)) is one of: \(choices.joined(separator: ", "))" + meant(nearest)
    case .illFormed(let name, let expected):
      "\(shown(name)) should be \(expected)"
    case .tooManyArguments(let takes, let given):
      "`\(command)` takes \(counted(takes)) after its name, and \(given) were given; "
        + "put quotes around words that belong together"
    case .givenTwice(let option):
      "`\(option)` was given twice; keep the one that you mean"
    case .notTogether(let one, let other):
      "\(shown(one)) and \(shown(other)) don't go together; keep one of them"
    case .oneOf(let names):
      "`\(command)` needs one of: \(names.map(shown).joined(separator: ", "))"
    case .notInTable(let name):
      "`\(command)` looked for \(shown(name)), which it doesn't take; "
        + "this is a fault in the program, please report it"
    }
  }

  private func nextStep(_ command: String) -> String {
    switch fact {
    case .unknownCommand(_, let nearest?), .unknownVerb(_, let nearest?, _):
      command + " " + nearest + " --help"
    default:
      command + " --help"
    }
  }

  private func meant(_ nearest: String?) -> String {
    nearest.map { "; did you mean `\($0)`?" } ?? ""
  }

  private func shown(_ name: String) -> String {
    name.hasPrefix("-") ? "`\(name)`" : name.uppercased()
  }

  private func counted(_ words: Int) -> String {
    switch words {
    case 0: "nothing"
    case 1: "1 word"
    default: "\(words) words"
    }
  }
}

extension String {
  /// What was typed, safe to show again: without control characters, and not too long.
  fileprivate var echoed: String { cut(toWidth: 40) }
}
