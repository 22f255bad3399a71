/// For whose eyes a report is worked out.
///
/// What a peer has chosen for themself is theirs: in a custodian's report their own limits and
/// notes take no part, or stand as "the peer's own choice", so that no layout can let them out.
public enum ReportReader: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// Whoever answers for the registry.
  case custodian
  /// The peer, about themself.
  case peer
}
