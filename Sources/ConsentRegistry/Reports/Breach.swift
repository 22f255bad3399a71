/// A limit that was broken in fact, with the uses that made it and the organisation that asked.
public struct Breach: Hashable, Sendable {
  /// What was broken, and by how much.
  ///
  /// A limit that is missing is one that only the peer's own limits set, told to a custodian: it
  /// reads "the peer's own choice". Where the registry's own limit is broken too, that one is told.
  public enum Fact: Hashable, Sendable {
    /// So many full days of rest between two neighbouring blocks, and how many were due.
    case rest(days: Int, due: Int?)
    /// Two neighbouring blocks whose tellings overlap.
    case overlap
    /// So many uses of a kind in the days that end on this one, and the cap on them.
    case cap(UseKind, count: Int, over: Cap?)
    /// What weighed on the peer on a telling day, and the most that may.
    case load(Double?, limit: Double?)
  }

  /// Whose story was used too soon or too often.
  public let peer: PeerID
  /// What was broken, and by how much.
  public let fact: Fact
  /// The use that broke it: the later block's first telling, the use over the cap, or the day's
  /// last telling.
  public let breaking: CountedUse
  /// Every use that made it, in the order of day and then id.
  ///
  /// Breaches of one peer share them: of 5,000 uses within a year nearly each makes each breach.
  public let uses: ArraySlice<CountedUse>

  /// How many of these a report writes down, the last ones; `report uses` lists all.
  public static let mostListed = 100

  /// The day on which it happened.
  public var day: Day { breaking.first }
  /// The organisation that asked for the use that broke the limit.
  public var organisation: OrganisationID { breaking.organisation }
  /// What the organisation could rely on.
  public var backing: Backing { breaking.origin.backing }
  /// The rule whose limit was broken.
  public var rule: RuleCode {
    switch fact {
    case .rest, .overlap: .restPeriod
    case .cap: .capRolling
    case .load: .loadLimit
    }
  }
}

/// What stood behind a use that broke a limit.
public enum Backing: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// A permit of the guard, given on what was known then.
  case permit
  /// The peer's own exception.
  case exception
  /// Neither: it was entered afterwards or brought in from a spreadsheet.
  case neither
}

extension Origin {
  /// What stood behind a block that came to be so.
  public var backing: Backing {
    switch self {
    // A first ask is booked only once it is decided anew with the peer's consent.
    case .permitted, .firstAsked: .permit
    case .excepted: .exception
    case .recorded, .imported: .neither
    }
  }
}
