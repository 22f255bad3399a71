/// What a story is used for; each is off unless the peer has granted it.
public enum Purpose: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case training, communityEducation, advocacy, policy, fundraising, media, recruitment, research
  /// Training of models, synthetic voice, rewriting.
  case ai
}

/// The way a story reaches people.
public enum Channel: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case inPerson, onlineLive, mediaInterview, hearing, video, audio
  case print, web, social, broadcast

  /// The channels of a telling: live, or newly recorded.
  public static let tellings: [Channel] = [
    .inPerson, .onlineLive, .mediaInterview, .hearing, .video, .audio,
  ]
  /// The channels of an exposure: a recording or text used again.
  public static let exposures: [Channel] = [.video, .audio, .print, .web, .social, .broadcast]

  /// Whether what goes out this way can't be called back; the peer is shown that before a yes.
  public var cannotBeUndone: Bool {
    switch self {
    case .hearing, .mediaInterview, .print, .social, .broadcast: true
    case .inPerson, .onlineLive, .video, .audio, .web: false
    }
  }
}

/// Before whom a story is told.
public enum Audience: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case peers, staff, students, professionals, decisionMakers, donors, `public`, press
}

/// How the peer is named, from least to most.
public enum Attribution: UInt8, Word, Comparable {
  /// The words as written.
  public static let codes = spelling

  case notNamed, chosenName, firstName, firstNameAndTown, fullName

  /// Orders by how much is said of who it is.
  public static func < (left: Attribution, right: Attribution) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The two kinds of use: only tellings wear the peer out; both use up consent and privacy.
public enum UseKind: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// Live, or newly recorded.
  case telling
  /// A recording or a text used again.
  case exposure
}
