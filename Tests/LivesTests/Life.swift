import ConsentRegistry
import LedgerStore
import Seeded

/// What went wrong in a life, with what led to it.
struct LifeFault: Error, CustomStringConvertible {
  let seed: UInt64
  let trace: [String]
  let words: String

  var description: String {
    "seed \(seed): \(words), at \(trace.last ?? "the beginning")\n"
      + trace.map { "  " + $0 }.joined(separator: "\n")
  }
}

/// One peer's life at the desk: deeds drawn one after another, each held against the second fold.
struct Life {
  let seed: UInt64
  let books: Books
  let policies: PolicyHistory
  var dice: SeededDice
  private(set) var naive: NaiveLife
  /// The peer's record, as it was read last.
  private(set) var record: PeerRecord?
  /// The moment, in seconds.
  private(set) var now: Int
  private(set) var trace: [String] = []
  /// How often each verb was done, and how often refused.
  private(set) var tally: [String: (done: Int, refused: Int)] = [:]
  private var number = 0
  private var next: String?

  init(seed: UInt64, books: Books, startingOn day: Int = 20_577) {
    self.seed = seed
    self.books = books
    // Dice of neighbouring seeds fall alike, one throw apart: a throw of them makes a seed of its own.
    var first = SeededDice(seed: seed)
    dice = SeededDice(seed: first.next())
    naive = NaiveLife(ID("ada-\(seed)") ?? Scene.someID())
    now = day * 86_400 + 43_200
    var policies = PolicyHistory()
    policies.store(.initial, on: Day(number: 0))
    self.policies = policies
  }

  var peer: PeerID { naive.peer }
  var today: Int { naive.home.day(at: now) }
  var moment: Instant { Instant(milliseconds: now * 1_000) }
  var policy: Policy { policies.binding(on: Day(number: today)) }

  /// A desk for somebody, now.
  func desk(_ actor: Actor, day: Int? = nil) -> Desk<Books> {
    let name = "made-\(seed)-\(number)"
    return Desk(
      ledger: books, policies: policies, actor: actor,
      moment: Moment(now: moment, day: day.map { Day(number: $0) }), roles: Office.roles,
      newID: { name })
  }

  /// Draws one deed, does it, and sees to it that everything agrees.
  ///
  /// - Throws: `LifeFault` with the seed where something doesn't.
  mutating func step(_ verb: Verb? = nil, by given: Who? = nil) throws {
    number += 1
    now += verb == nil ? (dice.int(0...9) < 7 ? dice.int(0...30) : dice.int(24...240)) * 3_600 : 60
    let following = dice.int(0...9) < 4 ? next.flatMap(Verb.named) : nil
    let verb = verb ?? following ?? drawn(Verb.all)
    next = nil
    var scene = Scene(dice: dice, life: naive, today: today, number: number, isPlain: given != nil)
    let deed = verb.draw(&scene)
    let who = given ?? scene.mostly(scene.one(of: verb.mostly), else: Who.allCases, percent: 75)
    let actor = who.actor(for: deed, naive)
    // Whoever asks is answered for today.
    let isDated = given == nil && actor.role != .coordinator && scene.chance(12)
    let day: Int? = isDated ? today + scene.dice.int(-9...2) : nil
    dice = scene.dice
    trace.append(
      "\(moment) \(actor.role):\(actor.id ?? "") \(day.map { "on \(Day(number: $0)) " } ?? "")\(deed.words)"
    )
    if try carryOut(deed, called: verb.name, by: actor, on: day) { next = verb.next }
  }

  /// Does a deed, and holds what comes of it against the second fold; says whether it was done.
  private mutating func carryOut(
    _ deed: Deed, called name: String, by actor: Actor, on day: Int?
  ) throws -> Bool {
    let before = record
    let reply: Reply
    do {
      reply = try deed.run(desk(actor, day: day), peer)
    } catch DeskError<LedgerError>.refused(let error) {
      reply = .refused(error)
    }
    let isRefused = reply.isRefused
    trace[trace.count - 1] += isRefused ? " : \(reply)" : ""

    var after = naive
    let when = When(
      now: today, day: day ?? today, there: now / 86_400, role: actor.role, moment: now)
    switch try verdict(on: deed, by: actor, when, reply, &after) {
    case .legal where isRefused: throw fault("refused, and it is legal")
    case .illegal where !isRefused:
      throw fault("done, and it is illegal")
    default: break
    }
    tally[name, default: (0, 0)].done += isRefused ? 0 : 1
    tally[name, default: (0, 0)].refused += isRefused ? 1 : 0

    record = try books.record(of: peer)
    if isRefused {
      guard record == before else { throw fault("refused, and the record has changed") }
    } else {
      if case .read = reply, name != "look", record != before {
        throw fault("looking has changed the record")
      }
      naive = after
    }
    try seeThatAllAgrees(before: before)
    if actor.role == .coordinator, let words = Heard(reply)?.whatIsPrivate { throw fault(words) }
    // At every step in the long run; at one in three otherwise.
    if Soak.isOn || number % 3 == 0 { try seeThatLawsHold() }
    return !isRefused
  }

  /// What the second fold says to a deed, and what it does to it.
  private func verdict(
    on deed: Deed, by actor: Actor, _ when: When, _ reply: Reply, _ after: inout NaiveLife
  ) throws -> Verdict {
    let mayAtAll = deed.may.allows(actor, naive, on: today)
    if case .ask(_, let organisation) = deed.may, actor.role == .coordinator, mayAtAll,
      let starts = deed.starts
    {
      // Whoever asks too often is told so before anything else.
      guard after.look(by: organisation, about: starts, on: when.there) else { return .illegal }
    }
    if !naive.isHere, deed.isBlind, actor.role == .coordinator, mayAtAll {
      if case .added = reply { return .illegal }
      return .open
    }
    var verdict = deed.means(&after, when, reply)
    if actor.role == .supporter, let mayThey = deed.bySupporter {
      verdict = mayThey(naive).map { $0 ? verdict : .illegal } ?? .open
    }
    if actor.role == .supporter, let id = actor.id,
      naive.serves(id, deed.touches, offeredBy: deed.offeredBy)
    {
      verdict = .illegal
    }
    if actor.role == .custodian, naive.mayNotHearAlone(actor.id, yesTo: deed.yesTo) {
      if case .denied = reply {} else { verdict = .illegal }
    }
    if actor.role == .custodian, deed.needsAWitness(naive) { verdict = .illegal }
    if deed.isDated, when.day > when.now { verdict = .illegal }
    if !mayAtAll { verdict = .illegal }
    if case .look = deed.may {} else if !naive.isHere, !deed.isJoining { verdict = .illegal }
    return verdict
  }

  func fault(_ words: String) -> LifeFault { LifeFault(seed: seed, trace: trace, words: words) }

  private mutating func drawn(_ verbs: [Verb]) -> Verb {
    var left = dice.int(0...verbs.reduce(-1) { $0 + $1.weight })
    for verb in verbs {
      left -= verb.weight
      if left < 0 { return verb }
    }
    return verbs[0]
  }
}
