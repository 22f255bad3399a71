import ConsentRegistry
import LedgerStore
import Notation

extension OwnRecordReading {
  /// The whole record for other programs: how it stands, every use, and every entry as it says.
  ///
  /// - `peer zone claimed written formerly`
  /// - `uses`: every use in every state, as reports write them
  /// - `ended`: those that are over, with your disputes and the answers, as `use list` writes them
  /// - `placements checkIns pay contributions offers asked`: as their own lists write them
  /// - `supporters`: `supporter organisation`; `independentContact`: `organisation`
  /// - `reach`: `address reminders noesAtTheEnd`
  /// - `entries`: `record revision recorded role actor kind body`, with all words in the body
  var json: JSON {
    [
      "what": "storyguard.record", "written": .day(today), "peer": .id(record.peer),
      "zone": .string(record.zone.id), "claimed": .bool(record.isClaimed),
      "formerly": .array(record.formerly.map { .id($0) }),
      "uses": .array(PeerUses(record, on: today).uses.map { ReportUse.json($0, for: .peer) }),
      "ended": UseListLayout.page(
        record, today: today, eventNames: record.eventNames
      ).json(),
      "placements": .array(record.placements.all.map { PlacementLayout.json($0, on: today) }),
      "checkIns": CheckInLayout(peer: record.peer, today: today, reader: .peer)
        .list(record.checkIns(policy: policy)).json(),
      "pay": PayLayout(peer: record.peer, today: today, reader: .peer)
        .list(record.dues(policy: policy)).json(),
      "contributions": ContributionLayout.list(record, of: nil, reader: .peer).json(),
      "offers": OfferLayout.list(record, by: nil, today: today, reader: .peer).json(),
      "asked": AskListLayout(record: record, today: today, policy: policy, isPeer: true).json,
      "supporters": .array(
        record.supporters.named.sorted { $0.key < $1.key }.map {
          ["supporter": .id($0), "organisation": .id($1)]
        }),
      "independentContact": record.independentContact.map {
        ["organisation": .id($0.organisation)]
      } ?? .null,
      "reach": [
        "address": .optional(record.reach.address(or: record.words)),
        "reminders": .bool(record.reach.wantsReminders),
        "noesAtTheEnd": .bool(record.reach.tellsNoesAtTheEnd),
        "rotation": .bool(record.reach.takesPartInRotation),
      ],
      "entries": .array(
        entries.map {
          [
            "record": .id($0.peer), "revision": .whole($0.revision),
            "recorded": .string($0.recorded.description), "role": .string($0.actor.role.code),
            "actor": .optional($0.actor.id), "kind": .string($0.kind), "body": $0.body,
          ]
        }),
    ]
  }

  /// Only what took place: `day organisation name purpose kind minutes`; `withoutStory`, work that
  /// was done: `day organisation name work minutes`.
  var workJSON: JSON {
    [
      "what": "storyguard.work", "written": .day(today), "name": .optional(record.words.name),
      "work": .array(
        tookPlace.map {
          [
            "day": .day($0.session.first), "organisation": .id($0.engagement.organisation),
            "name": .optional(names[$0.engagement.organisation]),
            "purpose": .optional($0.session.purpose?.code), "kind": .string($0.session.kind.code),
            "minutes": $0.minutes.map { .whole($0) } ?? .null,
          ]
        }),
      "withoutStory": .array(
        workDone.map { item, day in
          [
            "day": .day(day), "organisation": .id(item.offer.organisation),
            "name": .optional(names[item.offer.organisation]), "work": .optional(item.offer.words),
            "minutes": .whole(item.offer.minutes),
          ]
        }),
    ]
  }
}
