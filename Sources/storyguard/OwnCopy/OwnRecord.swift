import ConsentRegistry
import LedgerStore
import Notation

/// A peer's own record as it is handed to them: parts with a table each, told to "you".
///
/// One model for the screen and for the page; neither leaves out what the other shows.
struct OwnRecord {
  /// A part of the record.
  struct Part {
    /// What links point at: `consents`.
    let name: String
    let heading: String
    /// What the part is about, in a sentence or two.
    let words: String
    let columns: [String]
    let rows: [[String]]
    /// What stands there when there is no row.
    let empty: String
  }

  let title: String
  let words: [String]
  let parts: [Part]
}

/// What a record is read with: whose it is, and what is needed to put it in words.
struct OwnRecordReading {
  let record: PeerRecord
  let entries: [Ledger.ReadableEntry]
  let names: [OrganisationID: String]
  let policies: PolicyHistory
  /// The registry's policy with the peer's own limits in place.
  let policy: Policy
  let today: Day

  /// The whole record.
  func whole() -> OwnRecord {
    OwnRecord(
      title: "Your record",
      words: [
        "This is everything that is written down about you here, as of \(today.inWords). "
          + "Nobody but you, and the custodian who keeps the registry, is shown all of it.",
        "It is yours. Nobody may require you to hand it over.",
        "If something in it is wrong, say so. You can withdraw, pause or have all of it erased at "
          + "any time, and nobody asks you why.",
      ],
      parts: [
        you, reached, standBy, stories, consents, withdrawals, uses, placements, checkIns, pay,
        given, offers, asks, attempts, looks, quiet, pauses, limits, notes, relations, everything,
      ])
  }

  /// What one would show an employer: what took place, and nothing else.
  func work() -> OwnRecord {
    var rows: [[String]] = []
    var minutes = 0
    for use in tookPlace {
      minutes += use.minutes ?? 0
      rows.append([
        use.session.first.inWords, name(of: use.engagement.organisation),
        use.session.purpose.map { plain($0.code) } ?? "not said",
        use.session.kind == .telling
          ? "told live or newly recorded" : "recording or text used again",
        use.minutes.map(hours) ?? "not noted",
      ])
    }
    for (item, day) in workDone {
      rows.append([
        day.inWords, name(of: item.offer.organisation), item.offer.words ?? "not said",
        "work without a story", hours(item.offer.minutes),
      ])
    }
    let others =
      workDone.isEmpty ? "" : ", and work without a story \(counted(workDone.count, "time"))"
    return OwnRecord(
      title: "Work with a story of one's own" + (record.words.name.map { ": \($0)" } ?? ""),
      words: [
        "What took place, up to \(today.inWords): \(counted(tookPlace.count, "use"))"
          + (minutes > 0 ? ", \(hours(minutes)) hours where the length was noted" : "") + others
          + ".",
        "It leaves out everything else that the registry holds, on purpose.",
      ],
      parts: [
        .init(
          name: "work", heading: "What took place", words: "",
          columns: ["Day", "Organisation", "What for", "How", "Hours"], rows: rows,
          empty: "Nothing has taken place yet.")
      ])
  }

  /// Work without a story that was done, in the order of the days on which it was.
  var workDone: [(item: WorkOffers.Item, day: Day)] {
    record.work.items.compactMap { item in item.doneOn.map { (item, $0) } }
      .sorted { ($0.1, $0.0.offer.id) < ($1.1, $1.0.offer.id) }
  }

  /// A session that took place, with its block and its length.
  struct TakenPlace {
    let engagement: EngagementRecord
    let session: EngagementRecord.Session
    let minutes: Int?
  }

  var tookPlace: [TakenPlace] { sessions(in: [.completed, .endedEarly]) }

  /// The sessions in some states, in the order of their days.
  func sessions(in states: [SessionState]) -> [TakenPlace] {
    record.engagements.flatMap { engagement in
      engagement.sessions.enumerated().compactMap { place, session in
        guard states.contains(session.state) else { return nil }
        let asked = engagement.request?.sessions
        let minutes = asked.flatMap { $0.indices.contains(place) ? $0[place].minutes : nil }
        return TakenPlace(engagement: engagement, session: session, minutes: minutes)
      }
    }.sorted { ($0.session.first, $0.session.use) < ($1.session.first, $1.session.use) }
  }

  func name(of organisation: OrganisationID) -> String {
    names[organisation] ?? organisation.text
  }

  /// Minutes as hours: 75 are `1:15`.
  private func hours(_ minutes: Int) -> String {
    "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}

/// A code as people say it: `communityEducation` is `community education`.
func plain(_ code: String) -> String {
  code.reduce(into: "") { words, letter in
    if letter.isUppercase {
      words += " " + letter.lowercased()
    } else {
      words.append(letter)
    }
  }
}
