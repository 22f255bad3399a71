import ConsentRegistry
import Notation

/// The page that an organisation reads of a peer, made from what its type can hold.
struct OrganisationsLayout {
  let page: OrganisationsPage

  func text(on terminal: Terminal) -> String {
    var text = "For \(page.organisation), on \(page.today.inWords).\n"
    if page.noLongerAvailable.isEmpty, page.held.isEmpty {
      return text
        + "Nothing is asked of you. No recording, print, post or page is noted as held by "
        + "you; `storyguard placement add` notes one.\n"
    }
    if !page.noLongerAvailable.isEmpty {
      text += "No longer available:\n"
      for gone in page.noLongerAvailable {
        text += "  \(gone.event?.text ?? gone.engagement.text), \(gone.first.inWords)"
        text += gone.isPart ? "; the rest of it stays booked, and you may give it back\n" : "\n"
      }
      text += "  \(ReasonWords.alternative)\n"
    }
    let (open, others) = (
      page.held.filter { $0.openTask != nil }, page.held.filter { $0.openTask == nil }
    )
    text += part("Please take down or stop:", open, "by", terminal) { held in
      guard let task = held.openTask else { return "" }
      return task.deadline.inWords + (task.isOverdue(on: page.today) ? ", overdue" : "")
    }
    if !open.isEmpty {
      text +=
        "  Then say of each what became of it (removed, beyondRecall or removalRefused):\n"
        + "  storyguard placement state PEER PLACEMENT removed --organisation \(page.organisation) "
        + "--proof TEXT\n"
    }
    text += part(
      "Please make and hand out no more copies of:", others.filter(\.makesNoMoreCopies), "standing",
      terminal, standing)
    text += part(
      "Nothing to do for:", others.filter { !$0.makesNoMoreCopies }, "standing", terminal, standing)
    return text
  }

  var json: JSON {
    [
      "organisation": .string(page.organisation.text), "day": .day(page.today),
      "noLongerAvailable": .array(
        page.noLongerAvailable.map {
          [
            "engagement": .string($0.engagement.text), "event": .id($0.event),
            "firstDay": .day($0.first), "part": .bool($0.isPart),
          ]
        }),
      "held": .array(
        page.held.map {
          [
            "placement": .string($0.id.text), "medium": .string($0.medium.code),
            "address": .optional($0.address), "state": .string($0.state.code),
            "since": .day($0.since), "deadline": .day($0.openTask?.deadline),
            "overdue": .bool($0.openTask?.isOverdue(on: page.today) ?? false),
            "noMoreCopies": .bool($0.makesNoMoreCopies),
          ]
        }),
      "alternative": page.noLongerAvailable.isEmpty ? .null : .string(ReasonWords.alternative),
    ]
  }

  private func part(
    _ heading: String, _ held: [OrganisationsPage.Held], _ column: String, _ terminal: Terminal,
    _ last: (OrganisationsPage.Held) -> String
  ) -> String {
    guard !held.isEmpty else { return "" }
    let table = TextTable(
      [.left("placement"), .left("what"), .left(column), .left("where")],
      rows: held.map { [$0.id.text, $0.medium.code, last($0), $0.address ?? ""] })
    return "\(heading)\n" + table.text(on: terminal).indented
  }

  private func standing(_ held: OrganisationsPage.Held) -> String {
    switch held.state {
    case .live: "live since \(held.since.inWords)"
    case .removed: "taken down on \(held.since.inWords)"
    case .beyondRecall: "beyond recall since \(held.since.inWords)"
    case .removalRefused: "you refused on \(held.since.inWords)"
    }
  }
}
