extension Desk {
  /// Keeps an organisation quiet from today through a last day, for a purpose or for all.
  ///
  /// No reason is asked for. A supporter may choose it too; only the peer ends it early.
  ///
  /// - Throws: `quietEndsBeforeItBegins`, `onlyThePeer`.
  public func chooseQuiet(
    for organisation: OrganisationID, purpose: Purpose? = nil, until: Day, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustStandByPeer(peer)
    try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard today <= until else { throw .quietEndsBeforeItBegins }
      return Step(
        happenings: [
          .asking(.quietChosen(organisation, purpose: purpose, until: until, day: today))
        ], answer: ())
    }
  }

  /// Ends an organisation's quiet periods, those that run and those to come: it may ask today.
  ///
  /// Whether there was one is not said, as who acts at the peer's word isn't to learn of a no.
  ///
  /// - Throws: `onlyThePeer`.
  public func endQuiet(
    for organisation: OrganisationID, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      Step(
        happenings: [
          .asking(.quietEnded(organisation, day: try self.dayOfDeed(at: record.zone)))
        ], answer: ())
    }
  }

  /// Records that the peer was asked outside the registry: it counts as an ask of its day.
  ///
  /// - Throws: `inTheFuture` if that day hasn't come; `onlyThePeer`.
  public func recordAskOutside(
    by organisation: OrganisationID, on day: Day, words: String? = nil, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard day <= today else { throw .inTheFuture(today: today) }
      return Step(
        happenings: [.asking(.askedOutside(organisation, words: words, day: day))], answer: ())
    }
  }
}
