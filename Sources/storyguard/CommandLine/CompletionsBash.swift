extension Completions {
  /// The script for bash, from version 3.2 on.
  func bash() -> [String] {
    let name = table.program
    return [
      "# bash completion for \(name); put into ~/.bashrc: source <(\(name) completions bash)",
      "_\(name)_words() { COMPREPLY=($(compgen -W \"$1\" -- \"$current\")); }",
      "_\(name)_list() {",
      "  local before=''",
      "  [[ $current == *,* ]] && before=\"${current%,*},\"",
      "  COMPREPLY=($(compgen -P \"$before\" -W \"$1\" -- \"${current##*,}\"))",
      "  compopt -o nospace 2>/dev/null",
      "}",
      "_\(name)_paths() {",
      "  local found",
      "  while IFS= read -r found; do COMPREPLY+=(\"$found\"); done \\",
      "    < <(compgen \"$1\" -- \"$current\")",
      "  compopt -o filenames 2>/dev/null",
      "}",
      "_\(name)() {",
      "  local current=\"${COMP_WORDS[COMP_CWORD]}\" place='' pending='' helping='' ended='' word",
      "  local IFS=$' \\t\\n'",
      "  local -i i given=0",
      "  COMPREPLY=()",
    ] + bashWalk() + bashValues() + bashWords() + ["}", "complete -F _\(name) \(name)"]
  }

  private func bashWalk() -> [String] {
    [
      "  for ((i = 1; i < COMP_CWORD; i++)); do",
      "    word=\"${COMP_WORDS[i]}\"",
      "    # bash breaks words at '=' and ':'; what follows belongs to the word before",
      "    case \"$word\" in",
      "      '=') [[ -z $pending ]] && i+=1; continue ;;",
      "      :*) i+=1; continue ;;",
      "    esac",
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
    ]
  }

  private func bashValues() -> [String] {
    var lines = [
      "  if [[ -n $pending ]]; then",
      "    [[ $current == '=' ]] && current=''",
      "    case \"$place:$pending\" in",
    ]
    for command in table.commands {
      let place = command.path.joined(separator: " ")
      lines += command.options.compactMap {
        bashCase("'\(place):\($0.name)'", offer(for: $0), indent: 6)
      }
    }
    lines += table.everywhere.compactMap { bashCase("*':\($0.name)'", offer(for: $0), indent: 6) }
    return lines + ["    esac", "    return", "  fi"]
  }

  private func bashWords() -> [String] {
    var lines = ["  if [[ $current == -* && -z $ended$helping ]]; then", "    case \"$place\" in"]
    let everywhere = table.everywhere.map(\.name)
    for command in table.commands where !command.options.isEmpty {
      let names = command.options.map(\.name) + everywhere
      lines.append(
        "      '\(command.path.joined(separator: " "))') "
          + "_\(table.program)_words '\(names.joined(separator: " "))' ;;")
    }
    lines += [
      "      *) _\(table.program)_words '\(everywhere.joined(separator: " "))' ;;",
      "    esac",
      "    return",
      "  fi",
      "  case \"$place:$given\" in",
      "    ':0') _\(table.program)_words '\((table.firstWords + ["help"]).joined(separator: " "))' ;;",
    ]
    for noun in table.firstWords where !table.verbs(of: noun).isEmpty {
      let verbs = table.verbs(of: noun).compactMap(\.path.last).joined(separator: " ")
      lines.append("    '\(noun):0') _\(table.program)_words '\(verbs)' ;;")
    }
    for command in table.commands {
      let place = command.path.joined(separator: " ")
      lines += offers(of: command).compactMap { index, repeats, offer in
        bashCase("'\(place):'\(repeats ? "*" : "\(index)")", offer, indent: 4)
      }
    }
    return lines + ["  esac"]
  }

  private func bashCase(_ pattern: String, _ offer: Offer, indent: Int) -> String? {
    let name = "_\(table.program)"
    let call: String
    switch offer {
    case .nothing: return nil
    case .words(let words): call = "\(name)_words '\(words.joined(separator: " "))'"
    case .list(let words): call = "\(name)_list '\(words.joined(separator: " "))'"
    case .files: call = "\(name)_paths -f"
    case .folders: call = "\(name)_paths -d"
    }
    return String(repeating: " ", count: indent) + "\(pattern)) \(call) ;;"
  }
}
