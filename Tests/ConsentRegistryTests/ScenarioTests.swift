import ConsentRegistry
import Foundation
import Notation
import Testing

/// The situations from the field in `Samples/scenarios`, each answer worked out there by hand.
struct ScenarioTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Samples/scenarios").standardized

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  @Test(arguments: files)
  func `Every case of a scenario gets the answers worked out by hand`(file: String) throws {
    let cases = try cases(of: file)
    #expect(!cases.isEmpty)
    for one in cases {
      let name = Comment(rawValue: one["name"]?.string ?? "")
      let world = try MadeUpWorld(#require(one["world"])).world
      #expect(world.peerAnswer.withCodes(only: ["warnings"]) == one["peer"], name)
      #expect(
        world.askerAnswer.withCodes(only: ["warnings", "reasons"]) == one["coordinator"], name)
    }
  }

  @Test func `All sixteen situations and the rules alone are there`() {
    #expect(Self.files.count == 17)
    #expect(Self.files.last == "alone.json")
  }

  @Test func `Each of the twenty rules of the table fails alone in some world`() throws {
    var alone: [String] = []
    for one in try cases(of: "alone.json") {
      let decision = try MadeUpWorld(#require(one["world"])).world.decision
      #expect(decision.reasons.count == 1, Comment(rawValue: one["name"]?.string ?? ""))
      alone += decision.reasons.map(\.rule.code)
    }
    // A refusal by people in the room is a peer's own warning made a refusal, and not of the table.
    let table = RuleCode.allCases.filter { $0 != .relationInTheRoom }.map(\.code)
    #expect(table.count == 20)
    #expect(alone == table)
  }

  private func cases(of file: String) throws -> [JSON] {
    let bytes = try Data(contentsOf: Self.folder.appending(path: file))
    return try JSON.parse(Array(bytes))["cases"]?.items ?? []
  }
}

extension JSON {
  /// The same answer with rows of these lists written as their code alone.
  fileprivate func withCodes(only lists: [String]) -> JSON {
    mapped { name, value in
      lists.contains(name) ? .array(value.items.map { $0["rule"] ?? .null }) : value
    }
  }
}
