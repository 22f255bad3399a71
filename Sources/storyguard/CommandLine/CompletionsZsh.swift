extension Completions {
  /// The script for zsh; it may be sourced, or kept as `_storyguard` in the function path.
  func zsh() -> [String] {
    let name = table.program
    return [
      "#compdef \(name)",
      "# zsh completion for \(name); put into ~/.zshrc: source <(\(name) completions zsh)",
      "_\(name)() {",
      "  local place='' pending='' helping='' ended='' word",
      "  local -i i given=0",
      "  local -a offered",
      "  for ((i = 2; i < CURRENT; i++)); do",
      "    word=\"${words[i]}\"",
      "    if [[ -n $pending ]]; then pending=''; continue; fi",
      "    if [[ -z $ended ]]; then",
      "      case \"$word\" in",
      "        --) ended=yes; continue ;;",
      "        \(takingValues.joined(separator: "|"))) pending=\"$word\"; continue ;;",
      "        -?*) continue ;;",
      "      esac",
      "    fi",
      "    if [[ -z $place$helping && $word == help ]]; then helping=yes; continue; fi",
      "    case \"$place/$word\" in",
      "      \(steps.map { "'\($0.place)/\($0.word)'" }.joined(separator: "|")))",
      "        place=\"${place:+$place }$word\" ;;",
      "      *) given+=1 ;;",
      "    esac",
      "  done",
      "  word=\"${words[CURRENT]}\"",
      "  if [[ -z $pending$ended$helping && $word == --*=* ]]; then",
      "    pending=\"${word%%=*}\"",
      "    compset -P '*='",
      "  fi",
    ] + zshValues() + zshOptions() + zshWords() + [
      "}",
      "if [[ ${funcstack[1]} == _\(name) ]]; then",
      "  _\(name) \"$@\"",
      "elif (( ${+functions[compdef]} )); then",
      "  compdef _\(name) \(name)",
      "fi",
    ]
  }

  private func zshValues() -> [String] {
    var lines = ["  if [[ -n $pending ]]; then", "    case \"$place:$pending\" in"]
    for command in table.commands {
      let place = command.path.joined(separator: " ")
      lines += command.options.compactMap {
        zshCase("'\(place):\($0.name)'", offer(for: $0), "      ")
      }
    }
    lines += table.everywhere.compactMap { zshCase("*':\($0.name)'", offer(for: $0), "      ") }
    return lines + ["    esac", "    return", "  fi"]
  }

  private func zshOptions() -> [String] {
    var lines = [
      "  if [[ $word == -* && -z $ended$helping ]]; then",
      "    offered=(\(described(table.everywhere)))",
      "    case \"$place\" in",
    ]
    for command in table.commands where !command.options.isEmpty {
      let place = command.path.joined(separator: " ")
      lines.append("      '\(place)') offered+=(\(described(command.options))) ;;")
    }
    return lines + ["    esac", "    _describe -o option offered", "    return", "  fi"]
  }

  private func zshWords() -> [String] {
    var lines = ["  case \"$place:$given\" in"]
    let help = Step(place: "", word: "help", summary: "say how something is used")
    let places = [""] + table.firstWords.filter { !table.verbs(of: $0).isEmpty }
    for place in places {
      let following = (steps + [help]).filter { $0.place == place }
      let described = following.map { entry($0.word, $0.summary) }.joined(separator: " ")
      lines.append("    '\(place):0') offered=(\(described)); _describe command offered ;;")
    }
    for command in table.commands {
      let place = command.path.joined(separator: " ")
      lines += offers(of: command).compactMap { index, repeats, offer in
        zshCase("'\(place):'\(repeats ? "*" : "\(index)")", offer, "    ")
      }
    }
    return lines + ["  esac"]
  }

  private func described(_ options: [Option]) -> String {
    options.map { entry($0.name, $0.summary) }.joined(separator: " ")
  }

  /// A word with what it means; a colon parts the two.
  private func entry(_ word: String, _ summary: String) -> String {
    (word + ":" + summary).shellQuoted
  }

  private func zshCase(_ pattern: String, _ offer: Offer, _ indent: String) -> String? {
    let call: String
    switch offer {
    case .nothing: return nil
    case .words(let words): call = "compadd -- \(words.joined(separator: " "))"
    case .list(let words):
      call = "compset -P '*,'; compadd -S '' -- \(words.joined(separator: " "))"
    case .files: call = "_files"
    case .folders: call = "_files -/"
    }
    return "\(indent)\(pattern)) \(call) ;;"
  }
}
