import ConsentRegistry

/// The made-up past of one peer: tellings and exposures over about ten years for a hundred uses.
///
/// Most peers stay within every limit of the first policy. Of every hundred, three have spells in
/// which they were asked too soon and too often. The same seed makes the same peer.
struct MadeUpPeer {
  /// How many organisations there are in all.
  static let organisations = 40

  private var dice: BenchDice
  private let isOverused: Bool
  private let circle: [OrganisationID]
  private var tellings: [Int] = []
  private var exposures: [Int] = []
  private var day = 0
  private var restsUntil = 0

  init(_ index: Int, seed: UInt64) {
    // Drawn from the seed's own dice, so that neighbours share no stretch of numbers.
    var seeds = BenchDice(seed: seed &* 1_000_003 &+ UInt64(index))
    dice = BenchDice(seed: seeds.next())
    isOverused = dice.isBelow(3, of: 100)
    var circle: [OrganisationID] = []
    for _ in 0..<4 {
      if let id = OrganisationID("organisation-\(dice.number(below: MadeUpPeer.organisations))") {
        circle.append(id)
      }
    }
    self.circle = circle
  }

  /// Blocks that hold so many uses, the last of them some weeks before a day.
  static func engagements(
    of index: Int, uses: Int, seed: UInt64, upTo today: Day
  ) -> [EngagementRecord] {
    var peer = MadeUpPeer(index, seed: seed)
    var sketches: [Sketch] = []
    var left = uses
    var hurried = 0
    while left > 0 {
      if peer.isOverused, hurried == 0, peer.dice.isBelow(3, of: 100) { hurried = 4 }
      let sketch = peer.next(atMost: left, isHurried: hurried > 0)
      hurried = max(0, hurried - 1)
      left -= sketch.sessions.count
      sketches.append(sketch)
    }
    let shift = today.number - peer.day - 3 - peer.dice.number(below: 60)
    return sketches.compactMap { peer.record($0, shiftedBy: shift) }
  }

  private struct Sketch {
    let kind: UseKind
    let channel: Channel
    var sessions: [(first: Int, last: Int)]
    let state: SessionState
  }

  private mutating func next(atMost left: Int, isHurried: Bool) -> Sketch {
    let kind: UseKind = dice.isBelow(isHurried ? 90 : 58, of: 100) ? .telling : .exposure
    let channels = kind == .telling ? Channel.tellings : Channel.exposures
    let channel = channels[dice.number(below: channels.count)]
    let chance = dice.number(below: 100)
    let state: SessionState =
      if chance < 93 {
        .completed
      } else if chance < 95 {
        .endedEarly
      } else {
        [.lapsed, .declined, .cancelledByPeer, .didNotTakePlace, .released][chance - 95]
      }
    day += isHurried ? 2 + dice.number(below: 8) : 24 + dice.number(below: 44)
    var lengths = [dice.isBelow(5, of: 100) ? 1 : 0]
    // Two talks at one event, on one day or on two.
    if kind == .telling, left > 1, dice.isBelow(18, of: 100) { lengths = [0, 0] }
    let isSpread = dice.isBelow(60, of: 100)
    if state.tookPlace, !isHurried {
      while !fits(kind, lengths.count) { day += 5 }
    }
    var sketch = Sketch(kind: kind, channel: channel, sessions: [], state: state)
    for length in lengths {
      if !sketch.sessions.isEmpty, isSpread { day += 1 }
      sketch.sessions.append((day, day + length))
      if state.tookPlace {
        if kind == .telling { tellings.append(day) } else { exposures.append(day) }
      }
    }
    if kind == .telling, state.tookPlace {
      let isLong = channel == .mediaInterview || channel == .hearing
      restsUntil = day + lengths[0] + (state == .endedEarly ? 30 : isLong ? 21 : 14)
    }
    return sketch
  }

  /// Whether so many uses, today and tomorrow, are within what the first policy allows.
  private func fits(_ kind: UseKind, _ count: Int) -> Bool {
    let caps = Policy.initial.caps.list.filter { $0.kind == kind }
    let past = kind == .telling ? tellings : exposures
    return (kind == .exposure || restsUntil < day)
      && caps.allSatisfy { cap in
        past.reversed().prefix { $0 > day - cap.days }.count + count <= cap.atMost
      }
  }

  private mutating func record(_ sketch: Sketch, shiftedBy shift: Int) -> EngagementRecord? {
    guard let id = EngagementID(dice.id()), let story = StoryID("s1"),
      let event = EventID(dice.id())
    else { return nil }
    let purposes: [Purpose] = [.training, .communityEducation, .advocacy, .media]
    let purpose = purposes[dice.number(below: purposes.count)]
    let organisation = circle[dice.number(below: circle.count)]
    let isImported = dice.isBelow(30, of: 100)
    var sessions: [EngagementRecord.Session] = []
    for (place, days) in sketch.sessions.enumerated() {
      guard let use = UseID(dice.id()) else { return nil }
      // A second talk of a day that was broken off is cancelled.
      let state: SessionState =
        place > 0 && sketch.state == .endedEarly ? .cancelledByOrganiser : sketch.state
      sessions.append(
        EngagementRecord.Session(
          use: use, kind: sketch.kind, channel: sketch.channel, purpose: purpose,
          audience: .students, first: Day(number: days.first + shift),
          last: Day(number: days.last + shift), state: state))
    }
    return EngagementRecord(
      id: id, story: story, organisation: organisation, event: event,
      origin: isImported ? .imported : .recorded, sessions: sessions)
  }
}

/// Numbers that look random and are the same ones for the same seed.
struct BenchDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(below bound: Int) -> Int { Int(next() >> 33) % bound }

  mutating func isBelow(_ part: Int, of whole: Int) -> Bool { number(below: whole) < part }

  /// An id as the command makes them: twelve letters and digits.
  mutating func id() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
    return String(decoding: (0..<12).map { _ in letters[number(below: 31)] }, as: UTF8.self)
  }
}
