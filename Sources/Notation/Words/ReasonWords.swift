package import ConsentRegistry

/// Every reason, warning and answer of the guard in plain words, each with what would make it a yes.
package enum ReasonWords {
  /// A reason for those who may read everything: the peer, and the custodian's records.
  package static func detail(_ reason: Reason) -> String {
    detail(reason.facts) + lift(reason)
  }

  /// The same for the peer themself, who is the one that can change much of it.
  package static func detailToPeer(_ reason: Reason) -> String {
    let words: String? =
      switch reason.facts {
      case .noConsent(let gaps):
        "No consent of yours covers this"
          + (gaps.isEmpty
            ? ". Only you can give one."
            : ": none reaches \(gaps.map(\.inWords).joined(separator: ", ")). "
              + "Only you can widen one.")
      case .consentWithdrawn: "You have withdrawn the consent for this. Only a new one would do."
      case .versionNotReleased: "You haven't released the final version yet."
      case .notReadyBefore(let day): "You have chosen not to speak before \(day.inWords)."
      case .noIndependentContact:
        "This organisation is more to you than a host. You need a contact of your own choice "
          + "outside it first."
      case .peopleInTheRoom:
        "You don't speak where people you work with, serve or are looked after by will be."
      case .checkInOwed: "This organisation still owes you a check-in after an earlier telling."
      case .payOwed: "This organisation still owes you pay for an earlier use."
      case .ownChoice: "Your own choice."
      default: nil
      }
    guard let words else { return detail(reason) }
    return words + lift(reason)
  }

  private static func lift(_ reason: Reason) -> String {
    reason.liftsOn.map { " From \($0.inWords) this no longer stands in the way." } ?? ""
  }

  private static func detail(_ facts: Facts) -> String {
    switch facts {
    case .noConsent(let gaps): noConsent(gaps)
    case .consentWithdrawn: "The consent for this has been withdrawn. Only a new one would do."
    case .consentNotToday: "The consent for this isn't in force today. A renewed one would do."
    case .consentNotThen:
      "The consent for this doesn't reach over the days asked for. Other days, or a renewed one, "
        + "would do."
    case .versionNotReleased:
      "The peer hasn't released the final version yet. Show it to them first."
    case .topicsNotOpen(let places):
      "\(counted(places.count, "topic")) asked for \(places.count == 1 ? "isn't" : "aren't") "
        + "open (\(topicPlaces(places))). Leave \(places.count == 1 ? "it" : "them") out."
    case .pausedToday(let until):
      "A pause is running" + (until.map { " until \($0.inWords)" } ?? "")
        + ". Please ask again when it is over."
    case .pausedThen(let until):
      "A pause covers these days"
        + (until.map { ", until \($0.inWords)." } ?? ", with no end set yet.")
    case .notReadyBefore(let day): "The peer has chosen not to speak before \(day.inWords)."
    case .restAfter(let day, let days):
      "\(counted(days, "full day")) of rest are kept after the telling that ends on "
        + "\(day.inWords)."
    case .restBefore(let day, let days):
      "\(counted(days, "full day")) of rest would have to fit before the telling on "
        + "\(day.inWords)."
    case .tellingsOverlap(let first, let last):
      "Another telling is booked on these days"
        + (first == last ? ": \(first.inWords)." : ": \(first.inWords) to \(last.inWords).")
    default: moreDetail(facts)
    }
  }

  private static func moreDetail(_ facts: Facts) -> String {
    switch facts {
    case .capFull(let cap, let from, let count):
      "At most \(counted(cap.atMost, cap.kind.code)) in any \(counted(cap.days, "day")): the days "
        + "from \(from.inWords) would hold \(count)."
    case .blockTooFull(let tellings, let atMost):
      "This asks for \(counted(tellings, "telling")) in one engagement; at most \(atMost) will do."
    case .dayTooFull(let day, let tellings, let atMost):
      "This asks for \(counted(tellings, "telling")) on \(day.inWords); at most \(atMost) will do."
    case .storyToldEnough(let atMost):
      "This story is to be told \(counted(atMost, "time")) in all, and that would be exceeded."
    case .loadTooHigh(let day, let limit):
      "What has been told of late would weigh more than \(limit) on \(day.inWords)."
    case .askedEnough(let atMost, let days, let byThisOrganisation):
      (byThisOrganisation ? "This organisation has" : "All organisations together have")
        + " asked \(counted(atMost, "time")) or more within \(counted(days, "day")). "
        + "Please ask again later."
    case .quietUntil(let day):
      "This organisation isn't to ask for this until after \(day.inWords)."
    case .noIndependentContact:
      "This organisation is more to the peer than a host. They need a contact of their own choice "
        + "outside it first."
    case .peopleInTheRoom:
      "The peer doesn't speak where people they work with, serve or are looked after by will be."
    case .noSupportPerson: "No support person is named. Name one who will be there."
    case .noDebrief(let day):
      "No talk afterwards is planned. Offer one on \(day.inWords) or later."
    case .checkInOwed:
      "This organisation still owes the peer a check-in after an earlier telling. Please make it."
    case .payNotStated: "Say what is paid, or say outright that it is unpaid."
    case .payOwed: "This organisation still owes the peer pay for an earlier use. Please pay it."
    case .tooSoon(let days, let earliest):
      "This needs \(counted(days, "day")) of notice: \(earliest.inWords) or later."
    case .ownChoice: "The peer's own choice."
    default: ""
    }
  }

  /// A reason for the one who asks.
  package static func detail(_ reason: AskerDecision.Reason) -> String {
    switch reason {
    case .consent(let gaps): noConsent(gaps) + " " + firstAsks
    case .releaseMissing: detail(.versionNotReleased)
    case .boundaryTopic(let places): detail(.topicsNotOpen(places))
    case .capEngagement(let tellings, let atMost, onOneDay: false):
      detail(.blockTooFull(tellings: tellings, atMost: atMost))
    case .capEngagement(let tellings, let atMost, onOneDay: true):
      "This asks for \(counted(tellings, "telling")) on one day; at most \(atMost) will do."
    case .relationIndependence:
      "Where an organisation is more to a peer than a host, the peer needs a contact of their own "
        + "choice outside it first."
    case .relationInTheRoom: detail(.peopleInTheRoom)
    case .careNoPerson: detail(.noSupportPerson)
    case .careNoDebrief: "No talk afterwards is planned. Offer one on the last day or later."
    case .careOverdue: detail(.checkInOwed)
    case .payUnstated: detail(.payNotStated)
    case .payOverdue: detail(.payOwed)
    case .noticeShort(let days, let earliest):
      detail(.tooSoon(days: days, earliest: earliest))
    }
  }

  /// A warning, for every reader.
  package static func detail(_ warning: Warning) -> String {
    switch warning {
    case .boundaryAskFirst: "A topic is one that the peer wants to be asked about first."
    case .channelIrreversible: "What goes out this way can't be undone."
    case .sessionLong: "This is long for a telling. Shorter is kinder."
    case .consentEndsSoon: "The consent for this ends soon afterwards."
    case .relationInTheRoom:
      "People whom the peer works with, serves or is looked after by will be there."
    }
  }

  /// What is said of first asks wherever consent lacks, whether or not this one has gone.
  private static let firstAsks =
    "If this person takes first asks from your organisation, they will see your request; you hear "
    + "of it only if they say yes."

  /// What every refusal ends with for the one who asks.
  package static let alternative =
    "You can offer work that needs no story: advising, training, reviewing or facilitating, paid. "
    + "`storyguard offer make` passes it on."

  private static func noConsent(_ gaps: [ConsentGap]) -> String {
    guard !gaps.isEmpty else {
      return "There is no consent for this. Only the peer can give one."
    }
    let sides = gaps.map(\.inWords).joined(separator: ", ")
    return "There is no consent for this: none reaches \(sides). Only the peer can widen one."
  }

  private static func topicPlaces(_ places: [Int]) -> String {
    places.map { "topics[\($0)]" }.joined(separator: ", ")
  }
}

extension ConsentGap {
  /// The side in plain words.
  fileprivate var inWords: String {
    switch self {
    case .purpose: "this purpose"
    case .channel: "this channel"
    case .audience: "this audience"
    case .attribution: "naming the peer this fully"
    case .recording: "recording"
    case .reuse: "using a recording or text again"
    case .days: "these days"
    }
  }
}
