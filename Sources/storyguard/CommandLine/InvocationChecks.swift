extension Invocation {
  /// Reads what was typed for one option.
  ///
  /// `--purpose training,advocacy --purpose media` gives three values.
  static func values(
    _ typed: [SplitLine.Given], of option: Option, in command: Command
  ) throws(UsageError) -> [String] {
    var values: [String] = []
    for one in typed {
      guard option.takes != .nothing else {
        if one.value == nil { continue }
        throw UsageError(.unexpectedValue(of: option.name), in: command.path)
      }
      let before = values.count
      if case .list = option.takes {
        values += (one.value ?? "").split(separator: ",").map { String($0.trimmed) }
          .filter { !$0.isEmpty }
      } else if let value = one.value, !value.trimmed.isEmpty {
        values.append(value)
      }
      // An empty value is nearly always a shell variable that was never set.
      if values.count == before {
        throw UsageError(.missingValue(of: option.usage), in: command.path)
      }
    }
    if !option.repeats && values.count > 1 {
      throw UsageError(.givenTwice(option.name), in: command.path)
    }
    try check(values, accepts: option.accepts, name: option.name, in: command)
    return values
  }

  /// Hands the words to the arguments in their order.
  static func sort(
    _ words: [String], for command: Command
  ) throws(UsageError) -> [String: [String]] {
    var rest = words[...]
    var given: [String: [String]] = [:]
    for argument in command.arguments {
      let taken = argument.count.repeats ? Array(rest) : Array(rest.prefix(1))
      rest.removeFirst(taken.count)
      let isEmpty = taken.contains { $0.trimmed.isEmpty }
      if isEmpty || (taken.isEmpty && argument.count.isRequired) {
        throw UsageError(.missingArgument(argument.name), in: command.path)
      }
      try check(taken, accepts: argument.accepts, name: argument.name, in: command)
      given[argument.name] = taken
    }
    guard rest.isEmpty else {
      throw UsageError(
        .tooManyArguments(takes: command.arguments.count, given: words.count), in: command.path)
    }
    return given
  }

  private static func check(
    _ values: [String], accepts: Accepted, name: String, in command: Command
  ) throws(UsageError) {
    for value in values {
      if let objection = accepts.objection(to: value, of: name) {
        throw UsageError(objection, in: command.path)
      }
    }
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  fileprivate var trimmed: SubSequence {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? endIndex
    return start < end ? self[start..<end] : self[endIndex..<endIndex]
  }
}
