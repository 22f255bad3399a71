extension Desk {
  /// Lets an organisation put first asks to the peer, or no longer.
  ///
  /// A first ask is one that no consent covers. A withdrawal that reaches it, recorded later, holds
  /// it back again.
  ///
  /// - Throws: `onlyThePeer`; a supporter may only stop them.
  public func takeFirstAsks(
    _ isAllowed: Bool, from organisation: OrganisationID, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    if isAllowed { try mustSpeakFor(peer) } else { try mustStandByPeer(peer) }
    try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let allowed = Happening.asking(
        .firstAsksAllowed(organisation, isAllowed: isAllowed, day: today))
      let now = record.zone.day(at: self.moment.now)
      // What waits is let go with it: it rests on nothing else.
      let waiting = record.engagements.filter {
        $0.organisation == organisation && $0.origin == .firstAsked
      }.compactMap { ask -> Happening? in
        // What has lapsed by now has lapsed, with the quiet that follows.
        let held = ask.sessions.indices.filter {
          ask.state(of: ask.sessions[$0], on: now) == .held
        }
        return held.isEmpty ? nil : .released(ask.id, sessions: held, day: today)
      }
      return Step(happenings: [allowed] + (isAllowed ? [] : waiting), answer: ())
    }
  }

  /// The hold of a first ask; its id is never the asker's own, or a second ask under the same one
  /// would tell that the first had gone.
  func firstAsk(
    _ request: UseRequest, of record: PeerRecord, _ standing: Standing, _ policy: Policy,
    today: Day
  ) throws(RegistryError) -> EngagementRecord {
    guard let id = EngagementID(newID()), record.engagement(id) == nil else {
      throw .engagementExists
    }
    return EngagementRecord(
      asking: request, on: today, id: id,
      uses: request.sessions.indices.compactMap { UseID("\(id.text)-\($0 + 1)") },
      home: record.zone, replyDays: policy.merged(with: standing.limits).replyDays,
      origin: .firstAsked)
  }

  /// What a yes grants besides: to a first ask, a consent for that use alone.
  func consents(
    withYesTo engagement: EngagementRecord, _ request: UseRequest, of record: PeerRecord,
    _ policy: Policy, on today: Day
  ) -> [Happening] {
    engagement.origin == .firstAsked
      ? [consent(withYesTo: engagement.id, request, of: record, policy, on: today)] : []
  }

  /// The consent for one use alone.
  func consent(
    withYesTo engagement: EngagementID, _ request: UseRequest, of record: PeerRecord,
    _ policy: Policy, on today: Day
  ) -> Happening {
    let terms = policy.merged(with: record.limits.inForce(on: today, over: policy)).consent
    return .consented(
      Consent(
        to: engagement, request, id: ConsentID(newID()), on: today,
        until: min(
          Block(request, home: record.zone).last, today.addingMonths(terms.maxMonths))))
  }
}

extension PeerRecord {
  /// The organisations from which the peer takes first asks.
  public var takesFirstAsksFrom: [OrganisationID] { asking.firstAsks.keys.sorted() }

  /// Those of them whose first asks a later withdrawal holds back, whatever they ask for.
  ///
  /// First asks from riverside taken on 4 May, everything withdrawn on 5 May: none of them is shown
  /// until the peer takes them anew.
  public var holdsBackFirstAsksFrom: [OrganisationID] {
    takesFirstAsksFrom.filter { organisation in
      revocations.dropFirst(asking.firstAsks[organisation] ?? 0).contains { revocation in
        let named = revocation.scope.organisation
        return revocation.scope == Revocation.Scope(organisation: named)
          && (named == nil || named == organisation)
      }
    }
  }

  /// Whether a refused request is one that the peer takes as a first ask.
  ///
  /// Nothing but consent stands against it, the peer takes first asks from that organisation, and
  /// they have withdrawn nothing since that reaches it.
  func takesAsFirstAsk(_ request: UseRequest, refused decision: Decision) -> Bool {
    guard isClaimed, boundaries[request.story] != nil, !decision.reasons.isEmpty,
      decision.reasons.allSatisfy(\.rule.isConsent),
      let withdrawals = asking.firstAsks[request.organisation]
    else { return false }
    return request.sessions.allSatisfy { !isWithdrawn($0, of: request, since: withdrawals) }
  }

  /// Whether a session of a first ask that still waits has been withdrawn since the peer let that
  /// organisation put first asks to them.
  func isFirstAskWithdrawn(_ session: AskedSession, of request: UseRequest) -> Bool {
    asking.firstAsks[request.organisation].map { isWithdrawn(session, of: request, since: $0) }
      ?? true
  }

  private func isWithdrawn(
    _ session: AskedSession, of request: UseRequest, since withdrawals: Int
  ) -> Bool {
    revocations.dropFirst(withdrawals).contains { reaches($0.scope, session, of: request) }
  }

  /// Whether a withdrawal says no to what is asked; one of a single consent, where it covered it.
  private func reaches(
    _ scope: Revocation.Scope, _ session: AskedSession, of request: UseRequest
  ) -> Bool {
    let consent = scope.consent.flatMap { id in consents.first { $0.id == id } }
    if let consent, !consent.covers(session, of: request) { return false }
    return (scope.story == nil || scope.story == request.story)
      && (scope.organisation == nil || scope.organisation == request.organisation)
      && (scope.purpose == nil || scope.purpose == session.purpose)
      && (scope.channel == nil || scope.channel == session.channel)
  }

  /// The record with a few things more.
  func applying(_ happenings: [Happening]) -> PeerRecord {
    var record = self
    for happening in happenings { record.apply(happening) }
    return record
  }
}
