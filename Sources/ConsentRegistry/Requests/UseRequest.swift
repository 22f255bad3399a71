/// What an organisation asks of a peer: one block of one or more sessions, with all its terms.
public struct UseRequest: Hashable, Sendable {
  /// Who is asked; a world's request may leave it out.
  public let peer: PeerID?
  /// The story asked for.
  public let story: StoryID
  /// Who asks.
  public let organisation: OrganisationID
  /// The person who asks, for the organisation.
  public let coordinator: CoordinatorID?
  /// The event it is for; a world's request may leave it out.
  public let event: EventID?
  /// The zone of the event's clock.
  public let zone: Zone
  /// What would take place; never empty.
  public let sessions: [AskedSession]
  /// The purpose of the whole, where sessions don't say otherwise.
  public let purpose: Purpose?
  /// The topics asked for.
  public let topics: [String]
  /// What the asking organisation says it is to the peer.
  public let relations: Choices<Relation>
  /// Whether people whom the peer serves, works with or is looked after by will be there.
  public let inTheRoom: Bool
  /// Who stands by the peer, and when they talk it over afterwards.
  public let support: Support
  /// What is offered for it.
  public let offer: Offer
  /// Whether the peer would speak as part of a job or of their own accord.
  public let capacity: Capacity?
  /// The free text that travels with the request; the rules never read it.
  public let words: RequestWords

  /// A request with all its terms.
  public init(
    peer: PeerID?, story: StoryID, organisation: OrganisationID, coordinator: CoordinatorID?,
    event: EventID?, zone: Zone, sessions: [AskedSession], purpose: Purpose?, topics: [String],
    relations: Choices<Relation>, inTheRoom: Bool, support: Support, offer: Offer,
    capacity: Capacity? = nil, words: RequestWords = RequestWords()
  ) {
    self.peer = peer
    self.story = story
    self.organisation = organisation
    self.coordinator = coordinator
    self.event = event
    self.zone = zone
    self.sessions = sessions
    self.purpose = purpose
    self.topics = topics
    self.relations = relations
    self.inTheRoom = inTheRoom
    self.support = support
    self.offer = offer
    self.capacity = capacity
    self.words = words
  }

  /// The same request with only some of its sessions, by their places; nothing if none is left.
  func keeping(sessions places: [Int]) -> UseRequest? {
    guard !places.isEmpty, places.allSatisfy(sessions.indices.contains) else { return nil }
    return UseRequest(
      peer: peer, story: story, organisation: organisation, coordinator: coordinator,
      event: event, zone: zone, sessions: places.map { sessions[$0] }, purpose: purpose,
      topics: topics, relations: relations, inTheRoom: inTheRoom, support: support,
      offer: offer, capacity: capacity, words: words)
  }
}

/// In which capacity the peer would speak.
public enum Capacity: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case employee, contributor
}

/// Who stands by the peer at the event, and the day on which they talk it over afterwards.
public struct Support: Hashable, Sendable {
  /// Whether a support person is named; the name itself is free text and stays out of the rules.
  public let hasPerson: Bool
  /// The day of the talk afterwards.
  public let debriefOn: Day?

  /// A support person, or none, and a day for the talk afterwards, or none.
  public init(hasPerson: Bool, debriefOn: Day?) {
    self.hasPerson = hasPerson
    self.debriefOn = debriefOn
  }
}

/// Free text of a request, in people's own words; kept apart from the rules and erasable.
public struct RequestWords: Hashable, Sendable {
  /// What the event is called.
  public let eventName: String?
  /// Where it is.
  public let place: String?
  /// What it is for, in a sentence.
  public let aim: String?
  /// Whether it could be done without a personal story, and why not.
  public let noStoryConsidered: String?
  /// The support person's name.
  public let supportPerson: String?
  /// How the peer is prepared.
  public let preparation: String?
  /// What is given in place of money.
  public let inKind: String?

  /// The words, each where there is one.
  public init(
    eventName: String? = nil, place: String? = nil, aim: String? = nil,
    noStoryConsidered: String? = nil, supportPerson: String? = nil, preparation: String? = nil,
    inKind: String? = nil
  ) {
    self.eventName = eventName
    self.place = place
    self.aim = aim
    self.noStoryConsidered = noStoryConsidered
    self.supportPerson = supportPerson
    self.preparation = preparation
    self.inKind = inKind
  }
}
