extension GivebackReport {
  /// What each figure is, in words.
  ///
  /// Each but what was taken, what is overdue and the work stands twice: as the organisation says,
  /// and as peers have confirmed.
  public var measures: [Measure] {
    let window = Measure.asAskedFor
    return [
      Measure(
        "Taken",
        "Tellings and exposures that took place for the organisation, and the peers whose "
          + "story it was.", window: window),
      Measure(
        "Pay",
        "The money paid for uses, added up currency by currency; costs paid back stand apart, "
          + "and things given in place of money are counted.", window: window),
      Measure(
        "Paid on time, late",
        "Whatever was owed for a use or for work, by whether it was paid by "
          + "its due day or after it.", window: window),
      Measure(
        "Overdue",
        "What is past its due day and not paid; where the peer has said that it is "
          + "missing, only their word ends it.", window: window),
      Measure(
        "Days to pay", "From the end of a use until its pay: half of it came within so many days.",
        window: window),
      Measure(
        "Work without a story",
        "Offers of such work whatever was answered, what of it was done, and "
          + "the pay for it.", window: window),
      Measure(
        "Training and supervision",
        "Minutes of each, what they cost peers, and whether that time "
          + "was paid.", window: window),
      Measure(
        "Said, confirmed",
        "\"Said\" is what the organisation says; \"confirmed\" is what peers have "
          + "said they got. What isn't confirmed may still be so: not every peer says it.",
        window: window),
    ]
  }
}
