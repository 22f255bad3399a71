import ConsentRegistry
import LedgerStore
import Notation

/// How placements are listed, for the peer, the custodian, and an organisation that holds some.
enum PlacementLayout {
  /// All of a peer's placements, for those who may read everything.
  static func list(_ record: PeerRecord, today: Day) -> Page {
    let all = record.placements.all
    return Page(
      text: { terminal in
        guard !all.isEmpty else {
          return
            "No placement yet. `storyguard placement add \(record.peer) --use USE …` says where "
            + "a recording, print, post or page is.\n"
        }
        return TextTable(
          [
            .left("placement"), .left("what"), .left("holder"), .left("standing"), .left("for"),
            .left("where"), .left(all.contains { $0.moved?.proof != nil } ? "proof" : ""),
          ],
          rows: all.map { kept in
            let placement = kept.placement
            return [
              placement.id.text, placement.medium.code, holder(placement),
              standing(kept, on: today), placement.purpose?.inWords ?? "not known",
              placement.address ?? "", kept.moved?.proof ?? "",
            ]
          }
        ).text(on: terminal)
      },
      json: { .array(all.map { json($0, on: today) }) })
  }

  /// What an organisation reads: its own bookings that are gone, and what it holds.
  static func page(_ page: OrganisationsPage) -> Page {
    Page(
      text: { OrganisationsLayout(page: page).text(on: $0) },
      json: { OrganisationsLayout(page: page).json })
  }

  /// What is still to come down, of one peer or over all.
  static func tasks(_ tasks: [OpenRemoval], of peer: PeerID?, today: Day) -> Page {
    Page(
      text: { terminal in
        guard !tasks.isEmpty else {
          return "No removal is open. A withdrawal opens one for each placement that must come "
            + "down.\n"
        }
        return TextTable(
          [
            .left("peer"), .left("placement"), .left("what"), .left("holder"), .left("by"),
            .left(""),
          ],
          rows: tasks.map {
            [
              $0.peer.text, $0.placement.text, $0.medium.code, $0.holder?.text ?? "nobody known",
              $0.task.deadline.inWords, $0.task.isOverdue(on: today) ? "overdue" : "",
            ]
          }
        ).text(on: terminal)
          + "To close one: storyguard placement state \(peer?.text ?? "PEER") PLACEMENT "
          + "removed|beyondRecall|removalRefused\n"
      },
      json: {
        .array(
          tasks.map {
            [
              "peer": .string($0.peer.text), "placement": .string($0.placement.text),
              "medium": .string($0.medium.code), "holder": .id($0.holder),
              "opened": .day($0.task.opened), "deadline": .day($0.task.deadline),
              "overdue": .bool($0.task.isOverdue(on: today)),
            ]
          })
      })
  }

  /// Who holds it, in words.
  static func holder(_ placement: Placement) -> String {
    placement.holder?.text ?? "nobody known"
  }

  /// Where it stands and since when, in words.
  static func standing(_ kept: PlacementRecord, on today: Day) -> String {
    let since = kept.since(on: today)
    switch kept.state(on: today) {
    case .live:
      if let task = kept.openTask {
        return "to come down by \(task.deadline.inWords)"
          + (task.isOverdue(on: today) ? ", overdue" : "")
      }
      return kept.placement.recallUntil.map { "live; can be stopped until \($0.inWords)" }
        ?? "live since \(since.inWords)"
    case .removed: return "taken down on \(since.inWords)"
    case .removalRefused: return "its holder refused on \(since.inWords)"
    case .beyondRecall:
      let unanswered = kept.openTask == nil ? "" : "; asked for in time, no answer yet"
      return "beyond recall: " + whyBeyondRecall(kept) + unanswered
    }
  }

  /// Why it can't be called back, in words.
  static func whyBeyondRecall(_ kept: PlacementRecord) -> String {
    if let moved = kept.moved, moved.state == .beyondRecall {
      return "said on \(moved.day.inWords)"
    }
    if let last = kept.placement.recallUntil { return "could be stopped until \(last.inWords)" }
    return "outside anybody's control"
  }

  /// A placement as JSON, for those who may read everything.
  static func json(_ kept: PlacementRecord, on today: Day) -> JSON {
    let placement = kept.placement
    return [
      "placement": .string(placement.id.text), "use": .string(placement.use.text),
      "medium": .string(placement.medium.code), "holder": .id(placement.holder),
      "address": .optional(placement.address), "story": .string(placement.story.text),
      "purpose": .optional(placement.purpose?.code), "channel": .string(placement.channel.code),
      "organisation": .string(placement.organisation.text), "placedOn": .day(placement.placedOn),
      "recallUntil": .day(placement.recallUntil), "state": .string(kept.state(on: today).code),
      "since": .day(kept.since(on: today)), "proof": .optional(kept.moved?.proof),
      "removalOpened": .day(kept.task?.opened), "deadline": .day(kept.task?.deadline),
      "open": .bool(kept.openTask != nil),
      "overdue": .bool(kept.openTask?.isOverdue(on: today) ?? false),
    ]
  }
}
