/// A closed list of words that are written the same in code, in files and on screen.
public protocol Word: CaseIterable, Hashable, Sendable, RawRepresentable<UInt8> {
  /// The words as written in files, in the order of the list; kept, as finding them out is slow.
  static var codes: [String] { get }
}

extension Word {
  /// The names of the cases, in the order of the list: what `codes` is to hold.
  static var spelling: [String] { allCases.map { String(describing: $0) } }

  /// The word as written in files: `mediaInterview`.
  public var code: String { Self.codes[Int(rawValue)] }

  /// The word written so, or nothing if the list doesn't hold it.
  public init?(code: String) {
    guard let place = Self.codes.firstIndex(of: code) else { return nil }
    self.init(rawValue: UInt8(place))
  }
}

/// A set of words from one closed list.
public struct Choices<W: Word>: Hashable, Sendable {
  private var bits: UInt32

  /// No word at all.
  public init() { bits = 0 }

  /// The words given; a word given twice counts once.
  public init(_ words: some Sequence<W>) {
    bits = words.reduce(0) { $0 | (1 << UInt32($1.rawValue)) }
  }

  /// Whether the word is among them.
  public func contains(_ word: W) -> Bool { bits & (1 << UInt32(word.rawValue)) != 0 }

  /// Adds a word.
  public mutating func insert(_ word: W) { bits |= 1 << UInt32(word.rawValue) }

  /// Adds all words of another set.
  public mutating func formUnion(_ other: Choices) { bits |= other.bits }

  /// Whether there is no word.
  public var isEmpty: Bool { bits == 0 }

  /// Calls back with each word, in the order of their list.
  func forEach(_ body: (W) -> Void) {
    var left = bits
    while left != 0 {
      if let word = W(rawValue: UInt8(left.trailingZeroBitCount)) { body(word) }
      left &= left - 1
    }
  }

  /// The words, in the order of their list.
  public var words: [W] { W.allCases.filter(contains) }
}

extension Choices: ExpressibleByArrayLiteral {
  /// The words listed.
  public init(arrayLiteral elements: W...) { self.init(elements) }
}
