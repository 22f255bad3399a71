import ConsentRegistry
import Notation

extension AlertPhrases {
  /// What to do now, in a sentence or two.
  ///
  /// A peer never has to do anything about it: they read what they may, and who is to act.
  var now: String {
    guard let latest else { return "" }
    return isPeer ? toPeer(latest) : toCustodian(latest)
  }

  private func toCustodian(_ item: AlertItem) -> String {
    switch item.facts {
    case .overuse:
      "Ask the peer how they are, and speak with \(host) about leaving more time. "
        + "`storyguard report overuse --peer \(peer)` shows the uses."
    case .nearingCap(let cap, let told, let unclosed, _, _):
      (told + unclosed < cap.atMost
        ? "Keep what is left for what the peer wants to do, and ask for work that needs no story. "
        : "Tell those who plan with the peer that it is enough, and ask for work that needs no story. ")
        + "`storyguard report usage --peer \(peer)` shows the caps."
    case .asks:
      "Ask \(alert.organisation?.text ?? "them") to wait before asking again; work that needs no story can be offered at any "
        + "time."
    case .storyOnly:
      "Ask these organisations what else they could offer: `storyguard offer make \(peer) …` is "
        + "for work that needs no story."
    case .concentration:
      "Ask \(host) to spread its invitations, and to offer \(peer) work that needs no story."
    case .noContact:
      "Ask \(host) to be in touch, without wanting anything. "
        + "`storyguard checkin list \(peer)` shows its check-ins."
    case .checkIn(let booking, _, _):
      "Ask \(host) to check in today. "
        + "`storyguard checkin done \(peer) --engagement \(booking)` notes it."
    case .pay(let cause, _, _, _):
      "Ask \(host) to pay now. `storyguard pay done \(peer) \(cause.typed)` notes it."
    case .removal(let placement, _, _, let holder, _):
      "Ask \(holder?.text ?? host) to take it down, and to say how one can see that it is gone. "
        + "`storyguard placement state \(peer) \(placement) removed` notes it."
    default: toCustodianStill(item)
    }
  }

  private func toCustodianStill(_ item: AlertItem) -> String {
    switch item.facts {
    case .consentEnds:
      "Ask the peer, with no hurry, whether they want to renew it. Silence is no, and it then ends."
    case .review:
      "Nothing is cancelled for this: speak with the peer and \(host). "
        + "`storyguard booking review \(peer)` says why."
    case .unclosed(let booking, _, _):
      "Ask \(host) what became of it. "
        + "`storyguard complete \(peer) --engagement \(booking)` notes it; with "
        + "`--did-not-take-place` if it didn't."
    case .exceptions:
      "Ask \(host) to plan with more time. Nobody asks whose they were."
    default: ""
    }
  }

  private func toPeer(_ item: AlertItem) -> String {
    let custodian = "Whoever keeps the registry can speak with \(host) for you."
    return switch item.facts {
    case .overuse, .asks:
      "You needn't do anything. \(custodian) `storyguard pause set \(peer)` gives you time."
    case .nearingCap: "You needn't do anything. No organisation is told what is left."
    case .storyOnly, .concentration:
      "You needn't do anything. Work that needs no story can be offered to you at any time."
    case .noContact: "You needn't do anything. \(custodian)"
    case .checkIn(let booking, _, _):
      "It stops \(host)'s next ask until it is made. "
        + "`storyguard checkin confirm \(peer) --engagement \(booking)` says that it was."
    case .pay(let cause, _, _, _):
      "It stops \(host)'s next ask until it is paid. "
        + "`storyguard pay confirm \(peer) \(cause.typed)` says that it has come."
    case .removal: "You needn't do anything. \(custodian)"
    case .consentEnds: "You needn't do anything: it then ends by itself. Renewing is up to you."
    case .review:
      "Nothing is cancelled for this. `storyguard booking review \(peer)` says why."
    case .unclosed: "You needn't do anything: \(host) is to say what became of it."
    case .exceptions: ""
    }
  }
}
