extension GivebackReport {
  /// What one organisation took, and what it gave, by its own word and by peers'.
  public struct OrganisationRow: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID

    /// Tellings for it that took place.
    public let tellings: Int
    /// Exposures for it that took place.
    public let exposures: Int
    /// Peers whose story it used.
    public let peers: Int

    /// Pay for uses, currency by currency; fees that peers recorded are among it.
    public let pay: Said<[Money]>
    /// Costs paid back, currency by currency.
    public let costs: Said<[Money]>
    /// Things given in place of money.
    public let inKind: Said<Int>
    /// Whatever was owed and was paid or given by its due day.
    public let paidOnTime: Said<Int>
    /// Whatever was owed and was paid or given after it.
    public let paidLate: Said<Int>
    /// What is past its due day and not paid, by the word that counts: the peer's, if they gave it.
    public let overdue: Int
    /// What peers say is missing.
    public let missing: Int
    /// Days from the end of a use until its pay: half of it came within so many.
    public let daysToPay: Said<Median?>

    /// Offers of work that needs no story, whatever was answered.
    public let workOffered: Int
    /// Work that needs no story and was done.
    public let workDone: Int
    /// Pay for such work, currency by currency.
    public let workPay: Said<[Money]>

    /// Minutes of training.
    public let trainingMinutes: Said<Int>
    /// Minutes of supervision.
    public let supervisionMinutes: Said<Int>
    /// Minutes of anything else that it gave.
    public let otherMinutes: Said<Int>
    /// What these cost peers, currency by currency.
    public let costToPeers: Said<[Money]>
    /// Minutes of these for which peers were paid.
    public let paidMinutes: Said<Int>
    /// Minutes of these for which they weren't.
    public let unpaidMinutes: Said<Int>

    /// The uses behind what it took.
    public let behind: UsesBehind

    init(_ organisation: OrganisationID, _ tally: GivebackTally, behind: UsesBehind) {
      func minutes(_ kind: Contribution.Kind) -> Said<Int> {
        tally.minutes[kind] ?? Said(said: 0, confirmed: 0)
      }
      self.organisation = organisation
      tellings = tally.tellings
      exposures = tally.exposures
      peers = tally.peers
      pay = tally.pay.map(\.list)
      costs = tally.costs.map(\.list)
      inKind = tally.inKind
      paidOnTime = tally.onTime
      paidLate = tally.late
      overdue = tally.overdue
      missing = tally.missing
      daysToPay = tally.daysToPay.map(\.median)
      workOffered = tally.workOffered
      workDone = tally.workDone
      workPay = tally.workPay.map(\.list)
      trainingMinutes = minutes(.training)
      supervisionMinutes = minutes(.supervision)
      otherMinutes = minutes(.other)
      costToPeers = tally.costToPeers.map(\.list)
      paidMinutes = tally.paidMinutes
      unpaidMinutes = tally.unpaidMinutes
      self.behind = behind
    }
  }
}
