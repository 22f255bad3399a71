import ConsentRegistry

extension NaiveLife {
  /// The first thing in which a record isn't what the naive fold has; nothing if they agree.
  func difference(from record: PeerRecord?, on today: Int) -> String? {
    guard let record else { return isHere ? "the record is gone" : nil }
    guard isHere else { return "there is a record of a peer who never joined" }
    let ours = order.map { id in
      let booking = bookings[id]
      return "\(id) "
        + (booking?.sessions ?? []).map { session in
          let state = booking.map { self.state(session, of: $0, on: today).rawValue } ?? ""
          return "\(session.isTelling) \(session.first) \(session.last) \(state)"
        }.joined(separator: ", ")
    }
    let theirs = record.engagements.map { engagement in
      "\(engagement.id) "
        + engagement.sessions.map { session in
          let state = engagement.state(of: session, on: Day(number: today)).code
          let isTelling = session.kind == .telling
          return "\(isTelling) \(session.first.number) \(session.last.number) \(state)"
        }.joined(separator: ", ")
    }
    // Uses entered late may stand after all others: the order among them is no matter.
    if ours.sorted() != theirs.sorted() { return "bookings: \(ours)\nrecord: \(theirs)" }
    let facts: [(String, Bool)] = [
      ("home", record.zone.id == home.rawValue),
      ("stories", Set(record.boundaries.keys) == stories),
      ("consents", record.consents == consents),
      (
        "withdrawals",
        record.revocations.map { "\($0.day.number) \($0.consentsBefore) \($0.scope)" }
          == withdrawals.map { "\($0.day) \($0.before) \($0.scope)" }
      ),
      (
        "pauses",
        record.pauses.map { [$0.from.number, $0.until?.number] }
          == pauses.map { [$0.from, $0.until] }
      ),
      ("kept", record.kept == keptInPauses),
      ("readiness", record.notBefore?.number == notBefore),
      ("told elsewhere", record.ownTellings.map(\.number) == toldElsewhere),
      ("ties", record.ties.mapValues { Set($0.words) } == ties),
      ("supporters", Set(record.supporters.named.keys.map(\.text)) == Set(supporters.keys)),
      ("disputes", Set(record.bookings.disputes.keys) == disputed),
      ("rotation", record.reach.takesPartInRotation == takesPart),
      ("waived", Set(record.waives.words) == waived),
      ("held back", record.heldBack.map(\.blockStarts.number) == attempts.map(\.starts)),
    ]
    return facts.first { !$0.1 }.map { "the two folds differ in: \($0.0)" }
  }
}
