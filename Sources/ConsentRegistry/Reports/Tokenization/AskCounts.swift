/// How an organisation asks: how often, against what, and for what pay; sums over all peers.
public struct AskCounts: Hashable, Sendable {
  /// The number of asks from which the share of unpaid ones is told.
  public static let unpaidFrom = 5

  /// Asks put to peers here, edits that needed an answer among them.
  public internal(set) var asks = 0
  /// Asks made outside, as peers recorded them.
  public internal(set) var outside = 0
  /// Requests held back.
  public internal(set) var heldBack = 0
  /// Requests held back because it had been asked to leave the peer in peace for now: asks after
  /// a no, and after silence.
  public internal(set) var afterNo = 0
  /// Edits that asked for more after a yes.
  public internal(set) var forMore = 0
  /// Asks that said outright that they are unpaid.
  public internal(set) var unpaid = 0

  /// None yet.
  public init() {}

  /// The share of asks that are unpaid; nothing for fewer than 5: too few to tell.
  public var unpaidShare: Share? { Share(unpaid, of: asks).told(from: AskCounts.unpaidFrom) }

  mutating func add(_ other: AskCounts) {
    asks += other.asks
    outside += other.outside
    heldBack += other.heldBack
    afterNo += other.afterNo
    forMore += other.forMore
    unpaid += other.unpaid
  }
}

extension ReportedPeer {
  /// What each organisation asked of this peer within a scope.
  func askCounts(in scope: ReportScope) -> [OrganisationID: AskCounts] {
    var counts: [OrganisationID: AskCounts] = [:]
    func isWithin(_ organisation: OrganisationID, _ asked: Day) -> Bool {
      asked <= day && scope.includes(organisation, on: asked)
    }
    for engagement in record.engagements {
      guard let asked = engagement.askedOn, isWithin(engagement.organisation, asked) else {
        continue
      }
      counts[engagement.organisation, default: AskCounts()].asks += 1
      if engagement.request?.offer.unpaid ?? false {
        counts[engagement.organisation]?.unpaid += 1
      }
      if record.asksForMoreAfterYes(engagement) { counts[engagement.organisation]?.forMore += 1 }
    }
    for ask in record.asking.outside where isWithin(ask.organisation, ask.day) {
      counts[ask.organisation, default: AskCounts()].outside += 1
    }
    for attempt in record.heldBack where isWithin(attempt.organisation, attempt.day) {
      counts[attempt.organisation, default: AskCounts()].heldBack += 1
      if attempt.rules.contains(.askQuiet) { counts[attempt.organisation]?.afterNo += 1 }
    }
    return counts
  }
}

extension PeerRecord {
  /// Whether an ask is an edit that wants more than the peer had said yes to.
  ///
  /// A yes to a talk of 15 minutes on 2 May; on 4 May an edit of 30 minutes wants more, and so does
  /// one with another topic, another channel or one more session. Another day alone doesn't.
  func asksForMoreAfterYes(_ edit: EngagementRecord) -> Bool {
    guard let asked = edit.askedOn, let old = edit.replaces, let answered = bookings.answers[old],
      answered.answer == .yes, answered.day <= asked, let wanted = edit.request,
      let agreed = engagement(old)?.request
    else { return false }
    return wanted.wantsMore(than: agreed)
  }
}

extension UseRequest {
  /// Whether it has more sessions, other topics or channels, or is longer, than another.
  func wantsMore(than other: UseRequest) -> Bool {
    sessions.count > other.sessions.count || minutes > other.minutes
      || !Set(topics).isSubset(of: other.topics)
      || !Set(sessions.map(\.channel)).isSubset(of: other.sessions.map(\.channel))
  }

  private var minutes: Int {
    sessions.reduce(0) { sum, session in
      let (both, isTooMuch) = sum.addingReportingOverflow(session.minutes ?? 0)
      return isTooMuch ? .max : both
    }
  }
}
