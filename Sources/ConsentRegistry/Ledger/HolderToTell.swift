/// An organisation that used a peer's story, or was to: it is to be told when the peer is erased.
public struct HolderToTell: Hashable, Sendable {
  /// Which organisation.
  public let organisation: OrganisationID
  /// How many tellings took place for it.
  public internal(set) var tellings = 0
  /// How many exposures there were.
  public internal(set) var exposures = 0
  /// The recordings, prints, posts and pages that it holds, each as somebody said where it is.
  public internal(set) var placed: [String] = []
  /// The days that were still booked or asked for.
  public internal(set) var booked: [Day] = []

  init(organisation: OrganisationID) { self.organisation = organisation }
}

extension PeerRecord {
  /// Who holds what of the peer's story, of all that is still out there.
  private func placedWith(on today: Day) -> [(OrganisationID, String)] {
    placements.all.compactMap { kept in
      guard let holder = kept.placement.holder, kept.state(on: today) != .removed else {
        return nil
      }
      return (holder, kept.placement.address ?? kept.placement.medium.code)
    }
  }

  /// Who is to be told if this record is erased: whoever used the story, or has booked or asked
  /// for a day that is still to come.
  ///
  /// Two tellings took place for `riverside`, and `lakeside` has booked 20 May: both are told.
  public func holdersToTell(on today: Day) -> [HolderToTell] {
    var holders: [OrganisationID: HolderToTell] = [:]
    for engagement in engagements {
      for session in engagement.sessions {
        let state = engagement.state(of: session, on: today)
        guard state.counts else { continue }
        var holder =
          holders[engagement.organisation] ?? HolderToTell(organisation: engagement.organisation)
        switch (state.isBooked, session.kind) {
        case (true, _): holder.booked.append(session.first)
        case (false, .telling): holder.tellings += 1
        case (false, .exposure): holder.exposures += 1
        }
        holders[engagement.organisation] = holder
      }
    }
    for (organisation, place) in placedWith(on: today) {
      var holder = holders[organisation] ?? HolderToTell(organisation: organisation)
      holder.placed.append(place)
      holders[organisation] = holder
    }
    return holders.values.sorted { $0.organisation < $1.organisation }
  }
}
