import Foundation

/// The guard written a second time, slowly and plainly, to compare the real one against.
///
/// It shares no code with the registry. Each day of a move is decided anew from the dates.
public enum NaiveGuard {
  /// Decides one world.
  ///
  /// - Parameters:
  ///   - worldLine: one world, as JSON.
  ///   - asCoordinator: whether the asker's decision is wanted, not the full one.
  /// - Returns: one decision, as JSON on one line, without `detail`.
  /// - Throws: `NaiveFault`, if the line is not a world.
  public static func decide(
    worldLine: String, asCoordinator: Bool
  ) throws(NaiveFault) -> String {
    do {
      let world = try JSONDecoder().decode(NaiveWorld.self, from: Data(worldLine.utf8))
      let asked = try NaiveCase(world: world)
      return try asCoordinator ? asked.askersDecision() : asked.fullDecision()
    } catch let fault as NaiveFault {
      throw fault
    } catch {
      throw .unreadableWorld
    }
  }
}

extension NaiveCase {
  private var horizon: Int { world.horizon ?? 730 }

  func fullDecision() throws -> String {
    let asAsked = try block(movedBy: 0)
    let failing = NaiveRule.allCases.filter { fails($0, asAsked) }
    var lifts: [NaiveRule: Int] = [:]
    var earliest: Int?
    for days in 0...horizon {
      let moved = try block(movedBy: days)
      for rule in NaiveRule.allCases where lifts[rule] == nil && !fails(rule, moved) {
        lifts[rule] = moved.first
      }
      // Until each rule has passed on some day, all together can't have.
      guard lifts.count == NaiveRule.allCases.count else { continue }
      if NaiveRule.allCases.allSatisfy({ !fails($0, moved) }) {
        earliest = moved.first
        break
      }
    }
    let reasons = failing.map {
      "{\"rule\":\"\($0.rawValue)\",\"liftsOn\":\(Self.text(day: lifts[$0]))}"
    }
    let warnings = warnings(asAsked, longMinutes: own.longMinutes, consentFails: false)
    return "{\"verdict\":\"\(failing.isEmpty ? "permit" : "deny")\","
      + "\"earliest\":\(Self.text(day: earliest)),"
      + "\"reasons\":[\(reasons.joined(separator: ","))],"
      + "\"warnings\":[\(Self.text(rules: warnings))]}"
  }

  func askersDecision() throws -> String {
    let asAsked = try block(movedBy: 0)
    let failing = NaiveRule.allCases.filter { fails($0, asAsked) }
    let consentFails = failing.contains { NaiveRule.consents.contains($0) }
    let available = !privateRuleFails(asAsked)
    var told: [String] = consentFails ? ["consent"] : []
    for rule in failing where isTold(rule, asAsked, consentFails: consentFails) {
      told.append(rule.rawValue)
    }
    var notBefore: Int?
    if !consentFails && !available && !standsInRestAfterEndedEarly(asAsked) {
      for days in 0...horizon {
        let moved = try block(movedBy: days)
        if NaiveCalendar.isMonday(moved.first) && !privateRuleFails(moved) {
          notBefore = moved.first
          break
        }
      }
    }
    let warnings = warnings(
      asAsked, longMinutes: policy.longMinutes, consentFails: consentFails)
    return "{\"verdict\":\"\(failing.isEmpty ? "permit" : "deny")\","
      + "\"reasons\":[\(Self.text(rules: told))],"
      + "\"available\":\(consentFails ? "null" : available ? "true" : "false"),"
      + "\"notBefore\":\(Self.text(day: notBefore)),"
      + "\"warnings\":[\(Self.text(rules: warnings))]}"
  }

  /// Whether the asker may read that this failing rule fails.
  private func isTold(_ rule: NaiveRule, _ block: Block, consentFails: Bool) -> Bool {
    if NaiveRule.consents.contains(rule) || NaiveRule.unseen.contains(rule) { return false }
    if consentFails && [.releaseMissing, .boundaryTopic, .capEngagement].contains(rule) {
      return false
    }
    return rule != .capEngagement || engagementFails(block, policy)
  }

  private func privateRuleFails(_ block: Block) -> Bool {
    if NaiveRule.allCases.contains(where: { NaiveRule.unseen.contains($0) && fails($0, block) }) {
      return true
    }
    return fails(.capEngagement, block) && !engagementFails(block, policy)
  }

  private static func text(day: Int?) -> String {
    day.map { "\"\(NaiveCalendar.name(of: $0))\"" } ?? "null"
  }

  private static func text(rules: [String]) -> String {
    rules.map { "{\"rule\":\"\($0)\"}" }.joined(separator: ",")
  }
}
