/// Seeded random draws (SplitMix64).
struct GeneratorDice: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func draw() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(draw() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True in so many of a hundred draws.
  mutating func percent(_ share: Int) -> Bool { int(0...99) < share }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[int(0...list.count - 1)] }

  /// Some of a list, in its order; each is taken in so many of a hundred draws.
  mutating func some<Element>(_ list: [Element], percent share: Int) -> [Element] {
    var taken: [Element] = []
    for element in list where percent(share) { taken.append(element) }
    return taken
  }

  /// A place in a list of weights, each drawn in proportion.
  mutating func weighted(_ weights: [Int]) -> Int {
    var left = int(0...weights.reduce(0, +) - 1)
    for (index, weight) in weights.enumerated() {
      if left < weight { return index }
      left -= weight
    }
    return 0
  }
}
