/// The report `unclaimed`: peers that an import made and nobody has claimed, to be invited or
/// removed.
///
/// A record that has gone into another one of the same person isn't unclaimed; it is empty.
public struct UnclaimedReport: Sendable {
  /// What it can be narrowed by; a peer with no use within it isn't listed then.
  public static let filters: Choices<ReportFilter> = [
    .period, .organisation, .event, .story, .peer,
  ]

  private let scope: ReportScope
  private var tallies: [OrganisationID: OrganisationRow] = [:]

  /// A report with nothing in it yet.
  public init(scope: ReportScope = ReportScope()) {
    self.scope = scope.keeping(UnclaimedReport.filters)
  }

  /// Takes in one peer, and gives a row if nobody has claimed them.
  public mutating func add(_ peer: ReportedPeer) -> [PeerRow] {
    guard !peer.record.isClaimed, peer.record.mergedInto == nil else { return [] }
    let behind = UsesBehind(peer: peer.peer, scope)
    let uses = peer.uses.uses.filter { behind.includes($0, of: peer.peer, by: peer.day) }
    guard !uses.isEmpty || scope == ReportScope() else { return [] }
    let row = PeerRow(
      peer: peer.peer, uses: uses.count, firstUse: uses.first?.first,
      lastUse: uses.map(\.last).max(), organisations: peer.organisations(of: behind),
      behind: behind)
    for organisation in row.organisations {
      tallies[organisation, default: OrganisationRow(organisation: organisation)].add(
        uses: uses.count { $0.organisation == organisation })
    }
    return [row]
  }

  /// A row for each organisation, by its id; once every peer has been taken in.
  public func totals() -> [OrganisationRow] {
    tallies.values.sorted { $0.organisation < $1.organisation }
  }

  /// What each figure is, in words.
  public var measures: [Measure] {
    [
      Measure(
        "Unclaimed",
        "Peers whose record came from a spreadsheet, and who haven't said that it is "
          + "theirs; they count and rest, and can't be asked for anything.",
        window: Measure.onTheDay),
      Measure(
        "Uses", "Tellings and exposures of them that took place.", window: Measure.asAskedFor),
    ]
  }

  /// A peer that nobody has claimed.
  public struct PeerRow: Hashable, Sendable {
    /// Whose row it is.
    public let peer: PeerID
    /// The uses that took place.
    public let uses: Int
    /// The first day of the first of them; nothing if there is none.
    public let firstUse: Day?
    /// The last day of the last of them; nothing if there is none.
    public let lastUse: Day?
    /// The organisations that used the story, the most uses first.
    public let organisations: [OrganisationID]
    /// The uses themselves.
    public let behind: UsesBehind
  }

  /// The unclaimed peers whose story one organisation used.
  public struct OrganisationRow: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// How many peers.
    public private(set) var peers = 0
    /// How many uses of theirs.
    public private(set) var uses = 0

    init(organisation: OrganisationID) { self.organisation = organisation }

    mutating func add(uses: Int) {
      peers += 1
      self.uses += uses
    }
  }
}
