import ConsentRegistry
import Seeded

/// What a deed is drawn from: dice, and what the second fold knows of the peer today.
struct Scene {
  var dice: SeededDice
  let life: NaiveLife
  let today: Int
  /// How many deeds have been done; it makes ids that nobody else has.
  let number: Int
  /// Whether only what is usual is drawn.
  var isPlain: Bool

  /// A whole number within bounds.
  mutating func int(_ range: ClosedRange<Int>) -> Int { dice.int(range) }

  mutating func chance(_ percent: Int) -> Bool { dice.int(1...100) <= percent }

  mutating func one<Item>(of items: [Item]) -> Item { items[dice.int(0...items.count - 1)] }

  /// Mostly the first of these; now and then another.
  mutating func mostly<Item>(_ usual: Item, else others: [Item], percent: Int = 85) -> Item {
    isPlain || chance(percent) ? usual : one(of: others)
  }

  /// A day so many days from today.
  mutating func day(_ range: ClosedRange<Int>) -> Day { Day(number: today + dice.int(range)) }

  func id<Subject>(_ text: String) -> ID<Subject> {
    // Every id here is short and plain.
    ID(text) ?? Scene.someID()
  }

  static func someID<Subject>() -> ID<Subject> {
    ID("some") ?? someID()
  }

  /// An ask or a use of the peer's, mostly a late one; now and then one that isn't there.
  mutating func booking() -> EngagementID {
    guard !life.order.isEmpty, chance(94) else { return id("nothing") }
    return one(of: life.order.suffix(6).map { $0 })
  }

  /// A booking in which some session stands so, where there is one.
  mutating func booking(standing states: NaiveState...) -> EngagementID {
    booking(standing: states)
  }

  mutating func booking(standing states: [NaiveState]) -> EngagementID {
    let fitting = life.order.filter { id in
      life.bookings[id].map { booking in
        booking.sessions.contains { states.contains(life.state($0, of: booking, on: today)) }
      } ?? false
    }
    return fitting.isEmpty || chance(20) ? booking() : one(of: fitting)
  }

  /// Something of a kind that was made, mostly; or something that wasn't.
  mutating func made(_ kind: String) -> NaiveLife.Made {
    let all = life.made[kind] ?? []
    return all.isEmpty || chance(8)
      ? NaiveLife.Made(id: "no-\(kind)", organisation: organisation()) : one(of: all)
  }

  mutating func organisation() -> OrganisationID { one(of: ["o1", "o1", "o2", "o3"].map(id)) }

  mutating func story() -> StoryID { mostly(id("s1"), else: [id("s2"), id("never-told")]) }

  mutating func purpose() -> Purpose {
    mostly(.training, else: [.fundraising, .media], percent: 75)
  }

  mutating func channel() -> Channel { mostly(.inPerson, else: [.onlineLive, .hearing]) }

  /// A request that mostly fits what is mostly granted, all through.
  mutating func request() -> UseRequest {
    let wasPlain = isPlain
    isPlain = isPlain || chance(65)
    defer { isPlain = wasPlain }
    let first = mostly(day(7...30), else: [day(-5...70)])
    var sessions: [AskedSession] = []
    for place in 0..<mostly(1, else: [2, 2, 3], percent: 60) {
      let day = first.adding(place * dice.int(0...2))
      let isTelling = isPlain || chance(80)
      let start = LocalTime(day: day, minute: one(of: [600, 1_080, 1_425]))
      sessions.append(
        AskedSession(
          time: isTelling
            ? start.map {
              .telling(start: $0, minutes: 15 * dice.int(1...3), recorded: !isPlain && chance(10))
            }
              ?? .exposure(day: day, of: nil) : .exposure(day: day, of: nil),
          channel: isTelling ? channel() : .web, purpose: purpose(),
          audience: mostly(.students, else: [.donors]),
          attribution: mostly(.firstName, else: [.fullName, .notNamed])))
    }
    let organisation = organisation()
    let hasPerson = mostly(true, else: [false])
    return UseRequest(
      peer: life.peer, story: mostly(id("s1"), else: [id("s2")], percent: 90),
      organisation: organisation, coordinator: id("kit-of-\(organisation)"),
      event: id("event-\(number)"), zone: one(of: [NaiveHome.utc, .west, .east]).zone,
      sessions: sessions, purpose: nil,
      topics: [mostly("housing", else: ["court", "kin"])],
      relations: mostly([], else: [[.funder]]), inTheRoom: mostly(false, else: [true]),
      support: Support(hasPerson: hasPerson, debriefOn: first.adding(10)),
      offer: mostly(
        chance(50)
          ? Offer(unpaid: true) : Offer(remuneration: Money(minor: 9_000, currency: "USD")),
        else: [Offer()]), capacity: nil,
      words: RequestWords(
        eventName: "an asked evening", place: "a hall", aim: "an aim",
        supportPerson: hasPerson ? "Sam" : nil))
  }

  /// The days' numbers that a session takes up at the peer's home.
  func days(of session: AskedSession, in zone: Zone) -> ClosedRange<Int> {
    switch session.time {
    case .exposure(let day, _): return day.number...day.number
    case .telling(let start, let minutes, _):
      let ahead = NaiveHome(rawValue: zone.id)?.ahead(at: 0) ?? 0
      let begin = start.day.number * 86_400 + start.minute * 60 - ahead
      let last = life.home.day(at: begin + max(minutes * 60, 1) - 1)
      return life.home.day(at: begin)...max(last, life.home.day(at: begin))
    }
  }
}
