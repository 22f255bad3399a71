import ConsentRegistry
import Notation

/// The parts of a peer's own record on what came after: where the story is, care, pay, other work.
extension OwnRecordReading {
  var placements: OwnRecord.Part {
    let rows = record.placements.all.map { kept in
      let placement = kept.placement
      return [
        placement.id.text, plain(placement.medium.code),
        placement.holder.map(name(of:)) ?? "nobody known", placement.story.text,
        placement.purpose?.inWords ?? "not known", placement.address ?? "",
        PlacementLayout.standing(kept, on: today), kept.moved?.proof ?? "",
      ]
    }
    return .init(
      name: "placements", heading: "Where your story is",
      words: "Recordings, prints, posts and pages, and what must come down by when.",
      columns: ["Placement", "What", "Held by", "Story", "What for", "Where", "Now", "Proof"],
      rows: rows, empty: "No place is written down, and nothing has to come down.")
  }

  var checkIns: OwnRecord.Part {
    let rows = record.checkIns(policy: policy).map { checkIn in
      [
        name(of: checkIn.organisation), checkIn.after.inWords, checkIn.dueOn.inWords,
        checkIn.state(on: today).code, checkIn.saidOn?.inWords ?? "–",
        checkIn.confirmedOn?.inWords ?? "–", checkIn.engagement.text,
      ]
    }
    return .init(
      name: "checkins", heading: "Who is to check in with you",
      words: "Whoever asked for a telling asks afterwards how you are.",
      columns: [
        "Who", "After", "Due by", "Standing", "Said by the organisation", "Confirmed by you",
        "Booking",
      ], rows: rows, empty: "No check-ins are owed.")
  }

  var pay: OwnRecord.Part {
    let rows = record.dues(policy: policy).map { due in
      [
        name(of: due.organisation), due.cause.inWords, due.amount?.inWords ?? due.words ?? "–",
        due.dueOn.inWords, due.state(on: today).code,
        due.said.payments.map { payment in
          (payment.amount.map { "\($0.inWords), " } ?? "") + "on \(payment.day.inWords)"
        }.joined(separator: "; "),
        due.said.missingSince.map { "missing since \($0.inWords)" }
          ?? due.said.confirmedOn.map { "it came, \($0.inWords)" } ?? "–",
        due.said.answers.map { "\($0.words ?? "(words erased)") (\($0.day.inWords))" }
          .joined(separator: "; "),
        due.cause.id,
      ]
    }
    return .init(
      name: "pay", heading: "What you are owed, and what has come",
      words: "What the organisation says it paid, and what you say, each in its column.",
      columns: [
        "Who", "What", "Amount", "Due by", "Standing", "Paid, they say", "You say",
        "What they answered", "For",
      ], rows: rows, empty: "Nothing is owed.")
  }

  var given: OwnRecord.Part {
    let rows = record.owing.contributions.map { given in
      [
        name(of: given.organisation), given.kind.code, given.words ?? "", given.day.inWords,
        lengthInWords(minutes: given.minutes), given.costToPeer?.inWords ?? "none",
        given.isPaidTime ? "yes" : "no",
        record.owing.contributionsConfirmed[given.id]?.inWords ?? "–", given.id.text,
      ]
    }
    return .init(
      name: "given", heading: "Training and supervision you were given",
      words: "It is told as the organisation's word, until you confirm it.",
      columns: [
        "By", "What", "Of what", "Day", "How long", "Cost to you", "Paid time",
        "Confirmed by you", "Id",
      ], rows: rows, empty: "None is written down.")
  }

  var offers: OwnRecord.Part {
    let rows = record.work.items.map { item in
      [
        item.offer.offeredOn.inWords, name(of: item.offer.organisation), item.offer.words ?? "–",
        item.offer.day?.inWords ?? "not fixed", lengthInWords(minutes: item.offer.minutes),
        item.offer.pay.inWords, standing(item), item.isSilent ? "kept quiet for you" : "",
        item.offer.id.text,
      ]
    }
    return .init(
      name: "offers", heading: "Work you were offered",
      words: "Work that needs no story. "
        + (record.work.isWantedWhileResting
          ? "Offers are told during a rest or pause too."
          : "Offers that come during a rest or pause are listed silently."),
      columns: [
        "Offered on", "By", "Work", "Day", "Takes", "Pay", "Standing", "How it came", "Offer",
      ], rows: rows, empty: "No work was offered.")
  }

  private func standing(_ item: WorkOffers.Item) -> String {
    let on = item.answer.map { ", on \($0.day.inWords)" } ?? ""
    return switch item.state(on: today) {
    case .waiting: "waiting until \(item.offer.replyUntil.inWords)"
    case .accepted: "you said yes" + on
    case .declined: "you said no" + on
    case .lapsed: "lapsed; silence is no"
    case .done: "done on \(item.doneOn?.inWords ?? "a day")"
    }
  }
}
