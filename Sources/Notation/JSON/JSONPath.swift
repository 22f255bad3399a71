/// Where in a JSON text a value stands; it prints as `sessions[0].start`.
///
/// Names that are no plain words are quoted and cut, so that a path is safe to show anywhere:
/// `topics["a b"]`. The root prints as `the whole text`.
package struct JSONPath: Hashable, Sendable, CustomStringConvertible {
  private indirect enum Place: Hashable, Sendable {
    case root
    case member(Place, String)
    case item(Place, Int)
  }

  private let place: Place

  private init(_ place: Place) { self.place = place }

  /// The value that holds everything else.
  package static let root = JSONPath(.root)

  /// The place of a member of the object that stands here.
  package func member(_ name: String) -> JSONPath { JSONPath(.member(place, name)) }

  /// The place of an item, counted from 0, of the array that stands here.
  package func item(_ index: Int) -> JSONPath { JSONPath(.item(place, index)) }

  /// The path in words, such as `sessions[0].start`.
  package var description: String {
    if case .root = place { return "the whole text" }
    return Self.text(of: place)
  }

  private static func text(of place: Place) -> String {
    switch place {
    case .root: ""
    case .item(let outer, let index): "\(text(of: outer))[\(index)]"
    case .member(let outer, let name): joined(text(of: outer), name)
    }
  }

  private static func joined(_ outer: String, _ name: String) -> String {
    guard isPlain(name) else {
      let shown = name.unicodeScalars.prefix(longest)
      let cut = name.unicodeScalars.count > longest ? "…" : ""
      return "\(outer)[\(JSON.string(String(shown) + cut).text)]"
    }
    return outer.isEmpty ? name : "\(outer).\(name)"
  }

  private static let longest = 40

  private static func isPlain(_ name: String) -> Bool {
    (1...longest).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
