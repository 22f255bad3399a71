/// A world line as it is written.
struct NaiveWorld: Decodable {
  let today: NaiveDay
  let horizon: Int?
  let policy: NaiveLimits?
  let standing: Standing
  let request: Request

  struct Standing: Decodable {
    let zone: String
    let topics: [String: [String: String]]?
    let consents: [Consent]?
    let revocations: [Revocation]?
    let pauses: [Pause]?
    let notBefore: NaiveDay?
    let limits: NaiveLimits?
    let ties: [String: [String]]?
    let independentContact: Contact?
    let waives: [String]?
    let engagements: [Engagement]?
    let asks: [Ask]?
    let quiet: [Quiet]?
    let careOverdue: [String]?
    let payOverdue: [String]?
    let released: [String]?
    let ownTellings: [NaiveDay]?
    let exceptions: [String]?
  }

  struct Consent: Decodable {
    let id: String?
    let story: String
    let purposes: [String]
    let channels: [String]
    let audiences: [String]
    let organisations: [String]
    let attribution: String
    let recording: Bool?
    let reuse: Bool?
    let given: NaiveDay
    let from: NaiveDay
    let until: NaiveDay
  }

  struct Revocation: Decodable {
    let day: NaiveDay
    let consentsBefore: Int
    let scope: Scope?
  }

  struct Scope: Decodable {
    let consent: String?
    let story: String?
    let purpose: String?
    let channel: String?
    let organisation: String?
  }

  struct Pause: Decodable {
    let from: NaiveDay
    let until: NaiveDay?
  }

  struct Contact: Decodable { let organisation: String? }

  struct Engagement: Decodable {
    let story: String
    let organisation: String
    let sessions: [Session]
  }

  struct Ask: Decodable {
    let organisation: String
    let day: NaiveDay
  }

  struct Quiet: Decodable {
    let organisation: String
    let purpose: String?
    let until: NaiveDay
  }

  struct Session: Decodable {
    let kind: String
    let channel: String
    let start: NaiveWallTime?
    let day: NaiveDay?
    let zone: String?
    let minutes: Int?
    let state: String?
    let recorded: Bool?
    let of: String?
    let purpose: String?
    let audience: String?
    let attribution: String?
  }

  struct Request: Decodable {
    let story: String
    let organisation: String
    let event: Event?
    let sessions: [Session]
    let purpose: String?
    let audience: String?
    let attribution: String?
    let topics: [String]?
    let relations: [String]?
    let inTheRoom: Bool?
    let support: Support?
    let offer: Offer?
  }

  struct Event: Decodable { let zone: String? }

  struct Support: Decodable {
    let person: String?
    let debriefOn: NaiveDay?
  }

  struct Offer: Decodable {
    let unpaid: Bool?
    let statesPay: Bool
    private enum CodingKeys: String, CodingKey { case unpaid, remuneration, inKind }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      unpaid = try keys.decodeIfPresent(Bool.self, forKey: .unpaid)
      var states = false
      for key in [CodingKeys.remuneration, .inKind] where keys.contains(key) {
        if try !keys.decodeNil(forKey: key) { states = true }
      }
      statesPay = states
    }
  }
}
