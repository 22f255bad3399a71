import ConsentRegistry
import FoundationEssentials
import LedgerStore
import Notation
import Sodium

/// What a command works with: the registry, who acts, when, and where the words go.
struct Surroundings: Sendable {
  /// How a result is laid out.
  enum Format: String, Sendable { case table, json, csv, markdown, html, chain }

  let console: Console
  let registry: String
  let actor: Actor
  let format: Format
  let today: Day?
  let now: Instant?

  static let tools = LedgerTools(
    digest: Sodium.sha256, random: Sodium.randomBytes, zones: SystemZones.find)

  init(_ invocation: Invocation, console: Console) throws {
    self.console = console
    let environment = console.environment["STORYGUARD_REGISTRY"].flatMap { $0.isEmpty ? nil : $0 }
    registry = try invocation.valueIfGiven("--registry") ?? environment ?? "storyguard.db"
    actor =
      try invocation.readIfGiven("--as", as: "a role such as custodian or peer:maya") {
        Actor($0)
      } ?? Actor(role: .custodian, id: nil)
    format =
      try invocation.readIfGiven("--format", as: "one of the listed words") { Format(rawValue: $0) }
      ?? .table
    today = try invocation.readIfGiven("--today", as: "a day such as 2026-05-01") { Day($0) }
    now = try invocation.readIfGiven("--now", as: "a moment such as 2026-05-01T18:00:00Z") {
      Instant($0)
    }
  }

  /// Opens the registry.
  ///
  /// To write, it first ends an erasure that was begun and cut off.
  func ledger(_ mode: Connection.Mode = .readWrite) throws -> Ledger {
    let ledger = try opened(mode)
    if mode == .readWrite { try finishErasure(in: ledger) }
    return ledger
  }

  private func opened(_ mode: Connection.Mode) throws -> Ledger {
    do {
      return try open(mode)
    } catch LedgerError.older where mode == .readOnly {
      // Whatever is asked of it first brings an older registry up to date, reading included.
      _ = try open(.readWrite)
      return try open(mode)
    }
  }

  private func open(_ mode: Connection.Mode) throws -> Ledger {
    do {
      return try Ledger(
        path: registry, mode: mode, tools: Surroundings.tools,
        clock: now == nil ? .running : .setByHand)
    } catch LedgerError.database(let error) where error.kind == .missing {
      try Surroundings.mustHaveFolder(for: registry)
      throw LedgerError.database(error)
    }
  }

  /// Refuses a path whose folder isn't there: a file is made, a folder never.
  static func mustHaveFolder(for path: String) throws {
    let folder = URL(filePath: PrivateFile.whole(path)).deletingLastPathComponent().path
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    throw Failure.noFolder(folder)
  }

  /// The moment to record: the clock's, or in a rehearsal what `--now` says.
  ///
  /// The clock may have been set back a little; the ledger's own never goes back.
  func moment(in ledger: Ledger) throws -> Moment {
    // Asking for one day after another would show when a pause or a rest ends.
    if actor.role == .coordinator, today != nil { throw Failure.askersDay }
    guard let now else {
      return Moment(now: max(console.clock(), try ledger.latest()), day: today)
    }
    guard try ledger.isRehearsal() else { throw LedgerError.notARehearsal }
    return Moment(now: now, day: today)
  }

  /// A desk at the opened registry.
  func desk(_ ledger: Ledger) throws -> Desk<Ledger> {
    Desk(
      ledger: ledger, policies: try ledger.policies(), actor: actor,
      moment: try moment(in: ledger), roles: try ledger.roles(), newID: Surroundings.newID)
  }

  /// Opens the registry and works at its desk.
  func atDesk<Result>(_ work: (Desk<Ledger>) throws -> Result) throws -> Result {
    try work(desk(ledger()))
  }

  /// An id of twelve letters and digits that nobody can guess.
  @Sendable static func newID() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
    let picked = (0..<12).map { _ in
      letters[Int(Sodium.randomNumber(below: UInt32(letters.count)))]
    }
    return String(decoding: picked, as: UTF8.self)
  }

  func write(_ text: String) { console.write(text) }
  func complain(_ text: String) { console.complain(text) }

  /// Reads a file whole.
  ///
  /// - Throws: `Failure` that says what is wrong with the path.
  func read(file path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure.unreadableFile(path, FileManager.default.fileExists(atPath: path))
    }
  }

  /// Reads a file as JSON.
  func json(file path: String) throws -> JSON {
    let bytes = try read(file: path)
    do throws(JSONFault) { return try JSON.parse(bytes) } catch { throw Failure.json(path, error) }
  }
}

extension Actor {
  /// Who acts, written `peer:maya`, or by the role alone.
  init?(_ text: String) {
    let pieces = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let first = pieces.first, let role = Role(code: first) else { return nil }
    guard pieces.count > 1 else {
      self.init(role: role, id: nil)
      return
    }
    // It stays in every entry that they make: an id, never a name.
    guard let id: CoordinatorID = Invocation.plainID(pieces[1]) else { return nil }
    self.init(role: role, id: id.text)
  }
}

/// What can go wrong at the command's own edge: files, and things typed that don't fit.
enum Failure: Error {
  case unreadableFile(String, isThere: Bool)
  case unwritableFile(String)
  /// What was asked for couldn't be written to the end.
  case unwrittenOutput
  /// The folder in which a file was to be made, or is looked for, isn't there.
  case noFolder(String)
  case json(String, JSONFault)
  case world(line: Int, JSONFault)
  case requestNamesNoPeer(String)
  case requestNamesNoCoordinator(String)
  case sheet([String], total: Int)
  case header(String)
  case script(line: Int)
  case nothingToAnswer
  case policyVersion(expected: Int)
  case noSuchPolicy(Int)
  case machineZoneUnknown
  case askersDay
  case unknownOrganisation
  /// Nothing is entered under the id of an event or a story.
  case nothingOfThat(String)
  /// Somebody of that id, name or contact asked to be forgotten.
  case forgotten
  /// The list of erasures beside a registry belongs to another one.
  case foreignErasures(String)
  /// The list of erasures can't be read.
  case damagedErasures(String)
  /// An erasure needs the id once more, or `--yes`.
  case notConfirmed
  case fileExists(String)
  /// The backup doesn't agree with itself.
  case damagedBackup(String)
  /// The copy was made, and doesn't agree.
  case backupDisagrees(String)
  case notACopy(String)
  /// A peer's whole record is printed for nobody else.
  case forThePeersEyes
  case noMailProgram(String)
  case unsent(Int)
  case noSuchNotice
  case helpText(String)

  static func unreadableFile(_ path: String, _ isThere: Bool) -> Failure {
    .unreadableFile(path, isThere: isThere)
  }
}
