import ConsentRegistry
import FoundationEssentials
import LedgerStore

/// Takes a peer out of the registry and out of every file that it has written.
struct Erasing {
  /// What an erasure would do.
  struct Plan {
    let peer: PeerID
    let person: Forgotten.Person
    let holders: [HolderToTell]
    let files: [WrittenFile]
    let entries: Int
    let today: Day
  }

  /// What became of the files outside.
  struct Outcome {
    var removed: [WrittenFile] = []
    var cleaned: [WrittenFile] = []
    /// Files that couldn't be reached, or were changed since: somebody has to see to them.
    var toDestroy: [WrittenFile] = []
    /// Whether the space that they left is overwritten and the log empty.
    var isTidy = true
  }

  let surroundings: Surroundings
  let ledger: Ledger

  /// Works out what goes and who is to be told, and changes nothing.
  func plan(_ record: PeerRecord, on today: Day) throws -> Plan {
    let records = try ledger.records(of: record.peer)
    var words: [PeerWords] = []
    var entries = 0
    for (peer, _) in records {
      let history = try ledger.history(of: peer)
      entries += history.count
      for happening in history {
        switch happening {
        case .peerAdded(_, _, let said), .record(.worded(let said)): words.append(said)
        default: break
        }
      }
    }
    // The record's own id first: by it an erasure that was cut off is found again.
    let ids = [record.peer] + records.map(\.peer).filter { $0 != record.peer }
    return Plan(
      peer: record.peer, person: Forgotten.Person(ids: ids, words: words),
      holders: record.holdersToTell(on: today),
      files: try ledger.writtenFiles(concerning: record.peer), entries: entries, today: today)
  }

  /// Erases, in an order in which nothing is lost if it is cut off: the list of the forgotten
  /// first, then files outside, the registry itself, and the word that it is done.
  func carryOut(_ plan: Plan, moment: Moment) throws -> Outcome {
    var forgotten = try Forgotten(beside: surroundings.registry, ledger)
    try forgotten.begin(plan.person)
    var outcome = Outcome()
    for file in plan.files {
      switch file.kind {
      case .export:
        if try remove(file) { outcome.removed.append(file) } else { outcome.toDestroy.append(file) }
      case .backup:
        if clean(file, of: plan, forgotten, moment) {
          outcome.cleaned.append(file)
        } else {
          outcome.toDestroy.append(file)
        }
      }
    }
    do throws(LedgerError) {
      try ledger.erase(
        plan.peer, told: plan.holders.count, day: plan.today, by: surroundings.actor,
        at: moment.now)
    } catch {
      guard case .database(let fault) = error, fault.kind == .busy,
        try ledger.record(of: plan.peer) == nil
      else { throw error }
      // They are gone; the list stays open, so that the next command that writes tidies up.
      outcome.isTidy = false
      return outcome
    }
    try forgotten.end()
    return outcome
  }

  /// Removes a file that is still as it was written; one that isn't there has gone already.
  private func remove(_ file: WrittenFile) throws -> Bool {
    guard let bytes = FileManager.default.contents(atPath: file.path) else { return false }
    guard Surroundings.tools.digest(Array(bytes)) == file.digest else { return false }
    do {
      try FileManager.default.removeItem(atPath: file.path)
      return true
    } catch {
      return false
    }
  }

  /// Erases within a backup of this registry, as in the registry itself.
  private func clean(
    _ file: WrittenFile, of plan: Plan, _ forgotten: Forgotten, _ moment: Moment
  ) -> Bool {
    do {
      guard FileManager.default.fileExists(atPath: file.path) else { return false }
      let copy = try Ledger(path: file.path, tools: Surroundings.tools, clock: .running)
      guard try copy.seal() == ledger.seal() else { return false }
      for peer in plan.person.ids {
        try copy.erase(
          peer, told: plan.holders.count, day: plan.today, by: surroundings.actor, at: moment.now)
      }
      try copy.tidy()
      try copy.closeAsOneFile()
      var list = try Forgotten(beside: file.path, copy)
      try list.join(forgotten)
      return true
    } catch {
      // Whatever it was, the file may still hold them: it is listed to be destroyed.
      return false
    }
  }
}

extension Surroundings {
  /// Ends an erasure that was begun and cut off, before anything else is written.
  func finishErasure(in ledger: Ledger) throws {
    guard FileManager.default.fileExists(atPath: registry + ".erased") else { return }
    var forgotten = try Forgotten(beside: registry, ledger)
    guard forgotten.unfinished != nil else { return }
    let moment = try moment(in: ledger)
    guard let peer = try ledger.peers().map(\.id).first(where: forgotten.isUnfinished) else {
      // They are gone already; what was left of them in the file's free space may not be.
      try ledger.tidy()
      try forgotten.end()
      return
    }
    guard let record = try ledger.record(of: peer) else { return }
    let erasing = Erasing(surroundings: self, ledger: ledger)
    let plan = try erasing.plan(record, on: moment.today(in: record.zone))
    let outcome = try erasing.carryOut(plan, moment: moment)
    complain("An erasure had been begun and cut off. It is finished now.\n")
    let layout = ErasureLayout(plan: plan, names: try ledger.organisationNames())
    complain(layout.done(outcome).text(console.errors))
  }

  /// Refuses an id, name or contact of somebody who asked to be forgotten.
  ///
  /// The id can't be used again; name and contact can, for somebody else or at their own wish.
  func mustNotBeForgotten(
    _ peer: PeerID, _ words: PeerWords, isAnew: Bool, in ledger: Ledger
  ) throws {
    let forgotten = try Forgotten(beside: registry, ledger)
    if try forgotten.covers(id: peer.text) { throw Failure.forgotten }
    guard !isAnew else { return }
    if let name = words.name, try forgotten.covers(name: name) { throw Failure.forgotten }
    if let contact = words.contact, try forgotten.covers(contact: contact) {
      throw Failure.forgotten
    }
  }
}
