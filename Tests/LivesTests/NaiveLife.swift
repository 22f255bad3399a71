import ConsentRegistry

/// A second fold, naive on purpose: what has been done to one peer, in plain lists.
///
/// It is told what was done and on which day, never what the ledger holds.
struct NaiveLife {
  /// A session by its days' numbers.
  struct Session {
    let isTelling: Bool
    var first: Int
    var last: Int
    var state: NaiveState
  }

  /// An ask or a use.
  struct Booking {
    let organisation: OrganisationID
    var request: UseRequest?
    let replyUntil: Int?
    /// Whether it was asked although no consent covers it.
    var isFirst = false
    /// The booking whose place it is to take.
    var replaces: EngagementID?
    var sessions: [Session]
  }

  /// A request that was held back.
  struct Attempt {
    let request: UseRequest
    let starts: Int
    var isTakenUp = false
  }

  /// Something that was made, and for whom.
  struct Made {
    let id: String
    let organisation: OrganisationID
  }

  /// A withdrawal, with how many consents had been recorded before it.
  struct Withdrawal {
    let day: Int
    let before: Int
    let scope: Revocation.Scope
  }

  /// A pause by its days' numbers.
  struct Break {
    let from: Int
    let until: Int?
  }

  let peer: PeerID
  var isHere = false
  var home = NaiveHome.utc
  var stories: Set<StoryID> = []
  var consents: [Consent] = []
  var withdrawals: [Withdrawal] = []
  var pauses: [Break] = []
  var keptInPauses: Set<EngagementID> = []
  var notBefore: Int?
  var toldElsewhere: [Int] = []
  var ties: [OrganisationID: Set<Relation>] = [:]
  var waived: Set<Waiver> = []
  var attempts: [Attempt] = []
  /// The organisations whose first asks are taken, each with the withdrawals before it was said.
  var firstAsks: [OrganisationID: Int] = [:]
  /// Whether a no is told only when the reply time ends.
  var tellsNoesLate = false
  /// Whether the peer wants to be thought of in turn.
  var takesPart = false
  /// Whom the peer has named to stand by them, and where they work.
  var supporters: [String: OrganisationID?] = [:]
  /// The uses that the peer says weren't so.
  var disputed: Set<UseID> = []
  /// Ids of what else was made, by its kind, each with its organisation.
  var made: [String: [Made]] = [:]
  /// The start days about which each organisation has asked, with the last day on which it did.
  var looks: [OrganisationID: [Int: Int]] = [:]
  var order: [EngagementID] = []
  var bookings: [EngagementID: Booking] = [:]

  init(_ peer: PeerID) { self.peer = peer }

  /// Where a session stands on a day: an ask that nobody answered in time has lapsed.
  func state(_ session: Session, of booking: Booking, on today: Int) -> NaiveState {
    if session.state == .held, let until = booking.replyUntil, today > until { return .lapsed }
    return session.state
  }

  /// Moves sessions on, if the move leads away from where they stand.
  mutating func move(_ id: EngagementID, _ places: [Int], by move: NaiveMove) {
    for place in places {
      guard let from = bookings[id]?.sessions[place].state, let to = move.legs[from] else {
        continue
      }
      bookings[id]?.sessions[place].state = to
    }
  }

  /// Lets go the edits of a booking that still wait, once it has ended.
  mutating func endEdits(of id: EngagementID, on day: Int, always: Bool = false) {
    guard let old = bookings[id] else { return }
    if !always, old.sessions.contains(where: { state($0, of: old, on: day).isBooked }) { return }
    for (edit, booking) in bookings where booking.replaces == id {
      move(
        edit,
        booking.sessions.indices.filter {
          state(booking.sessions[$0], of: booking, on: day) == .held
        }, by: .release)
    }
  }

  /// Notes that an organisation asks about a start day; says whether it may.
  mutating func look(by organisation: OrganisationID, about starts: Int, on day: Int) -> Bool {
    var recent = (looks[organisation] ?? [:]).filter { $0.value > day - 30 }
    guard recent[starts] != nil || recent.count < 10 else { return false }
    recent[starts] = max(day, recent[starts] ?? day)
    looks[organisation] = recent
    return true
  }

  /// Adds an ask or a use, as it comes.
  mutating func add(_ id: EngagementID, _ booking: Booking) {
    order.append(id)
    bookings[id] = booking
  }

  /// Whether a session has begun, by the clock where it is; what has no time begins with the next day.
  private func hasBegun(_ place: Int, of booking: Booking, _ when: When) -> Bool {
    guard let request = booking.request,
      case .telling(let start, _, _) = request.sessions[place].time
    else { return booking.sessions[place].first < when.now }
    let ahead = NaiveHome(rawValue: request.zone.id)?.ahead(at: 0) ?? 0
    return start.day.number * 86_400 + start.minute * 60 - ahead <= when.moment
  }

  /// Lets go each booked session of which this is so; those that were agreed and have begun stay.
  mutating func letGo(at when: When, where isLost: (EngagementID, Booking, Int) -> Bool) {
    for (id, booking) in bookings {
      let lost = booking.sessions.indices.filter { place in
        let session = booking.sessions[place]
        let state = state(session, of: booking, on: when.now)
        return (state == .held || state == .confirmed && !hasBegun(place, of: booking, when))
          && isLost(id, booking, place)
      }
      move(id, lost, by: .release)
    }
  }
}

/// A home, by how far its clocks are ahead; those of the last one go back in the autumn.
enum NaiveHome: String, CaseIterable {
  case utc = "UTC"
  case west = "West/Six"
  case east = "East/Thirteen"
  case changing = "Changing/Clocks"

  /// The moment at which clocks go back: 25 October 2026, 01:00 UTC.
  static let change = 1_792_890_000

  /// How many seconds its clocks are ahead at a moment.
  func ahead(at moment: Int) -> Int {
    switch self {
    case .utc: 0
    case .west: -6 * 3_600
    case .east: 13 * 3_600
    case .changing: moment < NaiveHome.change ? 7_200 : 3_600
    }
  }

  /// The number of the day there, counted from 1 January 1970, at a moment after it.
  func day(at moment: Int) -> Int { (moment + ahead(at: moment)) / 86_400 }

  /// The same home as the registry knows it.
  var zone: Zone {
    switch self {
    case .utc: .utc
    case .west, .east: Zone(id: rawValue, firstOffset: ahead(at: 0), transitions: [])
    case .changing:
      Zone(
        id: rawValue, firstOffset: 7_200,
        transitions: [.init(at: NaiveHome.change, offset: 3_600)])
    }
  }
}
