import ConsentRegistry
import Notation
import Seeded
import Testing

/// What is private to the peer never reaches the asker, whatever it is.
struct PrivacyLawTests {
  static let seeds = Array(UInt64(201)...204)
  static let worldsASeed = Soak.count(500)

  @Test(arguments: seeds)
  func `Worlds that differ in private things alone read alike to the asker, availability apart`(
    seed: UInt64
  ) throws {
    var dice = SeededDice(seed: seed)
    var told = 0
    var readAlike = 0
    for made in try MadeUpWorld.row(seed: seed, count: Self.worldsASeed) {
      // What the asker may know of availability → what they read, and what the peer reads.
      var readings: [String: (asker: Set<String>, peer: Set<String>)] = [:]
      for matter in [nil] + PrivateMatter.allCases.map(Optional.some) {
        let world = try matter?.added(to: made, &dice).world ?? made.world
        let answer = world.askerAnswer
        let availability = ["verdict", "available", "notBefore"].map { answer[$0]?.text ?? "" }
        var reading = readings[availability.joined(separator: " ")] ?? ([], [])
        reading.asker.insert(world.askerText)
        reading.peer.insert(world.peerText)
        readings[availability.joined(separator: " ")] = reading
      }
      for (availability, reading) in readings {
        #expect(reading.asker.count == 1, "\(availability): \(made.json.text)")
        if reading.peer.count > 1 { readAlike += 1 }
      }
      if readings.count > 1 { told += 1 }
    }
    // There was something to hide, and the law isn't held by answers that never differ.
    #expect(readAlike > Self.worldsASeed / 2)
    #expect(told > Self.worldsASeed / 5)
  }

  @Test(arguments: PrivateMatter.allCases)
  func `Whichever private rule holds a request back, the asker reads the same words`(
    matter: PrivateMatter
  ) throws {
    // Asked for Friday 12 June; each matter keeps the peer free from some day of the week after.
    let base = try MadeUpWorld(PrivateMatter.soundWorld)
    #expect(base.world.decision.permit != nil)
    guard let held = try matter.holdingBack(base) else { return }
    let reasons = held.world.decision.reasons.map(\.rule)
    #expect(reasons.count == 1)
    #expect(held.world.peerText.contains(try #require(reasons.first).code))
    let expected =
      #"{"verdict":"deny","reasons":[],"available":false,"notBefore":"2026-06-15","# + "\n"
      + #""warnings":[],"alternative":"You can offer work that needs no story: "# + "\n"
      + #"advising, training, reviewing or facilitating, paid. `storyguard offer make` passes it on."}"#
    #expect(held.world.askerText == expected.replacing("\n", with: ""))
  }

  @Test(arguments: seeds)
  func `No private word and no private rule stands in what an asker reads`(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let privateCodes: [RuleCode] = [
      .pauseActive, .readinessNotBefore, .restPeriod, .capRolling, .capLifetime, .loadLimit,
      .askCap, .askQuiet, .consentRevoked, .consentNotInForce, .consentMissing,
    ]
    var codesSeenByPeer: Set<String> = []
    for made in try MadeUpWorld.row(seed: seed, count: Self.worldsASeed) {
      var planted = made
      for matter in PrivateMatter.allCases where dice.int(0...2) == 0 {
        planted = try matter.added(to: planted, &dice)
      }
      planted = try planted.changing("standing", "topics", "planted-story") { _ in
        ["planted topic": "offLimits"]
      }
      #expect(planted.json.text.contains("planted"))
      let (asker, peer) = (planted.world.askerText, planted.world.peerText)
      #expect(!asker.contains("planted"))
      for code in privateCodes.map(\.code) {
        #expect(!asker.contains(code), "\(planted.json.text)")
        if peer.contains(code) { codesSeenByPeer.insert(code) }
      }
      for key in ["revision", "policyVersion", "earliest", "liftsOn"] {
        #expect(!asker.contains(key))
        if key == "earliest" { #expect(peer.contains(key)) }
      }
    }
    #expect(codesSeenByPeer.count > 6)
  }

  @Test(arguments: seeds)
  func `A peer who withdrew, one who never consented and an unknown one read alike`(
    seed: UInt64
  ) throws {
    var differed = 0
    for made in try MadeUpWorld.row(seed: seed, count: Self.worldsASeed) {
      let standing = try #require(made.json["standing"])
      // Ties, care, pay and notice are told without a consent too: they are taken out here.
      let shown = [
        "ties", "careOverdue", "payOverdue", "waives", "limits", "exceptions",
        "independentContact",
      ]
      let plain = try made.changing("standing") { standing in
        .object(standing.members.filter { !shown.contains($0.name) })
      }
      let never = try plain.changing("standing", "consents") { _ in .array([]) }
      let elsewhere = try plain.changing("standing", "consents") { consents in
        .array(
          consents.items.map { $0.changing(["organisations"]) { _ in ["planted-house"] } })
      }
      let withdrawn = try plain.adding(
        .revocation(Revocation.Scope(), in: made.world), to: "revocations")
      let unknown = try plain.changing("standing") { _ in
        ["zone": standing["zone"] ?? .null]
      }
      let texts = [never, elsewhere, withdrawn, unknown].map(\.world.askerText)
      #expect(Set(texts).count == 1, "\(plain.json.text)")
      if never.world.peerText != withdrawn.world.peerText { differed += 1 }
    }
    #expect(differed > Self.worldsASeed / 2)
  }
}
