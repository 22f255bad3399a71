/// Worlds that differ only in what is private to the peer, and the same availability for all that.
struct Pair: Sendable, CustomStringConvertible {
  let description: String
  /// What is so in each of them.
  let common: [Line]
  /// What is private, in one way or another; any two of them make a pair.
  let ways: [Way]
  /// The ids that the asker knows of.
  let known: [String]

  /// One way in which something private can be.
  struct Way: Sendable {
    let name: String
    let lines: [Line]

    init(_ name: String, _ lines: Line...) {
      self.name = name
      self.lines = lines
    }
  }

  /// The day of the asker's script: Monday 1 June 2026.
  static let today = "2026-06-01"

  static let all = [unavailableUntil, unavailableNow, noes, untold, words, unknown]

  private static func peer(_ day: String, _ words: String) -> Line {
    Line(day, "peer:maya", words)
  }

  private static let joined = [
    peer("2026-03-02", "peer add maya --zone America/Chicago --name zqx-name"),
    peer("2026-03-02", "story add maya s1 --share housing --ask-first court"),
    peer(
      "2026-03-02",
      """
      consent grant maya s1 --id zqx-c1 --organisation o1 --purpose training --channel inPerson \
      --audience students --attribution firstName --until 2027-02-28
      """),
  ]

  private static let otherConsent = peer(
    "2026-03-03",
    """
    consent grant maya s1 --id zqx-c2 --organisation o2 --purpose training --channel inPerson \
    --audience students --attribution firstName --until 2027-02-28
    """)

  private static func record(_ day: String, by organisation: String) -> Line {
    peer(
      today,
      """
      record maya --organisation \(organisation) --kind telling --channel inPerson --on \(day)
      """)
  }

  /// Free from 16 June on: 15 days after today, for one reason or another.
  static let unavailableUntil = Pair(
    description: "not available until a day", common: joined,
    ways: [
      Way("a pause", peer(today, "pause set maya --from 2026-06-02 --until 2026-06-15")),
      Way("not ready", peer(today, "limits ready maya --not-before 2026-06-16")),
      Way("told elsewhere", peer(today, "limits told-elsewhere maya --on 2026-06-01")),
      Way("another organisation's telling", record("2026-06-01", by: "o2")),
      Way(
        "a rest of one's own", peer("2026-04-01", "limits set maya rest.days=21"),
        peer(today, "limits told-elsewhere maya --on 2026-05-25")),
    ], known: [])

  /// Not available today, whatever the day asked for.
  static let unavailableNow = Pair(
    description: "not available at present", common: joined,
    ways: [
      Way("an open pause", peer("2026-05-20", "pause set maya --from 2026-05-20")),
      Way("a pause", peer("2026-05-20", "pause set maya --from 2026-05-20 --until 2026-09-30")),
      Way(
        "quiet, as chosen",
        peer("2026-05-20", "ask quiet maya --organisation o1 --until 2026-06-30")),
      Way(
        "asked often by others", peer(today, "ask outside maya --organisation o2 --on 2026-05-20"),
        peer(today, "ask outside maya --organisation o2 --on 2026-05-21"),
        peer(today, "ask outside maya --organisation o3 --on 2026-05-22"),
        peer(today, "ask outside maya --organisation o3 --on 2026-05-23")),
    ], known: [])

  private static let asked =
    joined + [Line("2026-05-10", "coordinator:kit", "request FILE-2026-06-20 --id ask-0")]
  private static let paused = peer("2026-05-30", "pause set maya --from 2026-05-30 --keep ask-0")

  /// An ask that came to nothing, one way or another, and a pause over all.
  static let noes = Pair(
    description: "an ask that came to nothing", common: asked,
    ways: [
      Way("declined", peer("2026-05-11", "answer maya not-this-one --engagement ask-0"), paused),
      Way(
        "never again", peer("2026-05-11", "answer maya not-this-kind --engagement ask-0"), paused),
      Way("lapsed", paused),
      Way(
        "cancelled", peer("2026-05-11", "answer maya yes --engagement ask-0"),
        peer("2026-05-12", "cancel maya --engagement ask-0"), paused),
      Way(
        "let go", peer("2026-05-11", "pause set maya --from 2026-06-01 --until 2026-07-01"),
        paused),
    ], known: ["ask-0"])

  /// An ask that still waits, or a no that is told when the reply time ends.
  static let untold = Pair(
    description: "a no that isn't told yet",
    common: joined + [Line("2026-05-30", "coordinator:kit", "request FILE-2026-06-20 --id ask-0")],
    ways: [
      Way("waits", peer("2026-05-31", "pause set maya --from 2026-05-31 --keep ask-0")),
      Way(
        "declined", peer("2026-05-31", "peer tell-noes maya at-the-end"),
        peer("2026-05-31", "answer maya not-this-one --engagement ask-0"),
        peer("2026-05-31", "pause set maya --from 2026-05-31")),
    ], known: ["ask-0"])

  /// Words, and what doesn't touch what this organisation asks.
  static let words = Pair(
    description: "what is nobody's business", common: joined,
    ways: [
      Way("nothing"),
      Way(
        "words", peer("2026-03-05", "story add maya zqx-s2 --label zqx-label --share zqx-topic"),
        peer(
          "2026-03-05",
          "story add maya s1 --label zqx-l --share housing --ask-first court --off-limits zqx-kin")),
      Way(
        "others", otherConsent,
        peer("2026-03-06", "peer tie maya --organisation o2 --relation employer"),
        peer("2026-03-06", "peer contact maya --organisation zqx-o9"),
        record("2025-05-01", by: "o2")),
      Way(
        "people", peer("2026-03-06", "peer supporter maya zqx-sam"),
        peer("2026-03-06", "peer address maya zqx@example.org"),
        peer("2026-03-06", "peer reminders maya yes"),
        peer("2026-03-06", "offer while-resting maya no")),
      Way(
        "limits that don't bind", peer("2026-03-06", "limits set maya caps.telling.200=40"),
        peer("2026-03-06", "ask first maya --organisation o2"),
        peer("2026-03-07", "ask outside maya --organisation o3 --on 2026-03-06"),
        peer("2026-03-08", "ask quiet maya --organisation o3 --until 2026-08-30")),
      Way(
        "a pause that is over", peer("2026-03-09", "pause set maya --until 2026-04-01"),
        peer("2026-03-10", "pause lift maya")),
    ], known: [])

  /// Nothing that this organisation may know of, whoever is there.
  static let unknown = Pair(
    description: "a peer who isn't known to the asker", common: [],
    ways: [
      Way("nobody"),
      Way("no consent", joined[0], joined[1]),
      Way("another's consent", joined[0], joined[1], otherConsent),
      Way(
        "withdrawn", joined[0], joined[1], joined[2],
        peer("2026-04-01", "consent revoke maya --organisation o1")),
      Way(
        "first asks", joined[0], joined[1],
        peer("2026-04-01", "ask first maya --organisation o1")),
      Way(
        "a busy life", joined[0], joined[1], otherConsent, record("2026-05-25", by: "o2"),
        peer(today, "pause set maya --from 2026-06-02 --until 2026-06-15"),
        peer(today, "peer waive maya care"), peer(today, "peer waive maya release"),
        peer(today, "limits set maya rest.days=60 session.longMinutes=5"),
        peer(today, "peer tie maya --organisation o2 --relation employer")),
    ], known: [])
}
