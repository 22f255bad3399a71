package import ConsentRegistry

extension Day {
  /// The day with its weekday, as people say it: `Friday 1 May 2026`.
  package var inWords: String {
    let (year, month, day) = parts
    return "\(weekday.rawValue.capitalizedFirst) \(day) \(Day.months[month - 1]) \(year)"
  }

  /// The names of the months, January first.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension String {
  /// The text with its first letter as a capital.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A number of things in words: `1 day`, `14 days`.
package func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
