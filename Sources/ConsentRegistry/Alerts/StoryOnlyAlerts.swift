/// `token.storyOnly`: nearly all that a peer did within a year was telling their story.
///
/// A share of 0.8 from 5 on: 4 engagements with a telling and 1 piece of work that needed no story
/// are told; 3 and 2 aren't, and neither are 4 and none. Counted by what took place, never by what
/// was offered: that would show what the peer declined.
extension AlertSearch {
  func storyOnly(_ peer: ReportedPeer) -> [AlertItem] {
    let alerts = peer.registrys.alerts
    let window = AlertArithmetic.year
    // Each engagement with the days of its tellings.
    var tellings: [EngagementID: (organisation: OrganisationID, days: [Day])] = [:]
    for use in peer.uses.uses where use.kind == .telling && use.tookPlace(by: peer.day) {
      tellings[use.engagement, default: (use.organisation, [])].days.append(use.first)
    }
    let work = peer.record.work.items.compactMap(\.doneOn).filter { $0 <= peer.day }
    func stories(upTo day: Day) -> [OrganisationID] {
      tellings.values.filter { engagement in
        engagement.days.contains { AlertArithmetic.isWithin(window, upTo: day, $0) }
      }.map(\.organisation)
    }
    func did(upTo day: Day) -> Int {
      work.count { AlertArithmetic.isWithin(window, upTo: day, $0) }
    }
    let days = tellings.values.flatMap(\.days) + work
    let since = AlertArithmetic.since(
      peer.day, changing: days + days.map { $0.adding(window) }
    ) { day in
      let stories = stories(upTo: day).count
      let all = stories + did(upTo: day)
      return stories > 0 && all >= alerts.storyOnlyFrom
        && AlertArithmetic.isReached(alerts.storyOnlyShare, by: stories, of: all)
    }
    guard let since else { return [] }
    let told = stories(upTo: peer.day)
    return [
      AlertItem(
        .tokenStoryOnly, key: AlertKey(.tokenStoryOnly, peer.peer.text), peer: peer.peer,
        day: days.filter { $0 <= peer.day }.max(), since: since,
        facts: .storyOnly(
          stories: told.count, of: told.count + did(upTo: peer.day), days: window,
          organisations: AlertArithmetic.mostFirst(told)))
    ]
  }
}
