/// What adds up for one organisation.
struct GivebackTally: Hashable, Sendable {
  var tellings = 0
  var exposures = 0
  var peers = 0

  var pay = Said(said: MoneySums(), confirmed: MoneySums())
  var costs = Said(said: MoneySums(), confirmed: MoneySums())
  var inKind = Said(said: 0, confirmed: 0)
  var onTime = Said(said: 0, confirmed: 0)
  var late = Said(said: 0, confirmed: 0)
  var overdue = 0
  var missing = 0
  var daysToPay = Said(said: DayCounts(), confirmed: DayCounts())

  var workOffered = 0
  var workDone = 0
  var workPay = Said(said: MoneySums(), confirmed: MoneySums())

  var minutes: [Contribution.Kind: Said<Int>] = [:]
  var costToPeers = Said(said: MoneySums(), confirmed: MoneySums())
  var paidMinutes = Said(said: 0, confirmed: 0)
  var unpaidMinutes = Said(said: 0, confirmed: 0)

  /// Adds one thing owed, with what each side says of it.
  mutating func add(_ given: GivenDue) {
    if let day = given.saidPaidOn {
      if given.isInTime(day) { onTime.said += 1 } else { late.said += 1 }
      if given.isPayForUse { daysToPay.said.add(given.ended.days(until: day)) }
    }
    if let day = given.confirmedPaidOn {
      if given.isInTime(day) { onTime.confirmed += 1 } else { late.confirmed += 1 }
      if given.isPayForUse { daysToPay.confirmed.add(given.ended.days(until: day)) }
    }
    if given.isOverdue { overdue += 1 }
    if given.isMissing { missing += 1 }
    switch given.due.cause {
    case .work:
      workPay.said.add(given.saidAmounts)
      workPay.confirmed.add(given.confirmedAmounts)
    case .engagement(_, .reimbursement):
      costs.said.add(given.saidAmounts)
      costs.confirmed.add(given.confirmedAmounts)
    case .engagement(_, .inKind):
      if given.saidPaidOn != nil { inKind.said += 1 }
      if given.confirmedPaidOn != nil { inKind.confirmed += 1 }
    case .engagement(_, .remuneration), .fee:
      pay.said.add(given.saidAmounts)
      pay.confirmed.add(given.confirmedAmounts)
    }
  }

  /// Adds training, supervision or something else.
  mutating func add(_ contribution: Contribution, isConfirmed: Bool) {
    minutes[contribution.kind, default: Said(said: 0, confirmed: 0)]
      .add(contribution.minutes, isConfirmed: isConfirmed)
    if let cost = contribution.costToPeer {
      costToPeers.said.add(cost)
      if isConfirmed { costToPeers.confirmed.add(cost) }
    }
    if contribution.isPaidTime {
      paidMinutes.add(contribution.minutes, isConfirmed: isConfirmed)
    } else {
      unpaidMinutes.add(contribution.minutes, isConfirmed: isConfirmed)
    }
  }
}
