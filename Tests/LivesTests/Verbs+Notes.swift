import ConsentRegistry

extension Verb {
  /// What the peer alone says of themself.
  static let notes: [Verb] = [
    Verb("join", weight: 1, by: .peer, .custodian) { scene in
      let home = scene.one(of: NaiveHome.allCases)
      return Deed("join at home in \(home)", .speakFor) { desk, peer in
        try desk.addPeer(
          peer, home: home.zone,
          words: PeerWords(
            name: Planted.word("name"), introduceMeAs: Planted.word("introduce"),
            askMeAbout: Planted.word("ask-me"),
            contact: Planted.word("contact")))
        return .done
      } means: { life, _, _ in
        guard !life.isHere else { return .illegal }
        life.isHere = true
        life.home = home
        return .legal
      }.with {
        $0.isDated = false
        $0.isJoining = true
      }
    },
    Verb("move home", weight: 1, by: .peer) { scene in
      let home = scene.one(of: NaiveHome.allCases)
      return note(.peerMoved(zone: home.zone)) { $0.home = home }
    },
    Verb("tell of a story", weight: 2, by: .peer) { scene in
      let story: StoryID = scene.mostly(scene.id("s1"), else: [scene.id("s2")])
      let boundary = Boundary(topics: [
        "housing": .share, "court": .askFirst, Planted.word("topic"): .offLimits,
      ])
      return note(.storyTold(story, label: Planted.word("label"), boundary: boundary)) {
        $0.stories.insert(story)
      }
    },
    Verb("tie", weight: 3, by: .peer) { scene in
      let organisation = scene.organisation()
      let relations: Set<Relation> =
        !scene.isPlain && scene.chance(60) ? [] : [scene.one(of: [.employer, .court])]
      return note(.tied(organisation: organisation, relations: Choices(relations))) {
        $0.ties[organisation] = relations.isEmpty ? nil : relations
      }.with {
        $0.needsAWitness = { !($0.ties[organisation] ?? []).isSubset(of: relations) }
      }
    },
    Verb("name a supporter", weight: 3, by: .peer) { scene in
      let own: OrganisationID? = scene.mostly(nil, else: [scene.id("o1")])
      let id: SupporterID = scene.id(Office.supporter)
      return note(.support(.named(id, organisation: own))) {
        $0.supporters[Office.supporter] = .some(own)
      }
    },
    Verb("let a supporter go", weight: 1, by: .peer) { scene in
      let id: SupporterID = scene.id(Office.supporter)
      return Deed("let \(id) go", .speakFor) { desk, peer in
        try desk.letGo(id, by: peer)
        return .done
      } means: { life, _, _ in
        guard life.supporters[id.text] != nil else { return .illegal }
        life.supporters[id.text] = nil
        return .legal
      }.with { $0.isDated = false }
    },
    Verb("tell noes late", weight: 2, by: .peer) { scene in
      let isLate = scene.chance(75)
      return note(.support(.noesTold(atTheEnd: isLate))) { $0.tellsNoesLate = isLate }
    },
    Verb("choose rotation", weight: 1, by: .peer) { scene in
      let takesPart = scene.chance(60)
      return Deed("takes part in rotation: \(takesPart)", .beThePeer) { desk, peer in
        try desk.chooseRotation(takesPart: takesPart, by: peer)
        return .done
      } means: { life, _, _ in
        life.takesPart = takesPart
        return .legal
      }.with { $0.isDated = false }
    },
    Verb("choose a contact", weight: 2, by: .peer) { scene in
      let contact =
        scene.isPlain || scene.chance(70) ? IndependentContact(organisation: scene.id("o9")) : nil
      return note(.contactChosen(contact)) { _ in }
    },
    Verb("waive", weight: 1, by: .peer) { scene in
      let waiver = scene.one(of: [Waiver.care, .release])
      let isWaived = scene.chance(50)
      return note(.waived(waiver, isWaived: isWaived)) { life in
        if isWaived { life.waived.insert(waiver) } else { life.waived.remove(waiver) }
      }
    },
  ]

  /// A note of the peer's own, and what it means.
  private static func note(
    _ happening: Happening, means: @escaping (inout NaiveLife) -> Void
  ) -> Deed {
    Deed("note \(happening)", .speakFor) { desk, peer in
      try desk.note(happening, of: peer)
      return .done
    } means: { life, _, _ in
      means(&life)
      return .legal
    }.with { $0.isDated = false }
  }
}
