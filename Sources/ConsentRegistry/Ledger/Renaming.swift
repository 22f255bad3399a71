/// New ids for what would clash when one record is joined to another.
///
/// Both records hold an engagement `spring`: the joined one's becomes `spring-2`, and its use
/// `spring-1` becomes `spring-1-2`.
public struct Renaming: Hashable, Sendable {
  /// Engagements, by their old id.
  public private(set) var engagements: [EngagementID: EngagementID] = [:]
  /// Uses, by their old id.
  public private(set) var uses: [UseID: UseID] = [:]
  /// Stories, by their old id.
  public private(set) var stories: [StoryID: StoryID] = [:]
  private(set) var consents: [ConsentID: ConsentID] = [:]

  /// Whether nothing clashes.
  public var isEmpty: Bool { engagements.isEmpty && uses.isEmpty && stories.isEmpty }

  /// What clashes between two records, with new ids for those of the second.
  init(keeping keep: PeerRecord, joining other: PeerRecord) {
    let keptUses = Set(keep.engagements.flatMap { $0.sessions.map(\.use) })
    let allUses = keptUses.union(other.engagements.flatMap { $0.sessions.map(\.use) })
    let allEngagements = Set((keep.engagements + other.engagements).map(\.id))
    for engagement in other.engagements where keep.engagement(engagement.id) != engagement {
      if keep.engagement(engagement.id) != nil {
        engagements[engagement.id] = engagement.id.free { allEngagements.contains($0) }
      }
      for session in engagement.sessions where keptUses.contains(session.use) {
        uses[session.use] = session.use.free { allUses.contains($0) }
      }
    }
    for (story, boundary) in other.boundaries {
      // Told alike in both, it is one story; otherwise nobody knows, and what was granted for one
      // mustn't open the other.
      guard let kept = keep.boundaries[story],
        kept != boundary || keep.labels[story] != other.labels[story]
      else { continue }
      stories[story] = story.free {
        keep.boundaries[$0] != nil || other.boundaries[$0] != nil
      }
    }
    let allConsents = Set((keep.consents + other.consents).compactMap(\.id))
    for case let id? in other.consents.map(\.id)
    where keep.consents.contains(where: { $0.id == id }) {
      consents[id] = id.free { allConsents.contains($0) }
    }
  }

  func story(_ story: StoryID) -> StoryID { stories[story] ?? story }
}

extension ID {
  /// This id with the first number behind it, from 2 on, under which it isn't taken.
  fileprivate func free(_ isTaken: (ID) -> Bool) -> ID {
    var number = 2
    while number < 10_000 {
      if let id = ID("\(text.prefix(90))-\(number)"), !isTaken(id) { return id }
      number += 1
    }
    return self
  }
}
