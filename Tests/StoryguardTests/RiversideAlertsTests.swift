import Foundation
import Notation
import Testing

/// The alerts of the made-up coalition, held against what its page says: no more and no fewer.
struct RiversideAlertsTests {
  /// What one alert, or one row of the page, says: the code, and whom it names.
  private struct Raised: Hashable, CustomStringConvertible {
    let code: String
    let peer: String
    let organisation: String
    var description: String { "\(code) \(peer) \(organisation)" }
  }

  @Test func `each alert is raised by the peers and organisations of its page, and by no others`()
    throws
  {
    let page = MarkdownPage(try Places.text(of: "Samples/riverside/README.md"))
    let rows = try #require(page.section("## Alerts")).rows.filter { $0.first != "code" }
    let expected = rows.map { Raised(code: $0[0], peer: $0[1], organisation: $0[2]) }
    #expect(rows.allSatisfy { $0.count == 4 } && expected.count == Set(expected).count)
    try Places.inFolder { folder in
      let riverside = Office(folder: folder)
      let demo = try Running.storyguard(["demo", "--keep", riverside.registry], in: folder)
      try #require(demo.status == 0, "\(demo.err)")
      let report = try riverside.json("alerts", "--today", "2026-05-04")
      var raised: Set<Raised> = []
      for alert in report["alerts"]?.items ?? [] {
        for item in alert["items"]?.items ?? [] {
          raised.insert(
            Raised(
              code: item["code"]?.words ?? "", peer: Self.name(alert["peer"]),
              organisation: Self.name(item["organisation"] ?? alert["organisation"])))
        }
      }
      let missing = Set(expected).subtracting(raised).map(\.description).sorted()
      let unexpected = raised.subtracting(expected).map(\.description).sorted()
      #expect(missing.isEmpty, "the page lists, and nothing raises: \(missing)")
      #expect(unexpected.isEmpty, "raised, and not on the page: \(unexpected)")
      #expect(report["critical"]?.number == 16)
      #expect(report["warning"]?.number == 15)
      #expect(report["notice"]?.number == 3)
    }
    // Every code there is, but for the load, which the policy doesn't limit.
    let codes: Set<String> = [
      "overuse.rest", "overuse.cap", "nearing.cap", "asks.pressure", "token.storyOnly",
      "token.concentration", "org.noContact", "care.overdue", "pay.overdue", "removal.overdue",
      "consent.ending", "booking.review", "booking.unclosed", "exception.used",
    ]
    #expect(Set(expected.map(\.code)) == codes)
  }

  private static func name(_ value: JSON?) -> String {
    let name = value?.words ?? ""
    return name.isEmpty ? "none" : name
  }
}
