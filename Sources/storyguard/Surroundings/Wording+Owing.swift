import ConsentRegistry

extension Wording {
  /// Faults with check-ins, pay, contributions and work, each with the next step.
  static func wordsOnOwing(for error: RegistryError) -> String {
    switch error {
    case .noCheckIn:
      "there is nothing to check in on under that id. `storyguard checkin list` shows what there is."
    case .unknownDue:
      "no such pay is known for this peer. `storyguard pay list` shows what is due; a fee that isn't "
        + "there is recorded with `storyguard pay missing PEER --organisation O --due DAY`."
    case .otherCurrency(let currency):
      "it was offered in \(currency). Say how much of it was paid in \(currency)."
    case .feeExists: "a fee of that id is already here. Choose another id."
    case .contributionExists: "a contribution of that id is already here. Choose another id."
    case .unknownContribution:
      "no contribution of that id is known for this peer. `storyguard contribution list` shows them."
    case .payUnstated:
      "say what is paid, with `--pay 150.00 --currency USD`, or say outright that it is `--unpaid`."
    case .offerExists: "an offer of that id is already here. Choose another id."
    case .unknownOffer:
      "no such offer of work is known here. `storyguard offer list` shows what there is."
    case .offerNotOpen(let state):
      "this offer of work can't take that any more" + (state.map { ": \($0.inWords)." } ?? ".")
    default: "this can't be done here."
    }
  }
}

extension WorkOffers.State {
  /// The state in plain words.
  var inWords: String {
    switch self {
    case .waiting: "waiting for your answer"
    case .accepted: "agreed"
    case .declined: "you said no"
    case .lapsed: "its days to reply are over; silence is no"
    case .done: "done"
    }
  }
}
