/// When a count is too small to print, and what else must be withheld so that nobody works it out.
///
/// A line is one figure of one organisation over the four quarters of a year. It is printed *whole*
/// if none of its counts is small; else its *total* alone, if that isn't; else *nothing* of it. So
/// of what isn't whole nothing but totals of whole years stands beside it, and the line of all
/// organisations, which is printed only as far as the rest it leaves says little.
struct SummaryRule: Hashable {
  /// Counts from 1 to this one are small.
  var limit = 10
  /// Counts that come from fewer peers are small, however great: one peer's many tellings are
  /// still one peer's.
  var fewestPeers = 3
  /// How many values every withheld count must leave open to whoever reads the table.
  var width = 5
  /// Lines hidden together are at least so many, so that an organisation that knows its own still
  /// can't tell another's.
  var fewestLines = 3

  /// Whether a count may not be printed as it stands.
  func isSmall(_ count: UncheckedCount) -> Bool {
    count.count > 0 && (count.count <= limit || count.peers < fewestPeers)
  }

  /// What is printed of each figure of a year.
  func showings(of counts: UncheckedSummary) -> [SummaryFigure: Showings] {
    var showings: [SummaryFigure: Showings] = [:]
    for figure in SummaryFigure.allCases where figure.hangsOn.isEmpty {
      showings[figure] = self.showings(of: counts[figure])
    }
    for figure in SummaryFigure.allCases where !figure.hangsOn.isEmpty {
      let bases = figure.hangsOn.compactMap { base in
        showings[base].map { (counts: counts[base], showings: $0) }
      }
      showings[figure] = self.showings(
        of: counts[figure], hangingOn: bases, adds: figure.addsUp)
    }
    return showings
  }

  // MARK: A figure by itself

  /// What is printed of a figure that adds up, and hangs on no other.
  ///
  /// Limit 10, four quarters: 12, 0, 30 and 11 are printed whole; 12, 3, 30 and 11 as 56 alone;
  /// 1, 2, 3 and 4 not at all.
  func showings(of figure: UncheckedFigure) -> Showings {
    var lines = figure.lines.map(showing)
    let small = lines.indices.filter { lines[$0] == .nothing }
    let told = lines.indices.filter { lines[$0] != .nothing && figure.lines[$0].total.count > 0 }
    // Others are hidden beside too few, whether or not that turns out to be enough: trying would
    // tell what was found. Beside lines of which nothing is told it is the first ones, those with a
    // total alone before others, as the smallest would be known to be small; ...
    if !small.isEmpty {
      let company = told.filter { lines[$0] == .total } + told.filter { lines[$0] == .whole }
      for place in company.prefix(max(0, fewestLines - small.count)) { lines[place] = .nothing }
    }
    // ... beside lines that keep their totals it is those with the smallest, which are printed.
    let hidden = lines.count { $0 != .whole }
    if hidden > 0 {
      let company = told.filter { lines[$0] == .whole }
        .sorted { (figure.lines[$0].total.count, $0) < (figure.lines[$1].total.count, $1) }
      for place in company.prefix(max(0, fewestLines - hidden)) { lines[place] = .total }
    }
    return Showings(lines: lines, all: showingOfAll(figure, lines, small: small))
  }

  private func showing(of line: UncheckedLine) -> Showing {
    if isSmall(line.total) { return .nothing }
    return line.quarters.contains(where: isSmall) ? .total : .whole
  }

  /// What is printed of the line of all organisations.
  ///
  /// Take from it what else is printed, and there is left: by quarter what the hidden lines, those
  /// that aren't whole, hold together, and over the year what those hold of which nothing is
  /// printed. Every hidden count may be 0, or as great as its line's total and its quarter's rest
  /// allow, if no line is needed to make up a rest and no rest is nearly used up. With totals 56 and
  /// 54, rests of 25, 13, 41 and 31 say nothing; a rest of 55 would say that the first has one.
  private func showingOfAll(
    _ figure: UncheckedFigure, _ lines: [Showing], small: [Int]
  ) -> Showing {
    guard !isSmall(figure.all.total), hides(figure, lines, small: small) else { return .nothing }
    let hidden = lines.indices.filter { lines[$0] != .whole }.map { figure.lines[$0] }
    if hidden.isEmpty { return .whole }
    guard hidden.count >= fewestLines, !figure.all.quarters.contains(where: isSmall) else {
      return .total
    }
    let inAll = hidden.reduce(0) { $0 + $1.total.count }
    let greatest = hidden.map(\.total.count).max() ?? 0
    let isWide = figure.all.quarters.indices.allSatisfy { quarter in
      let rest = hidden.reduce(0) { $0 + $1.quarters[quarter].count }
      let peers = hidden.map { $0.quarters[quarter].peers }.max() ?? 0
      // A reader knows that most hidden lines hold something small: that mustn't use up a rest.
      let room = min(rest, inAll - rest) - hidden.count
      return rest == 0 || (room >= limit && rest <= inAll - greatest && peers >= fewestPeers)
    }
    return isWide ? .whole : .total
  }

  /// Whether the sum of the lines of which nothing is told may be known; those not small among them
  /// keep the small ones company.
  ///
  /// Three small ones that add up to 10: each is 1 to 8. Three that add up to 29: each is 9 or 10,
  /// which says too much. One beside two greater ones, together 40: 1 to 10 again, as the others
  /// are at least 11 each and anything above it; together 25 it would be at most 3.
  func hides(_ figure: UncheckedFigure, _ lines: [Showing], small: [Int]) -> Bool {
    let silent = lines.indices.filter { lines[$0] == .nothing }
    if silent.isEmpty { return true }
    let sum = silent.reduce(0) { $0 + figure.lines[$1].total.count }
    let great = silent.count - small.count
    let least = great > 0 ? 1 : max(1, sum - limit * (small.count - 1))
    let most = min(limit, sum - (small.count - 1) - (limit + 1) * great)
    let peers = silent.map { figure.lines[$0].total.peers }.max() ?? 0
    return silent.count >= fewestLines && most - least + 1 >= width && peers >= fewestPeers
  }
}
