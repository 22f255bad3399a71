extension Desk {
  /// Refuses a record that has gone into another; to one who asks it reads like no record at all.
  func mustBeHere(_ record: PeerRecord) throws(DeskError<Ledger.Failure>) {
    guard let other = record.mergedInto else { return }
    throw .refused(actor.role == .coordinator ? .unknownPeer : .mergedInto(other))
  }

  /// Refuses whoever may not decide for a peer what becomes of their whole record.
  ///
  /// - Throws: `onlyThePeer` for all but the peer, and the custodian at the peer's word.
  public func mustSpeak(for peer: PeerID) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
  }

  /// The peer's home day on which something is done; no later than the one that is.
  ///
  /// - Throws: `inTheFuture`.
  public func today(of record: PeerRecord) throws(DeskError<Ledger.Failure>) -> Day {
    do throws(RegistryError) { return try dayOfDeed(at: record.zone) } catch {
      throw .refused(error)
    }
  }

  /// Takes on a record that an import has made: the peer says that this is them.
  ///
  /// What the sheet said stays, and rests them; with consents of their own they may be asked.
  ///
  /// - Parameters:
  ///   - peer: whose record it is.
  ///   - home: where home is, if the import had it wrong.
  ///   - words: the peer's own words, each where one is given.
  /// - Returns: the record as it then stands.
  /// - Throws: `alreadyClaimed`, `onlyThePeer`, `unknownPeer`.
  public func claim(
    _ peer: PeerID, home: Zone? = nil, words: PeerWords = PeerWords()
  ) throws(DeskError<Ledger.Failure>) -> PeerRecord {
    try mustSpeakFor(peer)
    return try change(peer) { record throws(RegistryError) in
      guard !record.isClaimed else { throw .alreadyClaimed }
      var happenings: [Happening] = [.peerClaimed]
      if let home, home != record.zone { happenings.append(.peerMoved(zone: home)) }
      if !words.isEmpty { happenings.append(.record(.worded(words))) }
      var after = record
      for happening in happenings { after.apply(happening) }
      return Step(happenings: happenings, answer: after)
    }
  }
}

/// What became of two records of one person.
public struct Joined: Sendable {
  /// The record that stays, as it then stands.
  public let record: PeerRecord
  /// How many engagements came over.
  public let engagements: Int
  /// Consents that grant nothing any more, to be asked afresh.
  public let consentsLeftBehind: [ConsentID]
  /// Bookings that the joined record no longer covers.
  public let letGo: LetGo
  /// Pairs of uses of both records that look alike, and may be one and the same.
  public let lookAlikes: [(UseID, UseID)]
}

extension Desk {
  /// Joins another record of the same person to a peer's, at the peer's word, both at once.
  ///
  /// Told on 1 May under one and asked for 8 May under the other: the rest after 1 May now stands
  /// in the way. The other record then says only where it went.
  ///
  /// - Parameters:
  ///   - other: the record that goes.
  ///   - keep: the record that stays.
  ///   - history: everything that has happened to a record, in order.
  ///   - untold: what still waits to be told of a record.
  ///   - rename: gives a happening its new ids where some clash.
  /// - Returns: the record that stays, and what the peer has to know of what became of it.
  /// - Throws: `sameRecord`, `bothClaimed` for a peer whose other record is claimed too,
  ///   `otherName` for a peer whose other record is under quite another name, `onlyThePeer`,
  ///   `unknownPeer`, `mergedInto`; `custodianIsTied` for a custodian whom either record is kept
  ///   from; `askerIsNoWitness` for one who has asked, where a consent comes over.
  public func merge(
    _ other: PeerID, into keep: PeerID,
    history: (PeerID) throws(Ledger.Failure) -> [Happening],
    untold: (PeerID) throws(Ledger.Failure) -> [Notice],
    rename: (Happening, Renaming) -> Happening?
  ) throws(DeskError<Ledger.Failure>) -> Joined {
    try mustSpeakFor(keep)
    guard other != keep else { throw .refused(.sameRecord) }
    while true {
      guard let kept = try read(keep), let joining = try read(other) else {
        throw .refused(.unknownPeer)
      }
      try mustBeHere(kept)
      try mustBeHere(joining)
      try refusing { () throws(RegistryError) in
        for record in [kept, joining] { try mustBeFree(of: record) }
      }
      if actor.role != .custodian {
        if joining.isClaimed { throw .refused(.bothClaimed) }
        // An id that was mistyped, or overheard, mustn't bring somebody else's history over.
        if kept.words.isNamedUnlike(joining.words) { throw .refused(.otherName) }
      }
      let happened: [Happening]
      let waiting: [Notice]
      do throws(Ledger.Failure) {
        happened = try history(other)
        waiting = try untold(other)
      } catch {
        throw .ledger(error)
      }
      // Something was added between the two readings: both are read anew.
      guard happened.count == joining.revision else { continue }
      if let joined = try append(joining, happened, waiting, to: kept, rename) { return joined }
    }
  }

  private func append(
    _ joining: PeerRecord, _ happened: [Happening], _ untold: [Notice], to kept: PeerRecord,
    _ rename: (Happening, Renaming) -> Happening?
  ) throws(DeskError<Ledger.Failure>) -> Joined? {
    let today = try today(of: kept)
    let merge = Merge(
      of: joining, into: kept, history: happened, untold: untold, today: today,
      now: moment.now, policy: policy(on: today))
    guard let (joining, releases) = merge.happenings(rename) else {
      throw .refused(.engagementExists)
    }
    // A consent that comes over opens as much as one that is entered.
    let words = try refusing { () throws(RegistryError) in
      try witnessed(merge.granted, on: kept.applying(joining))
    }
    let happenings = joining + words + releases
    let gone = Happening.record(.mergedInto(kept.peer, day: today))
    do throws(Ledger.Failure) {
      let drafts = [Draft(kept, happenings), Draft(merge.other, [gone])]
      guard try ledger.append(drafts, organisations: [:], by: actor, at: moment.now) else {
        return nil
      }
    } catch {
      throw .ledger(error)
    }
    var after = kept
    for happening in happenings { after.apply(happening) }
    return Joined(merge, LetGo(releases), after)
  }
}

extension Desk {
  /// Who heard consents, if anybody is named.
  private func witnessed(
    _ consents: [Happening], on record: PeerRecord
  ) throws(RegistryError) -> [Happening] {
    try heard(consents, on: record).filter { if case .support = $0 { true } else { false } }
  }
}

extension Joined {
  fileprivate init(_ merge: Merge, _ letGo: LetGo, _ after: PeerRecord) {
    self.init(
      record: after, engagements: after.engagements.count - merge.keep.engagements.count,
      consentsLeftBehind: merge.consentsLeftBehind,
      letGo: letGo,
      lookAlikes: Joined.lookAlikes(merge.keep, merge.other))
  }

  /// Uses of one organisation, of one kind and channel, on one day, that both records hold.
  private static func lookAlikes(_ keep: PeerRecord, _ other: PeerRecord) -> [(UseID, UseID)] {
    struct Look: Hashable {
      let organisation: OrganisationID
      let kind: UseKind
      let channel: Channel
      let day: Day
    }
    func looks(_ record: PeerRecord) -> [(Look, UseID)] {
      record.engagements.flatMap { engagement in
        engagement.sessions.filter(\.state.counts).map {
          (
            Look(
              organisation: engagement.organisation, kind: $0.kind, channel: $0.channel,
              day: $0.first), $0.use
          )
        }
      }
    }
    let kept = Dictionary(looks(keep), uniquingKeysWith: { first, _ in first })
    return looks(other).compactMap { look, use in kept[look].map { ($0, use) } }
  }
}

extension PeerWords {
  /// Whether both have a name, and the two have no word in common: "Ana R." and "Ana Rivera" have.
  fileprivate func isNamedUnlike(_ other: PeerWords) -> Bool {
    func parts(_ name: String?) -> Set<String> {
      let words = (name ?? "").lowercased().split { !$0.isLetter }.map(String.init)
      return Set(words.filter { $0.count > 1 })
    }
    let (own, others) = (parts(name), parts(other.name))
    return !own.isEmpty && !others.isEmpty && own.isDisjoint(with: others)
  }
}
