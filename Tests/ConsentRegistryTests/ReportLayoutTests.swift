import ConsentRegistry
import Notation
import Testing

@testable import storyguard

/// Two peers: one told too often and too soon, one not at all.
private let busy = peer([
  use("u-1", may(1)), use("u-2", may(9), for: "o-2", .completed, .recorded),
  use("u-3", may(20), for: "o-2"), use("u-4", may(21), of: .exposure, through: .web),
  use("u-5", may(60), .confirmed),
])
private let quiet = PeerUses(peer: id("p-2"), zone: .utc, isClaimed: false, uses: [])

private let heading = ReportHeading(
  period: ReportPeriod(from: may(1)), on: may(25), asKnownAt: nil, agreedWith: nil,
  reader: .custodian)

private func rows(_ peers: [PeerUses] = [busy, quiet]) -> [UsageRow] {
  peers.map {
    UsageReport.row(for: $0, period: heading.period, on: heading.on, policies: always())
  }
}

private func screen(_ width: Int) -> Terminal {
  Terminal(isTerminal: true, width: width, style: .plain)
}

/// The report as a page for a screen, or as JSON.
private enum Laid {
  static func usage(
    _ rows: [UsageRow] = rows(), isWhole: Bool = true, on layout: any SheetLayout
  ) {
    let usage = UsageSheet(heading: heading, isWhole: isWhole)
    for row in rows { usage.add(row, isOverused: false, year: nil, to: layout) }
    let hasUses = rows.contains { $0.usesInAll + $0.booked.count + $0.unclosed.count > 0 }
    layout.say(hasUses ? "" : ReportWords.firstStepsInALine, "hasUses", .truth(hasUses))
  }

  static func overuse(_ breaches: [Breach], counted: Int, on layout: any SheetLayout) {
    var overuse = OveruseSheet(heading: heading)
    for breach in breaches { overuse.add(breach, to: layout) }
    overuse.finish(counted: counted, to: layout)
  }

  static func table(
    _ sheet: ReportSheet, _ width: Int, _ fill: (any SheetLayout) -> Void
  ) -> String {
    var text = ""
    let page = PageSheet(sheet) { text = TablePage($0, terminal: screen(width)).text }
    fill(page)
    page.end()
    return text
  }

  static func json(_ sheet: ReportSheet, _ fill: (any SheetLayout) -> Void) throws -> JSON {
    var text = ""
    let layout = JSONSheet(sheet) { text += $0 }
    fill(layout)
    layout.end()
    return try JSON.parse(text)
  }

  static let usageSheet = UsageSheet(heading: heading, isWhole: true).sheet
  static let overuseSheet = OveruseSheet(heading: heading).sheet
}

struct ReportLayoutTests {
  @Test func `usage says what it counts, marks who is over, and draws caps and the year`() {
    let text = Laid.table(Laid.usageSheet, 80) { Laid.usage(on: $0) }
    #expect(
      text == """
        Usage, from Friday 1 May 2026 up to Monday 25 May 2026.
        It counts only what was asked for here, or recorded here afterwards.
        The limits are not agreed with peers yet.

        Peers
        state       peer  told  shown  booked  days since  rests until  JJASONDJFMAM
        ! overused  p-1      3      1       1           5  2026-06-03   ···········3
        rested      p-2      0      0       0       never               ············

        told: tellings of the period. shown: exposures of a recording or text. booked:
        agreed for later days. full: a cap has no room left. The months count tellings
        of the last twelve. What peers have chosen for themselves isn't in these
        figures, but for the mark of overuse.

        Caps in use
        peer  cap                    used
        p-1   tellings in 30 days    ██! 3 of 2
        p-1   tellings in 90 days    ███ 3 of 3
        p-1   tellings in 180 days   ███░░░ 3 of 6
        p-1   tellings in 365 days   ███░░░░░░░ 3 of 10
        p-1   exposures in 365 days  █░░░░░░░░░ 1 of 12

        For whom
        peer  organisation  told  shown  what for, how, before whom, where
        p-1   o-1              1      1  for training 2; in person 1, web 1
        p-1   o-2              2      0  for training 2; in person 2

        `storyguard report uses` with the same options lists each use behind these
        figures.

        """)
  }

  @Test func `overuse names the organisation, the limit, what stood behind it and the uses`() {
    let found = breaches(busy, on: heading.on, under: always())
    let text = Laid.table(Laid.overuseSheet, 80) {
      Laid.overuse(found, counted: 4, on: $0)
    }
    #expect(
      text == """
        Overuse, from Friday 1 May 2026 up to Monday 25 May 2026.
        It counts only what was asked for here, or recorded here afterwards.
        The limits are not agreed with peers yet.

        By organisation
        organisation  peers  rest  cap  load  permit  exception  neither
        o-2               1     2    1     0       2          0        1

        rest, cap, load: which limit was broken. permit, exception, neither: what stood
        behind it. ! marks overuse; what the peer's own exception allowed has no mark.

        What happened
        limit   organisation  peer  what happened
        ! rest  o-2           p-1   Saturday 9 May 2026: 7 full days of rest, 14 were
                                    due. It had no permit: entered afterwards. Uses:
                                    u-1, u-2.
        ! rest  o-2           p-1   Wednesday 20 May 2026: 10 full days of rest, 14 were
                                    due. It had a permit. Uses: u-2, u-3.
        ! cap   o-2           p-1   Wednesday 20 May 2026: ██! 3 of 2 tellings in 30
                                    days. It had a permit. Uses: u-1, u-2, u-3.

        """)
  }

  @Test func `every line fits the screen, however long the ids`() {
    let long = String(repeating: "riverside-", count: 6)
    let uses = (1...3).map { use("\(long)\($0)", may($0 * 4), for: long + "x") }
    let peer = PeerUses(peer: id(long), zone: .utc, isClaimed: true, uses: uses)
    let found = breaches(peer, on: heading.on, under: always())
    for width in [70, 80, 100, 120] {
      let usage = Laid.table(Laid.usageSheet, width) { Laid.usage(rows([peer]), on: $0) }
      let overuse = Laid.table(Laid.overuseSheet, width) {
        Laid.overuse(found, counted: 3, on: $0)
      }
      let lines = (usage + overuse).split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(width) columns")
    }
  }

  @Test func `an empty registry says what to do first, and a good one that no limit was broken`() {
    let empty = [
      Laid.table(Laid.usageSheet, 80) { Laid.usage([], on: $0) },
      Laid.table(Laid.usageSheet, 80) { Laid.usage(rows([quiet]), on: $0) },
      Laid.table(Laid.overuseSheet, 80) {
        Laid.overuse([], counted: 0, on: $0)
      },
    ]
    for text in empty {
      let line = text.split(separator: "\n").joined(separator: " ")
      #expect(line.contains("storyguard import") && line.contains("storyguard record"))
      #expect(text.contains("It counts only what was asked for here, or recorded here afterwards."))
    }
    let good = Laid.table(Laid.overuseSheet, 80) {
      Laid.overuse([], counted: 3, on: $0)
    }
    #expect(good.hasSuffix("\n\nNo limit was broken in these days (3 uses looked at).\n"))
  }

  @Test func `the same in JSON, with every use behind the figures`() throws {
    let usage = try Laid.json(Laid.usageSheet) { Laid.usage(on: $0) }
    #expect(usage["report"] == "usage" && usage["agreedWith"] == .null)
    let first = try #require(usage["peers"]?[0])
    #expect(first["tellings"] == 3 && first["exposures"] == 1 && first["booked"] == 1)
    #expect(
      first["rest"]?.text == #"{"until":"2026-06-03","days":10,"uses":["u-3"]}"#)
    #expect(
      first["caps"]?[0]?.text == #"{"kind":"telling","atMost":2,"days":30,"told":3,"unclosed":0,"#
        + #""full":true,"over":true,"uses":["u-1","u-2","u-3"]}"#)
    #expect(
      first["organisations"]?[0]?.text
        == #"{"key":"o-1","tellings":1,"exposures":1,"uses":["u-1","u-4"]}"#)
    #expect(first["months"]?[11]?.text == #"{"month":"2026-05","tellings":3,"exposures":1}"#)
    #expect(first["uses"]?[4]?["state"] == "confirmed" && first["uses"]?[5] == nil)
    let found = breaches(busy, on: heading.on, under: always())
    let overuse = try Laid.json(Laid.overuseSheet) {
      Laid.overuse(found, counted: 4, on: $0)
    }
    let cap = try #require(overuse["breaches"]?[2])
    #expect(cap["rule"] == "cap.rolling" && cap["day"] == "2026-05-20")
    #expect(cap["organisation"] == "o-2")
    #expect(cap["measured"] == 3 && cap["limit"] == 2 && cap["window"] == 30)
    #expect(cap["backing"] == "permit" && cap["uses"]?[2]?["use"] == "u-3")
  }

  @Test func `a custodian reads no number of a limit that is the peer's own`() throws {
    let uses = [use("u-1", may(1)), use("u-2", may(17))]
    let found = breaches(
      peer(uses, limits: try ownRest([(21, may(1))])), on: heading.on, under: onlyRest)
    let text = Laid.table(Laid.overuseSheet, 200) {
      Laid.overuse(found, counted: 2, on: $0)
    }
    #expect(text.contains("15 full days of rest, less than the peer's own choice"))
    let json = try Laid.json(Laid.overuseSheet) {
      Laid.overuse(found, counted: 2, on: $0)
    }
    #expect(json["breaches"]?[0]?["limit"] == .null)
    #expect(!text.contains("21") && !(json["breaches"]?.text ?? "").contains("21"))
  }
}
