/// The report `usage`: what was asked of each peer's story, and what their limits still leave.
///
/// It counts only what was asked for here.
public enum UsageReport {
  /// The row of one peer.
  ///
  /// For a custodian it is worked out under the registry's policy alone, without the peer's own
  /// limits and notes: two peers who differ only in those have the same row. For the peer it is
  /// worked out under the limits in force for them, and their own notes rest them.
  ///
  /// - Parameters:
  ///   - peer: the peer's uses, each with its state on the report's day.
  ///   - period: the days whose uses are counted; bookings, caps and rest stand apart from it.
  ///   - day: the report's day; nothing after it counts as having taken place.
  ///   - policies: every version of the registry's policy.
  ///   - reader: for whose eyes it is.
  ///   - counted: which uses the counts are narrowed to; rest, caps and days look at all of them.
  /// - Returns: the peer's row, with the uses behind each of its figures.
  public static func row(
    for peer: PeerUses, period: ReportPeriod, on day: Day, policies: PolicyHistory,
    reader: ReportReader = .custodian, counting counted: (CountedUse) -> Bool = { _ in true }
  ) -> UsageRow {
    var happened: [CountedUse] = []
    var unclosed: [CountedUse] = []
    var booked: [CountedUse] = []
    let agreed = peer.uses.filter { $0.isAgreed(for: reader) }
    for use in agreed {
      if use.first > day {
        booked.append(use)
      } else if use.state.tookPlace {
        happened.append(use)
      } else {
        unclosed.append(use)
      }
    }
    let registrys = policies.binding(on: day)
    let policy =
      switch reader {
      case .custodian: registrys
      case .peer: registrys.merged(with: peer.limits.inForce(on: day, over: registrys))
      }
    return UsageRow(
      peer: peer.peer, isClaimed: peer.isClaimed, on: day,
      uses: happened.filter { period.contains($0.first) && counted($0) },
      usesInAll: happened.count(where: counted), booked: booked.filter(counted),
      unclosed: unclosed.filter(counted),
      lastTelling: happened.filter { $0.kind == .telling }.max { $0.last < $1.last },
      rest: restLeft(
        after: agreed,
        notes: reader == .peer ? peer.ownTellings : [], on: day, policy: policy),
      caps: policy.caps.list.map { used($0, happened, unclosed, on: day) },
      months: months(of: happened.filter(counted), upTo: day))
  }

  /// The rest that reaches farthest, as the guard sees it: of every block that has begun, its
  /// bookings still to come included.
  private static func restLeft(
    after uses: [CountedUse], notes: [Day], on day: Day, policy: Policy
  ) -> RestLeft? {
    var farthest: RestLeft?
    func consider(_ last: Day, rest: Int, _ uses: [CountedUse]) {
      let until = last.adding(rest)
      let days = max(day, last.adding(1)).days(until: until) + 1
      guard days > 0, until > farthest?.until ?? day.adding(-1) else { return }
      farthest = RestLeft(until: until, days: days, uses: uses)
    }
    for block in TellingBlock.blocks(of: uses) where block.first <= day {
      consider(block.last, rest: block.rest(under: policy), block.uses)
    }
    for note in notes where note <= day {
      consider(note, rest: policy.rest.days(after: [.inPerson], endedEarly: false), [])
    }
    return farthest
  }

  /// What the window of a cap holds that ends on a day: with 30 days, the day and the 29 before.
  private static func used(
    _ cap: Cap, _ happened: [CountedUse], _ unclosed: [CountedUse], on day: Day
  ) -> CapUse {
    let before = day.adding(-cap.days)
    func isWithin(_ use: CountedUse) -> Bool {
      use.kind == cap.kind && before < use.first && use.first <= day
    }
    return CapUse(
      cap: cap, uses: happened.filter(isWithin), unclosed: unclosed.filter(isWithin))
  }

  private static func months(of happened: [CountedUse], upTo day: Day) -> [MonthOfUses] {
    let (year, month, _) = day.parts
    // Months counted on from the year 0, so that those of two years stand in one line.
    let earliest = year * 12 + month - 12
    var months = (earliest..<earliest + 12).map {
      MonthOfUses(year: $0.flooredQuotient(dividingBy: 12), month: $0 % 12 + 1)
    }
    for use in happened {
      let (year, month, _) = use.first.parts
      let place = year * 12 + month - 1 - earliest
      guard months.indices.contains(place) else { continue }
      switch use.kind {
      case .telling: months[place].tellings += 1
      case .exposure: months[place].exposures += 1
      }
    }
    return months
  }
}
