import ConsentRegistry

/// What the bench decides: a peer with a past, and a request like any other.
enum BenchWorld {
  static let home = Zone(id: "America/Chicago", firstOffset: -21_600, transitions: clockChanges)
  static let today = day(2026, 4, 20)

  /// Both clock changes of each year from 1970 to 2100, so that zones cost what they cost.
  private static let clockChanges: [Zone.Transition] = (1970...2100).flatMap { year in
    [
      Zone.Transition(at: day(year, 3, 10).number * 86_400 + 28_800, offset: -18_000),
      Zone.Transition(at: day(year, 11, 3).number * 86_400 + 25_200, offset: -21_600),
    ]
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  static func id<Subject>(_ text: String) -> ID<Subject>? { ID(text) }

  /// A request for one session in person, so many days after today.
  static func request(in days: Int, of peer: String = "p") -> UseRequest? {
    guard let story: StoryID = id("s1"), let organisation: OrganisationID = id("o1"),
      let start = LocalTime(day: today.adding(days), minute: 18 * 60)
    else { return nil }
    return UseRequest(
      peer: id(peer), story: story, organisation: organisation, coordinator: id("c1"),
      event: id("e-\(days)"), zone: home,
      sessions: [
        AskedSession(
          time: .telling(start: start, minutes: 15, recorded: false), channel: .inPerson,
          purpose: .training, audience: .students, attribution: .firstName)
      ],
      purpose: .training, topics: ["housing"], relations: [], inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: today.adding(days + 1)),
      offer: Offer(remuneration: Money(minor: 15_000, currency: "USD")),
      words: RequestWords(
        eventName: "Spring training", place: "Room 4", aim: "to learn", supportPerson: "Sam"))
  }

  static func consent() -> Consent? {
    guard let story: StoryID = id("s1"), let organisation: OrganisationID = id("o1") else {
      return nil
    }
    return Consent(
      id: id("c1"), story: story, purposes: [.training], channels: [.inPerson],
      audiences: [.students], organisations: [organisation], attribution: .firstName,
      recording: false, reuse: false, given: day(2026, 1, 1), from: day(2026, 1, 1),
      until: day(2027, 12, 31))
  }

  /// Past tellings, one every so many days, the last of them so many days ago.
  static func past(_ count: Int, every gap: Int, lastAgo: Int) -> [Engagement] {
    guard let story: StoryID = id("s1"), let organisation: OrganisationID = id("o2") else {
      return []
    }
    return (0..<count).compactMap { index in
      let day = today.adding(-lastAgo - index * gap)
      return id("e\(index)").map {
        Engagement(
          id: $0, story: story, organisation: organisation, purpose: .training,
          sessions: [
            Engagement.Session(
              kind: .telling, channel: .inPerson, first: day, last: day, state: .completed)
          ])
      }
    }
  }

  static func standing(_ engagements: [Engagement]) -> Standing? {
    guard let story: StoryID = id("s1"), let consent = consent() else { return nil }
    return Standing(
      zone: home, boundaries: [story: Boundary(topics: ["housing": .share])],
      consents: [consent], engagements: engagements)
  }
}
