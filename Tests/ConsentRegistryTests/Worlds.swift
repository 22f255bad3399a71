import ConsentRegistry
import Foundation
import NaiveGuard
import Notation

@testable import storyguard

/// A made-up world, as it is written and as it is read.
struct MadeUpWorld {
  let json: JSON
  let world: World

  /// The next so many worlds of a seed.
  static func row(seed: UInt64, count: Int) throws -> [MadeUpWorld] {
    var generator = WorldGenerator(seed: seed)
    return try (0..<count).map { _ in try MadeUpWorld(JSON.parse(generator.next())) }
  }

  init(_ json: JSON) throws {
    self.json = json
    world = try World(from: json, zones: SystemZones.find)
  }

  /// The days of the block as asked, at home.
  var block: Block { Block(world.request, home: world.standing.zone) }

  /// The world with one of its parts changed; a missing part is `null` before.
  func changing(_ path: String..., to change: (JSON) -> JSON) throws -> MadeUpWorld {
    try MadeUpWorld(json.changing(path[...], change))
  }

  /// The world with one more item in one of its lists.
  func adding(_ item: JSON, to list: String) throws -> MadeUpWorld {
    try changing("standing", list) { .array($0.items + [item]) }
  }
}

extension World {
  /// The full answer, without the wording and the versions.
  var peerAnswer: JSON { DecisionNotation.json(decision).withoutWords }

  /// The asker's answer, without the wording.
  var askerAnswer: JSON { DecisionNotation.json(askerDecision).withoutWords }

  /// All that the peer reads.
  var peerText: String { DecisionNotation.json(decision).text }

  /// All that the asker reads.
  var askerText: String { DecisionNotation.json(askerDecision).text }
}

extension Decision {
  /// The codes of the rules that fail.
  var failing: Set<RuleCode> { Set(reasons.map(\.rule)) }
}

extension JSON {
  /// The items of a list, or none if this isn't one.
  var items: [JSON] {
    if case .array(let items) = self { items } else { [] }
  }

  /// The members of an object, or none if this isn't one.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The text, or an empty one if this isn't one.
  var string: String {
    if case .string(let text) = self { text } else { "" }
  }

  /// The whole number, or 0 if this isn't one.
  var int: Int {
    if case .number(let text) = self { Int(text) ?? 0 } else { 0 }
  }

  /// An answer without its wording and its versions, as the scenarios hold it.
  var withoutWords: JSON {
    let left = ["detail", "alternative", "revision", "policyVersion"]
    return mapped { name, value in left.contains(name) ? nil : value }
  }

  /// The same value with one part changed; a part that is missing is made.
  func changing(_ path: ArraySlice<String>, _ change: (JSON) -> JSON) -> JSON {
    guard let name = path.first else { return change(self) }
    var members = members
    let new = (self[name] ?? .null).changing(path.dropFirst(), change)
    if let place = members.firstIndex(where: { $0.name == name }) {
      members[place] = Member(name: name, value: new)
    } else {
      members.append(Member(name: name, value: new))
    }
    return .object(members)
  }

  /// The same value with each named value in it changed, from the inside out, or left out.
  func mapped(_ change: (_ name: String, JSON) -> JSON?) -> JSON {
    switch self {
    case .object(let members):
      .object(
        members.compactMap { member in
          change(member.name, member.value.mapped(change))
            .map { Member(name: member.name, value: $0) }
        })
    case .array(let items): .array(items.map { $0.mapped(change) })
    default: self
    }
  }

  /// The same value with every day in it so many days later, times of day left as they are.
  func movingDays(by days: Int) -> JSON {
    switch self {
    case .object(let members):
      .object(members.map { Member(name: $0.name, value: $0.value.movingDays(by: days)) })
    case .array(let items): .array(items.map { $0.movingDays(by: days) })
    case .string(let text):
      if let day = Day(text) {
        .day(day.adding(days))
      } else if let time = LocalTime(text) {
        .string(time.adding(days: days).description)
      } else {
        self
      }
    default: self
    }
  }
}

/// The peer's own limits that hold one term.
func own(_ path: String, _ value: Double) -> Limits {
  own([path: value])
}

/// The peer's own limits by the paths of their terms; a path that names no term is left out.
func own(_ values: [String: Double]) -> Limits {
  Limits(
    values.compactMap { path, value in
      Term.named(path).map { Limits.OwnValue(term: $0, value: value) }
    })
}
