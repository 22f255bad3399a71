/// Breaks text at its spaces into lines of no more than so many columns.
///
/// A word that is longer than a line is broken. Empty text gives no line.
func wrapped(_ text: String, width: Int) -> [String] {
  wrapped(words: text.split(whereSeparator: \.isWhitespace).map(String.init), width: width)
}

/// Puts words on lines of no more than so many columns; a word may hold spaces that stay.
func wrapped(words: [String], width: Int) -> [String] {
  let width = max(1, width)
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in words {
    let columns = word.displayWidth
    if !line.isEmpty && used + 1 + columns <= width {
      line += " " + word
      used += 1 + columns
      continue
    }
    if !line.isEmpty { lines.append(line) }
    (line, used) = (word, columns)
    while used > width {
      let part = prefix(of: line, width: width)
      lines.append(part)
      line.removeFirst(part.count)
      used = line.displayWidth
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// The characters that fit, at least one.
private func prefix(of text: String, width: Int) -> String {
  var kept = ""
  var used = 0
  for character in text {
    used += character.displayWidth
    if used > width && !kept.isEmpty { break }
    kept.append(character)
  }
  return kept
}
