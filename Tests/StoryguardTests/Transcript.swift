import Foundation

/// A transcript: prose for the reader, and commands, each with all that it prints.
///
/// A line that begins with `$ ` is typed; it goes on after a backslash at its end, and to the end
/// of a text opened with `<<END`. What follows, up to an empty line or the next `$ `, is what it
/// prints: what is meant for the reader, then faults. An empty line of that is written as a dot
/// alone; an exit status that isn't 0 stands last, as `[2]`.
struct Transcript {
  /// A command as typed, and what it prints.
  struct Typed {
    /// The line of the file on which it begins.
    let line: Int
    var text: [String]
    var output: [String] = []

    /// What is handed to the shell.
    var command: String { text.joined(separator: "\n") }
  }

  /// A line for the reader, or a command.
  private enum Piece {
    case prose(String)
    case typed(Typed)
  }

  private var pieces: [Piece] = []

  /// Reads a transcript from its text.
  init(_ text: String) {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    var rest = lines.enumerated().makeIterator()
    var next = rest.next()
    while let (place, line) = next {
      next = rest.next()
      guard line.hasPrefix("$ ") else {
        pieces.append(.prose(line))
        continue
      }
      var typed = Typed(line: place + 1, text: [String(line.dropFirst(2))])
      while let (_, line) = next, typed.goesOn {
        typed.text.append(line)
        next = rest.next()
      }
      while let (_, line) = next, !line.isEmpty, !line.hasPrefix("$ ") {
        typed.output.append(line)
        next = rest.next()
      }
      pieces.append(.typed(typed))
    }
  }

  /// The commands, in order.
  var commands: [Typed] {
    pieces.compactMap { if case .typed(let typed) = $0 { typed } else { nil } }
  }

  /// The same transcript with other outputs, one for each command.
  ///
  /// Output that was pasted with its empty lines as they are is taken for output all the same.
  func printing(_ outputs: [[String]]) -> String {
    var lines: [String] = []
    var prints = outputs.makeIterator()
    var pasted: ArraySlice<String> = []
    for piece in pieces {
      switch piece {
      case .prose(let line):
        if line == pasted.first {
          pasted.removeFirst()
        } else {
          pasted = []
          lines.append(line)
        }
      case .typed(let typed):
        let output = prints.next() ?? typed.output
        lines += ["$ \(typed.command)"] + output
        let isPart = !typed.output.isEmpty && output.starts(with: typed.output)
        pasted =
          (isPart ? output.dropFirst(typed.output.count) : []).map { $0 == "." ? "" : $0 }[...]
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What a program printed, as lines of a transcript.
  static func lines(status: Int32, out: String, err: String) -> [String] {
    var lines = [out, err].flatMap { text in
      var lines = text.components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() }
      return lines
    }
    lines = lines.map { $0.isEmpty ? "." : $0 }
    return status == 0 ? lines : lines + ["[\(status)]"]
  }
}

extension Transcript.Typed {
  /// Whether its last line doesn't end it: after a backslash, or inside a text that is open.
  fileprivate var goesOn: Bool {
    let opened = text.lastIndex { $0.contains(/<<\s*'?(\w+)/) }
    if let opened, let end = text[opened].firstMatch(of: /<<\s*'?(\w+)/)?.1 {
      return !text[(opened + 1)...].contains { $0 == end }
    }
    return text.last?.hasSuffix("\\") ?? false
  }
}
