import ConsentRegistry
import Notation

/// How offers of work are listed: all of them for the peer, the accepted ones for who made them.
enum OfferLayout {
  /// A peer's offers; to others than those who stand by the peer only what was accepted shows.
  static func list(
    _ record: PeerRecord, by organisation: OrganisationID?, today: Day, reader: Actor.Role
  ) -> Page {
    let items = record.work.items.filter {
      organisation == nil || $0.offer.organisation == organisation
    }
    let mayRead = reader == .peer || reader == .supporter
    return Page(
      text: { terminal in
        guard !items.isEmpty else {
          return "No offers of work yet. An organisation makes one with "
            + "`storyguard offer make \(record.peer) …`.\n"
        }
        guard mayRead else { return table(items, today, mayRead: false, terminal) }
        let silent = items.filter { $0.isSilent && $0.state(on: today) == .waiting }
        let told = items.filter { !silent.contains($0) }
        var text = told.isEmpty ? "" : table(told, today, mayRead: true, terminal)
        if !silent.isEmpty {
          text += "Kept quiet for you, and yours to take up:\n"
          text += table(silent, today, mayRead: true, terminal)
        }
        if let open = items.first(where: { $0.state(on: today) == .waiting }) {
          text +=
            "To answer: storyguard offer answer \(record.peer) yes|not-this-one|not-this-kind "
            + "--offer \(open.offer.id)\n"
        }
        return text
      },
      json: {
        .array(
          items.map { item in
            let answers: [Member] =
              mayRead
              ? [
                Member(name: "silent", value: .bool(item.isSilent)),
                Member(name: "replyUntil", value: .day(item.offer.replyUntil)),
              ] : []
            return .object(
              members(of: item.offer) + answers + [
                Member(name: "standing", value: .string(standing(item, today, mayRead).code)),
                Member(name: "doneOn", value: .day(item.doneOn)),
              ])
          })
      })
  }

  /// A line for the peer's own page, where offers wait that came with a word.
  static func waiting(_ record: PeerRecord, today: Day) -> String {
    let waiting = record.work.items.count { !$0.isSilent && $0.state(on: today) == .waiting }
    guard waiting > 0 else { return "" }
    return "\(counted(waiting, "offer")) of work that needs no story: "
      + "`storyguard offer list \(record.peer)`.\n"
  }

  /// What an organisation reads: the offers that were answered with yes, and by whom.
  static func agreed(_ agreed: [(PeerID, WorkOffers.Item)]) -> Page {
    Page(
      text: { terminal in
        guard !agreed.isEmpty else {
          return "No offer has been accepted yet. `storyguard offer make PEER …` makes one.\n"
        }
        return TextTable(
          [
            .left("offer"), .left("peer"), .left("day"), .left("pay"), .left("standing"),
            .left("work"),
          ],
          rows: agreed.map { peer, item in
            [
              item.offer.id.text, peer.text, item.offer.day?.inWords ?? "not fixed",
              item.offer.pay.inWords,
              item.doneOn.map { "done on \($0.inWords)" } ?? "agreed", item.offer.words ?? "–",
            ]
          }
        ).text(on: terminal)
      },
      json: {
        .array(
          agreed.map { peer, item in
            .object(
              [Member(name: "peer", value: .string(peer.text))] + members(of: item.offer) + [
                Member(
                  name: "standing", value: item.doneOn == nil ? "agreed" : "done"),
                Member(name: "doneOn", value: .day(item.doneOn)),
              ])
          })
      })
  }

  private static func table(
    _ items: [WorkOffers.Item], _ today: Day, mayRead: Bool, _ terminal: Terminal
  ) -> String {
    TextTable(
      [
        .left("offer"), .left("organisation"), .left("day"), .left("takes"), .left("pay"),
        .left("standing"), .left("work"),
      ],
      rows: items.map { item in
        [
          item.offer.id.text, item.offer.organisation.text, item.offer.day?.inWords ?? "not fixed",
          lengthInWords(minutes: item.offer.minutes), item.offer.pay.inWords,
          standing(item, today, mayRead).inWords, item.offer.words ?? "–",
        ]
      }
    ).text(on: terminal)
  }

  /// Where an offer stands for a reader: what the peer hasn't accepted is their own matter.
  private static func standing(
    _ item: WorkOffers.Item, _ today: Day, _ mayRead: Bool
  ) -> (code: String, inWords: String) {
    let state = item.state(on: today)
    guard mayRead || state == .accepted || state == .done else { return ("passedOn", "passed on") }
    return switch state {
    case .waiting: (state.code, "waiting until \(item.offer.replyUntil.inWords)")
    case .accepted: (state.code, "agreed")
    case .declined: (state.code, "no")
    case .lapsed: (state.code, "lapsed; silence is no")
    case .done: (state.code, "done on \(item.doneOn?.inWords ?? "a day")")
    }
  }

  private static func members(of offer: WorkOffer) -> [Member] {
    [
      Member(name: "offer", value: .string(offer.id.text)),
      Member(name: "organisation", value: .string(offer.organisation.text)),
      Member(name: "work", value: .optional(offer.words)),
      Member(name: "workOn", value: .day(offer.day)),
      Member(name: "minutes", value: .whole(offer.minutes)),
      Member(name: "pay", value: .money(offer.pay.amount)),
      Member(name: "offeredOn", value: .day(offer.offeredOn)),
    ]
  }
}

extension WorkPay {
  /// What is paid, in words.
  var inWords: String { amount?.inWords ?? "unpaid" }
}
