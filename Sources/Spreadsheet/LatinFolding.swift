extension String {
  /// Lower-case letters without their marks, for comparing what people typed: `Šárka Ωx` gives
  /// `sarka ωx`.
  ///
  /// Any Latin letter is told by its Unicode name: `LATIN SMALL LETTER A WITH ACUTE` is an `a`.
  /// Letters of other scripts are only lower-cased.
  var foldedLatin: String {
    var folded = String.UnicodeScalarView()
    var followsPlainLetter = false
    for scalar in unicodeScalars {
      if scalar.isASCII {
        followsPlainLetter = scalar.properties.isAlphabetic
        folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else if (0x300...0x36F).contains(scalar.value), followsPlainLetter {
        continue
      } else {
        let lower = scalar.properties.lowercaseMapping
        let plain = plainLetters(of: lower)
        followsPlainLetter = plain != nil
        folded.append(contentsOf: (plain ?? lower).unicodeScalars)
      }
    }
    return String(folded)
  }
}

/// The unmarked letters that a lower-case Latin letter stands for; nothing for other characters.
private func plainLetters(of lower: String) -> String? {
  switch lower {
  case "ß": return "ss"
  case "ð": return "d"
  case "þ": return "th"
  case "ı": return "i"
  default: break
  }
  guard let scalar = lower.unicodeScalars.first, let name = scalar.properties.name else {
    return nil
  }
  let words = name.split(separator: " ")
  guard words.count == 4 || (words.count > 4 && words[4] == "WITH"),
    words[0] == "LATIN", words[1] == "SMALL", words[2] == "LETTER" || words[2] == "LIGATURE",
    words[3].utf8.count <= 2
  else { return nil }
  return words[3].lowercased()
}
