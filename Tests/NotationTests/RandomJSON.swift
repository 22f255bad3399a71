import Notation
import Seeded

extension JSON {
  /// A value of any shape whose names are distinct.
  static func random(with dice: inout SeededDice, depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &dice) {
    case 0: return .null
    case 1: return .bool(.random(using: &dice))
    case 2: return .whole(Int.random(in: .min ... .max, using: &dice))
    case 3: return .decimal(Double.random(in: -1e9...1e9, using: &dice))
    case 4: return .string(randomText(with: &dice))
    case 5:
      return .array(
        (0..<Int.random(in: 0..<5, using: &dice)).map { _ in random(with: &dice, depth: depth - 1) }
      )
    default:
      return .object(
        (0..<Int.random(in: 0..<5, using: &dice)).map { index in
          Member(
            name: "\(index)" + randomText(with: &dice), value: random(with: &dice, depth: depth - 1)
          )
        })
    }
  }

  private static func randomText(with dice: inout SeededDice) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<8, using: &dice) {
      let value = UInt32.random(in: 0...(.random(using: &dice) ? 0x7F : 0x10FFFF), using: &dice)
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
