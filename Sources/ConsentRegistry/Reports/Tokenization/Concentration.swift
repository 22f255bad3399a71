/// How much of an organisation's tellings falls on few peers.
///
/// Of 10 tellings one peer told 5, one 3 and two 1 each: the largest share is 5 of 10, and the
/// sum of all squared shares (0.25 + 0.09 + 0.01 + 0.01) is 0.36. One peer alone gives 1, ten
/// alike give 0.1.
public struct Concentration: Hashable, Sendable {
  /// Tellings that took place for it within the window.
  public internal(set) var tellings = 0
  /// Peers who told them.
  public internal(set) var peers = 0
  /// Peers whom it could have asked: they told for it within the window, or a consent that is
  /// live on the report's day names it.
  public internal(set) var couldBeAsked = 0

  private var squares = 0
  private var most = 0
  private var mostBy: PeerID?

  /// One peer's tellings for the organisation, and whether it could ask them.
  mutating func add(_ count: Int, by peer: PeerID, couldBeAsked isAskable: Bool) {
    if count > 0 || isAskable { couldBeAsked += 1 }
    guard count > 0 else { return }
    tellings += count
    peers += 1
    squares += count * count
    // Of two with as many, the first by id, in whatever order they come.
    if count > most || (count == most && mostBy.map { peer < $0 } ?? true) {
      most = count
      mostBy = peer
    }
  }

  /// Whether there is enough to tell a share from.
  public func isEnough(for alerts: Policy.Alerts) -> Bool {
    tellings > 0 && tellings >= alerts.concentrationFromTellings
      && couldBeAsked >= alerts.concentrationFromPeers
  }

  /// The largest share of one peer, and whose it is; nothing below the floors.
  ///
  /// Of two peers with as many it names the first by id.
  public func largest(for alerts: Policy.Alerts) -> (peer: PeerID, share: Share)? {
    guard isEnough(for: alerts), let mostBy else { return nil }
    return (mostBy, Share(most, of: tellings))
  }

  /// The sum of the squared shares of all peers, above 0 and up to 1; nothing below the floors.
  public func sumOfSquares(for alerts: Policy.Alerts) -> Double? {
    guard isEnough(for: alerts) else { return nil }
    return Double(squares) / (Double(tellings) * Double(tellings))
  }
}
