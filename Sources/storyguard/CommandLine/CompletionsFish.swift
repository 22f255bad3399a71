extension Completions {
  /// The script for fish, from version 3 on.
  func fish() -> [String] {
    let name = table.program
    let walk = [
      "# fish completion for \(name); put into ~/.config/fish/completions/\(name).fish",
      "function __\(name)_place",
      "  set -l place",
      "  set -l pending",
      "  set -l ended",
      "  set -l helping",
      "  set -l given 0",
      "  for word in (commandline -opc)[2..-1]",
      "    if test -n \"$pending\"",
      "      set pending",
      "      continue",
      "    end",
      "    if test -z \"$ended\"",
      "      switch $word",
      "        case --",
      "          set ended yes",
      "          continue",
      "        case \(takingValues.joined(separator: " "))",
      "          set pending $word",
      "          continue",
      "        case '-?*'",
      "          continue",
      "      end",
      "    end",
      "    if test -z \"$place$helping\"; and test \"$word\" = help",
      "      set helping yes",
      "      continue",
      "    end",
      "    switch \"$place/$word\"",
      "      case \(steps.map { "\($0.place)/\($0.word)" }.joined(separator: " "))",
      "        set place (string trim \"$place $word\")",
      "      case '*'",
      "        set given (math $given + 1)",
      "    end",
      "  end",
      "  echo \"$place:$given\"",
      "end",
      "function __\(name)_at",
      "  string match -q -- \"$argv[1]\" (__\(name)_place)",
      "end",
      "complete -c \(name) -f",
    ]
    return walk + fishWords() + table.everywhere.map { fishOption($0, at: nil) }
      + table.commands.flatMap(fishCommand)
  }

  private func fishWords() -> [String] {
    let help = Step(place: "", word: "help", summary: "say how something is used")
    return (steps + [help]).map { step in
      condition(step.place + ":0") + " -a \(step.word) -d \(step.summary.fishQuoted)"
    }
  }

  private func fishCommand(_ command: Command) -> [String] {
    let place = command.path.joined(separator: " ")
    let arguments = offers(of: command).map { index, repeats, offer in
      condition("\(place):\(repeats ? "*" : "\(index)")") + fishOffer(offer)
    }
    return arguments + command.options.map { fishOption($0, at: place) }
  }

  private func fishOption(_ option: Option, at place: String?) -> String {
    let line = place.map { condition($0 + ":*") } ?? "complete -c \(table.program)"
    let help = option.name == "--help" ? " -s h" : ""
    let value = option.takes == .nothing ? "" : " -r" + fishOffer(offer(for: option))
    return "\(line) -l \(option.name.dropFirst(2))\(help)\(value) -d \(option.summary.fishQuoted)"
  }

  private func condition(_ pattern: String) -> String {
    "complete -c \(table.program) -n \"__\(table.program)_at '\(pattern)'\""
  }

  private func fishOffer(_ offer: Offer) -> String {
    switch offer {
    case .nothing: " -f"
    case .words(let words): " -f -a \(words.joined(separator: " ").fishQuoted)"
    case .list(let words): " -f -a '(__fish_append , \(words.joined(separator: " ")))'"
    case .files: " -F"
    case .folders: " -f -a '(__fish_complete_directories)'"
    }
  }
}
