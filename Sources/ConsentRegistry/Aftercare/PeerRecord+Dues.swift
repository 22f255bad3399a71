extension PeerRecord {
  /// All pay that is or was owed to the peer, in the order in which it fell due.
  ///
  /// With 30 days to pay, a block whose last session that took place ended on 2 May 2026 is due on
  /// 1 June, each part of what was offered for it apart. Confirmed sessions that the organiser
  /// cancelled too late leave the pay for the work due 30 days after their planned end.
  ///
  /// - Parameter policy: the registry's policy with the peer's own limits in place.
  /// - Returns: each with what the organisation and the peer say of it.
  public func dues(policy: Policy) -> [Due] {
    var dues = owing.fees.map { fee in
      Due(
        .fee(fee.id), by: fee.organisation, amount: fee.amount, dueOn: fee.dueOn,
        said: owing.pay[.fee(fee.id)])
    }
    for engagement in engagements { dues += self.dues(of: engagement, policy: policy) }
    dues += workDues(policy: policy)
    return dues.sorted { ($0.dueOn, $0.organisation) < ($1.dueOn, $1.organisation) }
  }

  /// The organisations that owe the peer pay past its due day.
  func payOverdue(on today: Day, policy: Policy) -> Set<OrganisationID> {
    Set(dues(policy: policy).filter { $0.state(on: today) == .overdue }.map(\.organisation))
  }

  private func dues(of engagement: EngagementRecord, policy: Policy) -> [Due] {
    guard let offer = engagement.request?.offer else { return [] }
    let tookPlace = engagement.sessions.filter(\.state.tookPlace).map(\.last).max()
    let cancelled = tookPlace == nil ? lateCancellation(of: engagement, policy: policy) : nil
    guard let last = tookPlace ?? cancelled else { return [] }
    return offer.kinds.filter { tookPlace != nil || $0 == .remuneration }.map { kind in
      let cause = Due.Cause.engagement(engagement.id, kind)
      return Due(
        cause, by: engagement.organisation, amount: offer.amount(of: kind),
        words: kind == .inKind ? engagement.request?.words.inKind : nil,
        dueOn: last.adding(policy.payDueDays), said: owing.pay[cause])
    }
  }

  /// The planned end of what the organiser cancelled too late, if they did.
  private func lateCancellation(of engagement: EngagementRecord, policy: Policy) -> Day? {
    bookings.cancellations.filter { $0.engagement == engagement.id }.compactMap { cancellation in
      engagement.isCancelledLate(cancellation.sessions, on: cancellation.day, notice: policy.notice)
        ? cancellation.sessions.filter(engagement.sessions.indices.contains)
          .map { engagement.sessions[$0].last }.max() : nil
    }.max()
  }
}

extension EngagementRecord {
  /// Whether the organiser cancelled confirmed sessions later than they would have to ask for them.
  ///
  /// Seven days of notice, a talk on 20 May: cancelled on 13 May it is in time, from 14 May it is
  /// late. The longest notice among the channels of what is cancelled counts, as with an ask.
  func isCancelledLate(_ places: [Int], on day: Day, notice: Policy.Notice) -> Bool {
    let cancelled = places.filter(sessions.indices.contains).map { sessions[$0] }
    guard let first = cancelled.map(\.first).min() else { return false }
    let days = cancelled.map { notice.days(for: $0.channel) }.max() ?? notice.days
    return day > first.adding(-days)
  }
}

extension Offer {
  /// The parts that were offered, in the order of their list.
  public var kinds: [PayKind] {
    PayKind.allCases.filter { kind in
      switch kind {
      case .remuneration: remuneration != nil
      case .reimbursement: reimbursement != nil
      case .inKind: inKind
      }
    }
  }

  /// How much money a part is; nothing for what is given in place of it.
  public func amount(of kind: PayKind) -> Money? {
    switch kind {
    case .remuneration: remuneration
    case .reimbursement: reimbursement
    case .inKind: nil
    }
  }
}
