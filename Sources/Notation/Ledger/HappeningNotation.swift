package import ConsentRegistry

/// How happenings are written as the bodies of entries, and read back.
///
/// A body holds ids, days and codes; whatever people wrote themselves is marked as personal.
package struct HappeningNotation: Sendable {
  /// The version of the bodies that this program writes.
  package static let version = 1

  let zones: ZoneFinder

  /// Reads bodies with the edge's knowledge of zones.
  package init(zones: @escaping ZoneFinder) { self.zones = zones }

  /// The name under which a happening is kept.
  package static func kind(of happening: Happening) -> String {
    switch happening {
    case .peerAdded: "peer.added"
    case .peerMoved: "peer.moved"
    case .peerClaimed: "peer.claimed"
    case .tied: "tie.set"
    case .contactChosen: "contact.chosen"
    case .waived: "waiver.set"
    case .storyTold: "story.told"
    case .consented: "consent.given"
    case .withdrew: "consent.withdrawn"
    case .paused: "pause.set"
    case .pauseLifted: "pause.lifted"
    case .readinessSet: "readiness.set"
    case .limitsSet: "limits.set"
    case .toldElsewhere: "told.elsewhere"
    case .asked: "use.asked"
    case .heldBack: "use.heldBack"
    case .answered: "use.answered"
    case .recorded: "use.recorded"
    case .completed: "use.completed"
    case .released: "use.released"
    case .booking(let step): BookingNotation.kind(of: step)
    case .asking(let step): AskingNotation.kind(of: step)
    case .placing(let step): PlacingNotation.kind(of: step)
    case .owing(let step): OwingNotation.kind(of: step)
    case .work(let step): WorkNotation.kind(of: step)
    case .support(let step): SupportNotation.kind(of: step)
    case .record(let step): RecordNotation.kind(of: step)
    }
  }

  /// A happening as the body of an entry.
  package static func body(of happening: Happening) -> JSON {
    switch happening {
    case .peerAdded(let zone, let isClaimed, let words):
      [
        "zone": .string(zone.id), "claimed": .bool(isClaimed), "name": .personal(words.name),
        "introduceMeAs": .personal(words.introduceMeAs),
        "askMeAbout": .personal(words.askMeAbout), "contact": .personal(words.contact),
      ]
    case .peerMoved(let zone): ["zone": .string(zone.id)]
    case .peerClaimed: [:]
    case .tied(let organisation, let relations):
      ["organisation": .string(organisation.text), "relations": .words(relations)]
    case .contactChosen(let contact):
      ["chosen": .bool(contact != nil), "organisation": .id(contact?.organisation)]
    case .waived(let waiver, let isWaived):
      ["waiver": .string(waiver.code), "waived": .bool(isWaived)]
    case .storyTold(let story, let label, let boundary):
      [
        "story": .string(story.text), "label": .personal(label),
        "topics": .array(
          boundary.topics.sorted { $0.key < $1.key }.map {
            ["topic": .personal($0.key), "openness": .string($0.value.code)]
          }),
      ]
    case .consented(let consent): ConsentNotation.body(of: consent)
    case .withdrew(let day, let scope): ["day": .day(day), "scope": ConsentNotation.json(scope)]
    case .paused(let pause, let kept):
      [
        "from": .day(pause.from), "until": .day(pause.until),
        "keeping": .array(kept.map { .string($0.text) }),
      ]
    case .pauseLifted(let day): ["day": .day(day)]
    case .readinessSet(let day): ["notBefore": .day(day)]
    case .limitsSet(let limits, let refusesInTheRoom, let day, let recordedOn):
      [
        "limits": PolicyNotation.json(limits), "refusesInTheRoom": .bool(refusesInTheRoom),
        "day": .day(day), "recordedOn": .day(recordedOn),
      ]
    case .toldElsewhere(let day): ["day": .day(day)]
    default: useBody(of: happening)
    }
  }

  private static func useBody(of happening: Happening) -> JSON {
    switch happening {
    case .asked(let engagement): EngagementNotation.json(engagement)
    case .recorded(let engagement, let words):
      [
        "engagement": EngagementNotation.json(engagement),
        "eventName": .personal(words.eventName),
      ]
    case .heldBack(let ask):
      [
        "organisation": .string(ask.organisation.text), "day": .day(ask.day),
        "blockStarts": .day(ask.blockStarts),
        "rules": .array(ask.rules.map { .string($0.code) }),
        "request": RequestNotation.json(ask.request),
      ]
    case .answered(let id, let answer, let day):
      ["engagement": .string(id.text), "answer": .string(answer.code), "day": .day(day)]
    case .completed(let id, let sessions, let day), .released(let id, let sessions, let day):
      [
        "engagement": .string(id.text), "sessions": .array(sessions.map { .whole($0) }),
        "day": .day(day),
      ]
    case .booking(let step): BookingNotation.body(of: step)
    case .asking(let step): AskingNotation.body(of: step)
    case .placing(let step): PlacingNotation.body(of: step)
    case .owing(let step): OwingNotation.body(of: step)
    case .work(let step): WorkNotation.body(of: step)
    case .support(let step): SupportNotation.body(of: step)
    case .record(let step): RecordNotation.body(of: step)
    default: [:]
    }
  }
}
