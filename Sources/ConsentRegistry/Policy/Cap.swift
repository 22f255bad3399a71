/// At most so many uses of a kind in any so many days in a row.
public struct Cap: Hashable, Sendable {
  /// What is counted.
  public let kind: UseKind
  /// The most that any window may hold.
  public var atMost: Int
  /// The length of the window in days.
  public let days: Int

  /// A cap on a kind of use, over a window of days.
  public init(kind: UseKind, atMost: Int, days: Int) {
    self.kind = kind
    self.atMost = atMost
    self.days = days
  }
}

/// All caps in force, at most one for each kind and window.
public struct Caps: Hashable, Sendable {
  /// The caps, in the order given.
  public private(set) var list: [Cap]

  /// The caps given; of two with the same kind and window, the last stands.
  public init(_ list: [Cap] = []) {
    self.list = []
    for cap in list { self[cap.kind, cap.days] = cap.atMost }
  }

  /// The most uses of a kind in a window of days, if there is such a cap.
  public subscript(kind: UseKind, days: Int) -> Int? {
    get { list.first { $0.kind == kind && $0.days == days }?.atMost }
    set {
      let place = list.firstIndex { $0.kind == kind && $0.days == days }
      switch (place, newValue) {
      case (let place?, let atMost?): list[place].atMost = atMost
      case (let place?, nil): list.remove(at: place)
      case (nil, let atMost?): list.append(Cap(kind: kind, atMost: atMost, days: days))
      case (nil, nil): break
      }
    }
  }
}
