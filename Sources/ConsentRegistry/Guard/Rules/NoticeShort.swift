/// `notice.short`: the block starts sooner than the notice of its channels, the longest among them.
///
/// Seven days of notice: asked on 1 May, 7 May is refused and 8 May passes.
enum NoticeShort: Rule {
  static let code = RuleCode.noticeShort

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    var notice = 0
    for session in block.sessions {
      notice = max(notice, inquiry.policy.notice.days(for: session.channel))
    }
    let earliest = inquiry.today.adding(notice)
    guard block.first < earliest else { return nil }
    return Finding(
      .tooSoon(days: notice, earliest: earliest),
      retry: .after(days: block.first.days(until: earliest)))
  }
}
