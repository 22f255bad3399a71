/// Where a session stands, as the design lists it; written apart from the registry's own list.
enum NaiveState: String {
  case held, confirmed, completed, endedEarly
  case declined, lapsed, cancelledByPeer, cancelledByOrganiser, released, didNotTakePlace

  /// Whether it is asked for or agreed, and may still come to pass.
  var isBooked: Bool { self == .held || self == .confirmed }

  /// Whether its day has come and gone, and what became of it was said.
  var isOver: Bool { self == .completed || self == .endedEarly || self == .didNotTakePlace }
}

/// One move of a session from where it stands to where it stands next.
enum NaiveMove: CaseIterable {
  case accept, decline, lapse, release
  case cancelByPeer, cancelByOrganiser, takePlace, breakOff, fallThrough

  /// The only moves that there are: from where, and to where.
  ///
  /// What has ended, has ended: nothing leads away from it but putting right what was recorded.
  var legs: [NaiveState: NaiveState] {
    switch self {
    case .accept: [.held: .confirmed]
    case .decline: [.held: .declined]
    case .lapse: [.held: .lapsed]
    case .release: [.held: .released, .confirmed: .released]
    case .cancelByPeer: [.confirmed: .cancelledByPeer]
    case .cancelByOrganiser: [.held: .cancelledByOrganiser, .confirmed: .cancelledByOrganiser]
    case .takePlace: [.confirmed: .completed]
    case .breakOff: [.confirmed: .endedEarly]
    case .fallThrough: [.confirmed: .didNotTakePlace]
    }
  }

  /// Whether some move leads from one state to another.
  static func leads(from: NaiveState, to: NaiveState) -> Bool {
    from == to || from.isOver && to.isOver || allCases.contains { $0.legs[from] == to }
  }
}
