import Foundation
import Testing

@testable import storyguard

/// What was issued once is issued again byte for byte, whatever has been entered since.
struct AsKnownThenTests {
  private static let then = "2026-05-04T12:00:00Z"

  @Test func `after two hundred late entries every report reads as it did a month ago`() throws {
    try Places.inFolder { folder in
      let office = Rehearsal(folder + "/office.db")
      func type(_ line: String, at now: String) {
        let told = office.type(line, at: now)
        #expect(told.status == 0, "\(line): \(told.err)")
      }
      type("init --rehearsal", at: "2026-04-30T12:00:00Z")
      for peer in 0..<10 {
        type("peer add p\(peer) --zone Pacific/Auckland", at: "2026-05-01T12:00:00Z")
        type("story add p\(peer) s1 --share housing", at: "2026-05-01T12:00:00Z")
        type(
          "consent grant p\(peer) s1 --organisation riverside,harbour --purpose training --channel "
            + "inPerson --audience students --attribution firstName --until 2026-05-20",
          at: "2026-05-01T12:00:00Z")
        for day in [10, 20] {
          type(
            "record p\(peer) --story s1 --organisation riverside --kind telling --channel inPerson "
              + "--on 2026-04-\(day)", at: "2026-05-01T12:00:00Z")
        }
      }
      let before = Self.issued(by: office, at: Self.then)
      // Months later two hundred uses are entered, of days before and after it.
      for entry in 0..<200 {
        let day = String("0\(1 + entry % 28)".suffix(2))
        type(
          "record p\(entry % 10) --story s1 --organisation harbour --kind telling --channel inPerson "
            + "--on 2026-0\(1 + entry % 5)-\(day)", at: "2026-06-01T12:00:00Z")
      }
      type("peer add late --zone UTC", at: "2026-06-01T13:00:00Z")
      let later = Self.issued(by: office, at: "2026-06-02T12:00:00Z")
      for (name, text) in before { #expect(later[name] == text, "\(name)") }
      // It isn't that nothing had changed.
      #expect(
        office.run(["report", "overuse", "--on", "2026-05-04"]).out
          != before["report overuse table"])

      // Erasures apart: what is gone is gone, and the report says so.
      type("peer erase p3 --yes", at: "2026-06-03T12:00:00Z")
      let erased = Self.issued(by: office, at: "2026-06-03T13:00:00Z")
      let usage = try #require(erased["report usage table"])
      #expect(usage.contains("1 person was erased since then, and isn't in it any more."))
      #expect(!usage.contains("p3") && usage.contains("p4"))
    }
  }

  /// Each report as known then, in three shapes.
  private static func issued(by office: Rehearsal, at now: String) -> [String: String] {
    var issued: [String: String] = [:]
    for words in ReportShapesTests.reports {
      for format in ["table", "json", "html"] {
        let told = office.run(
          words + ["--as-known-at", then, "--format", format, "--now", now])
        #expect(told.status == 0, "\(words): \(told.err)")
        issued[(words + [format]).joined(separator: " ")] = told.out
      }
    }
    return issued
  }
}
