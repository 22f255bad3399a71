extension PeerRecord {
  /// Whether an organisation has to do with the peer in any way that a report could be about.
  public func hasHeard(of organisation: OrganisationID) -> Bool {
    engagements.contains { $0.organisation == organisation }
      || heldBack.contains { $0.organisation == organisation }
      || consents.contains { $0.organisations.contains(organisation) }
      || asking.outside.contains { $0.organisation == organisation }
      || work.items.contains { $0.offer.organisation == organisation }
      || placements.all.contains {
        $0.placement.organisation == organisation || $0.placement.holder == organisation
      }
      || owing.fees.contains { $0.organisation == organisation }
      || owing.contributions.contains { $0.organisation == organisation }
  }
}
