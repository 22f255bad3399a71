import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let reports: [Command] = [
    Command(
      "report", "usage", summary: "show how often each story was used, where and for whom",
      discussion: "It counts only what was asked for here, or was recorded afterwards.",
      options: ReportReading.options, formats: Option.reportFormats,
      examples: [
        "storyguard report usage", "storyguard report usage --from 2026-01-01 --format json",
        "storyguard report usage --peer maya --as-known-at 2026-04-01T00:00:00Z",
        "storyguard report usage --format html > usage.html",
      ]
    ) { invocation, surroundings in
      let reading = try ReportReading(invocation, surroundings)
      try reading.mustKnowItsScope()
      let usage = UsageSheet(
        heading: reading.heading, isWhole: reading.isOnePeer, policy: reading.policy,
        hasEveryCap: surroundings.format == .html)
      try surroundings.layOut(usage.sheet, invocation) { layout in
        var hasUses = false
        try reading.forEachPeersUses { uses, day in
          let scope = reading.scope.ofAllDays
          let isConcerned = uses.uses.contains {
            $0.isAgreed(for: reading.reader) && scope.includes($0)
          }
          hasUses = hasUses || isConcerned
          guard isConcerned || !scope.isNarrowed else { return }
          usage.add(
            UsageReport.row(
              for: uses, period: reading.scope.period, on: day, policies: reading.policies,
              reader: reading.reader, counting: scope.includes),
            isOverused: reading.breaches(of: uses, on: day).contains { $0.backing != .exception },
            year: surroundings.format == .html
              ? PeerYear(
                of: uses, upTo: day, policies: reading.policies, reader: reading.reader) : nil,
            to: layout)
        }
        let isPart = reading.scope.isNarrowed || reading.isOnePeer
        let none = isPart ? "No use of that kind is entered." : ReportWords.firstStepsInALine
        layout.say(hasUses ? "" : none, "hasUses", .truth(hasUses))
      }
      return .done
    },
    Command(
      "report", "overuse", summary: "show every breach of rest and caps, and who asked",
      discussion: "It names the organisation as the one who overused, and the peer by id.",
      options: ReportReading.options, formats: Option.reportFormats,
      examples: [
        "storyguard report overuse", "storyguard report overuse --organisation riverside",
        "storyguard report overuse --from 2026-01-01 --format csv",
      ]
    ) { invocation, surroundings in
      let reading = try ReportReading(invocation, surroundings)
      try reading.mustKnowItsScope()
      var overuse = OveruseSheet(heading: reading.heading, policy: reading.policy)
      try surroundings.layOut(overuse.sheet, invocation) { layout in
        let counted = try reading.forEachOverused { breaches in
          for breach in breaches where reading.scope.includes(breach.breaking) {
            overuse.add(breach, to: layout)
          }
        }
        overuse.finish(counted: counted, to: layout)
      }
      return .done
    },
    Command(
      "report", "uses", summary: "list the uses behind a figure",
      discussion: """
        With the options of another report, it lists each use that the report counts. What was \
        never agreed to isn't listed: a no is the peer's own.
        """,
      options: ReportReading.options + [
        .value("--kind", "KIND", "only tellings, or only exposures", accepts: .words(UseKind.self)),
        .value("--channel", "CHANNEL", "only by this way", accepts: .words(Channel.self)),
        .value("--purpose", "PURPOSE", "only for this purpose", accepts: .words(Purpose.self)),
        .value(
          "--state", "STATE", "only in this state",
          accepts: .oneOf(SessionState.allCases.filter(\.counts).map(\.code))),
      ], formats: Option.reportFormats,
      examples: [
        "storyguard report uses --peer maya --organisation riverside",
        "storyguard report uses --from 2026-01-01 --kind exposure --format csv",
      ]
    ) { invocation, surroundings in
      let reading = try ReportReading(invocation, surroundings)
      try reading.mustKnowItsScope()
      let filter = UseFilter(
        kind: try invocation.wordIfGiven("--kind"),
        channel: try invocation.wordIfGiven("--channel"),
        purpose: try invocation.wordIfGiven("--purpose"),
        state: try invocation.wordIfGiven("--state"), reader: reading.reader)
      let uses = UsesSheet(heading: reading.heading, scope: reading.scope)
      try surroundings.layOut(uses.sheet, invocation) { layout in
        try reading.forEachPeer { uses.add($0, filter, to: layout) }
      }
      return .done
    },
    .report(
      "tokenization", TokenizationSheet.self,
      summary: "show whether peers are asked for more than their story, and how much falls on whom",
      discussion: "Asks after a no stand only as a sum over all peers.",
      examples: [
        "storyguard report tokenization", "storyguard report tokenization --organisation riverside",
      ]),
    .report(
      "giveback", GivebackSheet.self,
      summary: "show what each organisation took, beside what it gave",
      discussion: "Each figure stands twice: as the organisation says, and as peers confirm.",
      examples: [
        "storyguard report giveback --from 2026-01-01",
        "storyguard report giveback --format html > giveback.html",
      ]),
    .report(
      "consents", ConsentsSheet.self, summary: "list consents, and which of them end soon",
      examples: ["storyguard report consents", "storyguard report consents --peer maya"]),
    .report(
      "placements", PlacementsSheet.self,
      summary: "list where recordings and texts are, and what must come down",
      examples: ["storyguard report placements --organisation riverside"]),
    .report(
      "care", CareSheet.self, summary: "list check-ins that are due, done and overdue",
      examples: ["storyguard report care", "storyguard report care --from 2026-04-01"]),
    .report(
      "exceptions", ExceptionsSheet.self,
      summary: "count what peers' own exceptions allowed, by organisation",
      examples: ["storyguard report exceptions"]),
    .report(
      "event", EventSheet.self, summary: "show what of each event took place, and what is owed",
      examples: ["storyguard report event", "storyguard report event --event spring-gala"]),
    .report(
      "rotation", RotationSheet.self,
      summary: "list the peers who want to be thought of in turn",
      discussion: "Turns, not worth. Only the peer says whether they take part.",
      examples: ["storyguard report rotation"]),
    .report(
      "summary", SummarySheet.self,
      summary: "count by organisation and quarter what may leave the office",
      discussion: """
        Whole calendar years that are over; nobody's name, no id of a person, no place. Counts of 1 \
        to 10 are withheld, and any that would show one of them.
        """,
      examples: [
        "storyguard report summary",
        "storyguard report summary --from 2025-01-01 --to 2025-12-31 --format csv",
      ]),
    .report(
      "unclaimed", UnclaimedSheet.self,
      summary: "list peers that an import made, to be invited or removed",
      examples: ["storyguard report unclaimed"]),
  ]
}
