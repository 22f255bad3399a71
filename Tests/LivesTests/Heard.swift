import ConsentRegistry
import Notation

@testable import storyguard

/// What somebody is told, on screen and as JSON, and the days that may stand in it.
struct Heard {
  var texts: [String] = []
  var days: Set<Day> = []

  init() {}

  /// What an asker is told of a request: of days, those asked for, and those that it is told.
  init(_ decision: AskerDecision, on request: UseRequest) {
    add(DecisionLayout.page(decision))
    days.formUnion(request.days)
    if let monday = decision.notBefore { days.insert(monday) }
    for case .noticeShort(_, let earliest) in decision.reasons { days.insert(earliest) }
  }

  /// What an asker is told of a hold: the days asked for, and the last one for an answer.
  init(held engagement: EngagementRecord, _ decision: Decision) {
    add(DecisionLayout.held(engagement, decision))
    days.formUnion(engagement.sessions.flatMap { [$0.first, $0.last] })
    if let until = engagement.replyUntil { days.insert(until) }
  }

  /// What a refusal says.
  init(_ error: RegistryError) {
    texts = [Wording.words(for: error)]
    switch error {
    case .inTheFuture(let today): days = [today]
    case .checkedTooOften(let next): days = [next]
    case .beforeItWasPlaced(let day), .attemptIsPast(let day): days = [day]
    default: break
    }
  }

  /// What whoever did something is told of it, where that is known.
  init?(_ reply: Reply) {
    switch reply {
    case .done, .changed, .agreed: return nil
    case .read(let heard), .added(_, let heard, _), .denied(let heard): self = heard
    case .refused(let error): self.init(error)
    }
  }

  mutating func add(_ page: Page) {
    texts += [page.text(Heard.paper), page.json().text]
  }

  /// What stands in it and mustn't: a planted word, or a day that nobody has named; else nothing.
  var whatIsPrivate: String? {
    for text in texts {
      if text.contains(Planted.mark) { return "a planted word in: \(text)" }
      if let day = Heard.daysNamed(in: text).subtracting(days).min() { return "\(day) in: \(text)" }
    }
    return nil
  }

  /// Where nobody is looking: no colour, no width.
  static let paper = Terminal(isTerminal: false, width: 80, style: Style(isOn: false))

  /// Every day that a text names, as `2026-05-01` or as `1 May 2026`.
  static func daysNamed(in text: String) -> Set<Day> {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    var days = Set(words.compactMap { $0.utf8.count == 10 ? Day($0) : nil })
    for (place, word) in words.enumerated().dropFirst() where place + 1 < words.count {
      guard let month = Day.months.firstIndex(where: { $0 == word }),
        let day = Int(words[place - 1]), let year = Int(words[place + 1])
      else { continue }
      if let named = Day(year: year, month: month + 1, day: day) { days.insert(named) }
    }
    return days
  }
}

extension UseRequest {
  /// The days that the asker has named.
  fileprivate var days: [Day] {
    sessions.map { session in
      switch session.time {
      case .telling(let start, _, _): start.day
      case .exposure(let day, _): day
      }
    } + [support.debriefOn].compactMap(\.self)
  }
}
