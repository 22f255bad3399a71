package import ConsentRegistry
import Notation

/// What happens to the registry itself, on the registry chain.
package enum RegistryHappening: Equatable, Sendable {
  /// The registry was made, with the digest of its file's secret.
  case opened(isRehearsal: Bool, secret: String)
  /// A policy was stored and told.
  case policyStored(Policy, day: Day)
  /// An organisation's name, as it is to be shown.
  case organisationNamed(OrganisationID, name: String)
  /// Somebody belongs to an organisation, or to none, in a role; it replaces what was said before.
  case roleGiven(Roles.Place, organisation: OrganisationID?)
  /// How to reach somebody who has a role.
  case addressGiven(Roles.Place, address: String?)
  /// Whom a peer can turn to for help, as it stands in each message; nothing takes it back.
  case helpTextSet(String?)
  /// Once a day: so many entries of peers' chains, and a digest over all heads, before a moment.
  case checkpoint(before: Instant, chains: Int, digest: String)
  /// A peer was erased, who isn't named.
  case peerErased(Erasure)

  /// What the registry still has to know once a peer is gone; nothing in it says who it was.
  package struct Erasure: Equatable, Sendable {
    /// The day on which it was done.
    package let day: Day
    /// How many organisations and holders were to be told.
    package let told: Int
    /// What stands in place of the chains that are gone, checkpoint by checkpoint.
    let bridges: [Bridge]
    /// Entries of this chain from which the peer's id was taken out, so that their digests can't
    /// be worked out any more; written by versions that noted who had opened the day.
    let unnamed: [Int]
  }

  static let version = 1

  var kind: String {
    switch self {
    case .opened: "registry.opened"
    case .policyStored: "policy.stored"
    case .organisationNamed: "organisation.named"
    case .roleGiven: "role.given"
    case .addressGiven: "role.address"
    case .helpTextSet: "help.text"
    case .checkpoint: "checkpoint"
    case .peerErased: "peer.erased"
    }
  }

  var body: JSON {
    switch self {
    case .opened(let isRehearsal, let secret):
      ["rehearsal": .bool(isRehearsal), "secret": .string(secret)]
    case .policyStored(let policy, let day):
      ["day": .string(day.description), "policy": PolicyNotation.json(policy)]
    case .organisationNamed(let id, let name):
      ["id": .string(id.text), "name": ["personal": .string(name)]]
    case .roleGiven(let place, let organisation):
      [
        "role": .string(place.role.code), "id": .string(place.id),
        "organisation": .optional(organisation?.text),
      ]
    case .addressGiven(let place, let address):
      [
        "role": .string(place.role.code), "id": .string(place.id),
        "address": address.map { ["personal": .string($0)] } ?? .null,
      ]
    case .helpTextSet(let text): ["text": text.map { ["personal": .string($0)] } ?? .null]
    case .checkpoint(let before, let chains, let digest):
      ["before": .whole(before.milliseconds), "chains": .whole(chains), "heads": .string(digest)]
    case .peerErased(let erasure):
      [
        "day": .day(erasure.day), "told": .whole(erasure.told),
        "bridges": .array(erasure.bridges.map(\.json)),
        "unnamed": .array(erasure.unnamed.map { .whole($0) }),
      ]
    }
  }

  init?(kind: String, body: JSON) {
    do throws(JSONFault) {
      var fields = try Fields(body)
      switch kind {
      case "registry.opened":
        self = .opened(
          isRehearsal: try fields.bool("rehearsal", default: false),
          secret: try fields.string("secret"))
      case "policy.stored":
        let (json, path) = try fields.required("policy")
        self = .policyStored(
          try PolicyNotation.policy(from: json, at: path), day: try fields.day("day"))
      case "organisation.named":
        self = .organisationNamed(
          try fields.id("id"), name: try fields.optionalString("name") ?? "")
      case "role.given":
        self = .roleGiven(
          Roles.Place(try fields.word("role"), try fields.string("id")),
          organisation: try fields.optionalID("organisation"))
      case "role.address":
        self = .addressGiven(
          Roles.Place(try fields.word("role"), try fields.string("id")),
          address: try fields.optionalString("address"))
      case "help.text": self = .helpTextSet(try fields.optionalString("text"))
      case "checkpoint":
        self = .checkpoint(
          before: Instant(milliseconds: try fields.int("before", in: .min ... .max)),
          chains: try fields.int("chains", in: 0 ... .max), digest: try fields.string("heads"))
      case "peer.erased":
        var bridges: [Bridge] = []
        for (json, path) in try fields.array("bridges") {
          bridges.append(try Bridge.read(json, at: path))
        }
        var unnamed: [Int] = []
        for (json, path) in try fields.array("unnamed") {
          unnamed.append(try json.int(at: path, in: 1 ... .max))
        }
        self = .peerErased(
          Erasure(
            day: try fields.day("day"), told: try fields.int("told", in: 0 ... .max),
            bridges: bridges, unnamed: unnamed))
      default: return nil
      }
    } catch {
      return nil
    }
  }
}
