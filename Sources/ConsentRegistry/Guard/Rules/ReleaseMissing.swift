/// `release.missing`: a recording or text would be used whose final version the peer hasn't released.
///
/// Consent to be recorded and release of the finished piece are two answers. A peer may waive
/// seeing final versions.
enum ReleaseMissing: Rule {
  static let code = RuleCode.releaseMissing

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    guard !inquiry.standing.waives.contains(.release) else { return nil }
    for session in inquiry.request.sessions {
      guard case .exposure(_, let use) = session.time else { continue }
      if let use, inquiry.standing.released.contains(use) { continue }
      return Finding(.versionNotReleased, retry: .never)
    }
    return nil
  }
}
