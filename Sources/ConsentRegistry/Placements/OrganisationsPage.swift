/// What an organisation reads of a peer: its type can't hold what is another's.
///
/// No name, no reason, no scope or purpose of a withdrawal, no other holder, no other booking.
public struct OrganisationsPage: Hashable, Sendable {
  /// A booking of the organisation's own that isn't available any more; how it ended isn't told.
  public struct Gone: Hashable, Sendable {
    /// The engagement.
    public let engagement: EngagementID
    /// The event, where one is known.
    public let event: EventID?
    /// The first day that is gone.
    public let first: Day
    /// Whether other sessions of it stay booked.
    public let isPart: Bool
  }

  /// Something that the organisation holds.
  public struct Held: Hashable, Sendable {
    /// The placement's id.
    public let id: PlacementID
    /// What it is.
    public let medium: Placement.Medium
    /// Where it is; nothing once the words are erased.
    public let address: String?
    /// Where it stands.
    public let state: PlacementState
    /// The day since which it stands there.
    public let since: Day
    /// By when it must come down, as long as nobody has said what became of it.
    public let openTask: RemovalTask?
    /// Whether no more copies may be made or handed out of what can't be called back.
    public let makesNoMoreCopies: Bool
  }

  /// Who reads.
  public let organisation: OrganisationID
  /// The day on which it is read.
  public let today: Day
  /// The organisation's bookings from today on that aren't available any more.
  public let noLongerAvailable: [Gone]
  /// What the organisation holds.
  public let held: [Held]
}

extension PeerRecord {
  /// What an organisation reads of this peer on a day.
  func page(for organisation: OrganisationID, on today: Day) -> OrganisationsPage {
    OrganisationsPage(
      organisation: organisation, today: today,
      noLongerAvailable: engagements.compactMap { gone($0, to: organisation, on: today) },
      held: placements.all.filter { $0.placement.holder == organisation }.map { kept in
        let state = kept.state(on: today)
        return OrganisationsPage.Held(
          id: kept.placement.id, medium: kept.placement.medium, address: kept.placement.address,
          state: state, since: kept.since(on: today), openTask: kept.openTask,
          makesNoMoreCopies: state == .beyondRecall && isWithdrawn(kept.placement))
      })
  }

  /// Whether an organisation has met this peer: a consent names it, an ask of its own was put to
  /// the peer, or it holds something of theirs.
  ///
  /// What it learnt so stays known to it after a withdrawal, so that it can take things down.
  func hasMet(_ organisation: OrganisationID) -> Bool {
    isKnown(to: organisation)
      || engagements.contains { engagement in
        // A first ask that nobody has said yes to is no meeting: the asker doesn't know of it.
        engagement.organisation == organisation && engagement.askedOn != nil
          && isKnownToAsker(engagement)
      }
      || placements.all.contains { $0.placement.holder == organisation }
  }

  /// What of an organisation's booking is gone, whichever way: all of them read alike.
  private func gone(
    _ engagement: EngagementRecord, to organisation: OrganisationID, on today: Day
  ) -> OrganisationsPage.Gone? {
    guard engagement.organisation == organisation, engagement.askedOn != nil else { return nil }
    let states = engagement.sessions.map { told($0, of: engagement, on: today) }
    let gone = zip(engagement.sessions, states).filter { session, state in
      state == .notAvailable && session.first >= today
    }
    guard let first = gone.map(\.0.first).min() else { return nil }
    return OrganisationsPage.Gone(
      engagement: engagement.id, event: engagement.event, first: first,
      isPart: states.contains { $0 == .waiting || $0 == .confirmed })
  }
}
