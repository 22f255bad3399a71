/// Which uses stand behind a figure: what `report uses` is to be asked for to show the same ones.
public struct UsesBehind: Hashable, Sendable {
  /// Only of this peer.
  public let peer: PeerID?
  /// The days, the organisation, the event and the story.
  public let scope: ReportScope
  /// Only tellings, or only exposures.
  public let kind: UseKind?
  /// Only what came about so, such as by the peer's exception.
  public let origin: Origin?

  /// The uses that took place within a scope.
  public init(
    peer: PeerID? = nil, _ scope: ReportScope, kind: UseKind? = nil, origin: Origin? = nil
  ) {
    self.peer = peer
    self.scope = scope
    self.kind = kind
    self.origin = origin
  }

  /// Whether a use of a peer is one of them, as far as it took place by a day.
  public func includes(_ use: CountedUse, of peer: PeerID, by day: Day) -> Bool {
    use.tookPlace(by: day) && scope.includes(use) && (self.peer ?? peer) == peer
      && (kind ?? use.kind) == use.kind && (origin ?? use.origin) == use.origin
  }
}
