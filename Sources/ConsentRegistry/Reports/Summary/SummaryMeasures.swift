extension SummaryReport {
  /// What each figure is, and what is withheld, in words.
  public static let measures: [Measure] = {
    let quarter = "each quarter of a calendar year that is over, by the peer's home days"
    let due = "each quarter of a calendar year that is over, by the day on which it was due"
    let rule = SummaryRule()
    return [
      Measure(
        "Peers",
        "Peers who told their story at least once; one who told in two quarters, or for "
          + "two organisations, is one peer in the total.", window: quarter),
      Measure("Tellings", "Tellings that took place.", window: quarter),
      Measure(
        "Exposures", "Recordings and texts used again.", window: quarter),
      Measure("Paid on time", "Pay that was paid by its due day.", window: due),
      Measure("Paid late", "Pay that was paid after its due day.", window: due),
      Measure(
        "Pay overdue", "Pay past its due day that is still owed on the report's day.", window: due),
      Measure("Check-ins in time", "Check-ins made by their due day.", window: due),
      Measure("Check-ins late", "Check-ins made after their due day.", window: due),
      Measure(
        "Check-ins overdue", "Check-ins past their due day that weren't made by the report's day.",
        window: due),
      Measure("Work without a story", "Work that needed no story and was done.", window: quarter),
      Measure(
        "Rest broken",
        "Tellings that came before the rest after the one before was over, unless "
          + "the peer had allowed it.", window: quarter),
      Measure(
        "Caps broken",
        "Uses that were more than a cap allows, once for each cap, unless the peer "
          + "had allowed it.", window: quarter),
      Measure(
        "Load broken",
        "Days of a telling on which more weighed on a peer than the limit, unless "
          + "the peer had allowed it.", window: quarter),
      Measure(
        "What is withheld",
        "Counts of 1 to \(rule.limit), counts from fewer than \(rule.fewestPeers) peers, and every "
          + "count that would give one of these away: if one quarter of a line is withheld all four "
          + "are, zeros too, and only the year's total may stand; where fewer than "
          + "\(rule.fewestLines) lines of a figure are withheld, others are beside them.",
        window: "every line of every figure, by itself and beside the others"),
      Measure(
        "All organisations",
        "Printed by quarter only where what is left of each quarter, once the printed lines are "
          + "taken away, is 0, or at least \(rule.limit) beyond one for each withheld line and no "
          + "more than those lines hold without the greatest; printed at all only where each small "
          + "total that is withheld could be at least \(rule.width) different numbers.",
        window: "each quarter, and the year"),
      Measure(
        "Peers and broken limits",
        "Printed by quarter only where the tellings are, and exposures too for caps; a total only "
          + "beside theirs, and at least \(rule.limit) below it.", window: "each line"),
      Measure(
        "Two summaries",
        "Each year stands by itself and isn't added to another; a summary made again after a late "
          + "entry can show by its difference what was entered, so give out one for each year.",
        window: "calendar years that are over"),
    ]
  }()
}
