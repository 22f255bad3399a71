extension TokenizationReport {
  /// What the report says of one peer.
  public struct PeerRow: Hashable, Sendable {
    /// Whose row it is.
    public let peer: PeerID
    /// What was put to the peer: asks for the story, and offers of work.
    public let offered: StoryOnly
    /// The story's share of what was offered; nothing if there is too little to tell.
    public let offeredShare: Share?
    /// What the peer did: engagements with a telling, and work.
    public let did: StoryOnly
    /// The story's share of what the peer did; nothing if there is too little to tell.
    public let didShare: Share?
    /// The organisations for which the story was told, the most tellings first.
    public let organisations: [OrganisationID]
    /// The organisations that made no contact in time after the last telling for them.
    public let noContact: [NoContact]
    /// The tellings behind what the peer did.
    public let behind: UsesBehind
  }

  /// What the report says of one organisation, over all peers.
  public struct OrganisationRow: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// How it asks.
    public let asks: AskCounts
    /// Asks after a no; nothing if so few days are looked at that it could be told whose no it was.
    public let asksAfterNo: Int?
    /// How much of its tellings falls on few peers; nothing in a peer's own report, which can't
    /// see the others.
    public let concentration: Concentration?
    /// The peer with the largest share; nothing if there is too little to tell.
    public let largestPeer: PeerID?
    /// The largest share of one peer; nothing if there is too little to tell.
    public let largestShare: Share?
    /// The sum of all squared shares (HHI); nothing if there is too little to tell.
    public let sumOfSquares: Double?
    /// How many peers it made no contact with in time after their last telling for it.
    public let peersWithoutContact: Int
    /// The tellings behind its concentration.
    public let behind: UsesBehind
  }
}
