extension Desk {
  /// Notes that the organisation has paid, as it says; without an amount, all of it.
  ///
  /// It may be said before it is due. It doesn't end what the peer says is missing.
  ///
  /// - Returns: whether the peer says that it is missing, so that it stays owed.
  /// - Throws: `unknownDue` if no such pay was ever offered; `otherCurrency`; `notForThisRole`.
  @discardableResult
  public func paid(
    _ cause: Due.Cause, _ amount: Money? = nil, of peer: PeerID, as organisation: OrganisationID?,
    on day: Day? = nil
  ) throws(DeskError<Ledger.Failure>) -> Bool {
    try changeForOrganisation(peer, organisation) { record, today throws(RegistryError) in
      let agreed = try record.agreed(for: cause, by: organisation)
      if let amount, let offered = agreed.amount, amount.currency != offered.currency {
        throw .otherCurrency(offered.currency)
      }
      let day = try self.dayGone(day, by: today)
      return Step(
        happenings: [.owing(.paid(cause, amount, day: day))],
        answer: record.owing.pay[cause]?.missingSince != nil)
    }
  }

  /// Notes that the peer says the pay has come; that ends what they said was missing.
  ///
  /// - Throws: `unknownDue`; `onlyThePeer`.
  public func confirmPay(
    _ cause: Due.Cause, of peer: PeerID, on day: Day? = nil
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      _ = try record.agreed(for: cause, by: nil)
      let today = try self.dayOfDeed(at: record.zone)
      let day = try self.dayGone(day, by: today)
      return Step(happenings: [.owing(.payConfirmed(cause, day: day))], answer: ())
    }
  }

  /// Notes that the peer misses pay that is owed here: it stands until they say that it has come.
  ///
  /// - Throws: `unknownDue` if it isn't owed, or not yet: the peer may record it as a fee then.
  public func missPay(
    _ cause: Due.Cause, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let dues = record.dues(policy: self.terms(for: record, on: today))
      guard dues.contains(where: { $0.cause == cause }) else { throw .unknownDue }
      return Step(happenings: [.owing(.payMissing(cause, day: today))], answer: ())
    }
  }

  /// Notes an unpaid fee that no booking here is about: it stands until the peer says it has come.
  ///
  /// - Throws: `feeExists`; `onlyThePeer`.
  public func missFee(_ fee: Fee, of peer: PeerID) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      guard !record.owing.fees.contains(where: { $0.id == fee.id }) else { throw .feeExists }
      let today = try self.dayOfDeed(at: record.zone)
      return Step(happenings: [.owing(.feeMissing(fee, day: today))], answer: ())
    }
  }

  /// Notes what the organisation says to pay that the peer misses; nothing is removed by it.
  ///
  /// - Throws: `unknownDue`; `notForThisRole`.
  public func answerPay(
    _ cause: Due.Cause, words: String, of peer: PeerID, as organisation: OrganisationID
  ) throws(DeskError<Ledger.Failure>) {
    try changeForOrganisation(peer, organisation) { record, today throws(RegistryError) in
      _ = try record.agreed(for: cause, by: organisation)
      return Step(
        happenings: [.owing(.payAnswered(cause, organisation, words: words, day: today))],
        answer: ())
    }
  }
}

extension PeerRecord {
  /// What was agreed for a cause, if it is one of this organisation's, or of any if none is named.
  ///
  /// Whether it has come to be owed doesn't matter: pay may be sent ahead.
  fileprivate func agreed(
    for cause: Due.Cause, by organisation: OrganisationID?
  ) throws(RegistryError) -> (organisation: OrganisationID, amount: Money?) {
    let found: (organisation: OrganisationID, amount: Money?)? =
      switch cause {
      case .engagement(let id, let kind):
        engagement(id).flatMap { engagement in
          engagement.request.flatMap {
            $0.offer.kinds.contains(kind)
              ? (engagement.organisation, $0.offer.amount(of: kind)) : nil
          }
        }
      case .work(let id):
        work[id].flatMap { item in
          item.answer?.answer == .yes || item.doneOn != nil
            ? (item.offer.organisation, item.offer.pay.amount) : nil
        }
      case .fee(let id): owing.fees.first { $0.id == id }.map { ($0.organisation, $0.amount) }
      }
    guard let found, organisation == nil || found.organisation == organisation else {
      throw .unknownDue
    }
    return found
  }
}
