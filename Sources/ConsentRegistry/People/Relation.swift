/// What an organisation is to a peer beyond asking for a story: the relations of a tie.
///
/// Where one stands, a refusal may cost the peer something, so an independent contact is needed.
public enum Relation: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case employer, supervisor, treatmentProvider, housingProvider, funder, certifier, court, family
}

/// Somebody chosen by the peer, who has agreed to stand by them when a tied organisation asks.
public struct IndependentContact: Hashable, Sendable {
  /// The organisation the contact belongs to, if to any.
  public let organisation: OrganisationID?

  /// A contact of an organisation, or of none.
  public init(organisation: OrganisationID?) { self.organisation = organisation }

  /// Whether this contact stands outside the organisation that asks.
  ///
  /// A contact at `northside` is independent of `riverside`, and isn't independent of `northside`.
  public func isIndependent(of asker: OrganisationID) -> Bool { organisation != asker }
}

/// A safeguard that the peer has chosen to do without.
public enum Waiver: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// No support person or debrief day is needed.
  case care
  /// Final versions may be used without the peer seeing them first.
  case release
}
