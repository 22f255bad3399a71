/// How much of what a peer was offered, or did, was telling their story, beside work without one.
///
/// Asked for 4 tellings and offered 1 piece of work: 4 of 5, a story-only share of 0.8.
public struct StoryOnly: Hashable, Sendable {
  /// Asks for the story, or engagements in which it was told.
  public internal(set) var story: Int
  /// Offers of work that needs no story, or work that was done.
  public internal(set) var work: Int

  /// So much of each.
  public init(story: Int = 0, work: Int = 0) {
    self.story = story
    self.work = work
  }

  /// Both together.
  public var all: Int { story + work }

  /// The story's share of both; nothing if there are fewer than a floor: too few to tell.
  public func share(from floor: Int) -> Share? { Share(story, of: all).told(from: floor) }
}

extension ReportedPeer {
  /// What was put to the peer within a period: asks for the story, and offers of work, whatever
  /// became of them.
  ///
  /// A request that was held back counts like one that was put to the peer: which of the two it was
  /// would show a pause or a no. An offer that the peer didn't want to hear of while they rest is one too: left out, it would
  /// show that they rest.
  func offered(in scope: ReportScope) -> StoryOnly {
    var offered = StoryOnly()
    for engagement in record.engagements {
      guard let asked = engagement.askedOn, asked <= day,
        scope.includes(engagement.organisation, on: asked)
      else { continue }
      offered.story += 1
    }
    offered.story += record.heldBack.count {
      $0.day <= day && scope.includes($0.organisation, on: $0.day)
    }
    offered.work = record.work.items.count {
      $0.offer.offeredOn <= day
        && scope.includes($0.offer.organisation, on: $0.offer.offeredOn)
    }
    return offered
  }

  /// What the peer did within a period: engagements of which a telling took place, and work.
  func did(in scope: ReportScope) -> StoryOnly {
    let told = uses.uses.filter {
      $0.kind == .telling && $0.tookPlace(by: day) && scope.includes($0)
    }
    return StoryOnly(
      story: Set(told.map(\.engagement)).count,
      work: record.work.items.count { item in
        guard let done = item.doneOn, done <= day else { return false }
        return scope.includes(item.offer.organisation, on: done)
      })
  }
}
