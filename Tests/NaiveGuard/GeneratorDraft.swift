/// A world while it is being made up.
struct GeneratorDraft {
  struct Session {
    var kind = "telling"
    var channel = "inPerson"
    var wall: (day: Int, minute: Int) = (0, 0)
    var zone = "UTC"
    var minutes = 20
    var recorded = false
    var writesRecorded = false
    var of = "use-1"
    var state = "completed"
    var purpose: String?
    var audience: String?
    var attribution: String?
  }
  struct Consent {
    var id: String?
    var story: String
    var purposes: [String]
    var channels: [String]
    var audiences: [String]
    var organisations: [String]
    var attribution: String
    var recording: Bool
    var reuse: Bool
    var given: Int
    var from: Int
    var until: Int
  }
  struct Revocation {
    var day: Int
    var consentsBefore: Int
    var scope: [(String, String)]
    var writesScope = true
  }
  struct Engagement {
    var story: String
    var organisation: String
    var purpose: String
    var sessions: [Session]
  }

  var today = 0
  var horizon: Int?
  var writesPolicy = false
  var policy = NaiveTerms()
  var limits: GeneratorLimits?
  var home = "UTC"
  var zone = "UTC"

  var story = "s1"
  var organisation = "o1"
  var purpose = "training"
  var audience = "students"
  var attribution = "firstName"
  var sessions: [Session] = []
  var requestTopics: [String] = []
  var relations: [String] = []
  var inTheRoom = false
  var support: [(String, GeneratorJSON)]?
  var offer: [(String, GeneratorJSON)]?

  var topics: [(story: String, listed: [(String, String)])] = []
  var consents: [Consent] = []
  var revocations: [Revocation] = []
  var pauses: [(from: Int, until: Int?)] = []
  var notBefore: Int?
  var ties: [(String, [String])] = []
  var contact: String?
  var waives: [String] = []
  var engagements: [Engagement] = []
  var asks: [(organisation: String, day: Int)] = []
  var quiet: [(organisation: String, purpose: String?, until: Int)] = []
  var careOverdue: [String] = []
  var payOverdue: [String] = []
  var released: [String] = []
  var ownTellings: [Int] = []
  var exceptions: [String] = []

  /// First and last home day of the asked block.
  var first = 0
  var last = 0

  /// The terms in force for this peer.
  var terms: NaiveTerms { policy.replaced(by: limits?.merged) }
}
