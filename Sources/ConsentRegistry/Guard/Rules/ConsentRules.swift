extension Inquiry {
  /// How far the consents reach for one session, its days apart.
  enum Cover {
    /// No single consent covers it.
    case none
    /// Some would, and each has been withdrawn.
    case withdrawn
    /// Some do.
    case standing
  }

  /// Calls back with each consent that covers a session and hasn't been withdrawn for it.
  func forEachStandingConsent(session index: Int, _ body: (Consent) -> Void) {
    _ = cover(session: index, body)
  }

  /// How far the consents reach for one session; calls back with each that stands.
  @discardableResult
  func cover(session index: Int, _ body: (Consent) -> Void = { _ in }) -> Cover {
    let session = request.sessions[index]
    var cover = Cover.none
    for (place, consent) in standing.consents.enumerated()
    where consent.covers(session, of: request) {
      if standing.revocations.takeAway(consent, at: place, for: session, of: request) {
        if case .none = cover { cover = .withdrawn }
      } else {
        cover = .standing
        body(consent)
      }
    }
    return cover
  }
}

/// `consent.missing`: for some session no single consent covers all that it asks.
///
/// A consent for training in person and another for advocacy online don't add up to one for
/// training online.
enum ConsentMissing: Rule {
  static let code = RuleCode.consentMissing

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    for index in block.sessions.indices {
      if case .none = inquiry.cover(session: index) {
        return Finding(.noConsent(gaps: nearestGaps(inquiry, index)), retry: .never)
      }
    }
    return nil
  }

  /// What the nearest consent for this story and organisation leaves open.
  static func nearestGaps(_ inquiry: Inquiry, _ index: Int) -> [ConsentGap] {
    let request = inquiry.request
    let session = request.sessions[index]
    var nearest: [ConsentGap]?
    for (place, consent) in inquiry.standing.consents.enumerated()
    where consent.story == request.story && consent.organisations.contains(request.organisation) {
      guard
        !inquiry.standing.revocations.takeAway(consent, at: place, for: session, of: request)
      else { continue }
      let gaps = consent.gaps(session)
      if gaps.count < nearest?.count ?? .max { nearest = gaps }
    }
    return nearest ?? []
  }
}

/// `consent.revoked`: for some session, all consents that would cover it have been withdrawn.
///
/// Given on 1 January, withdrawn for fundraising on 1 March: a donor dinner is refused from
/// 1 March on, a training isn't.
enum ConsentRevoked: Rule {
  static let code = RuleCode.consentRevoked

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    for index in block.sessions.indices {
      if case .withdrawn = inquiry.cover(session: index) {
        return Finding(.consentWithdrawn, retry: .never)
      }
    }
    return nil
  }
}

/// `consent.notInForce`: for some session no standing consent is in force today, or none on all
/// days of the session.
///
/// Today and the session's days may rest on different consents: one until 30 April and its
/// renewal from 1 May together allow an ask on 20 April for 5 May.
enum ConsentNotInForce: Rule {
  static let code = RuleCode.consentNotInForce

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    var then: Finding?
    for index in block.sessions.indices {
      let session = block.sessions[index]
      let today = inquiry.today
      var isInForceToday = false
      var isInForceThen = false
      var nextBegins = Int.max
      let cover = inquiry.cover(session: index) { consent in
        if consent.isInForce(on: today) { isInForceToday = true }
        if consent.from <= session.first, session.last <= consent.until { isInForceThen = true }
        if consent.from > session.first {
          nextBegins = min(nextBegins, session.first.days(until: consent.from))
        }
      }
      guard case .standing = cover else { continue }
      // Today stays where it is, so no move of the block can mend this one.
      if !isInForceToday { return Finding(.consentNotToday, retry: .never) }
      if !isInForceThen {
        let retry = nextBegins == .max ? Finding.Retry.never : .after(days: nextBegins)
        switch (then?.retry, retry) {
        case (.never, _): break
        case (.after(let days), .after(let more)) where days >= more: break
        default: then = Finding(.consentNotThen, retry: retry)
        }
      }
    }
    return then
  }
}
