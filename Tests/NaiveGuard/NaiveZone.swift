import Foundation
import Synchronization

/// A zone's clock, as stretches of time within which its offset stays the same.
struct NaiveZone: Sendable {
  /// Instants (seconds since 1970, UTC) from `from` to before `until` have `offset` seconds.
  struct Stretch: Sendable {
    let from: Int
    let until: Int
    let offset: Int
  }

  let stretches: [Stretch]
  private let firstDay: Int
  /// For each day, the first stretch not yet over when the local day begins.
  private let hintByLocalDay: [Int]
  /// For each day, the first stretch not yet over when the UTC day begins.
  private let hintByDay: [Int]

  private static let known = Mutex<[String: NaiveZone]>([:])

  static func named(_ name: String) throws -> NaiveZone {
    try known.withLock { zones in
      if let zone = zones[name] { return zone }
      guard let source = TimeZone(identifier: name) else { throw NaiveFault.unknownZone }
      let zone = NaiveZone(reading: source)
      zones[name] = zone
      return zone
    }
  }

  /// The zone of that name, or UTC where the name is unknown.
  static func orUTC(_ name: String) -> NaiveZone { (try? named(name)) ?? NaiveZone(reading: .gmt) }

  /// Looks at the clock every six hours from 2005 to 2044, and finds each change to the second.
  private init(reading zone: TimeZone) {
    let day = 86400
    let first = NaiveCalendar.number(of: "2005-01-01") ?? 0
    let last = NaiveCalendar.number(of: "2045-01-01") ?? 0
    func offset(_ instant: Int) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    }
    var stretches: [Stretch] = []
    var began = Int.min / 4
    var instant = first * day
    var current = offset(instant)
    while instant < last * day {
      let next = instant + 6 * 3600
      let then = offset(next)
      if then != current {
        var before = instant
        var after = next
        while after - before > 1 {
          let middle = (before + after) / 2
          if offset(middle) == current { before = middle } else { after = middle }
        }
        stretches.append(Stretch(from: began, until: after, offset: current))
        began = after
        current = then
      }
      instant = next
    }
    stretches.append(Stretch(from: began, until: Int.max / 4, offset: current))
    self.stretches = stretches
    self.firstDay = first
    var localHints: [Int] = []
    var hints: [Int] = []
    for number in first..<last {
      localHints.append(
        stretches.firstIndex { $0.until + $0.offset > number * day } ?? stretches.count - 1)
      hints.append(stretches.firstIndex { $0.until > number * day } ?? stretches.count - 1)
    }
    self.hintByLocalDay = localHints
    self.hintByDay = hints
  }

  /// The instant of a local time: a skipped one by the offset before, a doubled one as the first.
  func instant(local: Int) -> Int {
    let place = Self.floorDay(local) - firstDay
    var index = hintByLocalDay.indices.contains(place) ? hintByLocalDay[place] : 0
    while stretches[index].until + stretches[index].offset <= local { index += 1 }
    let stretch = stretches[index]
    if local >= stretch.from + stretch.offset { return local - stretch.offset }
    return local - stretches[index - 1].offset
  }

  /// Seconds to add to UTC at an instant.
  func offset(at instant: Int) -> Int {
    let place = Self.floorDay(instant) - firstDay
    var index = hintByDay.indices.contains(place) ? hintByDay[place] : 0
    while stretches[index].until <= instant { index += 1 }
    return stretches[index].offset
  }

  /// The civil day at an instant.
  func day(at instant: Int) -> Int { Self.floorDay(instant + offset(at: instant)) }

  static func floorDay(_ seconds: Int) -> Int {
    let day = seconds / 86400
    return seconds < day * 86400 ? day - 1 : day
  }
}
