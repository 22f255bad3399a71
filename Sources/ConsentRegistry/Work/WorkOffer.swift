/// What is paid for work, which is always stated: an amount, or outright nothing.
public enum WorkPay: Hashable, Sendable {
  /// So much.
  case money(Money)
  /// Nothing, said outright.
  case unpaid

  /// The amount, if it is paid.
  public var amount: Money? {
    switch self {
    case .money(let amount): amount
    case .unpaid: nil
    }
  }
}

/// An offer of work that needs no story: advising, training, reviewing, facilitating.
///
/// It needs no consent, and no rest or cap stands against it.
public struct WorkOffer: Hashable, Sendable {
  /// Its id.
  public let id: WorkOfferID
  /// Who offers it.
  public let organisation: OrganisationID
  /// The person who offers it, for the organisation.
  public let coordinator: CoordinatorID?
  /// The day of the work, if it has one.
  public let day: Day?
  /// How long it takes, in minutes.
  public let minutes: Int
  /// What is paid.
  public let pay: WorkPay
  /// What the work is, in the organisation's words.
  public let words: String?
  /// The home day on which it was offered.
  public let offeredOn: Day
  /// The last day on which the peer may say yes; silence is no.
  public let replyUntil: Day

  /// An offer with all its terms.
  public init(
    id: WorkOfferID, organisation: OrganisationID, coordinator: CoordinatorID?, day: Day?,
    minutes: Int, pay: WorkPay, words: String?, offeredOn: Day, replyUntil: Day
  ) {
    self.id = id
    self.organisation = organisation
    self.coordinator = coordinator
    self.day = day
    self.minutes = minutes
    self.pay = pay
    self.words = words
    self.offeredOn = offeredOn
    self.replyUntil = replyUntil
  }
}
