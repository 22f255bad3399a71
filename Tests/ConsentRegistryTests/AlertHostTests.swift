import ConsentRegistry
import Testing

/// Alerts about what organisations owe and take: each with the neighbour that raises none.
struct AlertHostTests {
  private let o1: OrganisationID = id("o-1")

  @Test func `three of ten tellings are much for one peer, two aren't, nor are any of three peers`()
    throws
  {
    func lives(_ counts: [Int], granted: Int = 0) -> [AlertLife] {
      var lives = counts.enumerated().map { place, count in
        var life = AlertLife("p-\(place)")
        for number in 0..<count { life.told("e-\(place)-\(number)", may(1 + number)) }
        return life
      }
      for place in 0..<granted {
        var life = AlertLife("q-\(place)")
        life.consent("c", to: "o-1", from: may(1), until: may(400))
        lives.append(life)
      }
      return lives
    }
    func told(_ lives: [AlertLife], on day: Day = may(30)) -> [Alert] {
      alerts(lives, on: day).of(.tokenConcentration)
    }
    let found = told(lives([3, 2, 2, 2, 1]))
    #expect(found.map(\.peer) == [id("p-0")] && found.map(\.organisation) == [o1])
    guard case .concentration(3, of: 10, days: 90, let uses)? = found.first?.items.first?.facts
    else { throw Missing() }
    #expect(uses.count == 3 && found.first?.since == found.first?.items.first?.day)
    #expect(told(lives([2, 2, 2, 2, 2])).isEmpty)
    // Three who each hold three of ten are all named; the fourth isn't.
    #expect(Set(told(lives([3, 1, 3, 3])).map(\.peer)) == [id("p-0"), id("p-2"), id("p-3")])
    // Four tellings of four peers whom it could have asked; of three, or three tellings, nothing.
    #expect(told(lives([4], granted: 3)).count == 1)
    #expect(told(lives([4], granted: 2)).isEmpty)
    #expect(told(lives([3], granted: 3)).isEmpty)
    // 90 days that end on 29 July hold 1 May; on 30 July they don't.
    #expect(told(lives([4], granted: 3), on: may(90)).count == 1)
    #expect(told(lives([4], granted: 3), on: may(91)).isEmpty)
    // A consent that was withdrawn is none.
    var fewer = lives([4], granted: 3)
    fewer[1].add(.withdrew(day: may(5), scope: Revocation.Scope()))
    #expect(told(fewer).isEmpty)
    // Of a part of the peers nothing is told of an organisation as a whole.
    #expect(alerts(lives([4], granted: 3), on: may(30), ofAll: false).of(.tokenConcentration) == [])
  }

  @Test func `sixty days without a word after a telling are told on the sixty-first`() throws {
    var life = AlertLife()
    life.did("e-1", asked: may(-20), may(1))
    life.told("e-2", may(1), for: "o-2")
    func told(_ life: AlertLife, on day: Day) -> [Alert] {
      alerts(life, on: day).of(.orgNoContact)
    }
    #expect(told(life, on: may(61)).isEmpty)
    let found = told(life, on: may(62))
    // What was only recorded afterwards wasn't asked for here.
    #expect(found.map(\.organisation) == [o1] && found.map(\.since) == [may(62)])
    #expect(told(life, on: may(366)).count == 1)
    #expect(told(life, on: may(367)).isEmpty)
    // The pay and another ask aren't contact; a check-in, training and an offer of work are.
    var asked = life
    asked.ask("e-3", on: may(30), [may(100)])
    asked.add(.owing(.paid(.engagement(id("e-1"), .remuneration), nil, day: may(20))))
    #expect(told(asked, on: may(62)).count == 1)
    let training = Contribution(
      id: id("k-1"), organisation: o1, kind: .training, minutes: 60, costToPeer: nil,
      isPaidTime: true, day: may(61))
    let offer = WorkOffer(
      id: id("w-1"), organisation: o1, coordinator: nil, day: nil, minutes: 60, pay: .unpaid,
      words: nil, offeredOn: may(61), replyUntil: may(70))
    for contact: Happening in [
      .owing(.checkedIn(id("e-1"), day: may(2))), .owing(.checkInConfirmed(id("e-1"), day: may(2))),
      .owing(.contributed(training)), .work(.offered(offer)), .work(.heldBack(offer)),
    ] {
      var touched = life
      touched.add(contact)
      #expect(told(touched, on: may(62)).isEmpty, "\(contact)")
    }
    // What the peer misses wasn't one, whatever was said.
    var missed = life
    missed.add(.owing(.checkedIn(id("e-1"), day: may(2))))
    missed.add(.owing(.checkInMissed(id("e-1"), day: may(3))))
    #expect(told(missed, on: may(62)).count == 1)
  }

  @Test func `a check-in and pay are told from the day after they were due`() throws {
    var life = AlertLife()
    let fee = Money(minor: 15_000, currency: "USD")
    life.did("e-1", asked: may(-20), may(1), offer: Offer(remuneration: fee))
    #expect(alerts(life, on: may(2)).isEmpty)
    let care = alerts(life, on: may(3))
    #expect(care.codes == ["care.overdue"] && care.first?.since == may(3))
    life.add(.owing(.checkedIn(id("e-1"), day: may(4))))
    #expect(alerts(life, on: may(31)).isEmpty)
    let pay = alerts(life, on: may(32))
    #expect(pay.codes == ["pay.overdue"] && pay.first?.since == may(32))
    #expect(
      pay.first?.items.map(\.facts) == [
        .pay(
          .engagement(id("e-1"), .remuneration), amount: fee, dueOn: may(31), isMissed: false)
      ])
    life.add(.owing(.paid(.engagement(id("e-1"), .remuneration), nil, day: may(33))))
    #expect(alerts(life, on: may(34)).isEmpty)
    life.add(.owing(.payMissing(.engagement(id("e-1"), .remuneration), day: may(35))))
    #expect(alerts(life, on: may(36)).codes == ["pay.overdue"])
  }

  @Test func `what should have come down is told from the day after its deadline`() {
    var life = AlertLife()
    life.told("e-1", may(1), of: .exposure)
    let placement = Placement(
      id: id("pl-1"), use: id("e-1-1"), medium: .page, holder: id("o-9"), address: nil,
      story: id("s-1"), purpose: .training, channel: .web, organisation: o1, placedOn: may(1))
    life.add(.placing(.placed(placement)))
    life.add(.placing(.removalOpened(placement.id, day: may(9), deadline: may(39))))
    #expect(alerts(life, on: may(39)).isEmpty)
    let found = alerts(life, on: may(40))
    #expect(found.codes == ["removal.overdue"] && found.first?.since == may(40))
    #expect(found.first?.organisation == o1)
    life.add(.placing(.moved(placement.id, to: .removed, day: may(41), proof: nil)))
    #expect(alerts(life, on: may(42)).isEmpty)
  }

  @Test func `of exceptions only their number is told, for an organisation, and never the peer`()
    throws
  {
    func life(_ name: String, _ day: Int) -> AlertLife {
      var life = AlertLife(name)
      life.told("e-\(name)", may(day), origin: .excepted)
      return life
    }
    let then = alerts(life("p-1", 1), life("p-2", 3), on: may(10))
    let found = alerts(life("p-1", 1), life("p-2", 3), life("p-3", 9), on: may(20))
    #expect(then.codes == ["exception.used"] && found.codes == ["exception.used"])
    let alert = try #require(found.first)
    #expect(alert.peer == nil && alert.organisation == o1 && alert.items.count == 3)
    #expect(alert.items.allSatisfy { $0.day == nil && $0.facts == .exceptions(3, days: 90) })
    // Nothing of whoever made them stands in any part of it.
    let words = String(describing: found)
    for name in ["p-1", "p-2", "p-3", "e-p"] { #expect(!words.contains(name)) }
    #expect(alert.onlyNew(since: then.keys)?.items.map(\.key.text) == ["exception.used/o-1/3"])
    #expect(alerts(life("p-1", 1), on: may(90)).count == 1)
    #expect(alerts(life("p-1", 1), on: may(91)).isEmpty)
    // Of one peer alone a number would be about that peer; the peer too reads none of others.
    #expect(alerts(life("p-1", 1), on: may(10), ofAll: false).isEmpty)
    #expect(alerts(life("p-1", 1), on: may(10), for: .peer).isEmpty)
  }
}

private struct Missing: Error {}
