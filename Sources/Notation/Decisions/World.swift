package import ConsentRegistry

/// A decision as data: a standing, a policy, a day and a request, with no registry behind them.
///
/// Scenarios and outside comparisons are written so, one JSON object a line.
package struct World: Sendable {
  /// The peer's home day.
  package let today: Day
  /// How many days ahead to look for a day that would pass.
  package let horizon: Int
  /// The policy that binds.
  package let policy: Policy
  /// What the peer's entries add up to.
  package let standing: Standing
  /// What is asked.
  package let request: UseRequest

  /// Reads a world; absent lists are empty, an absent policy is the initial one.
  ///
  /// - Throws: the first fault with its path, such as `standing.consents[0].until`.
  package init(from json: JSON, zones: @escaping ZoneFinder) throws(JSONFault) {
    var fields = try Fields(json)
    today = try fields.day("today")
    horizon = try fields.optionalInt("horizon", in: 0...36_600) ?? Guard.horizon
    if let (json, path) = fields.value("policy") {
      policy = try PolicyNotation.policyOfWorld(from: json, at: path)
    } else {
      policy = .initial
    }
    let (standingJSON, standingPath) = try fields.required("standing")
    standing = try StandingNotation(zones: zones, policy: policy)
      .standing(from: standingJSON, at: standingPath)
    let (requestJSON, requestPath) = try fields.required("request")
    request = try RequestNotation(zones: zones).request(from: requestJSON, at: requestPath)
    try fields.end()
  }

  /// The full decision, for the peer and the custodian.
  package var decision: Decision {
    Guard.decide(
      request, standing: standing, policy: policy, today: today, horizon: horizon)
  }

  /// The asker's decision, with nothing private in it.
  package var askerDecision: AskerDecision {
    Guard.decideForAsker(
      request, standing: standing, policy: policy, today: today, horizon: horizon)
  }
}
