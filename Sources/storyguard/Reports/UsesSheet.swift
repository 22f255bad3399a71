import ConsentRegistry
import Notation

/// The report `uses`: each use behind a figure, one a line.
struct UsesSheet {
  let heading: ReportHeading
  let scope: ReportScope

  /// What stands above it, and its table.
  var sheet: ReportSheet {
    ReportSheet(
      name: "uses", title: "Uses", heading: heading,
      tables: [
        FigureTable(
          key: "uses", title: "Uses",
          columns: [
            .left("day", "day"), .left("peer", "peer"), .left("organisation", "organisation"),
            .left("kind", "kind"), .left("channel", "how"), .left("purpose", "what for").optional,
            .left("state", "state"), .left("event", "event").optional,
            .left("audience", "before whom").forPrograms,
            .left("lastDay", "last day").forPrograms, .left("story", "story").optional,
            .left("engagement", "booking").forPrograms, .right("index", "session").forPrograms,
            .left("origin", "how it came here").forPrograms,
            .truth("disputed", "disputed").forPrograms, .left("use", "use"),
            .left("note", "").forPeople,
          ], isMain: true,
          empty: "No use fits. With fewer options there may be some; `storyguard import` and "
            + "`storyguard record` enter uses.")
      ], empty: [])
  }

  /// Puts in the uses of one peer that fit; one that the peer disputes counts still, and is marked.
  func add(_ peer: ReportedPeer, _ filter: UseFilter, to layout: any SheetLayout) {
    for use in peer.uses.uses where scope.includes(use) && filter.includes(use) {
      // Seen from an earlier day, what took place since then isn't known.
      guard !use.state.tookPlace || use.first <= peer.day else { continue }
      let dispute = peer.record.bookings.disputes[use.use].flatMap { $0.day <= peer.day ? $0 : nil }
      layout.add(
        FigureRow([
          .day(use.first), .id(peer.peer), .id(use.organisation), .code(use.kind),
          .code(use.channel), .code(use.purpose), .code(use.state), .id(use.event),
          .code(use.audience), .day(use.last), .id(use.story), .id(use.engagement),
          .whole(use.index), .code(use.origin(for: filter.reader)), .truth(dispute != nil),
          .id(use.use),
          dispute == nil ? .none : .words("the peer says it wasn't so"),
        ]), to: "uses")
    }
  }
}

/// Which uses are listed, besides whose and when.
struct UseFilter {
  let kind: UseKind?
  let channel: Channel?
  let purpose: Purpose?
  let state: SessionState?

  /// A no is the peer's own, and so is an ask that waits.
  let reader: ReportReader

  /// Whether a use is listed.
  func includes(_ use: CountedUse) -> Bool {
    (kind ?? use.kind) == use.kind && (channel ?? use.channel) == use.channel
      && (purpose == nil || purpose == use.purpose) && (state ?? use.state) == use.state
      && use.isAgreed(for: reader)
  }
}
