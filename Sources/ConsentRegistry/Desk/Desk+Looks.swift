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
    try refusing { () throws(RegistryError) in try mustActFor(request.organisation) }
    return try answerForAsker(request, noteCheck(request, of: peer))
  }

  /// What the one who asks may know of a peer's record, or of a peer who isn't there.
  func answerForAsker(
    _ request: UseRequest, _ record: PeerRecord?
  ) -> AskerDecision {
    let met = record.flatMap { $0.isKnown(to: request.organisation) ? $0 : nil }
    let home = met?.zone ?? request.zone
    let today = moment.today(in: home)
    let known = met?.asTold(to: request.organisation, on: today)
    let policy = policy(on: today)
    let standing =
      known?.standing(on: today, policy: policy, for: request) ?? Standing(zone: home)
    return Guard.decideForAsker(request, standing: standing, policy: policy, today: today)
  }

  /// A look at a peer by one who asks.
  ///
  /// Neither the day nor the start rests on the peer's home: a peer who isn't known has none, and
  /// both have to be counted alike.
  func look(_ request: UseRequest, at peer: PeerID) -> Look {
    Look(
      organisation: request.organisation, peer: peer, starts: request.startsThere,
      day: moment.today(in: .utc))
  }

  /// Refuses a look by an organisation that has asked about too many days of that peer.
  func mayLook(_ look: Look) throws(DeskError<Ledger.Failure>) {
    let looks: Looks
    do throws(Ledger.Failure) {
      looks = try ledger.looks(by: look.organisation, at: look.peer)
    } catch {
      throw .ledger(error)
    }
    if let next = looks.refusal(of: look.starts, on: look.day) {
      throw .refused(.checkedTooOften(next: next))
    }
  }

  /// Counts a look by itself, where nothing is added to a chain.
  func count(_ look: Look) throws(DeskError<Ledger.Failure>) {
    let next: Day?
    do throws(Ledger.Failure) {
      next = try ledger.note(look, at: moment.now)
    } catch {
      throw .ledger(error)
    }
    if let next { throw .refused(.checkedTooOften(next: next)) }
  }

  /// Counts a look, and notes for the peer who looked; the same look is noted once a day.
  ///
  /// - Returns: the record that the look was at, if the peer is known.
  private func noteCheck(
    _ request: UseRequest, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> PeerRecord? {
    let look = look(request, at: peer)
    let coordinator = actor.id.flatMap { CoordinatorID($0) } ?? request.coordinator
    guard let known = try read(peer) else {
      try count(look)
      return nil
    }
    let check = Asking.Check(
      organisation: look.organisation, coordinator: coordinator, starts: look.starts,
      day: moment.today(in: known.zone))
    if known.asking.checks.contains(check) {
      try count(look)
      return known
    }
    let step = AskingStep.checked(
      check.organisation, coordinator: coordinator, starts: check.starts, day: check.day)
    return try change(peer, counting: look) { record in
      Step(happenings: [.asking(step)], answer: record)
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
