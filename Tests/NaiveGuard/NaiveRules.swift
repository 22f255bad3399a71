/// The rules, in the order in which reasons are told.
enum NaiveRule: String, CaseIterable, Sendable {
  case consentMissing = "consent.missing"
  case consentRevoked = "consent.revoked"
  case consentNotInForce = "consent.notInForce"
  case releaseMissing = "release.missing"
  case boundaryTopic = "boundary.topic"
  case pauseActive = "pause.active"
  case readinessNotBefore = "readiness.notBefore"
  case restPeriod = "rest.period"
  case capRolling = "cap.rolling"
  case capEngagement = "cap.engagement"
  case capLifetime = "cap.lifetime"
  case loadLimit = "load.limit"
  case askCap = "ask.cap"
  case askQuiet = "ask.quiet"
  case relationIndependence = "relation.independence"
  case careMissing = "care.missing"
  case careOverdue = "care.overdue"
  case payUnstated = "pay.unstated"
  case payOverdue = "pay.overdue"
  case noticeShort = "notice.short"

  /// What the peer alone may set aside for one request.
  static let maySetAside: Set<NaiveRule> = [
    .restPeriod, .capRolling, .capEngagement, .capLifetime, .loadLimit, .noticeShort,
  ]

  /// What an asker never reads of.
  static let unseen: Set<NaiveRule> = [
    .pauseActive, .readinessNotBefore, .restPeriod, .capRolling, .capLifetime, .loadLimit,
    .askCap, .askQuiet,
  ]

  static let consents: Set<NaiveRule> = [.consentMissing, .consentRevoked, .consentNotInForce]
}

extension NaiveCase {
  /// Whether a rule denies the block; a rule set aside for this request never does.
  func fails(_ rule: NaiveRule, _ block: Block) -> Bool {
    if isSetAside(rule) { return false }
    switch rule {
    case .consentMissing: return block.sessions.contains { covering($0).isEmpty }
    case .consentRevoked:
      return block.sessions.contains { !covering($0).isEmpty && unrevoked($0).isEmpty }
    case .consentNotInForce: return block.sessions.contains { notInForce($0) }
    case .releaseMissing: return releaseMissing(block)
    case .boundaryTopic:
      return (request.topics ?? []).contains { !["share", "askFirst"].contains(listing(of: $0)) }
    case .pauseActive: return paused(block)
    case .readinessNotBefore:
      guard let day = standing.notBefore else { return false }
      return block.first < day.number
    case .restPeriod: return rested.contains { conflicts(block, with: $0) }
    case .capRolling: return rollingFails(block)
    case .capEngagement: return engagementFails(block, own)
    case .capLifetime: return lifetimeFails(block)
    case .loadLimit: return loadFails(block)
    case .askCap: return askCapFails()
    case .askQuiet: return quiet(block)
    case .relationIndependence: return dependent()
    case .careMissing: return careMissing(block)
    case .careOverdue: return (standing.careOverdue ?? []).contains(request.organisation)
    case .payUnstated:
      guard let offer = request.offer else { return true }
      return !(offer.unpaid ?? false) && !offer.statesPay
    case .payOverdue: return (standing.payOverdue ?? []).contains(request.organisation)
    case .noticeShort:
      let notice = block.sessions.map { session in
        max(policy.notice(channel: session.channel), own.notice(channel: session.channel))
      }
      return block.first - today < (notice.max() ?? 0)
    }
  }

  func isSetAside(_ rule: NaiveRule) -> Bool {
    NaiveRule.maySetAside.contains(rule) && (standing.exceptions ?? []).contains(rule.rawValue)
  }

  func listing(of topic: String) -> String {
    standing.topics?[request.story]?[topic] ?? "unlisted"
  }

  private func releaseMissing(_ block: Block) -> Bool {
    if (standing.waives ?? []).contains("release") { return false }
    for session in block.sessions where session.kind == "exposure" {
      guard let use = session.of, (standing.released ?? []).contains(use) else { return true }
    }
    return false
  }

  private func paused(_ block: Block) -> Bool {
    for pause in standing.pauses ?? [] {
      let last = pause.until?.number ?? Int.max
      for day in [today] + Array(block.first...block.last)
      where pause.from.number <= day && day <= last {
        return true
      }
    }
    return false
  }

  private func askCapFails() -> Bool {
    var all = 0
    var byThisOne = 0
    for ask in standing.asks ?? [] {
      let age = today - ask.day.number
      guard age >= 0, age < own.asksDays else { continue }
      all += 1
      if ask.organisation == request.organisation { byThisOne += 1 }
    }
    return all >= own.asksAtMost || byThisOne >= own.asksPerOrganisation
  }

  private func quiet(_ block: Block) -> Bool {
    for quiet in standing.quiet ?? [] where quiet.organisation == request.organisation {
      if quiet.until.number < today { continue }
      guard let purpose = quiet.purpose else { return true }
      if block.sessions.contains(where: { $0.purpose == purpose }) { return true }
    }
    return false
  }

  private func dependent() -> Bool {
    let tied = !(standing.ties?[request.organisation] ?? []).isEmpty
    let named = !(request.relations ?? []).isEmpty
    guard tied || named else { return false }
    guard let contact = standing.independentContact else { return true }
    return contact.organisation == request.organisation
  }

  private func careMissing(_ block: Block) -> Bool {
    if block.tellings.isEmpty || (standing.waives ?? []).contains("care") { return false }
    guard request.support?.person != nil, let debrief = request.support?.debriefOn else {
      return true
    }
    // The debrief day moves with the block's last day.
    return debrief.number + (block.last - lastDayAsAsked) < block.last
  }
}
