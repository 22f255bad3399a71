import ConsentRegistry
import Notation

/// The report `tokenization`: whether peers are asked for more than their story, and by whom how hard.
struct TokenizationSheet: RecordReport {
  static let filters = TokenizationReport.filters

  private let heading: ReportHeading
  private let reader: ReportReader
  private let days: Int
  private var report: TokenizationReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    reader = reading.reader
    days = reading.policy.alerts.concentrationDays
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
      let json = json(row)
      layout.add(
        FigureRow(
          [
            .id(row.peer), offered(row), share(row.offeredShare), .whole(row.did.all),
            share(row.didShare), .ids(row.organisations),
          ], json: json), to: "peers")
      for one in row.noContact { layout.add(FigureRow(figures(of: one)), to: "noContact") }
    }
  }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      let counts = row.asks
      layout.add(
        FigureRow([
          .id(row.organisation), .whole(counts.asks), .whole(counts.outside),
          .whole(counts.heldBack), row.asksAfterNo.map { .whole($0) } ?? .tooFew,
          .whole(counts.forMore),
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

  private func figures(of missed: NoContact) -> [Figure] {
    [
      .id(missed.organisation), .id(missed.peer), .day(missed.lastTelling), .whole(missed.days),
      .day(missed.contactedOn),
    ]
  }

  /// A peer's row for programs, with the organisations that let nothing be heard.
  private func json(_ row: TokenizationReport.PeerRow) -> JSON {
    [
      "peer": .id(row.peer), "offered": offered(row).json,
      "offeredStoryOnly": share(row.offeredShare).json, "did": .whole(row.did.all),
      "didStoryOnly": share(row.didShare).json,
      "organisations": Figure.ids(row.organisations).json,
      "noContact": .array(
        row.noContact.map { missed in
          .object(
            zip(noContact.columns, figures(of: missed)).map {
              Member(name: $0.key, value: $1.json)
            })
        }),
    ]
  }

  /// Below the floor a single ask would stand out, and what became of it be guessed.
  private func offered(_ row: TokenizationReport.PeerRow) -> Figure {
    reader == .peer || row.offeredShare != nil ? .whole(row.offered.all) : .tooFew
  }

  private func share(_ share: Share?) -> Figure { share.map { .share($0.value) } ?? .tooFew }

  private var spread: FigureTable {
    FigureTable(
      key: "spread", title: "How much falls on one peer, in \(days) days",
      columns: [
        .left("organisation", "organisation"), .right("told", "told"), .right("peers", "peers"),
        .right("couldBeAsked", "could be asked"), .right("largestShare", "largest share"),
        .left("largestPeer", "whose"), .right("hhi", "spread (HHI)"),
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
      about:
        "outside: not through this registry, as peers noted. after a no: only ever added up over "
        + "all peers. for more: after a yes, for more than was agreed. no contact: so many peers "
        + "heard nothing from it in time after they last told their story for it.")
  }

  private var peers: FigureTable {
    FigureTable(
      key: "peers", title: "Asked for more than a story?",
      columns: [
        .left("peer", "peer"), .right("offered", "offered"),
        .right("offeredStoryOnly", "of it story"), .right("did", "did"),
        .right("didStoryOnly", "of it story"), .left("organisations", "told for"),
      ], isMain: true,
      about: "of it story: how much of what the peer was offered, or did, was telling their story. "
        + "Offer work that needs none: `storyguard offer make`.")
  }

  private var noContact: FigureTable {
    FigureTable(
      key: "noContact", title: "No contact after a telling",
      columns: [
        .left("organisation", "organisation"), .left("peer", "peer"),
        .left("lastTelling", "last told"), .right("days", "days ago"),
        .left("contactedOn", "in touch on"),
      ], isForPeopleOnly: true,
      about:
        "To do now: ask the organisation to be in touch, without wanting anything; `storyguard "
        + "checkin done` notes it.")
  }
}
