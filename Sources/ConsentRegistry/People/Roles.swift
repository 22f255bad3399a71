/// Which organisation each coordinator and custodian belongs to, as the registry's own chain says.
public struct Roles: Hashable, Sendable {
  /// The roles that the registry gives to people by their ids.
  public enum Role: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    /// Asks for an organisation.
    case coordinator
    /// Answers for the registry.
    case custodian
    /// Holds recordings or texts, and is told when one has to come down.
    case holder
  }

  /// Somebody in a role.
  public struct Place: Hashable, Sendable, Comparable {
    /// The role.
    public let role: Role
    /// Who, by id.
    public let id: String

    /// Somebody of that id in a role.
    public init(_ role: Role, _ id: String) {
      self.role = role
      self.id = id
    }

    /// Orders by role, then by id.
    public static func < (left: Place, right: Place) -> Bool {
      (left.role.rawValue, left.id) < (right.role.rawValue, right.id)
    }
  }

  /// Everybody who has been given a role, with their organisation; some belong to none.
  public private(set) var given: [Place: OrganisationID?] = [:]

  /// Nobody has a role yet.
  public init() {}

  /// Gives a role; what was said of the same id in the same role before is replaced.
  public mutating func give(_ role: Role, to id: String, of organisation: OrganisationID?) {
    given[Place(role, id)] = .some(organisation)
  }

  /// The organisation that somebody in a role belongs to, if to any.
  func organisation(of id: String, as role: Role) -> OrganisationID? {
    given[Place(role, id)] ?? nil
  }

  /// Whether a coordinator may act for an organisation.
  ///
  /// Somebody who was given no role acts on the request's word. `kit`, of `riverside`, acts for
  /// `riverside` alone; of no organisation any more, for none. Nobody acts without an id as soon
  /// as one coordinator has a role.
  func letsCoordinator(_ id: String?, actFor organisation: OrganisationID) -> Bool {
    guard let id else { return !given.keys.contains { $0.role == .coordinator } }
    guard let own = given[Place(.coordinator, id)] else { return true }
    return own == organisation
  }
}
