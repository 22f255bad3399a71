import ConsentRegistry
import Notation

/// Checks one chain, entry by entry: order, time, links, digests, personal texts, and its head.
struct ChainAudit {
  let head: ChainHead
  let tools: LedgerTools
  var findings: [AuditFinding] = []
  private(set) var entries = 0
  /// Whether reading stopped before the chain's end.
  var isCutShort = false
  /// Whether the head says when its entry was recorded; that of a copy doesn't.
  var knowsWhenLast = true
  /// What stands in place of erased chains, by the checkpoint that saw them.
  var bridges: [Int: [Bridge]] = [:]
  /// Entries from which an erasure has taken somebody's id: their own digests can't be checked.
  var unnamed: Set<Int> = []

  private var previous = Entry.noDigest
  private var revision = 0
  private var recorded = Int.min
  private var usedTexts: Set<String> = []

  init(head: ChainHead, tools: LedgerTools) {
    self.head = head
    self.tools = tools
  }

  mutating func find(_ fault: AuditFinding.Fault, at revision: Int?) {
    findings.append(AuditFinding(chain: head.name, revision: revision, fault: fault))
  }

  mutating func check(_ stored: StoredEntry, _ texts: [String: Ledger.PersonalText]) {
    let entry = stored.entry
    entries += 1
    if entry.revision != revision + 1 { find(.order, at: entry.revision) }
    if entry.recorded.milliseconds < recorded { find(.time, at: entry.revision) }
    if entry.previous != previous { find(.link, at: entry.revision) }
    let isUnnamed = entry.actor.id == nil && unnamed.contains(entry.revision)
    if !isUnnamed, tools.digest(entry.encoded) != stored.digest {
      find(.digest, at: entry.revision)
    }
    if let digest = (try? JSON.parse(stored.bodyText))?.seal {
      usedTexts.insert(digest)
      let isWhole = texts[digest].map {
        hexadecimal(tools.digest($0.salt + Array($0.text.utf8))) == digest
      }
      if isWhole != true { find(.personal, at: entry.revision) }
    }
    revision = entry.revision
    recorded = entry.recorded.milliseconds
    previous = stored.digest
  }

  mutating func end(_ texts: [String: Ledger.PersonalText]) {
    guard !isCutShort else { return }
    let isWhereItShouldBe =
      head.revision == revision && head.digest == previous
      && (revision == 0 || !knowsWhenLast || head.recorded == recorded)
    if !isWhereItShouldBe { find(.head, at: max(revision, head.revision)) }
    if !usedTexts.isSuperset(of: texts.keys) { find(.personal, at: nil) }
  }
}

/// What the entries of a chain add up to, for comparing with the tables for reading.
struct ChainState {
  let chain: Int
  var record: PeerRecord?
  var projection: Projection
  var organisations: [String: (name: String, revision: Int)] = [:]
  var roles: [Roles.Place: RoleRow] = [:]

  init(chain: Int, record: PeerRecord?) {
    self.chain = chain
    self.record = record
    projection = Projection(chain: chain)
  }

  mutating func apply(_ happening: Happening, of entry: Entry) {
    let revision = entry.revision
    projection.note(
      record?.notices(causedBy: happening, by: entry.actor.role) ?? [], at: revision,
      recorded: entry.recorded)
    let touched = record?.apply(happening)
    projection.note(happening, touching: touched ?? nil, at: revision)
  }
}
