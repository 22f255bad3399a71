/// Who stands by a peer, named or let go by the peer.
public enum SupportStep: Hashable, Sendable {
  /// The peer names somebody who stands by them, and where that person works, if anywhere.
  case named(SupporterID, organisation: OrganisationID?)
  /// The peer lets a supporter go.
  case letGo(SupporterID)
}
