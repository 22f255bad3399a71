import ConsentRegistry

extension Verb {
  /// Where recordings and texts are.
  static let placing: [Verb] = [
    Verb("place", weight: 2, by: .peer, .coordinator, then: "move a placement") { scene in
      let id = scene.booking(standing: .completed)
      let organisation = scene.life.bookings[id]?.organisation ?? scene.organisation()
      let new = NewPlacement(
        id: scene.id("place-\(scene.number)"), use: Scene.use(0, of: id), medium: .page,
        holder: organisation, address: "somewhere", day: scene.day(-9...2))
      return Deed("place \(new.use)", .mind(organisation)) { desk, peer in
        _ = try desk.place(
          new, of: peer, actingFor: desk.actor.role == .coordinator ? organisation : nil)
        return .done
      } means: { life, when, _ in
        guard life.bookings[id] != nil, (new.day?.number ?? 0) <= when.day else { return .illegal }
        life.note(made: "placement", new.id, for: organisation)
        return .open
      }
    },
    Verb("move a placement", weight: 2, by: .coordinator) { scene in
      let made = scene.made("placement")
      let (placement, organisation): (PlacementID, _) = (scene.id(made.id), made.organisation)
      return Deed("take down \(placement)", .mind(organisation)) { desk, peer in
        _ = try desk.move(
          placement, of: peer, to: .removed,
          actingFor: desk.actor.role == .coordinator ? organisation : nil)
        return .done
      }
    },
    Verb("release a version", weight: 2, by: .peer) { scene in
      let id = scene.booking()
      return Deed("release the version of \(id)", .speakFor) { desk, peer in
        try desk.releaseVersion(of: Scene.use(0, of: id), by: peer)
        return .done
      } means: { life, _, _ in
        life.bookings[id] == nil ? .illegal : .legal
      }
    },
  ]

  /// What is owed after a telling, and given.
  static let owing: [Verb] = [
    Verb("check in", weight: 2, by: .coordinator) { scene in
      let id = scene.booking(standing: .completed, .endedEarly)
      let organisation = scene.life.bookings[id]?.organisation ?? scene.organisation()
      return Deed("check in after \(id)", .workFor(organisation)) { desk, peer in
        try desk.checkedIn(after: id, of: peer, as: organisation)
        return .done
      } means: { life, when, _ in
        life.hasEnded(id) ? .open : .illegal
      }
    },
    Verb("confirm a check-in", weight: 1, by: .peer) { scene in
      let id = scene.booking(standing: .completed, .endedEarly)
      return Deed("confirm the check-in after \(id)", .speakFor) { desk, peer in
        try desk.confirmCheckIn(after: id, of: peer)
        return .done
      } means: { life, when, _ in
        life.hasEnded(id) ? .open : .illegal
      }
    },
    Verb("pay", weight: 2, by: .coordinator) { scene in
      let id = scene.booking()
      let organisation = scene.life.bookings[id]?.organisation ?? scene.organisation()
      return Deed("pay for \(id)", .workFor(organisation)) { desk, peer in
        _ = try desk.paid(.engagement(id, .remuneration), of: peer, as: organisation)
        return .done
      } means: { life, _, _ in
        life.bookings[id]?.request?.offer.remuneration == nil ? .illegal : .open
      }
    },
    Verb("confirm pay", weight: 1, by: .peer) { scene in
      let id = scene.booking()
      return Deed("confirm the pay for \(id)", .speakFor) { desk, peer in
        try desk.confirmPay(.engagement(id, .remuneration), of: peer)
        return .done
      } means: { life, _, _ in
        life.bookings[id]?.request?.offer.remuneration == nil ? .illegal : .legal
      }
    },
    Verb("miss a fee", weight: 1, by: .peer, then: "answer about a fee") { scene in
      let fee = Fee(
        id: scene.id("fee-\(scene.number)"), organisation: scene.organisation(),
        amount: Money(minor: 8_000, currency: "USD"), dueOn: scene.day(-20...20))
      return Deed("miss a fee by \(fee.organisation)", .speakFor) { desk, peer in
        try desk.missFee(fee, of: peer)
        return .done
      } means: { life, _, _ in
        life.note(made: "fee", fee.id, for: fee.organisation)
        return .legal
      }
    },
    Verb("answer about a fee", weight: 1, by: .coordinator) { scene in
      let made = scene.made("fee")
      let (fee, organisation): (FeeID, _) = (scene.id(made.id), made.organisation)
      return Deed("answer about \(fee)", .workFor(organisation)) { desk, peer in
        try desk.answerPay(.fee(fee), words: "sent on Friday", of: peer, as: organisation)
        return .done
      }
    },
    Verb("give something", weight: 1, by: .coordinator, then: "confirm what was given") { scene in
      let gift = Contribution(
        id: scene.id("gift-\(scene.number)"), organisation: scene.organisation(), kind: .training,
        minutes: 60, costToPeer: nil, isPaidTime: true, day: scene.day(-9...2))
      return Deed("give training by \(gift.organisation)", .workFor(gift.organisation)) {
        desk, peer in
        try desk.contribute(gift, to: peer)
        return .done
      } means: { life, when, _ in
        guard gift.day.number <= when.day else { return .illegal }
        life.note(made: "gift", gift.id, for: gift.organisation)
        return .open
      }
    },
    Verb("confirm what was given", weight: 1, by: .peer) { scene in
      let gift: ContributionID = scene.id(scene.made("gift").id)
      return Deed("confirm \(gift)", .speakFor) { desk, peer in
        try desk.confirmContribution(gift, of: peer)
        return .done
      }
    },
  ]

  /// Work that needs no story.
  static let work: [Verb] = [
    Verb("offer work", weight: 4, by: .coordinator, then: "answer an offer") { scene in
      let draft = WorkDraft(
        organisation: scene.organisation(), day: scene.day(2...30), minutes: 90,
        pay: scene.mostly(.unpaid, else: [nil]), words: "read our leaflet")
      let id: WorkOfferID = scene.id("work-\(scene.number)")
      return Deed("offer work by \(draft.organisation)", .workFor(draft.organisation)) {
        desk, peer in
        try desk.offer(draft, as: id, to: peer)
        return .done
      } means: { life, _, _ in
        guard draft.pay != nil else { return .illegal }
        life.note(made: "work", id, for: draft.organisation)
        return .legal
      }.with {
        $0.isDated = false
        $0.isBlind = true
      }
    },
    Verb("answer an offer", weight: 4, by: .peer, then: "do the work") { scene in
      let made = scene.made("work")
      let id: WorkOfferID = scene.id(made.id)
      let answer: Answer = scene.one(of: [.yes, .yes, .notThisKind])
      return Deed("\(answer) to \(id)", answer == .yes ? .speakFor : .standBy) { desk, peer in
        _ = try desk.answer(answer, toOffer: id, of: peer)
        return .done
      } means: { life, _, _ in
        if answer == .yes { life.note(made: "agreed", id, for: made.organisation) }
        return .open
      }.with { $0.offeredBy = made.organisation }
    },
    Verb("do the work", weight: 3, by: .peer, .custodian) { scene in
      let id: WorkOfferID = scene.id(scene.made("agreed").id)
      return Deed("do \(id)", .speakFor) { desk, peer in
        _ = try desk.workDone(id, of: peer, as: nil)
        return .done
      }
    },
    Verb("want work while resting", weight: 1, by: .peer, .supporter) { scene in
      let isWanted = scene.chance(50)
      return Deed("want work while resting: \(isWanted)", isWanted ? .speakFor : .standBy) {
        desk, peer in
        try desk.wantWork(whileResting: isWanted, by: peer)
        return .done
      } means: { _, _, _ in
        .legal
      }.with { $0.isDated = false }
    },
  ]
}

extension NaiveLife {
  fileprivate mutating func note<Subject>(
    made kind: String, _ id: ID<Subject>?, for organisation: OrganisationID
  ) {
    made[kind, default: []].append(Made(id: id?.text ?? "", organisation: organisation))
  }

  /// Whether a telling of a booking took place, or was to.
  fileprivate func hasEnded(_ id: EngagementID) -> Bool {
    bookings[id]?.sessions.contains { $0.isTelling && $0.state.isOver } ?? false
  }
}
