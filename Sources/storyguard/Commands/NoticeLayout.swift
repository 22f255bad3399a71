import ConsentRegistry
import LedgerStore
import Notation

/// How notices are listed, and what one says to its reader.
enum NoticeLayout {
  /// The notices whose day has come, for the custodian: for whom in what role, and nobody's name.
  ///
  /// One to a coordinator stands there with neither code nor day, and after all others: before the
  /// time to answer ends it could be nothing but a yes or a no, and a no has no day.
  static func list(_ surroundings: Surroundings) throws -> Page {
    let ledger = try surroundings.ledger()
    var rows: [(kept: KeptNotice, standing: String)] = []
    for kept in try ledger.sentAndWaitingNotices() {
      if let sent = kept.sent {
        rows.append((kept, "sent" + (tells(kept) ? " \(Zone.utc.day(at: sent))" : "")))
        continue
      }
      guard let record = try ledger.record(of: kept.peer) else { continue }
      let today = try surroundings.moment(in: ledger).today(in: record.zone)
      // What isn't due, or will never be sent, tells more of a peer than its reader ever learns.
      guard kept.notice.due <= today, record.readiness(of: kept.notice, on: today) != .never else {
        continue
      }
      let address = try ledger.address(of: kept.notice.reader, record)
      rows.append((kept, address == nil ? "no address" : "waiting"))
    }
    let told = rows.filter { tells($0.kept) }.enumerated().sorted {
      (day(of: $0.element.kept), $0.offset) < (day(of: $1.element.kept), $1.offset)
    }.map(\.element)
    // By number, which nobody can guess: their order too would tell a day.
    let untold = rows.filter { !tells($0.kept) }.sorted { $0.kept.number < $1.kept.number }
    return page(told + untold, try alertRows(in: ledger))
  }

  /// The messages to custodians that there is something to look at.
  private static func alertRows(
    in ledger: Ledger
  ) throws -> [(kept: KeptAlertMail, standing: String)] {
    try ledger.alertMails(onlyWaiting: false).map { kept in
      if let sent = kept.sent { return (kept, "sent \(Zone.utc.day(at: sent))") }
      let address = try ledger.address(of: Roles.Place(.custodian, kept.custodian))
      return (kept, address == nil ? "no address" : "waiting")
    }
  }

  /// Whether the custodian reads what a notice is about, and when.
  private static func tells(_ kept: KeptNotice) -> Bool {
    kept.notice.reader.role != .coordinator
  }

  /// The day on which a notice could go out first.
  private static func day(of kept: KeptNotice) -> Day {
    max(kept.notice.due, Zone.utc.day(at: kept.created))
  }

  private static func page(
    _ rows: [(kept: KeptNotice, standing: String)],
    _ alerts: [(kept: KeptAlertMail, standing: String)]
  ) -> Page {
    Page(
      text: { terminal in
        guard !rows.isEmpty || !alerts.isEmpty else {
          return "No messages yet. They come with asks and answers; "
            + "`storyguard notice send` sends them.\n"
        }
        let table = TextTable(
          [.left("number"), .left("to a"), .left("about"), .left("day"), .left("standing")],
          rows: rows.map { kept, standing in
            [
              kept.number, kept.notice.reader.role.code,
              tells(kept) ? kept.notice.code.inWords : "",
              tells(kept) ? day(of: kept).inWords : "", standing,
            ]
          }
            + alerts.map { kept, standing in
              [
                kept.number, Roles.Role.custodian.code, "alerts",
                Zone.utc.day(at: kept.created).inWords, standing,
              ]
            }
        ).text(on: terminal)
        guard (rows.map(\.standing) + alerts.map(\.standing)).contains("no address") else {
          return table
        }
        return table
          + "An address comes with `storyguard peer address` for a peer, and with "
          + "`storyguard role set ROLE ID --contact …` for anybody else.\n"
      },
      json: {
        let alerts = alerts.map { kept, standing -> JSON in
          [
            "number": .string(kept.number), "role": .string(Roles.Role.custodian.code),
            "code": "alerts", "day": .day(Zone.utc.day(at: kept.created)),
            "sent": .day(kept.sent.map { Zone.utc.day(at: $0) }), "standing": .string(standing),
          ]
        }
        return .array(
          rows.map { kept, standing in
            [
              "number": .string(kept.number), "role": .string(kept.notice.reader.role.code),
              "code": tells(kept) ? .string(kept.notice.code.code) : .null,
              "day": tells(kept) ? .day(day(of: kept)) : .null,
              "sent": tells(kept) ? .day(kept.sent.map { Zone.utc.day(at: $0) }) : .null,
              "standing": .string(standing),
            ]
          } + alerts)
      })
  }

  /// What a notice says to its reader, and what they can do.
  static func page(_ kept: KeptNotice, in ledger: Ledger) throws -> Page {
    let engagement = try kept.notice.engagement.flatMap { id in
      try ledger.record(of: kept.peer)?.engagement(id)
    }
    return Page(
      text: { _ in words(kept, engagement) },
      json: {
        [
          "number": .string(kept.number), "code": .string(kept.notice.code.code),
          "organisation": .id(kept.notice.organisation),
          "engagement": .id(kept.notice.engagement),
        ]
      })
  }

  /// Where the sessions stand that are over, each once, in plain words.
  private static func became(of engagement: EngagementRecord) -> String {
    let states: [SessionState] = [.completed, .endedEarly, .didNotTakePlace]
    return states.filter { state in engagement.sessions.contains { $0.state == state } }
      .map(\.inWords).joined(separator: "; ")
  }

  private static func words(_ kept: KeptNotice, _ engagement: EngagementRecord?) -> String {
    // Whoever asked under an id that has since gone into another knows the peer by the old one.
    let isAsker = kept.notice.reader.role == .coordinator
    let known = isAsker ? engagement?.request?.peer ?? kept.peer : kept.peer
    let (peer, ask) = (known.text, kept.notice.engagement?.text ?? "")
    let organisation = kept.notice.organisation?.text ?? "An organisation"
    let show =
      "`storyguard peer show \(peer) --as peer:\(peer)` shows all of it, and how to answer."
    switch kept.notice.code {
    case .askWaiting:
      return "\(organisation) asks you something (\(ask)). You may answer through "
        + "\(engagement?.replyUntil?.inWords ?? "the end of its time"); silence is no.\n\(show)\n"
    case .replyEnds:
      return "You may answer \(organisation) (\(ask)) through "
        + "\(engagement?.replyUntil?.inWords ?? "the end of its time"). You needn't: silence is no. "
        + "This is the only reminder.\n\(show)\n"
    case .cancelledByOrganiser:
      return "\(organisation) has cancelled what was agreed (\(ask)), or a part of it.\n\(show)\n"
    case .bookingChanged:
      return "\(organisation) has changed what was agreed (\(ask)): it is shorter, or better paid. "
        + "It needs no answer.\n\(show)\n"
    case .bookingClosed:
      let states = engagement.map { ": " + became(of: $0) } ?? ""
      return "\(organisation) has noted what became of what was agreed (\(ask))\(states).\n"
        + "`storyguard use list \(peer) --as peer:\(peer)` shows it. If it wasn't so, "
        + "`storyguard use correct` puts it right, and `storyguard use dispute` marks it.\n"
    case .confirmed:
      return "\(ask): the answer is yes, to all of it or a part.\n"
        + "`storyguard host page \(peer) --engagement \(ask)` prints what goes to the host.\n"
    case .notAvailable:
      return "\(ask): not available.\n\(ReasonWords.alternative)\n"
    case .noLongerAvailable:
      return "\(ask): no longer available, in whole or in part. No reason is needed, and none is "
        + "asked for.\n\(ReasonWords.alternative)\n"
    case .workOffered:
      return "\(organisation) offers you work that needs no story.\n"
        + "`storyguard offer list \(peer) --as peer:\(peer)` shows it, and how to answer.\n"
    case .workAccepted:
      return "Yes to the work that \(organisation) has offered.\n"
        + "`storyguard offer list --organisation \(organisation) "
        + "--as coordinator:YOUR-ID` shows it.\n"
    case .removalAsked:
      return "Something that \(kept.notice.reader.id) holds has to come down.\n"
        + "`storyguard placement list \(peer) --holder \(kept.notice.reader.id) "
        + "--as coordinator:YOUR-ID` shows what, and by when.\n"
    }
  }
}

extension KeptNotice {
  /// Whether somebody is its reader; what is for a holder, that organisation's coordinators read.
  func isFor(_ actor: Actor, in roles: Roles) -> Bool {
    switch (notice.reader.role, actor.role) {
    case (.peer, .peer), (.coordinator, .coordinator): return actor.id == notice.reader.id
    case (.holder, .coordinator):
      let own = actor.id.flatMap { roles.given[Roles.Place(.coordinator, $0)] ?? nil }
      return own?.text == notice.reader.id
    default: return false
    }
  }
}

extension Notice.Code {
  /// What it is about, in a few words for the list.
  fileprivate var inWords: String {
    switch self {
    case .askWaiting: "an ask waits"
    case .replyEnds: "the time to answer ends soon"
    case .confirmed: "a yes"
    case .notAvailable: "not available"
    case .noLongerAvailable: "no longer available"
    case .cancelledByOrganiser: "cancelled by the organiser"
    case .bookingChanged: "a booking changed"
    case .bookingClosed: "what became of a booking"
    case .removalAsked: "something has to come down"
    case .workOffered: "work offered"
    case .workAccepted: "a yes to work"
    }
  }
}
