/// One rule of the guard: looks at a request and a block's days, and says why not.
protocol Rule: SendableMetatype {
  /// The rule's name.
  static var code: RuleCode { get }

  /// What stands in the way of this block, or nothing if the rule passes.
  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding?
}

/// What stands in the way, and whether moving the block can help.
struct Finding {
  /// When it is worth looking again.
  enum Retry {
    /// Moving the block never helps.
    case never
    /// The block fails on each of the next days before this many; it may pass from there.
    case after(days: Int)
  }

  let facts: Facts
  let retry: Retry

  init(_ facts: Facts, retry: Retry) {
    self.facts = facts
    self.retry = retry
  }
}

/// All that a rule may look at, for one request on one day.
struct Inquiry {
  let request: UseRequest
  let standing: Standing
  /// The registry's policy with the peer's own limits in place.
  let policy: Policy
  /// The registry's policy as it stands for everybody.
  let registryPolicy: Policy
  /// The peer's home day.
  let today: Day
  /// Rules left out of this decision: the peer's exceptions, and those that only bind an ask.
  let setAside: Set<RuleCode>
}

/// The rules, in the order in which reasons are told.
enum Rules {
  static let all: [any Rule.Type] = [
    ConsentMissing.self, ConsentRevoked.self, ConsentNotInForce.self, ReleaseMissing.self,
    BoundaryTopic.self, PauseActive.self, ReadinessNotBefore.self, RestPeriod.self,
    CapRolling.self, CapEngagement.self, CapLifetime.self, LoadLimit.self, AskCap.self,
    AskQuiet.self, RelationIndependence.self, RelationInTheRoom.self, CareMissing.self,
    CareOverdue.self, PayUnstated.self, PayOverdue.self, NoticeShort.self,
  ]
}
