/// What withdrawals have left of a consent.
struct ConsentLeft: Hashable, Sendable {
  /// The organisations for which something of it is left, in the order named.
  let organisations: [OrganisationID]
  /// The purposes for which something of it is left.
  let purposes: Choices<Purpose>
  /// Whether anything at all has been taken away.
  let isLess: Bool

  /// Whether nothing is left.
  var isNothing: Bool { organisations.isEmpty }
}

extension PeerRecord {
  /// What withdrawals lodged by a day have left of a consent, by its place in the order recorded.
  ///
  /// Training and fundraising for `riverside` and `northside`: after a withdrawal of fundraising,
  /// training is left for both; after one of `riverside` too, training for `northside`. A
  /// withdrawal of each single purpose leaves as little as one of everything.
  func left(of consent: Consent, at place: Int, on day: Day) -> ConsentLeft {
    // What had ended when it came over from another record of the same person stays ended.
    guard !joining.endedBefore.contains(place) else {
      return ConsentLeft(organisations: [], purposes: [], isLess: true)
    }
    let lodged = revocations.filter { $0.day <= day && $0.reaches(consent, at: place) }
    guard !lodged.isEmpty else {
      return ConsentLeft(
        organisations: consent.organisations, purposes: consent.purposes, isLess: false)
    }
    var organisations: [OrganisationID] = []
    var purposes: Choices<Purpose> = []
    var isLess = false
    for organisation in consent.organisations {
      var isLeft = false
      for purpose in consent.purposes.words {
        for channel in consent.channels.words {
          let isGone = lodged.contains {
            $0.scope.matches(
              story: consent.story, organisation: organisation, purpose: purpose,
              channel: channel, consent: consent)
          }
          if isGone {
            isLess = true
          } else {
            isLeft = true
            purposes.insert(purpose)
          }
        }
      }
      if isLeft { organisations.append(organisation) }
    }
    return ConsentLeft(organisations: organisations, purposes: purposes, isLess: isLess)
  }

  /// The organisations for which something is left of a consent that is live on a day; a consent to
  /// one use alone opens nothing else.
  func organisationsWithLiveConsent(on day: Day) -> Set<OrganisationID> {
    var named: Set<OrganisationID> = []
    for (place, consent) in consents.enumerated()
    where consent.onlyFor == nil && consent.isInForce(on: day) {
      named.formUnion(left(of: consent, at: place, on: day).organisations)
    }
    return named
  }
}
