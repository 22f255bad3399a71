import ConsentRegistry
import Notation

/// The report `tokenization`: whether peers are asked for more than their story, and by whom how hard.
struct TokenizationSheet: RecordReport {
  static let filters = TokenizationReport.filters

  private let heading: ReportHeading
  private let reader: ReportReader
  private var report: TokenizationReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    reader = reading.reader
    report = TokenizationReport(
      scope: reading.scope, reader: reading.reader, policy: reading.policy)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "tokenization", title: "Tokenization", heading: heading, measures: report.measures,
      tables: [spread, asks, peers, noContact],
      empty: [
        "Nobody has been asked for anything in these days, and nothing was told.",
        "Asks are counted once they are made here: `storyguard request FILE`.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) {
    for row in report.add(peer) {
      layout.add(
        FigureRow([
          .id(row.peer), .whole(row.offered.all), share(row.offeredShare), .whole(row.did.all),
          share(row.didShare), .ids(row.organisations),
        ]), to: "peers")
      for one in row.noContact {
        layout.add(
          FigureRow([
            .id(one.organisation), .id(one.peer), .day(one.lastTelling), .whole(one.days),
            .day(one.contactedOn),
          ]), to: "noContact")
      }
    }
  }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      let counts = row.asks
      layout.add(
        FigureRow([
          .id(row.organisation), .whole(counts.asks), .whole(counts.outside),
          .whole(counts.heldBack), .whole(counts.afterNo), .whole(counts.forMore),
          share(counts.unpaidShare), .whole(row.peersWithoutContact),
        ]), to: "asks")
      guard let spread = row.concentration else { continue }
      layout.add(
        FigureRow([
          .id(row.organisation), .whole(spread.tellings), .whole(spread.peers),
          .whole(spread.couldBeAsked), share(row.largestShare), .id(row.largestPeer),
          row.sumOfSquares.map { .decimal($0) } ?? .tooFew,
        ]), to: "spread")
    }
  }

  private func share(_ share: Share?) -> Figure { share.map { .share($0.value) } ?? .tooFew }

  private var spread: FigureTable {
    FigureTable(
      key: "spread", title: "How much falls on one peer",
      columns: [
        .left("organisation", "organisation"), .right("told", "told"), .right("peers", "peers"),
        .right("couldBeAsked", "could ask"), .right("largestShare", "largest share"),
        .left("largestPeer", "whose"), .right("hhi", "HHI"),
      ])
  }

  private var asks: FigureTable {
    FigureTable(
      key: "asks", title: "How organisations ask",
      columns: [
        .left("organisation", "organisation"), .right("asks", "asks"),
        .right("outside", "outside").optional, .right("heldBack", "held back"),
        .right("afterNo", "after a no"), .right("forMore", "for more"),
        .right("unpaidShare", "unpaid"), .right("noContact", "no contact"),
      ],
      about: "after a no: only ever added up over all peers. no contact: with so many peers there "
        + "was none in time after their last telling.")
  }

  private var peers: FigureTable {
    FigureTable(
      key: "peers", title: "Asked for more than a story?",
      columns: [
        .left("peer", "peer"), .right("offered", "offered"),
        .right("offeredStoryOnly", "only story"), .right("did", "did"),
        .right("didStoryOnly", "only story"), .left("organisations", "told for"),
      ], isMain: true,
      about: "only story: how much of what the peer was offered, or did, was telling their story. "
        + "Offer work that needs none: `storyguard offer make`.")
  }

  private var noContact: FigureTable {
    FigureTable(
      key: "noContact", title: "No contact after a telling",
      columns: [
        .left("organisation", "organisation"), .left("peer", "peer"),
        .left("lastTelling", "last told"), .right("days", "days ago"),
        .left("contactedOn", "in touch on"),
      ], about: "To do now: call the peer, and say so with `storyguard checkin done`.")
  }
}
