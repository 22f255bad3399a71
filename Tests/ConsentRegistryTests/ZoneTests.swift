import Foundation
import Seeded
import Testing

@testable import ConsentRegistry
@testable import storyguard

/// Days and clocks across zones; each expected moment was worked out by hand.
struct ZoneTests {
  private func zone(_ name: String) throws -> Zone { try #require(SystemZones.find(name)) }

  /// The moment that a wall time in a zone stands for, in UTC.
  private func moment(_ wall: String, _ name: String) throws -> String {
    let seconds = try zone(name).moment(ofWallSeconds: #require(LocalTime(wall)).wallSeconds)
    return Instant(milliseconds: seconds * 1_000).description
  }

  @Test func `Nine in the morning of 1 May in Auckland is 30 April at home in Los Angeles`() throws
  {
    let start = try #require(LocalTime("2026-05-01T09:00"))
    let home = try zone("America/Los_Angeles")
    #expect(try home.day(of: start, in: zone("Pacific/Auckland")) == Day("2026-04-30"))
    #expect(try zone("Pacific/Auckland").day(of: start, in: zone("Pacific/Auckland")) == start.day)
  }

  @Test(arguments: [
    // Chicago: 02:00 to 03:00 is skipped on 8 March, 01:00 to 02:00 comes twice on 1 November.
    ("America/Chicago", "2026-03-08T01:59", "2026-03-08T07:59:00.000Z"),
    ("America/Chicago", "2026-03-08T02:30", "2026-03-08T08:30:00.000Z"),
    ("America/Chicago", "2026-03-08T03:00", "2026-03-08T08:00:00.000Z"),
    ("America/Chicago", "2026-11-01T00:59", "2026-11-01T05:59:00.000Z"),
    ("America/Chicago", "2026-11-01T01:30", "2026-11-01T06:30:00.000Z"),
    ("America/Chicago", "2026-11-01T02:00", "2026-11-01T08:00:00.000Z"),
    // Lord Howe: half an hour either way.
    ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00.000Z"),
    ("Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-04T15:30:00.000Z"),
    ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00.000Z"),
    ("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30:00.000Z"),
    // Havana: the first hour of a day is skipped. Santiago: the last one comes twice.
    ("America/Havana", "2026-03-08T00:30", "2026-03-08T05:30:00.000Z"),
    ("America/Santiago", "2026-04-04T23:30", "2026-04-05T02:30:00.000Z"),
    // A zone with no changes, and a leap day.
    ("Asia/Kolkata", "2028-02-29T23:30", "2028-02-29T18:00:00.000Z"),
  ])
  func `A skipped time is read with the offset before it, and a doubled one as the first`(
    name: String, wall: String, expected: String
  ) throws {
    #expect(try moment(wall, name) == expected)
  }

  @Test func `A whole day that a zone skipped is read with the offset before it`() throws {
    // Samoa went from 29 to 31 December 2011.
    #expect(try moment("2011-12-30T12:00", "Pacific/Apia") == "2011-12-30T22:00:00.000Z")
    let noon = try #require(LocalTime("2011-12-30T12:00"))
    let home = try zone("Pacific/Apia")
    #expect(home.day(of: noon, in: home) == Day("2011-12-31"))
  }

  @Test(arguments: [
    ("2026-05-01T23:00", 60, "2026-05-01", "2026-05-01"),
    ("2026-05-01T23:00", 61, "2026-05-01", "2026-05-02"),
    ("2026-05-01T23:59", 0, "2026-05-01", "2026-05-01"),
    ("2026-05-02T00:00", 0, "2026-05-02", "2026-05-02"),
    ("2026-05-01T00:00", 1_440, "2026-05-01", "2026-05-01"),
    ("2026-05-01T00:00", 1_441, "2026-05-01", "2026-05-02"),
    ("2028-02-28T23:30", 60, "2028-02-28", "2028-02-29"),
    ("2028-02-29T23:30", 31, "2028-02-29", "2028-03-01"),
    // An hour is skipped: three hours from 23:00 end at 03:00, four on a day of 25 hours at 02:00.
    ("2026-03-07T23:00", 180, "2026-03-07", "2026-03-08"),
    ("2026-11-01T00:00", 1_500, "2026-11-01", "2026-11-01"),
    ("2026-03-08T00:00", 1_380, "2026-03-08", "2026-03-08"),
    ("2026-03-08T00:00", 1_381, "2026-03-08", "2026-03-09"),
  ])
  func `A telling takes up every day to its end, and one that ends at midnight not the next`(
    start: String, minutes: Int, first: String, last: String
  ) throws {
    let chicago = try zone("America/Chicago")
    let session = try Engagement.Session(
      channel: .inPerson, start: #require(LocalTime(start)), zone: chicago, minutes: minutes,
      home: chicago, state: .confirmed)
    #expect([session.first.description, session.last.description] == [first, last])
  }

  @Test(arguments: [
    "Mars/Base", "america/chicago", "GMT+5", "posix/UTC", "", "EDT", "../UTC", "America", "UTC ",
    "right/UTC", "localtime", "America/Chicago/", "/usr/share/zoneinfo/UTC",
  ])
  func `A zone that isn't an exact name of the list is refused`(name: String) {
    #expect(SystemZones.find(name) == nil)
  }

  @Test(arguments: ["America/Chicago", "US/Pacific", "UTC", "Pacific/Chatham", "Asia/Kathmandu"])
  func `A zone of the list is found under its exact name, older names too`(name: String) {
    #expect(SystemZones.find(name)?.id == name)
  }

  static let names = [
    "America/Chicago", "America/Los_Angeles", "America/St_Johns", "America/Havana",
    "America/Santiago", "Atlantic/Azores", "Africa/Casablanca", "Europe/London", "Europe/Dublin",
    "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Australia/Lord_Howe",
    "Asia/Kathmandu", "UTC",
  ]

  @Test(arguments: names)
  func `Days and moments agree with the calendar of Foundation`(name: String) throws {
    let system = try #require(TimeZone(identifier: name))
    let ours = try zone(name)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = system
    var dice = SeededDice(seed: UInt64(name.utf8.count))
    for _ in 0..<Soak.count(6_000) {
      // From 2000 to 2090, in whole minutes.
      let seconds = dice.int(15_778_080...63_113_904) * 60
      let date = Date(timeIntervalSince1970: Double(seconds))
      let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
      let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
      #expect(ours.day(at: Instant(milliseconds: seconds * 1_000)) == day, "\(date)")
      // Within a day of a clock change a wall time may be skipped or doubled: see above.
      let isNearChange = [-86_400, 86_400].contains {
        system.secondsFromGMT(for: date + $0) != system.secondsFromGMT(for: date)
      }
      guard !isNearChange, let day else { continue }
      let minute = (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
      let wall = try #require(LocalTime(day: day, minute: minute))
      #expect(ours.moment(ofWallSeconds: wall.wallSeconds) == seconds, "\(date)")
    }
  }
}
