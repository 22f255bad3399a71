import ConsentRegistry
import Notation

/// Where everything stands for the peer, in short lines that say where to read more; theirs alone.
struct PeerStateLayout {
  private let record: PeerRecord
  private let today: Day
  private let pauses: [Pause]
  private let notBefore: Day?
  private let ownLimits: Int
  private let quiet: [OrganisationID]
  private let checkIns: [CheckIn]
  private let dues: [Due]
  private let tasks: [RemovalTask]
  private let address: String?
  private let found: Int?

  /// The state on a day, from the registry's policy without the peer's own limits.
  init(_ record: PeerRecord, today: Day, policy: Policy) {
    let own = policy.merged(with: record.limits.inForce(on: today, over: policy))
    self.record = record
    self.today = today
    pauses = record.pauses.filter { $0.until ?? today >= today }
    notBefore = record.notBefore.flatMap { $0 > today ? $0 : nil }
    ownLimits = record.limits.latest.values.count + (record.refusesInTheRoom ? 1 : 0)
    quiet = Set(
      record.quiet(on: today, policy: own).map(\.period).filter { $0.until >= today }
        .map(\.organisation)
    ).sorted()
    checkIns = record.checkIns(policy: own).filter { $0.state(on: today) != .done }
    dues = record.dues(policy: own).filter { $0.state(on: today) != .paid }
    tasks = record.placements.all.compactMap(\.openTask)
    address = record.reach.address(or: record.words)
    found = record.isClaimed ? nil : record.engagements.map(\.sessions.count).reduce(0, +)
  }

  /// What an import found of somebody who hasn't said yet that this is them.
  var unclaimed: String {
    guard let found else { return "" }
    return "\(counted(found, "use")) of your story \(found == 1 ? "was" : "were") found in what "
      + "was brought in. `storyguard peer claim \(record.peer)` says that this is you.\n"
  }

  /// A line for each thing that there is, and nothing for what there isn't.
  var text: String {
    var lines = pauses.map {
      ($0.from <= today ? "Paused" : "A pause is to come") + " \(PauseLayout.inWords($0)): "
        + "`storyguard pause lift \(record.peer)` lifts it."
    }
    if let notBefore {
      lines.append("Not before \(notBefore.inWords): you aren't ready until then.")
    }
    if ownLimits > 0 { lines.append("Your own limits: \(ownLimits); \(command("limits show")).") }
    if !quiet.isEmpty {
      let names = quiet.map(\.text).joined(separator: ", ")
      lines.append("Not to ask you for now: \(names); \(command("ask list")).")
    }
    lines.append(
      owed(
        "Check-ins owed to you", checkIns.count, checkIns.count { $0.state(on: today) == .overdue },
        "checkin list"))
    lines.append(
      owed(
        "Pay owed to you", dues.count, dues.count { $0.state(on: today) == .overdue }, "pay list"))
    lines.append(
      owed(
        "Must come down", tasks.count, tasks.count { $0.isOverdue(on: today) }, "placement list"))
    lines.append(owed("Requests held back for you", record.heldBack.count, 0, "ask list"))
    if let contact = record.independentContact {
      let place = contact.organisation?.text ?? "somebody of no organisation"
      lines.append("Your independent contact: \(place).")
    }
    if let address { lines.append("Messages for you go to \(address.asOneLine).") }
    return lines.filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }

  /// How to get out of a booking, where something of it can still be cancelled.
  func howToCancel(_ engagement: EngagementRecord) -> String {
    guard !engagement.sessions(ableTo: .cancelByPeer, on: today).isEmpty else { return "" }
    return "  to cancel it, with no reason needed: storyguard cancel \(record.peer) "
      + "--engagement \(engagement.id)\n"
  }

  var json: JSON {
    [
      "pauses": .array(pauses.map { ["from": .day($0.from), "until": .day($0.until)] }),
      "notBefore": .day(notBefore), "ownLimits": .whole(ownLimits),
      "quiet": .array(quiet.map { .id($0) }),
      "checkIns": .array(
        checkIns.map {
          [
            "engagement": .id($0.engagement), "organisation": .id($0.organisation),
            "dueOn": .day($0.dueOn), "standing": .string($0.state(on: today).code),
          ]
        }),
      "pay": .array(
        dues.map {
          [
            "for": $0.cause.json, "organisation": .id($0.organisation), "dueOn": .day($0.dueOn),
            "standing": .string($0.state(on: today).code),
          ]
        }),
      "mustComeDown": .whole(tasks.count),
      "mustComeDownOverdue": .whole(tasks.count { $0.isOverdue(on: today) }),
      "heldBack": .whole(record.heldBack.count),
      "independentContact": record.independentContact.map {
        ["organisation": .optional($0.organisation?.text)]
      } ?? .null,
      "address": .optional(address), "usesFound": found.map { .whole($0) } ?? .null,
    ]
  }

  private func owed(_ what: String, _ count: Int, _ overdue: Int, _ verb: String) -> String {
    guard count > 0 else { return "" }
    return "\(what): \(count)" + (overdue > 0 ? ", \(overdue) of them overdue" : "")
      + "; \(command(verb))."
  }

  private func command(_ verb: String) -> String { "`storyguard \(verb) \(record.peer)`" }
}
