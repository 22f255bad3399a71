import ConsentRegistry

/// The words of the closed lists, as people say them.
extension Purpose {
  /// What it is for, in plain words.
  var inWords: String {
    switch self {
    case .training: "training"
    case .communityEducation: "community education"
    case .advocacy: "advocacy"
    case .policy: "policy making"
    case .fundraising: "fundraising"
    case .media: "media"
    case .recruitment: "recruitment"
    case .research: "research"
    case .ai: "AI: training, a made-up voice, or rewriting"
    }
  }
}

extension Channel {
  /// The way it reaches people, in plain words.
  var inWords: String {
    switch self {
    case .inPerson: "in person"
    case .onlineLive: "online, live"
    case .mediaInterview: "interview for the media"
    case .hearing: "hearing"
    case .video: "video"
    case .audio: "audio"
    case .print: "print"
    case .web: "web page"
    case .social: "social media"
    case .broadcast: "broadcast"
    }
  }
}

extension Audience {
  /// Before whom, in plain words.
  var inWords: String {
    switch self {
    case .peers: "peers"
    case .staff: "staff"
    case .students: "students"
    case .professionals: "professionals"
    case .decisionMakers: "decision makers"
    case .donors: "donors"
    case .public: "the public"
    case .press: "the press"
    }
  }
}

extension Attribution {
  /// How somebody is named, in plain words.
  var inWords: String {
    switch self {
    case .notNamed: "not named"
    case .chosenName: "a name of your choice"
    case .firstName: "first name"
    case .firstNameAndTown: "first name and town"
    case .fullName: "full name"
    }
  }
}
