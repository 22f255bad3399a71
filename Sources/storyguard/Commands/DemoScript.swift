/// A rehearsal script: one command a line, as people type it after the program's name.
///
/// `#` begins a comment. `!` before a command says that it is to be refused, which is no failure.
/// A command that reads a file has it right below, in lines that begin with `{` or a blank; `-`
/// stands in the command where the file's name would.
struct DemoScript {
  /// One command of it.
  struct Step: Equatable {
    /// The number of its line, counted from 1.
    let line: Int
    /// The command's words, without the program's name.
    let words: [String]
    /// What the file holds that it reads, if it reads one.
    var file: String?
    /// How it is to end.
    let status: ExitStatus
  }

  /// The commands, in order.
  private(set) var steps: [Step] = []
  /// How many lines the script has.
  let lines: Int

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.lines = lines.count
    for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
      if line.hasPrefix("{") || line.hasPrefix(" ") {
        if let last = steps.indices.last {
          steps[last].file = (steps[last].file ?? "") + line + "\n"
        }
        continue
      }
      let isRefused = line.hasPrefix("!")
      let words = Demo.words(in: isRefused ? line.dropFirst() : line)
      guard !words.isEmpty else { continue }
      steps.append(
        Step(line: index + 1, words: words, status: isRefused ? .denied : .done))
    }
  }
}
