/// Finds the word that was probably meant, or `nil` if none is near enough.
///
/// `consnet` is near `consent` (two letters swapped), `req` near `request` (its beginning), and
/// `xyz` near nothing. Capitals don't count: `inperson` is near `inPerson`.
package func nearestName(to word: String, among candidates: [String]) -> String? {
  let typed = Array(word.lowercased())
  // No word of ours is that long; a pasted page must not cost time.
  guard !typed.isEmpty, typed.count <= 40 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in candidates {
    let wanted = Array(candidate.lowercased())
    let distance = editDistance(typed, wanted)
    let letters = wanted.count { $0 != "-" }
    guard distance <= max(1, letters / 3), distance < letters else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  if let best { return best.word }
  let begun = candidates.filter { $0.lowercased().starts(with: typed) }
  return typed.count { $0 != "-" } >= 2 && begun.count == 1 ? begun.first : nil
}

/// Counts the letters to insert, drop, change or swap with a neighbour (Damerau).
///
/// `grnat` to `grant` is 1, `kitten` to `sitting` is 3.
package func editDistance(_ from: [Character], _ to: [Character]) -> Int {
  guard !from.isEmpty, !to.isEmpty else { return max(from.count, to.count) }
  var beforeLast: [Int] = []
  var last = Array(0...to.count)
  for row in 1...from.count {
    var current = [row] + Array(repeating: 0, count: to.count)
    for column in 1...to.count {
      let change = from[row - 1] == to[column - 1] ? 0 : 1
      current[column] = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
      if row > 1, column > 1, from[row - 1] == to[column - 2], from[row - 2] == to[column - 1] {
        current[column] = min(current[column], beforeLast[column - 2] + 1)
      }
    }
    beforeLast = last
    last = current
  }
  return last[to.count]
}
