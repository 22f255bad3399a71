/// What the registry asks of whatever keeps its ledger: few verbs, and no layout of tables.
public protocol LedgerPort {
  /// Why the ledger couldn't be read or written.
  associatedtype Failure: Error

  /// A peer's record with its revision, or nothing if there is no such peer.
  func record(of peer: PeerID) throws(Failure) -> PeerRecord?

  /// Adds entries to one or more peers' chains, all or none, if none of the chains has moved.
  ///
  /// - Parameters:
  ///   - drafts: what is to be added, for each peer with the revision that it rests on.
  ///   - organisations: names of organisations that may be new to the registry.
  ///   - actor: who does it.
  ///   - now: the moment recorded.
  /// - Returns: whether they were added; if not, the asker reads anew and decides anew.
  /// - Throws: the ledger's own failure.
  func append(
    _ drafts: [Draft], organisations: [OrganisationID: String], by actor: Actor, at now: Instant
  ) throws(Failure) -> Bool

  /// The start days that an organisation has asked about of a peer.
  ///
  /// They are kept for those who aren't peers here too, and stand in no chain.
  func looks(by organisation: OrganisationID, at peer: PeerID) throws(Failure) -> Looks

  /// Notes a look, if it may be; one that comes with a draft is noted as the draft is added.
  ///
  /// - Returns: the first day on which it may be, if it isn't today.
  /// - Throws: the ledger's own failure.
  func note(_ look: Look, at now: Instant) throws(Failure) -> Day?
}

/// What is to be added to one peer's chain, if the chain hasn't moved since it was read.
public struct Draft: Sendable {
  /// The record as it was read; an empty one for a peer who isn't there yet.
  public let record: PeerRecord
  /// What happened, in order.
  public let happenings: [Happening]
  /// The look that led to them, if one who asks did: it is noted in the same step.
  public let look: Look?

  /// Happenings for one peer, resting on their record as it was read.
  public init(_ record: PeerRecord, _ happenings: [Happening], look: Look? = nil) {
    self.record = record
    self.happenings = happenings
    self.look = look
  }

  /// Whose chain.
  public var peer: PeerID { record.peer }
  /// The revision at which the chain was read; 0 for a peer who isn't there yet.
  public var expected: Int { record.revision }
}

/// When something is done: the moment recorded, and the day on which it happens if that is another.
public struct Moment: Sendable {
  /// The moment recorded.
  public let now: Instant
  /// The day on which it happens; the peer's home day of the moment if there is none.
  public let day: Day?

  /// A moment, with another day if the thing didn't happen on the moment's own.
  public init(now: Instant, day: Day? = nil) {
    self.now = now
    self.day = day
  }

  /// The home day on which it happens, for a peer at home in a zone.
  public func today(in home: Zone) -> Day { day ?? home.day(at: now) }
}

/// Why something besides a use is refused: a small closed list of codes and facts, worded elsewhere.
public enum RegistryError: Error, Hashable, Sendable {
  /// No such peer is known here.
  case unknownPeer
  /// A peer of that id is already here.
  case peerExists
  /// The peer has no such story.
  case unknownStory
  /// The peer has no such engagement.
  case unknownEngagement
  /// The peer has no such use.
  case unknownUse
  /// The peer has no such placement.
  case unknownPlacement
  /// A placement of that id is already here.
  case placementExists
  /// Something can't be stopped, or end, before it was placed: the day on which it was.
  case beforeItWasPlaced(Day)
  /// An engagement of that id is already here.
  case engagementExists
  /// A consent of that id is already here.
  case consentExists
  /// Several engagements fit; one has to be named by its id.
  case severalEngagements
  /// The consent would end before it begins.
  case consentEndsBeforeItBegins
  /// The consent would last longer than consents may: its last possible day.
  case consentTooLong(latest: Day)
  /// The consent would begin too long after it is given: the last day on which it may begin.
  case consentBeginsTooLate(latest: Day)
  /// The consent grants nothing: it lacks a purpose, channel, audience or organisation.
  case consentGrantsNothing
  /// The pause would end before it begins.
  case pauseEndsBeforeItBegins
  /// The day before which the peer isn't ready is over already: their home day.
  case readinessIsOver(today: Day)
  /// No pause is running or to come.
  case noPause
  /// The ask can't be answered any more: where it stands.
  case notWaiting(SessionState?)
  /// The step isn't possible: where the booking stands, and what is possible now.
  case notPossible(SessionState?, possible: [SessionMove])
  /// A thing that has happened can't lie in the future: the peer's home day.
  case inTheFuture(today: Day)
  /// The booking has no such session: how many it has.
  case unknownSession(of: Int)
  /// The two records are under different names: only the custodian joins them, at the person's word.
  case otherName
  /// Only the peer may do this, or the custodian at the peer's word.
  case onlyThePeer
  /// Only the peer may do this; nobody says it for them, at whosever word.
  case thePeerAlone
  /// The request names another coordinator.
  case notTheirs
  /// This is for another role to do.
  case notForThisRole
  /// The peer has given no such consent.
  case unknownConsent
  /// The peer hasn't named this supporter.
  case notASupporter
  /// Nobody of that id stands by the peer.
  case unknownSupporter
  /// A supporter doesn't act in what their own organisation asks.
  case supporterOfTheAsker
  /// The custodian's organisation has a tie to the peer, or the custodian asks for the peer.
  case custodianIsTied
  /// Who has asked, or is of the organisation that asks, may not alone have heard the peer's yes.
  case askerIsNoWitness
  /// A custodian takes from a tie only what somebody else, with no tie of their own, has heard.
  case untyingUnwitnessed
  /// A custodian who enters the peer's word has to say who they are.
  case custodianUnnamed
  /// Nothing confirmed of this booking is still to come.
  case notStanding
  /// There is no host page of that booking for this coordinator.
  case noHostPage
  /// The coordinator belongs to another organisation.
  case notTheirOrganisation
  /// The organisation has asked about too many days of this peer: the next day on which it may ask
  /// about another.
  case checkedTooOften(next: Day)
  /// No attempt of that number is listed for the peer.
  case unknownAttempt
  /// The attempt has been taken up already.
  case attemptTakenUp
  /// The same has been asked again since, and waits for an answer or is booked.
  case attemptAskedAgain
  /// The attempt was for days that are over: its first day.
  case attemptIsPast(Day)
  /// One of the rules isn't one that the peer may set aside.
  case notToBeSetAside
  /// Nothing that the peer has set aside waits for their contact's word.
  case nothingToConfirm
  /// The peer has no independent contact outside the organisation.
  case noIndependentContact
  /// The quiet period would be over before it begins.
  case quietEndsBeforeItBegins
  /// Nothing here is such that somebody would have to check in on it.
  case noCheckIn
  /// No such payment is or was owed to the peer.
  case unknownDue
  /// The pay is in another currency: the one that it was offered in.
  case otherCurrency(String)
  /// A fee of that id is already here.
  case feeExists
  /// A contribution of that id is already here.
  case contributionExists
  /// The peer has no such contribution.
  case unknownContribution
  /// An offer of work says neither what is paid nor that it is unpaid.
  case payUnstated
  /// An offer of work of that id is already here.
  case offerExists
  /// The peer has no such offer of work.
  case unknownOffer
  /// The offer of work can't be answered so any more, or the work isn't agreed: where it stands.
  case offerNotOpen(WorkOffers.State?)
  /// The peer has already said that this record is theirs.
  case alreadyClaimed
  /// The record has gone into another of the same person.
  case mergedInto(PeerID)
  /// A record can't be joined to itself.
  case sameRecord
  /// Both records are claimed: only the custodian, at the word of the one person, can join them.
  case bothClaimed
}

/// What may go wrong at the desk: a refusal, or a fault of the ledger.
public enum DeskError<Failure: Error>: Error {
  /// It is refused.
  case refused(RegistryError)
  /// The ledger couldn't be read or written.
  case ledger(Failure)
}
