import ConsentRegistry
import Foundation
import Synchronization

/// The system's time zones, read once each: the only file that imports all of Foundation.
///
/// `FoundationEssentials` knows no named zones.
enum SystemZones {
  private static let known = Mutex<[String: Zone]>([:])

  /// The zone of an exact IANA name, or nothing if there is none.
  @Sendable static func find(_ name: String) -> Zone? {
    if let zone = known.withLock({ $0[name] }) { return zone }
    guard isExactName(name), let system = TimeZone(identifier: name) else { return nil }
    let zone = read(system, name: name)
    known.withLock { $0[name] = zone }
    return zone
  }

  /// The zone that this machine's clock shows, if it is known.
  static var machine: Zone? { find(TimeZone.current.identifier) }

  /// Foundation also understands `GMT+5` and abbreviations; only names of the IANA list will do.
  ///
  /// Its own list leaves out older names that are still valid, such as `US/Pacific`: those are
  /// files of the system's zone folder.
  private static func isExactName(_ name: String) -> Bool {
    if name == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(name) { return true }
    let pieces = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = pieces.allSatisfy { piece in
      !piece.isEmpty && piece.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 > 0x20 && $0 < 0x7f }
    }
    guard isPlain, let first = pieces.first,
      !["posix", "right", "posixrules", "localtime", "Factory"].contains(first)
    else { return false }
    guard
      let head = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)")?.prefix(4)
    else { return false }
    return head.elementsEqual("TZif".utf8)
  }

  private static func read(_ system: TimeZone, name: String) -> Zone {
    let start = Date(timeIntervalSince1970: 0)
    let end = Date(timeIntervalSince1970: 4_102_444_800)  // 2100
    var transitions: [Zone.Transition] = []
    var moment = start
    while let next = system.nextDaylightSavingTimeTransition(after: moment), next < end {
      transitions.append(
        Zone.Transition(
          at: Int(next.timeIntervalSince1970), offset: system.secondsFromGMT(for: next)))
      moment = next
    }
    return Zone(
      id: name, firstOffset: system.secondsFromGMT(for: start), transitions: transitions)
  }
}
