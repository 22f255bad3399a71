/// The known name that a mistyped one most resembles, if any is near enough.
///
/// `nearestName(to: "strat", among: ["start", "zone"])` is `start`. A missing, extra, wrong or
/// swapped letter is one slip, capitals are none; up to a third of the letters may be slips, three
/// at most. Of equally near names the first wins.
package func nearestName(to name: String, among known: [String]) -> String? {
  let letters = Array(name.lowercased().unicodeScalars.prefix(longestName))
  var nearest: (name: String, slips: Int)?
  for candidate in known {
    let others = Array(candidate.lowercased().unicodeScalars.prefix(longestName))
    let allowed = min(3, max(letters.count, others.count) / 3)
    guard abs(letters.count - others.count) <= allowed else { continue }
    let slips = slips(from: letters, to: others)
    if slips <= allowed, slips < nearest?.slips ?? .max { nearest = (candidate, slips) }
  }
  return nearest?.name
}

/// Longer names are compared by their beginning, so that no input makes the search slow.
private let longestName = 64

private func slips(from first: [Unicode.Scalar], to second: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in first.indices {
    var line = [row + 1]
    for column in second.indices {
      let same = first[row] == second[column]
      var best = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, line[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      line.append(best)
    }
    beforeLast = last
    last = line
  }
  return last[second.count]
}
