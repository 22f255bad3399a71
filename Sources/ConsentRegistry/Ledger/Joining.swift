/// What comes over from other records of the same person, as it comes: it has happened before.
///
/// A record that others were joined to may be joined to a third, so one may come over within
/// another.
struct Joining: Hashable, Sendable {
  private struct Part: Hashable, Sendable {
    let peer: PeerID
    let day: Day
    let consentsFrom: Int
  }

  /// Other records of the same person that have been joined to this one.
  private(set) var joined: [PeerID] = []
  /// The places of the consents that had ended when they came over: they are kept for what rests
  /// on them, make nobody known, and grant nothing.
  private(set) var endedBefore: Set<Int> = []
  private var open: [Part] = []

  /// Whether what is read has happened to another record before.
  var isRunning: Bool { !open.isEmpty }

  /// The first consent that a withdrawal read now can reach.
  var consentsFrom: Int { open.last?.consentsFrom ?? 0 }

  mutating func apply(_ step: RecordStep, after consents: Int) {
    switch step {
    case .joining(let peer, let day):
      joined.append(peer)
      open.append(Part(peer: peer, day: day, consentsFrom: consents))
    case .joined(let peer, _, _):
      // The first joinings said nothing of what was to come over.
      if open.last?.peer == peer { open.removeLast() } else { joined.append(peer) }
    case .worded, .mergedInto: break
    }
  }

  /// Notes where a consent comes over that has ended; says whether it is one.
  ///
  /// Joined on 4 May: one that ran until 3 May has ended, one that runs until 4 May hasn't.
  mutating func noteEnd(of consent: Consent, at place: Int) -> Bool {
    guard open.contains(where: { consent.until < $0.day }) else { return false }
    endedBefore.insert(place)
    return true
  }
}
