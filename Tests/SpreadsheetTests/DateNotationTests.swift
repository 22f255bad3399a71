import Seeded
import Spreadsheet
import Testing

@Suite struct DateNotationTests {
  func third(_ hour: Int? = nil, _ minute: Int = 0) -> DateReading {
    .day(year: 2025, month: 6, day: 3, time: hour.flatMap { ClockTime(hour: $0, minute: minute) })
  }

  @Test(arguments: [
    "2025-06-03", "2025/6/3", "2025.06.03", "20250603", "3 June 2025", "3 JUNE, 2025",
    "Jun 3, 2025",
    "June 3rd, 2025", "3rd of June 2025", "3-Jun-25", "3Jun2025", "3. June 2025", "Jun. 3 25",
    "Tue, 3 June 2025", "Tuesday Jun 3 2025", "2025-Jun-03", " 3/Jun/2025\u{A0}",
  ])
  func `a date that states its order is read without one`(text: String) {
    for order in [nil, DayMonthOrder.dayFirst, .monthFirst] {
      #expect(DateNotation.read(text, order: order) == third())
    }
  }

  @Test func `a time after the date is read with it`() {
    let spaced = ["18:00", "6:00 PM", "6pm", "6 p.m.", "at 18:00"].map { " " + $0 }
    let times = spaced + ["T18:00", ", 18:00:59", "T180000"]
    for text in times {
      for date in ["2025-06-03", "20250603", "Jun 3, 2025", "3-Jun-25"] {
        #expect(DateNotation.read(date + text, order: nil) == third(18))
      }
    }
    #expect(DateNotation.read("6/3/2025 12:05 am", order: .monthFirst) == third(0, 5))
    #expect(ClockTime("12:30 pm") == ClockTime(hour: 12, minute: 30))
    for text in ["", "25:00", "18", "13 pm", "6:0", "6:00 xm", "18:00Z"] {
      #expect(ClockTime(text) == nil)
    }
  }

  @Test func `numbers alone need an order unless only one fits`() {
    for text in ["03/06/2025", "3.6.25", "03-06-2025", "3 / 6 / 2025", "3. 6. 2025"] {
      #expect(DateNotation.read(text, order: nil) == .ambiguous)
      #expect(DateNotation.read(text, order: .dayFirst) == third())
      #expect(
        DateNotation.read(text, order: .monthFirst)
          == .day(year: 2025, month: 3, day: 6, time: nil))
    }
    #expect(DateNotation.read("25/06/2025", order: nil) != .ambiguous)
    #expect(DateNotation.read("25/06/2025", order: .monthFirst) == .impossible)
    #expect(
      DateNotation.read("5/5/70", order: nil) == .day(year: 1970, month: 5, day: 5, time: nil))
    #expect(
      DateNotation.read("5/5/69", order: nil) == .day(year: 2069, month: 5, day: 5, time: nil))
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "30 February 2024", "31/04/2025", "0/1/2025", "13/13/2025",
    "20251301", "2025-06-03 25:00", "2025-06-03 13 pm", "0225-06-03", "3/6/2025 18:60",
  ])
  func `a day or time that doesn't exist is impossible`(text: String) {
    #expect(DateNotation.read(text, order: nil) == .impossible)
  }

  @Test(arguments: [
    "", "tbc", "June 2025", "3 June", "June 3, 18:00", "2025-06", "45811", "3/6-2025", "03/06/025",
    "2025-06-03T18:00Z", "2025-06-03 18:00 +02:00", "2025-06-03T", "2025-06-03 evening",
    "3 Juno 2025",
    "99999999999999999999", "３/６/２０２５", "2025-06-03 6", "Monty 3 June 2025",
  ])
  func `what is no date is unrecognised`(text: String) {
    #expect(DateNotation.read(text, order: nil) == .unrecognised)
  }

  @Test func `a year has the days that it should, and no text traps`() {
    #expect(
      DateNotation.read("29/02/2000", order: nil) == .day(year: 2000, month: 2, day: 29, time: nil))
    for (year, days) in [(1900, 365), (2000, 366), (2023, 365), (2024, 366), (2100, 365)] {
      var count = 0
      for month in 1...12 {
        for day in 1...31
        where DateNotation.read("\(year)-\(month)-\(day)", order: nil) != .impossible {
          count += 1
        }
      }
      #expect(count == days)
    }
    let pieces = ["3", "06", "2025", "Jun", "-", "/", ".", ",", ":", " ", "T", "pm", "th", "é"]
    var dice = SeededDice(seed: 3)
    for _ in 0..<5_000 {
      let text = (0..<8).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      let column = DayMonthOrder.settled(by: [text])
      #expect(DateNotation.read(text, order: nil) == .ambiguous || column.read(text) != .ambiguous)
    }
  }

  @Test func `a column settles its order for each mark`() {
    let column = DayMonthOrder.settled(
      by: ["", "03/06/2025", "5/5/2025", "25/06/2025", "3.6.25", "1-2-25", "1-13-25", "13-1-25"])
    #expect(
      column.findings == [
        "/": .settled(.dayFirst, by: 3), ".": .open(first: 4),
        "-": .contradicted(dayFirst: 7, monthFirst: 6),
      ])
    #expect(column.read("03/06/2025 6pm") == third(18))
    #expect(column.read("3.6.25") == .ambiguous && column.read("1-2-25") == .ambiguous)
    #expect(column.contradiction?.dayFirst == 7 && column.contradiction?.monthFirst == 6)
    #expect(DayMonthOrder.settled(by: ["2025-06-03", "x"]).findings.isEmpty)
    #expect(
      DayMonthOrder.settled(by: ["6/3/25", "6/25/25"]).read("6/3/25") == third())
  }
}
