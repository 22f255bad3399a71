import ConsentRegistry
import Foundation
import Seeded
import Testing

/// Months, by which consents are measured.
struct ConsentLengthTests {
  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"),
    ("2026-03-31", 1, "2026-04-30"), ("2026-03-31", 2, "2026-05-31"),
    ("2028-02-29", 12, "2029-02-28"), ("2028-02-29", 24, "2030-02-28"),
    ("2028-02-29", 48, "2032-02-29"), ("2026-08-31", 6, "2027-02-28"),
    ("2026-12-31", 2, "2027-02-28"), ("2026-05-15", 24, "2028-05-15"),
    ("2026-12-01", 1, "2027-01-01"), ("2100-01-30", 1, "2100-02-28"),
  ])
  func `So many months after the 31st is the month's last day`(
    from: String, months: Int, to: String
  ) throws {
    #expect(try #require(Day(from)).addingMonths(months).description == to)
  }

  @Test func `Months agree with the calendar of Foundation`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var dice = SeededDice(seed: 31)
    for _ in 0..<Soak.count(20_000) {
      let day = Day(number: dice.int(0...47_000))
      let months = dice.int(0...60)
      let noon = Date(timeIntervalSince1970: Double(day.number) * 86_400 + 43_200)
      let later = try #require(calendar.date(byAdding: .month, value: months, to: noon))
      let expected = Day(number: Int(later.timeIntervalSince1970) / 86_400)
      #expect(day.addingMonths(months) == expected, "\(day) and \(months) months")
    }
  }

  @Test func `A leap day exists every fourth year, and not in most centuries`() {
    #expect(Day("2028-02-29") != nil)
    #expect(Day("2000-02-29") != nil)
    #expect(Day("2026-02-29") == nil)
    #expect(Day("2100-02-29") == nil)
    #expect(Day("2028-02-28")?.adding(2) == Day("2028-03-01"))
  }

  @Test func `A peer may ask to be asked again sooner, and nobody may make consents longer`() {
    var policy = Policy.initial
    policy.consent.maxMonths = 24
    #expect(policy.merged(with: own("consent.maxMonths", 12)).consent.maxMonths == 12)
    #expect(policy.merged(with: own("consent.maxMonths", 36)).consent.maxMonths == 24)
  }
}
