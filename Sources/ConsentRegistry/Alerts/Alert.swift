/// Something that somebody should look at: all items of one cause.
///
/// A talk on 15 May 2026 that broke a rest and two caps is one alert with two codes; another talk
/// for the same organisation on 20 May is a second item of it.
public struct Alert: Hashable, Sendable {
  /// Its items, by the day since which they are so; never empty.
  public let items: [AlertItem]
  /// What kinds of things they are, each once, the gravest first.
  public let codes: [AlertCode]
  /// How grave the gravest of them is.
  public let severity: Severity
  /// The first day on which one of them was so.
  public let since: Day
  /// Whose story it is about; nothing where no peer may be named.
  public let peer: PeerID?
  /// The organisation that asked or owes; nothing where there are several.
  public let organisation: OrganisationID?

  /// An alert of one item and the others of the same cause.
  init(_ first: AlertItem, and others: some Sequence<AlertItem> = []) {
    items = ([first] + others).sorted { ($0.since, $0.key) < ($1.since, $1.key) }
    codes = Set(items.map(\.code)).sorted {
      ($1.severity, $0.rawValue) < ($0.severity, $1.rawValue)
    }
    severity = items.reduce(first.severity) { max($0, $1.severity) }
    since = items.reduce(first.since) { min($0, $1.since) }
    peer = items.allSatisfy { $0.peer == first.peer } ? first.peer : nil
    organisation =
      items.allSatisfy { $0.organisation == first.organisation } ? first.organisation : nil
  }

  /// The same with only those items that weren't among some earlier ones; nothing if all were.
  public func onlyNew(since earlier: Set<AlertKey>) -> Alert? {
    let new = items.filter { !earlier.contains($0.key) }
    return new.first.map { Alert($0, and: new.dropFirst()) }
  }

  /// Items put together by what they have in common, in the order in which the first of each came.
  static func grouped(_ items: [AlertItem]) -> [Alert] {
    var places: [String: Int] = [:]
    var groups: [(first: AlertItem, others: [AlertItem])] = []
    for item in items {
      if let place = places[item.cause] {
        groups[place].others.append(item)
      } else {
        places[item.cause] = groups.count
        groups.append((item, []))
      }
    }
    return groups.map { Alert($0.first, and: $0.others) }
  }

  /// Whether it stands before another one in a list: the gravest first, then the oldest.
  public func comesBefore(_ other: Alert) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if since != other.since { return since < other.since }
    // Two alerts never share an item, so their keys tell them apart.
    return items.lazy.map(\.key).lexicographicallyPrecedes(other.items.lazy.map(\.key))
  }
}

extension AlertItem {
  /// How grave it is.
  public var severity: Severity { code.severity }
}
