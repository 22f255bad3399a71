package import ConsentRegistry
import Notation

extension Ledger: LedgerPort {
  /// Adds entries to one or more peers' chains, all or none, if none of the chains has moved.
  ///
  /// - Parameters:
  ///   - drafts: what is to be added, for each peer with the revision that it rests on.
  ///   - organisations: names that may be new, for the registry chain.
  ///   - actor: who does it.
  ///   - now: the moment recorded.
  /// - Returns: whether they were added; if not, read anew and decide anew.
  /// - Throws: `clockWentBack` if the moment was set by hand and lies before the latest recorded one.
  package func append(
    _ drafts: [Draft], organisations: [OrganisationID: String], by actor: Actor, at now: Instant
  ) throws(LedgerError) -> Bool {
    // Nothing to add is nothing done: not even the file's clock moves.
    guard !drafts.isEmpty else { return true }
    return try connection.immediate { () throws(LedgerError) -> Bool in
      // All are looked at before any is begun: what is refused leaves nothing behind.
      for draft in drafts {
        let head = try self.head(ofChain: ChainHead.name(of: draft.peer))
        guard head?.revision ?? 0 == draft.expected else { return false }
      }
      guard try self.isStillUntold(drafts) else { return false }
      var heads: [ChainHead] = []
      for draft in drafts {
        heads.append(try self.headOrBeginning(ofChain: ChainHead.name(of: draft.peer)))
      }
      let now = try self.recordable(now)
      try self.advanceClock(to: now, by: actor)
      try self.name(organisations, by: actor, at: now)
      for (draft, var head) in zip(drafts, heads) {
        try self.add(draft, to: &head, by: actor, at: now)
        if let look = draft.look { try self.keep(look) }
      }
      return true
    }
  }

  /// Adds entries to the registry chain.
  package func append(
    toRegistry happenings: [RegistryHappening], by actor: Actor, at now: Instant
  ) throws(LedgerError) {
    try connection.immediate { () throws(LedgerError) in
      try self.add(happenings, by: actor, at: now)
    }
  }

  /// Stores a policy, if its version is the next one.
  ///
  /// - Returns: whether it was stored; if not, another version has come first.
  package func store(
    _ policy: Policy, by actor: Actor, at now: Instant
  ) throws(LedgerError) -> Bool {
    try connection.immediate { () throws(LedgerError) -> Bool in
      let last = try self.policies().versions.last?.policy.version ?? 0
      guard policy.version == last + 1 else { return false }
      // Its waiting time counts from the day on which it is stored.
      let day = Zone.utc.day(at: try self.recordable(now))
      try self.add([.policyStored(policy, day: day)], by: actor, at: now)
      return true
    }
  }

  /// Adds entries to the registry chain, within a transaction that is already open.
  func add(
    _ happenings: [RegistryHappening], by actor: Actor, at now: Instant
  ) throws(LedgerError) {
    let now = try recordable(now)
    try advanceClock(to: now, by: actor)
    try write(happenings, by: actor, at: now)
  }

  private func add(
    _ draft: Draft, to head: inout ChainHead, by actor: Actor, at now: Instant
  ) throws(LedgerError) {
    // The chain hasn't moved, so the draft's record is what it adds up to.
    var record = draft.record
    let before = head.revision
    var projection = Projection(chain: head.number)
    for happening in draft.happenings {
      try write(
        kind: HappeningNotation.kind(of: happening), version: HappeningNotation.version,
        body: HappeningNotation.body(of: happening), by: actor, at: now, to: &head)
      projection.note(
        record.notices(causedBy: happening, by: actor.role), at: head.revision, recorded: now)
      projection.note(happening, touching: record.apply(happening), at: head.revision)
    }
    try keep(head)
    try keep(projection, of: record, isNew: before == 0)
  }

  func write(
    _ happenings: [RegistryHappening], by actor: Actor, at now: Instant
  ) throws(LedgerError) {
    guard !happenings.isEmpty else { return }
    var head = try headOrBeginning(ofChain: ChainHead.registryName)
    // Entries of this chain stay when a peer is erased: who opened the day mustn't be among them.
    let actor = actor.role == .peer ? Actor(role: .peer, id: nil) : actor
    for happening in happenings {
      try write(
        kind: happening.kind, version: RegistryHappening.version, body: happening.body,
        by: actor, at: now, to: &head)
      try keep(happening, at: head.revision)
    }
    try keep(head)
  }

  /// Brings the tables for reading in line with an entry of the registry chain.
  private func keep(
    _ happening: RegistryHappening, at revision: Int
  ) throws(LedgerError) {
    switch happening {
    case .organisationNamed(let id, let name):
      try run(
        """
        INSERT INTO organisation (id, name, revision)
        VALUES (\(id.text), \(name), \(revision))
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, revision = excluded.revision
        """)
    case .roleGiven(let place, let organisation):
      try run(
        """
        INSERT INTO role (role, id, organisation, revision)
        VALUES (\(place.role.code), \(place.id), \(organisation?.text), \(revision))
        ON CONFLICT (role, id) DO UPDATE
          SET organisation = excluded.organisation, revision = excluded.revision
        """)
    case .addressGiven(let place, _):
      try run(
        """
        UPDATE role SET address = \(revision)
        WHERE role = \(place.role.code) AND id = \(place.id)
        """)
    case .opened, .policyStored, .helpTextSet, .checkpoint, .peerErased: break
    }
  }

  private func name(
    _ organisations: [OrganisationID: String], by actor: Actor, at now: Instant
  ) throws(LedgerError) {
    var new: [RegistryHappening] = []
    for (id, name) in organisations.sorted(by: { $0.key < $1.key }) {
      let known = try first("SELECT 1 FROM organisation WHERE id = \(id.text)") { _ in true }
      if known == nil { new.append(.organisationNamed(id, name: name)) }
    }
    try write(new, by: actor, at: now)
  }

  /// Moves the file's own clock on, and lays a checkpoint with the first entry of a UTC day.
  func advanceClock(to now: Instant, by actor: Actor) throws(LedgerError) {
    let latest = try latest()
    try run("UPDATE registry SET latest = \(now.milliseconds)")
    guard Zone.utc.day(at: latest) < Zone.utc.day(at: now) else { return }
    let heads = try headsDigest(before: now)
    try write(
      [.checkpoint(before: now, chains: heads.chains, digest: heads.digest)], by: actor, at: now)
  }
}
