extension Consent {
  /// What the peer's yes to a first ask grants: that use on its terms, and nothing besides.
  ///
  /// - Parameters:
  ///   - engagement: the ask that is answered yes.
  ///   - request: what was asked, or as much of it as the yes is to.
  ///   - id: an id for the consent, so that it can be withdrawn alone.
  ///   - day: the day of the yes.
  ///   - last: the last day of the block, as far as a consent may reach.
  init(
    to engagement: EngagementID, _ request: UseRequest, id: ConsentID?, on day: Day,
    until last: Day
  ) {
    let sessions = request.sessions
    self.init(
      id: id, story: request.story, purposes: Choices(sessions.map(\.purpose)),
      channels: Choices(sessions.map(\.channel)), audiences: Choices(sessions.map(\.audience)),
      organisations: [request.organisation],
      attribution: sessions.map(\.attribution).max() ?? .notNamed,
      recording: sessions.contains(where: \.isRecorded),
      reuse: sessions.contains { $0.kind == .exposure }, given: day, from: day,
      until: last,
      onlyFor: engagement)
  }

  /// Whether it may cover a use: any, unless it was given for one use alone and this is another.
  func isFor(_ engagement: EngagementID?) -> Bool { onlyFor == nil || onlyFor == engagement }

  /// The same consent with nobody named, so that it covers nothing and keeps its place.
  ///
  /// Withdrawals count the consents before them, so none may be left out of the list.
  var emptied: Consent {
    Consent(
      id: id, story: story, purposes: purposes, channels: channels, audiences: audiences,
      organisations: [], attribution: attribution, recording: recording, reuse: reuse,
      given: given, from: from, until: until, onlyFor: onlyFor)
  }
}
