/// Where the registry's verbs are carried out: read the record, decide, add to the ledger.
///
/// ```swift
/// let desk = Desk(ledger: ledger, policies: policies, actor: coordinator, moment: moment, newID: …)
/// switch try desk.ask(request) {
/// case .held(let engagement, let decision): …   // the peer may answer through engagement.replyUntil
/// case .denied(let decision): …                 // listed for the peer, silently
/// }
/// ```
public struct Desk<Ledger: LedgerPort> {
  /// The ledger.
  public let ledger: Ledger
  /// Every version of the policy.
  public let policies: PolicyHistory
  /// Who acts.
  public let actor: Actor
  /// When.
  public let moment: Moment
  /// Who belongs to which organisation.
  public let roles: Roles
  /// Who else heard what the peer says, if anybody did.
  public private(set) var witness: WitnessID?
  /// Makes a new id that nobody can guess.
  let newID: () -> String

  /// A desk for one who acts at a moment.
  ///
  /// - Parameters:
  ///   - ledger: where records are read and entries added.
  ///   - policies: every version of the policy.
  ///   - actor: who acts.
  ///   - moment: when.
  ///   - roles: who belongs to which organisation; nobody to any, unless said otherwise.
  ///   - newID: makes an id that is unique and can't be guessed.
  public init(
    ledger: Ledger, policies: PolicyHistory, actor: Actor, moment: Moment,
    roles: Roles = Roles(), newID: @escaping () -> String
  ) {
    self.ledger = ledger
    self.policies = policies
    self.actor = actor
    // One who asks is answered for today: another day would show when a pause or a rest ends, or
    // undo what has taken place.
    self.moment = actor.role == .coordinator ? Moment(now: moment.now) : moment
    self.roles = roles
    self.newID = newID
  }

  /// The same desk, with somebody there who hears the peer's word too.
  public func witnessed(by witness: WitnessID?) -> Desk {
    var desk = self
    desk.witness = witness
    return desk
  }

  /// What a verb does with a record: what happened, and what to answer.
  struct Step<Answer> {
    let happenings: [Happening]
    let answer: Answer
  }

  /// Reads a peer's record, works out a step, and adds it; if the chain has moved meanwhile, anew.
  ///
  /// Whatever the verb, whoever acts is looked at beside the record: see `mustBeFree(of:)` and
  /// `heard(_:on:)`.
  /// A look is counted with it, and refused anew each time if there were too many.
  func change<Answer>(
    _ peer: PeerID, counting look: Look? = nil,
    _ work: (PeerRecord) throws(RegistryError) -> Step<Answer>
  ) throws(DeskError<Ledger.Failure>) -> Answer {
    while true {
      guard let record = try read(peer) else { throw .refused(unknownPeer) }
      try mustBeHere(record)
      // After the record: whoever looks meanwhile also moves the chain.
      if let look { try mayLook(look) }
      let step: Step<Answer>
      let happenings: [Happening]
      do throws(RegistryError) {
        try mustBeFree(of: record)
        step = try work(record)
        happenings = try heard(step.happenings, on: record)
      } catch {
        throw .refused(error)
      }
      if happenings.isEmpty { return step.answer }
      if try add(Draft(record, happenings, look: look)) { return step.answer }
    }
  }

  /// A peer's record, or nothing if there is no such peer.
  ///
  /// To one who asks, a record that has gone into another one is no peer's any more.
  public func read(_ peer: PeerID) throws(DeskError<Ledger.Failure>) -> PeerRecord? {
    do throws(Ledger.Failure) {
      let record = try ledger.record(of: peer)
      return actor.role == .coordinator && record?.mergedInto != nil ? nil : record
    } catch {
      throw .ledger(error)
    }
  }

  func add(
    _ draft: Draft, organisations: [OrganisationID: String] = [:]
  ) throws(DeskError<Ledger.Failure>) -> Bool {
    do throws(Ledger.Failure) {
      return try ledger.append(
        [draft], organisations: organisations, by: actor, at: moment.now)
    } catch {
      throw .ledger(error)
    }
  }

  /// Works out something that may be refused, and refuses it as the desk does.
  func refusing<Answer>(
    _ work: () throws(RegistryError) -> Answer
  ) throws(DeskError<Ledger.Failure>) -> Answer {
    do throws(RegistryError) { return try work() } catch { throw .refused(error) }
  }

  /// The home day on which something is done; a thing can be entered late, and not ahead of time.
  func dayOfDeed(at home: Zone) throws(RegistryError) -> Day {
    let today = home.day(at: moment.now)
    guard let day = moment.day else { return today }
    guard day <= today else { throw .inTheFuture(today: today) }
    return day
  }

  /// A decision as whoever acts may read it: whole, or as the custodian does.
  func told(
    _ decision: Decision, on request: UseRequest, _ standing: Standing, _ policy: Policy,
    today: Day, occasion: Guard.Occasion = .asking
  ) -> Decision {
    guard actor.role == .custodian else { return decision }
    return Guard.custodiansView(
      of: decision, request, standing: standing, policy: policy, today: today, occasion: occasion)
  }

  /// The policy that binds on a day.
  public func policy(on day: Day) -> Policy { policies.binding(on: day) }

  /// Refuses whoever may not grant, accept or loosen for a peer: supporters, coordinators, and
  /// every other peer.
  func mustSpeakFor(_ peer: PeerID) throws(DeskError<Ledger.Failure>) {
    switch actor.role {
    case .custodian: return
    case .peer where actor.id == peer.text: return
    case .peer, .supporter, .coordinator: throw .refused(.onlyThePeer)
    }
  }

  /// Refuses whoever may not tighten, pause, decline or withdraw: coordinators, and other peers.
  ///
  /// Whether the peer has named a supporter is looked at beside the record.
  func mustStandByPeer(_ peer: PeerID) throws(DeskError<Ledger.Failure>) {
    if actor.role != .supporter { try mustSpeakFor(peer) }
  }

  /// A peer's record for reading by those who may: the peer, who stands by them, the custodian.
  ///
  /// - Throws: `unknownPeer`; `onlyThePeer` for coordinators and other peers; `notASupporter`;
  ///   `custodianIsTied`.
  public func recordForReading(
    of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> PeerRecord {
    try mustStandByPeer(peer)
    guard let record = try read(peer) else { throw .refused(unknownPeer) }
    try refusing { () throws(RegistryError) in try mustBeFree(of: record) }
    try mustBeHere(record)
    // A supporter who works for an organisation reads of its asks what that organisation may know.
    if actor.role == .supporter, let id = actor.id,
      let own = record.supporters.organisation(of: id)
    {
      return record.asTold(to: own, on: moment.today(in: record.zone))
    }
    return record
  }
}
