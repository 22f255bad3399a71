extension Desk {
  /// Decides a request for the one who asks: the same verdict, with nothing private.
  ///
  /// An unknown peer, and one with no consent left that names this organisation, read alike: both
  /// are answered as if nothing were known of them. The peer is shown who looked.
  ///
  /// - Throws: `checkedTooOften`, for a peer who is known and for one who isn't;
  ///   `notTheirOrganisation`.
  public func checkForAsker(
    _ request: UseRequest, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> AskerDecision {
    do throws(RegistryError) {
      try mustActFor(request.organisation)
    } catch {
      throw .refused(error)
    }
    try countLook(request, at: peer)
    return try answerForAsker(request, noteCheck(request, of: peer))
  }

  /// What the one who asks may know of a peer's record, or of a peer who isn't there.
  func answerForAsker(
    _ request: UseRequest, _ record: PeerRecord?, occasion: Guard.Occasion = .asking
  ) -> AskerDecision {
    let known = record.flatMap { $0.isKnown(to: request.organisation) ? $0 : nil }
    let home = known?.zone ?? request.zone
    let today = moment.today(in: home)
    let policy = policy(on: today)
    let standing =
      known?.standing(on: today, policy: policy, for: request) ?? Standing(zone: home)
    return Guard.decideForAsker(
      request, standing: standing, policy: policy, today: today, occasion: occasion)
  }

  /// Counts a look against the days that an organisation may ask about.
  ///
  /// Neither the day nor the start rests on the peer's home: a peer who isn't known has none, and
  /// both have to be counted alike.
  func countLook(_ request: UseRequest, at peer: PeerID) throws(DeskError<Ledger.Failure>) {
    let today = moment.today(in: .utc)
    let next: Day?
    do throws(Ledger.Failure) {
      next = try ledger.withLooks(by: request.organisation, at: peer, now: moment.now) {
        $0.ask(about: request.startsThere, on: today)
      }
    } catch {
      throw .ledger(error)
    }
    if let next { throw .refused(.checkedTooOften(next: next)) }
  }

  /// Notes for the peer who looked; the same look is noted once a day.
  ///
  /// - Returns: the record that the look was at, if the peer is known.
  private func noteCheck(
    _ request: UseRequest, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> PeerRecord? {
    while true {
      guard let record = try read(peer) else { return nil }
      let check = Asking.Check(
        organisation: request.organisation,
        coordinator: actor.id.flatMap { CoordinatorID($0) } ?? request.coordinator,
        starts: request.startsThere, day: moment.today(in: record.zone))
      if record.asking.checks.contains(check) { return record }
      let step = AskingStep.checked(
        check.organisation, coordinator: check.coordinator, starts: check.starts, day: check.day)
      if try add(Draft(record, [.asking(step)])) { return record }
    }
  }
}

extension UseRequest {
  /// The first day of the block on the event's own clock.
  var startsThere: Day {
    let days = sessions.map { session in
      switch session.time {
      case .telling(let start, _, _): start.day
      case .exposure(let day, _): day
      }
    }
    return days.min() ?? Day(number: 0)
  }
}
