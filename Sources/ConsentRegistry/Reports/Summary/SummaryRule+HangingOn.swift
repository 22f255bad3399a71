extension SummaryRule {
  /// What is printed of a figure that can't be greater than others taken together.
  ///
  /// It is whole only where they are, and a total stands only beside theirs and well below them, so
  /// that it tells nothing of how they, or it, are spread over the quarters.
  func showings(
    of figure: UncheckedFigure, hangingOn bases: [(counts: UncheckedFigure, showings: Showings)],
    adds: Bool
  ) -> Showings {
    let lines = figure.lines.indices.map { place -> Showing in
      let line = figure.lines[place]
      if line.total.count == 0 { return .whole }
      if isSmall(line.total) { return .nothing }
      if !line.quarters.contains(where: isSmall), adds || isApart(line.total, line.quarters),
        bases.allSatisfy({ $0.showings.lines[place] == .whole }),
        isFar(line, below: bases.map { $0.counts.lines[place] })
      {
        return .whole
      }
      let room = bases.reduce(0) { $0 + $1.counts.lines[place].total.count } - line.total.count
      let isTold = bases.allSatisfy { $0.showings.lines[place] != .nothing }
      return isTold && room >= limit ? .total : .nothing
    }
    return Showings(
      lines: lines,
      all: adds
        ? showingOfAll(figure, lines, bases.map(\.showings)) : showingOfAllPeers(figure, lines))
  }

  /// Whether a line is as great as what it hangs on, or well below it, in each quarter and the year.
  ///
  /// Sixteen peers beside seventeen tellings would say that just one of them told twice.
  private func isFar(_ line: UncheckedLine, below bases: [UncheckedLine]) -> Bool {
    func isFar(_ count: Int, _ base: Int) -> Bool { base == count || base - count >= limit }
    return isFar(line.total.count, bases.reduce(0) { $0 + $1.total.count })
      && line.quarters.indices.allSatisfy { quarter in
        isFar(
          line.quarters[quarter].count, bases.reduce(0) { $0 + $1.quarters[quarter].count })
      }
  }

  private func showingOfAll(
    _ figure: UncheckedFigure, _ lines: [Showing], _ bases: [Showings]
  ) -> Showing {
    if lines.allSatisfy({ $0 == .whole }) { return .whole }
    let silent = lines.indices.filter { lines[$0] == .nothing }
    let areBasesTold = silent.allSatisfy { place in
      bases.allSatisfy { $0.lines[place] != .nothing }
    }
    let isTold =
      !isSmall(figure.all.total) && areBasesTold && hides(figure, lines, small: silent)
    return isTold ? .total : .nothing
  }

  /// All peers of a year are at most as many as those of each organisation added up: where what is
  /// printed is enough to make them up, the rest stays open.
  private func showingOfAllPeers(_ figure: UncheckedFigure, _ lines: [Showing]) -> Showing {
    let told = lines.indices.filter { lines[$0] != .nothing }.map { figure.lines[$0] }
    let all = figure.all
    guard !isSmall(all.total), isApart(all.total, told.map(\.total)) else { return .nothing }
    let isWhole =
      lines.allSatisfy { $0 == .whole } && !all.quarters.contains(where: isSmall)
      && all.quarters.indices.allSatisfy { quarter in
        isApart(all.quarters[quarter], told.map { $0.quarters[quarter] })
      }
    return isWhole ? .whole : .total
  }

  /// Whether so many peers, beside the parts they are in, don't say that a few are in two of them.
  private func isApart(_ peers: UncheckedCount, _ parts: [UncheckedCount]) -> Bool {
    let twice = parts.reduce(0) { $0 + $1.count } - peers.count
    return twice == 0 || twice > limit
  }
}
