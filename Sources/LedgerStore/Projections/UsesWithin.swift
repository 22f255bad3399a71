package import ConsentRegistry

extension Ledger {
  /// Whether any use is of an organisation, an event and a story, as far as they are asked for.
  package func hasUse(within scope: ReportScope) throws(LedgerError) -> Bool {
    let (organisation, event, story) = (
      scope.organisation?.text, scope.event?.text, scope.story?.text
    )
    return try first(
      """
      SELECT 1 FROM use
      WHERE organisation = coalesce(\(organisation), organisation)
        AND (\(event) IS NULL OR event = \(event)) AND story = coalesce(\(story), story)
      LIMIT 1
      """
    ) { $0.int64(0) } != nil
  }
}
