import ConsentRegistry

/// Who may do what, as the design says it.
enum May {
  /// The peer, or the custodian at the peer's word.
  case speakFor
  /// Those, and who stands by the peer.
  case standBy
  /// Whoever coordinates for an organisation, in their own name, or the custodian for them.
  case ask(coordinator: CoordinatorID?, OrganisationID)
  /// Anybody, about a request of an organisation.
  case look(OrganisationID)
  /// Those who speak for the peer, and whoever coordinates what was asked for.
  case settle(EngagementID)
  /// Whoever coordinates what was asked for, or the custodian.
  case answerFor(EngagementID)
  /// An organisation's coordinator, or the custodian.
  case workFor(OrganisationID)
  /// Those who speak for the peer, and an organisation's coordinator.
  case mind(OrganisationID)
  /// Those who stand by the peer, and an organisation's coordinator.
  case readFor(OrganisationID)
  /// The custodian alone.
  case custodian
  /// The peer alone: nobody says it for them.
  case beThePeer

  func allows(_ actor: Actor, _ life: NaiveLife, on today: Int) -> Bool {
    let isFree = life.isFree(actor, on: today)
    switch (self, actor.role) {
    case (.look(let organisation), .coordinator):
      return Office.lets(actor.id, actFor: organisation)
    case (.look, _): return !life.isHere || isFree
    case (.ask, .custodian), (.answerFor, .custodian), (.workFor, .custodian),
      (.custodian, .custodian), (.speakFor, .custodian), (.standBy, .custodian),
      (.settle, .custodian), (.mind, .custodian), (.readFor, .custodian):
      return isFree
    case (.ask(let coordinator, let organisation), .coordinator):
      return actor.id == coordinator?.text && Office.lets(actor.id, actFor: organisation)
    case (.settle(let id), .coordinator), (.answerFor(let id), .coordinator):
      return life.isTheirs(id, actor.id)
    case (.workFor(let organisation), .coordinator), (.mind(let organisation), .coordinator),
      (.readFor(let organisation), .coordinator):
      return Office.lets(actor.id, actFor: organisation)
    case (.speakFor, .peer), (.standBy, .peer), (.settle, .peer), (.mind, .peer),
      (.readFor, .peer), (.beThePeer, .peer):
      return actor.id == life.peer.text
    case (.standBy, .supporter), (.readFor, .supporter): return isFree
    default: return false
    }
  }

  /// Who would do it as a coordinator.
  func coordinator(in life: NaiveLife) -> String {
    switch self {
    case .ask(let coordinator, _): coordinator?.text ?? "kit-of-o1"
    case .settle(let id), .answerFor(let id):
      life.bookings[id].map {
        $0.request?.coordinator?.text ?? "kit-of-\($0.organisation)"
      } ?? "kit-of-o1"
    case .look(let organisation), .workFor(let organisation), .mind(let organisation),
      .readFor(let organisation):
      "kit-of-\(organisation)"
    case .speakFor, .standBy, .custodian, .beThePeer: "kit-of-o1"
    }
  }
}

/// Those who come to the desk.
enum Who: CaseIterable, Sendable {
  case peer, otherPeer, supporter, stranger, coordinator, otherCoordinator
  case custodian, unnamedCustodian, tiedCustodian, askingCustodian

  func actor(for deed: Deed, _ life: NaiveLife) -> Actor {
    switch self {
    case .peer: Actor(role: .peer, id: life.peer.text)
    case .otherPeer: Actor(role: .peer, id: "somebody-else")
    case .supporter: Actor(role: .supporter, id: Office.supporter)
    case .stranger: Actor(role: .supporter, id: "nobody-named")
    case .coordinator: Actor(role: .coordinator, id: deed.may.coordinator(in: life))
    case .otherCoordinator: Actor(role: .coordinator, id: "nan")
    case .custodian: Actor(role: .custodian, id: "una")
    case .unnamedCustodian: Actor(role: .custodian, id: nil)
    case .tiedCustodian: Actor(role: .custodian, id: "tia")
    case .askingCustodian: Actor(role: .custodian, id: "kit-of-o2")
    }
  }
}

/// Who works where, in the registry's own list; those who aren't in it act on a request's word.
enum Office {
  /// Whom the peer names to stand by them: an id that nobody else is to read.
  static let supporter = Planted.word("sam")

  private static let coordinators = ["kit-of-o1": "o1", "nan": "o3"]
  private static let custodians = ["tia": "o1"]

  static var roles: Roles {
    var roles = Roles()
    for (id, organisation) in coordinators {
      roles.give(.coordinator, to: id, of: OrganisationID(organisation))
    }
    for (id, organisation) in custodians {
      roles.give(.custodian, to: id, of: OrganisationID(organisation))
    }
    return roles
  }

  static func lets(_ id: String?, actFor organisation: OrganisationID) -> Bool {
    id.map { coordinators[$0] ?? organisation.text } == organisation.text
  }

  static func isListed(_ id: String) -> Bool { coordinators[id] != nil }

  static func organisation(ofCustodian id: String) -> OrganisationID? {
    custodians[id].flatMap { OrganisationID($0) }
  }

  /// Those for whom somebody works, in whatever role.
  static func employers(of id: String) -> [OrganisationID] {
    [coordinators[id], custodians[id]].compactMap { $0.flatMap { OrganisationID($0) } }
  }
}

extension NaiveLife {
  /// Whether nothing about who acts stands in the way: a supporter is named, a custodian has no
  /// hold on the peer.
  func isFree(_ actor: Actor, on today: Int) -> Bool {
    switch (actor.role, actor.id) {
    case (.supporter, let id): return id.map { supporters[$0] != nil } ?? false
    case (.custodian, let id?):
      if let own = Office.organisation(ofCustodian: id), ties[own] != nil { return false }
      return !bookings.values.contains { booking in
        booking.request?.coordinator?.text == id
          && booking.sessions.contains { state($0, of: booking, on: today).isBooked }
      }
    default: return true
    }
  }

  /// Whether a coordinator may act for what was asked for.
  func isTheirs(_ id: EngagementID, _ coordinator: String?) -> Bool {
    guard let booking = bookings[id], let coordinator, isKnownToAsker(booking) else { return false }
    return Office.lets(coordinator, actFor: booking.organisation)
      && (Office.isListed(coordinator) || booking.request?.coordinator?.text == coordinator)
  }

  /// Whether whoever asked may know that an ask has gone to the peer: of a first ask, once it was
  /// agreed to.
  private func isKnownToAsker(_ booking: Booking) -> Bool {
    let after: [NaiveState] = [.held, .declined, .lapsed]
    return !booking.isFirst || booking.sessions.contains { !after.contains($0.state) }
  }

  /// Whether a supporter, or those they work for, have asked for one of these, or offered work.
  func serves(
    _ supporter: String, _ touched: Set<EngagementID>, offeredBy offering: OrganisationID?
  ) -> Bool {
    let own = Office.employers(of: supporter) + [supporters[supporter] ?? nil].compactMap(\.self)
    if let offering, own.contains(offering) { return true }
    return touched.compactMap { bookings[$0] }.contains {
      own.contains($0.organisation) || $0.request?.coordinator?.text == supporter
    }
  }

  /// Whether a custodian mayn't be the only one to have heard a yes to these: they have asked for
  /// one, or work for one, or don't say who they are.
  func mayNotHearAlone(_ custodian: String?, yesTo organisations: Set<OrganisationID>) -> Bool {
    guard let custodian, !organisations.isEmpty else { return !organisations.isEmpty }
    let own = Office.employers(of: custodian) + [supporters[custodian] ?? nil].compactMap(\.self)
    return askers(for: organisations).contains(custodian)
      || own.contains { organisations.contains($0) }
  }

  /// Whoever has asked this peer for one of these organisations, put to them or held back.
  private func askers(for organisations: Set<OrganisationID>) -> Set<String> {
    let requests = bookings.values.compactMap(\.request) + attempts.map(\.request)
    return Set(
      requests.filter { organisations.contains($0.organisation) }.compactMap(\.coordinator?.text))
  }
}
