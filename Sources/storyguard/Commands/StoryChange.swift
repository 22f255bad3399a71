import ConsentRegistry
import Notation

/// What telling a story's topics again has changed, and which bookings to come ask for a topic that
/// isn't open any more.
struct StoryChange {
  let story: StoryID
  /// The record as it stood before.
  let before: PeerRecord
  let after: Boundary
  let today: Day

  /// Nothing for a story told for the first time, or told again as it was.
  var inWords: String {
    guard let earlier = before.boundaries[story] else { return "" }
    let named = Set(earlier.topics.keys).union(after.topics.keys).sorted()
    let changes: [String] = named.compactMap { topic in
      let (old, new) = (earlier.topics[topic], after.topics[topic])
      guard old != new else { return nil }
      guard let new else { return "  \(topic): left out, so it isn't open any more\n" }
      guard let old else { return "  \(topic): new, \(new.inWords)\n" }
      return "  \(topic): was \(old.inWords), now \(new.inWords)\n"
    }
    guard !changes.isEmpty else { return "Nothing has changed by this.\n" }
    return "What has changed since this story was last told:\n" + changes.joined() + bookings
  }

  /// The bookings to come that ask for what is closed now; whether to cancel is the peer's choice.
  private var bookings: String {
    let touched: [String] = before.engagements.compactMap { engagement in
      guard engagement.story == story, let request = engagement.request,
        !engagement.sessions(ableTo: .cancelByPeer, on: today).isEmpty
      else { return nil }
      let closed = request.topics.filter { !after.isOpen($0) }
      guard !closed.isEmpty else { return nil }
      return "  \(engagement.id), by \(engagement.organisation), on "
        + "\(engagement.first?.inWords ?? ""): \(closed.joined(separator: ", "))\n"
        + "    to cancel it: storyguard cancel \(before.peer) --engagement \(engagement.id)\n"
    }
    guard !touched.isEmpty else { return "" }
    return "Booked still, and asking for a topic that isn't open any more:\n" + touched.joined()
      + "The host page leaves it out of the agreed topics. No reason is needed to cancel.\n"
  }
}

extension Openness {
  /// How open a topic is, in plain words.
  fileprivate var inWords: String {
    switch self {
    case .share: "to share"
    case .askFirst: "to ask about first"
    case .offLimits: "not open"
    }
  }
}
