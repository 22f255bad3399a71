/// What a withdrawal does, or would do: both halves of it, on one page.
///
/// Nothing new may be used; and everything that is out there comes down, or is honestly marked as
/// beyond recall.
public struct Withdrawal: Hashable, Sendable {
  /// A booking, or an ask that was waiting, with what of it is let go.
  public struct Booking: Hashable, Sendable {
    /// The engagement.
    public let engagement: EngagementID
    /// Whose it was.
    public let organisation: OrganisationID
    /// The event, where one is known.
    public let event: EventID?
    /// The first day of what is let go.
    public let first: Day
    /// How many sessions are let go.
    public let sessions: Int
    /// Whether other sessions of it stay booked.
    public let isPart: Bool
  }

  /// Something shown, of which nobody has said where it is.
  public struct Shown: Hashable, Sendable {
    /// The use.
    public let use: UseID
    /// The day on which it was shown.
    public let day: Day
    /// Who showed it.
    public let organisation: OrganisationID
    /// The way it reached people.
    public let channel: Channel
  }

  /// What is withdrawn.
  public let scope: Revocation.Scope
  /// The peer's home day of it.
  public let day: Day
  /// The bookings that are let go.
  public let released: [Booking]
  /// The asks waiting for an answer that are let go.
  public let holdsEnded: [Booking]
  /// What had begun by then and isn't over: it is left as it is.
  public let begun: [Booking]
  /// What must come down, each with its task, whether opened now or by an earlier withdrawal.
  public let mustComeDown: [PlacementRecord]
  /// What can't be called back.
  public let beyondRecall: [PlacementRecord]
  /// What had been taken down already.
  public let removedBefore: [PlacementRecord]
  /// What its holder had refused to take down.
  public let refusedBefore: [PlacementRecord]
  /// What is out there and isn't reached by this.
  public let staying: [PlacementRecord]
  /// What was shown and is reached by this, while nobody has said where it is.
  public let shownUnplaced: [Shown]

  /// The organisations whose first asks the peer takes, and that are all held back from now on.
  public let firstAsksHeldBack: [OrganisationID]
  /// The organisations whose first asks the peer still takes, for what this doesn't reach.
  public let firstAsksLeft: [OrganisationID]

  /// The engagements of which something is let go.
  public var engagements: [EngagementID] { (released + holdsEnded).map(\.engagement) }
}

extension PeerRecord {
  /// What a withdrawal does to this record, and the entries that say so.
  ///
  /// - Parameters:
  ///   - scope: what is withdrawn.
  ///   - day: the day on which it was lodged.
  ///   - now: the moment recorded, from which it acts.
  ///   - removalDays: how many days a holder has to take something down.
  /// - Returns: what becomes of everything, and the entries in their order.
  func withdrawing(
    _ scope: Revocation.Scope, on day: Day, at now: Instant, removalDays: Int
  ) -> (withdrawal: Withdrawal, happenings: [Happening]) {
    let today = zone.day(at: now)
    var after = self
    var happenings = [Happening.withdrew(day: day, scope: scope)]
    after.apply(happenings[0])
    let before = Set(sessionsNoLongerCovered(at: now) + begunSessionsNoLongerCovered(at: now))
    let releases = after.sessionsNoLongerCovered(at: now).filter { !before.contains($0) }
    let begun = after.begunSessionsNoLongerCovered(at: now).filter { !before.contains($0) }
    let reached = placements.all.map(\.placement).filter {
      after.isWithdrawn($0) && (reaches($0, scope) || !isWithdrawn($0))
    }
    happenings += releases
    happenings += reached.compactMap { after.removal(of: $0, opened: today, days: removalDays) }
    for happening in happenings.dropFirst() { after.apply(happening) }

    let ids = Set(reached.map(\.id))
    let (inside, outside) = (
      after.placements.all.filter { ids.contains($0.placement.id) },
      after.placements.all.filter { !ids.contains($0.placement.id) }
    )
    func standing(_ state: PlacementState) -> [PlacementRecord] {
      inside.filter { $0.state(on: today) == state }
    }
    let bookings = releases.compactMap { booking(of: $0, on: today) }
    let heldBack = after.holdsBackFirstAsksFrom
    let left = after.takesFirstAsksFrom.filter { !heldBack.contains($0) }
    func named(_ organisation: OrganisationID) -> Bool {
      scope.organisation == nil || scope.organisation == organisation
    }
    let withdrawal = Withdrawal(
      scope: scope, day: today, released: bookings.filter { !$0.wasWaiting }.map(\.booking),
      holdsEnded: bookings.filter(\.wasWaiting).map(\.booking),
      begun: begun.compactMap { booking(of: $0, on: today)?.booking },
      mustComeDown: standing(.live), beyondRecall: standing(.beyondRecall),
      removedBefore: standing(.removed), refusedBefore: standing(.removalRefused),
      staying: outside.filter { $0.state(on: today) == .live && $0.openTask == nil },
      shownUnplaced: after.shownUnplaced { shown in
        after.isWithdrawn(shown) && (reaches(shown, scope) || !isWithdrawn(shown))
      },
      firstAsksHeldBack: heldBack.filter(named), firstAsksLeft: left.filter(named))
    return (withdrawal, happenings)
  }

  /// The exposures that took place, have no placement, and would be reached if they had one.
  ///
  /// A web page shown on 4 May, of which no `placement add` tells: it may still be there.
  private func shownUnplaced(reached: (Placement) -> Bool) -> [Withdrawal.Shown] {
    let placed = Set(placements.all.map(\.placement.use))
    return engagements.flatMap { engagement in
      engagement.sessions.compactMap { session -> Withdrawal.Shown? in
        guard session.kind == .exposure,
          session.state == .completed || session.state == .endedEarly,
          !placed.contains(session.use), let id = PlacementID(session.use.text)
        else { return nil }
        let assumed = Placement(
          id: id, use: session.use, medium: .page, holder: engagement.organisation, address: nil,
          story: engagement.story, purpose: session.purpose, channel: session.channel,
          organisation: engagement.organisation, placedOn: session.first)
        guard reached(assumed) else { return nil }
        return Withdrawal.Shown(
          use: session.use, day: session.first, organisation: engagement.organisation,
          channel: session.channel)
      }
    }.sorted { ($0.day, $0.use) < ($1.day, $1.use) }
  }

  /// The entry that opens the task to take a placement down; nothing where there is one already,
  /// or nothing is left to do.
  func removal(of placement: Placement, opened: Day, days: Int) -> Happening? {
    guard let kept = placements[placement.id], kept.task == nil, kept.state(on: opened) == .live
    else { return nil }
    let task = RemovalTask(opened: opened, days: days, for: placement)
    return .placing(.removalOpened(placement.id, day: opened, deadline: task.deadline))
  }

  /// What of a booking is let go, and whether it was still waiting for an answer.
  private func booking(
    of release: Happening, on today: Day
  ) -> (booking: Withdrawal.Booking, wasWaiting: Bool)? {
    guard case .released(let id, let places, _) = release, let engagement = engagement(id) else {
      return nil
    }
    guard let first = places.map({ engagement.sessions[$0].first }).min() else { return nil }
    let states = engagement.sessions.map { engagement.state(of: $0, on: today) }
    return (
      Withdrawal.Booking(
        engagement: id, organisation: engagement.organisation, event: engagement.event,
        first: first, sessions: places.count,
        isPart: states.indices.contains { !places.contains($0) && states[$0].isBooked }),
      places.contains { states[$0] == .held }
    )
  }
}
