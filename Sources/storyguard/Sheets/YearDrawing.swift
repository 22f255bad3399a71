import ConsentRegistry
import Notation
import Markup

/// A peer's year as a calendar: a column for each week, a row for each weekday.
///
/// The marks differ in shape, so that they can be told apart without colour: a full square is a
/// telling, a hollow one a day of rest, a round one a recording or text used again.
struct YearDrawing {
  private let year: PeerYear

  private static let step = 12
  private static let left = 30
  private static let top = 18

  init(_ year: PeerYear) { self.year = year }

  /// What the marks mean, once above all years.
  static func legend(_ first: Day, _ last: Day) -> HTML {
    """
    <p>From \(first.inWords) to \(last.inWords). A column is a week, Monday on top. \
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect class="told" x="1" y="1" width="10" height="10"/></svg> told, \
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect class="rest" x="2.5" y="2.5" width="7" height="7"/></svg> resting afterwards, \
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle class="shown" cx="6" cy="6" r="4"/></svg> a recording or text used again, \
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle class="free" cx="6" cy="6" r="1.5"/></svg> free.</p>

    """
  }

  /// The calendar under its words.
  var figure: HTML {
    """
    <figure>
    <figcaption>\(caption)</figcaption>
    <div class="scroll" role="region" tabindex="0" aria-label="The year of \(year.peer.text)">
    <svg role="img" aria-label="\(caption)" viewBox="0 0 \(width) \(Self.top + 7 * Self.step + 2)" width="\(width)">
    \(months)\(weekdays)<path class="free" d="\(dots(free, 1))"/>
    <path class="rest" d="\(squares(year.resting, inset: 2, half: true))"/>
    <path class="told" d="\(squares(year.told, inset: 1, half: false))"/>
    <path class="shown" d="\(dots(year.shown, 4))"/>
    </svg>
    </div>
    </figure>

    """
  }

  private var caption: String {
    "\(year.peer.text): \(counted(year.told.count, "day")) with a telling, \(year.resting.count) of rest, "
      + "\(year.shown.count) with a recording or text used again"
  }

  /// The Monday of the first week.
  private var monday: Int { year.first.number - YearDrawing.weekday(year.first) }
  private var weeks: Int { (year.last.number - monday) / 7 + 1 }
  private var width: Int { Self.left + weeks * Self.step + 2 }

  /// 0 for Monday to 6 for Sunday; 1 January 1970, day 0, was a Thursday.
  private static func weekday(_ day: Day) -> Int { ((day.number + 3) % 7 + 7) % 7 }

  private var free: Set<Day> {
    Set((year.first.number...year.last.number).map { Day(number: $0) })
      .subtracting(year.told).subtracting(year.resting).subtracting(year.shown)
  }

  /// The upper left corner of a day's place.
  private func place(of day: Day) -> (x: Int, y: Int) {
    let days = day.number - monday
    return (Self.left + days / 7 * Self.step, Self.top + days % 7 * Self.step)
  }

  private func squares(_ days: Set<Day>, inset: Int, half: Bool) -> String {
    let side = Self.step - 2 * inset
    let size = half ? side - 1 : side
    return days.sorted().map { day in
      let (x, y) = place(of: day)
      let fraction = half ? ".5" : ""
      return "M\(x + inset)\(fraction) \(y + inset)\(fraction)h\(size)v\(size)h-\(size)z"
    }.joined()
  }

  /// Round marks, each two half circles.
  private func dots(_ days: Set<Day>, _ radius: Int) -> String {
    days.sorted().map { day in
      let (x, y) = place(of: day)
      let middle = Self.step / 2
      return "M\(x + middle - radius) \(y + middle)"
        + "a\(radius) \(radius) 0 1 0 \(2 * radius) 0"
        + "a\(radius) \(radius) 0 1 0 -\(2 * radius) 0z"
    }.joined()
  }

  private var months: HTML {
    let days = (year.first.number...year.last.number).map { Day(number: $0) }
    let firsts = days.filter { $0.parts.day == 1 }
    return HTML(
      firsts.map { day -> HTML in
        let name = String(Day.months[day.parts.month - 1].prefix(3))
        return "<text x=\"\(place(of: day).x)\" y=\"12\">\(name)</text>\n"
      })
  }

  private var weekdays: HTML {
    HTML(
      [("Mon", 0), ("Thu", 3), ("Sun", 6)].map { name, row -> HTML in
        "<text x=\"0\" y=\"\(Self.top + row * Self.step + 10)\">\(name)</text>\n"
      })
  }
}
