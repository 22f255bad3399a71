/// One thing owed as it stands on a report's day: when it was paid, by whose word, and how much.
struct GivenDue {
  let due: Due
  /// The end of what it is owed for; of a fee, about which nothing else is known, its due day.
  let ended: Day
  /// When the organisation had paid all of it, as it says.
  let saidPaidOn: Day?
  /// When it was paid, if the peer has said that it has come; the earlier of both words.
  let confirmedPaidOn: Day?
  /// Whether it is owed still, as no word that counts says that it was paid.
  let isOpen: Bool
  /// Whether it is owed still and past its due day.
  let isOverdue: Bool
  /// Whether the peer says that it is missing.
  let isMissing: Bool

  private let payments: [PayWords.Payment]

  init(_ due: Due, on day: Day, dueDays: Int) {
    self.due = due
    ended = if case .fee = due.cause { due.dueOn } else { due.dueOn.adding(-dueDays) }
    payments = due.said.payments.filter { $0.day <= day }
    saidPaidOn = due.saidPaidOn.flatMap { $0 <= day ? $0 : nil }
    isMissing = due.said.missingSince.map { $0 <= day } ?? false
    let paidOn = due.paidOn.flatMap { $0 <= day ? $0 : nil }
    // Of "it has come" and "it is missing" the peer's later word alone is kept.
    confirmedPaidOn = due.said.confirmedOn.map { $0 <= day } ?? false ? paidOn : nil
    isOpen = paidOn == nil
    isOverdue = isOpen && due.dueOn < day
  }

  /// Whether it is pay for a use, of which it is known when that ended.
  var isPayForUse: Bool {
    if case .engagement(_, .remuneration) = due.cause { true } else { false }
  }

  /// Whether a day of payment is in time: the due day itself is.
  func isInTime(_ day: Day) -> Bool { day <= due.dueOn }

  /// The money that the organisation says it paid.
  ///
  /// Of 150 dollars, 100 said: 100. "All of it" said, once or twice: 150.
  var saidAmounts: [Money] {
    var sums = MoneySums()
    sums.add(payments.compactMap(\.amount))
    if let amount = due.amount, payments.contains(where: { $0.amount == nil }) {
      sums.raise(to: amount)
    }
    return sums.list
  }

  /// The money that the peer says has come: all of it, or what was said to be paid where nobody
  /// has said how much it is.
  var confirmedAmounts: [Money] {
    guard confirmedPaidOn != nil else { return [] }
    return due.amount.map { [$0] } ?? saidAmounts
  }
}

extension ReportedPeer {
  /// All that was owed to the peer for what had ended by the report's day, as known on it.
  func dues(for reader: ReportReader) -> [GivenDue] {
    let terms = terms(for: reader)
    return record.dues(policy: terms).compactMap {
      let given = GivenDue($0, on: day, dueDays: terms.payDueDays)
      return given.ended <= day ? given : nil
    }
  }
}
