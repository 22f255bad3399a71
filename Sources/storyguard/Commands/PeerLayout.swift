import ConsentRegistry
import LedgerStore
import Notation

/// How peers are listed, and how one is shown to whoever reads.
struct PeerLayout {
  let ledger: Ledger

  func list(_ peers: [ListedPeer], onlyUnclaimed: Bool) throws -> Page {
    let names = try ledger.peerNames()
    return Page(
      text: { terminal in
        guard !peers.isEmpty else {
          return onlyUnclaimed
            ? "No unclaimed peers.\n"
            : "No peers yet. `storyguard import uses.csv` brings some in; "
              + "`storyguard peer add` adds one.\n"
        }
        let table = TextTable(
          [.left("peer"), .left("name"), .left("home"), .left("standing")],
          rows: peers.map {
            [$0.id.text, names[$0.id] ?? "", $0.zone, $0.isClaimed ? "" : "unclaimed"]
          }
        ).text(on: terminal)
        return peers.allSatisfy(\.isClaimed)
          ? table
          : table
            + "Unclaimed peers were found in a spreadsheet: invite them to say that this is them.\n"
            + "`storyguard peer claim PEER` notes it; `storyguard peer erase PEER` removes the record.\n"
      },
      json: {
        .array(
          peers.map {
            [
              "peer": .string($0.id.text), "name": .optional(names[$0.id]),
              "zone": .string($0.zone), "claimed": .bool($0.isClaimed),
            ]
          })
      })
  }

  /// One peer: what is booked and asked, and for the peer also where all else stands.
  func page(
    _ record: PeerRecord, today: Day, policies: PolicyHistory, reader: Actor.Role
  ) -> Page {
    let state =
      reader == .peer
      ? PeerStateLayout(record, today: today, policy: policies.binding(on: today)) : nil
    return Page(
      text: { terminal in
        var text =
          reader == .peer
          ? "You are \(record.peer) here, at home in \(record.zone.id)"
          : "\(record.peer), at home in \(record.zone.id)"
        text += record.isClaimed ? ".\n" : ", unclaimed.\n"
        text += state?.unclaimed ?? ""
        if let words = record.words.introduceMeAs { text += "Introduce me as: \(words).\n" }
        if let words = record.words.askMeAbout { text += "Ask me about: \(words).\n" }
        text += supporters(record)
        let open = record.engagements.filter { $0.isBooked(on: today) }
        text += open.isEmpty ? "Nothing is asked or booked.\n" : "Asked or booked:\n"
        if !open.isEmpty {
          text += TextTable(
            [.left("ask"), .left("organisation"), .left("day"), .left("standing")],
            rows: open.map { engagement in
              [
                engagement.id.text, engagement.organisation.text,
                engagement.first?.inWords ?? "",
                engagement.sessions.first { engagement.state(of: $0, on: today).isBooked }.map {
                  let state = engagement.state(of: $0, on: today)
                  return state == .held
                    ? "\(state.inWords) until \(engagement.replyUntil?.inWords ?? "")"
                    : state.inWords
                } ?? "",
              ]
            }
          ).text(on: terminal)
        }
        if let state {
          let asks = AskLayout(record: record, today: today, policy: policies.binding(on: today))
          for engagement in open {
            text += asks.text(engagement) + state.howToCancel(engagement)
          }
          text += open.isEmpty || state.text.isEmpty ? state.text : "\n" + state.text
          text += OfferLayout.waiting(record, today: today)
        }
        return text
      },
      json: {
        let all: JSON = [
          "peer": .string(record.peer.text), "zone": .string(record.zone.id),
          "claimed": .bool(record.isClaimed), "revision": .whole(record.revision),
          "supporters": .array(
            record.supporters.named.sorted { $0.key < $1.key }.map {
              ["supporter": .string($0.text), "organisation": .optional($1?.text)]
            }),
          "stories": .array(record.boundaries.keys.sorted().map { .string($0.text) }),
          "engagements": .array(
            record.engagements.map { engagement in
              [
                "id": .string(engagement.id.text),
                "organisation": .string(engagement.organisation.text),
                "event": .id(engagement.event), "replyUntil": .day(engagement.replyUntil),
                "ask": reader == .peer && engagement.isBooked(on: today)
                  ? AskLayout(record: record, today: today, policy: policies.binding(on: today))
                    .json(engagement) : .null,
                "sessions": .array(
                  engagement.sessions.map {
                    [
                      "use": .string($0.use.text), "kind": .string($0.kind.code),
                      "channel": .string($0.channel.code), "day": .day($0.first),
                      "state": .string(
                        told(engagement.state(of: $0, on: today), to: reader)),
                    ]
                  }),
              ]
            }),
        ]
        guard let state, case .object(let members) = all else { return all }
        return .object(members + [Member(name: "state", value: state.json)])
      })
  }

  /// What the peer reads who has chosen a contact: for which tied organisations there is none.
  static func contact(of record: PeerRecord) -> String {
    let tied = record.ties.keys.sorted()
    guard let contact = record.independentContact else {
      let asks = tied.map(\.text).joined(separator: ", ")
      return tied.isEmpty
        ? "Noted.\n" : "Noted. Nothing that \(asks) asks is passed on until there is a contact.\n"
    }
    let without = tied.filter { !contact.isIndependent(of: $0) }
    return "Noted.\n" + without.map { isNoContact(for: $0, of: record.peer) }.joined()
  }

  /// For whom a contact doesn't count, and what can be done.
  static func isNoContact(for organisation: OrganisationID, of peer: PeerID) -> String {
    """
    A contact who belongs to \(organisation) doesn't count for what \(organisation) asks: as things \
    are, none of it is passed on. Somebody outside it can be chosen instead: `storyguard peer contact \
    \(peer) --organisation …`, or `--private` for somebody of no organisation.

    """
  }

  /// A peer's declines are their own choice; to others what they led to reads the same.
  private func told(_ state: SessionState, to reader: Actor.Role) -> String {
    guard reader != .peer else { return state.code }
    switch state {
    case .declined, .lapsed, .cancelledByPeer, .released: return "not available"
    default: return state.code
    }
  }

  private func supporters(_ record: PeerRecord) -> String {
    let named = record.supporters.named.sorted { $0.key < $1.key }.map { supporter, place in
      supporter.text + (place.map { " (of \($0))" } ?? "")
    }
    return named.isEmpty ? "" : "Supporters: \(named.joined(separator: ", ")).\n"
  }
}

extension Money {
  /// The amount as people write it: `150.00 USD`.
  var inWords: String {
    let cents = minor % 100
    return "\(minor / 100).\(cents < 10 ? "0" : "")\(cents) \(currency)"
  }
}
