/// Who did something: in which role, and which of those people or organisations.
public struct Actor: Hashable, Sendable {
  /// The roles in which people act.
  public enum Role: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    case peer, supporter, coordinator, custodian
  }

  /// The role.
  public let role: Role
  /// The id of who acted, where one is known.
  public let id: String?

  /// Somebody in a role.
  public init(role: Role, id: String?) {
    self.role = role
    self.id = id
  }
}
