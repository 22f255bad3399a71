import ConsentRegistry
import LedgerStore
import Offices
import Seeded

extension Life {
  /// The laws of the rules, on a request drawn for the record as it is now.
  mutating func seeThatLawsHold() throws {
    guard let record else { return }
    var scene = Scene(dice: dice, life: naive, today: today, number: 0, isPlain: false)
    let request = scene.request()
    dice = scene.dice
    let day = Day(number: today)
    let laws = StepLaws(
      life: naive, standing: record.standing(on: day, policy: policy), policy: policy, today: day,
      scene: scene)
    if let words = laws.broken(request, &dice) { throw fault("\(words): \(request)") }
    if dice.int(0...39) == 0, let words = laws.brokenEarliest(request, within: 60) {
      throw fault("\(words): \(request)")
    }
  }

  /// The record against the second fold, against itself folded anew, and against what it was.
  func seeThatAllAgrees(before: PeerRecord?) throws {
    if let words = naive.difference(from: record, on: today) { throw fault(words) }
    let refolded = books.memory.refolded(peer)
    guard books.kept(peer) == refolded else { throw fault("folded anew, it is another record") }
    if let file = books.file {
      let read = try file.record(of: peer, asKnownAt: nil)
      guard read == refolded else {
        let fields = fieldsThatDiffer(read, refolded)
        throw fault("read from the file entry by entry, it is another record in \(fields)")
      }
      if let record, let refolded, let words = differenceToTheRules(record, refolded) {
        throw fault("from the table of uses the rules see other \(words)")
      }
    }
    for engagement in before?.engagements ?? [] {
      let next = record?.engagement(engagement.id)
      for (place, session) in engagement.sessions.enumerated() {
        let day = Day(number: today)
        let from = NaiveState(rawValue: engagement.state(of: session, on: day).code)
        let to = next.flatMap {
          NaiveState(rawValue: $0.state(of: $0.sessions[place], on: day).code)
        }
        guard let from, let to else { throw fault("a session is gone from \(engagement.id)") }
        if !NaiveMove.leads(from: from, to: to) {
          throw fault("no move leads from \(from) to \(to)")
        }
      }
    }
  }

  /// What the rules see otherwise in one record than in another, on this day and later ones.
  private func differenceToTheRules(_ one: PeerRecord, _ other: PeerRecord) -> String? {
    for days in [0, 1, 9, 40] {
      let day = Day(number: today + days)
      let (left, right) = (
        one.standing(on: day, policy: policy), other.standing(on: day, policy: policy)
      )
      if let words = left.difference(from: right) { return "\(words) on \(day)" }
    }
    return nil
  }

  /// The fields of two records that read otherwise, for whoever looks for the fault.
  private func fieldsThatDiffer(_ one: PeerRecord?, _ other: PeerRecord?) -> [String] {
    guard let one, let other else { return ["all"] }
    return zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children)
      .filter { "\($0.value)" != "\($1.value)" }.map {
        "\($0.label ?? ""): \($0.value) \($1.value)"
      }
  }
}
