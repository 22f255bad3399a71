import ConsentRegistry

/// All uses of a peer that took place, on whatever day, in the bytes of one row.
///
/// They stand in the order of day and id, 12 bytes each, the lowest byte of a number first: the
/// number of the day as 4 bytes, then 8 bytes as `ToldUse` packs them. A telling in person on 1 May
/// 2026, day 20,574, from revision 12: `5e 50 00 00`, then `00 03 00 00 00 00 00 00`.
enum ToldUses {
  /// How many bytes a use takes.
  static let width = 12

  /// Adds a use behind those before it.
  static func append(_ use: ToldUse, on day: Int, to bytes: inout [UInt8]) {
    let day = UInt32(bitPattern: Int32(clamping: day))
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: day >> UInt32(shift)))
    }
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: use.packed >> Int64(shift)))
    }
  }

  /// Reads the uses up to a day behind others.
  ///
  /// - Returns: whether the bytes are such uses in the order of their days; if not, nothing is added.
  static func read(
    _ bytes: Span<UInt8>, upTo today: Int32, into uses: inout [SlimUse]
  ) -> Bool {
    let count = bytes.count / width
    // Without any use there is no row.
    guard count > 0, bytes.count == count * width else { return false }
    let start = uses.count
    var before = Int32.min
    for place in 0..<count {
      let (day, told) = entry(place, of: bytes)
      guard day >= before, let use = SlimUse(day: day, told: told) else {
        uses.removeSubrange(start...)
        return false
      }
      before = day
      if day <= today { uses.append(use) }
    }
    return true
  }

  /// The day and the packed number that stand at a place.
  private static func entry(_ place: Int, of bytes: Span<UInt8>) -> (day: Int32, told: Int64) {
    // Any bytes are a number, wherever they begin; a place beyond the end would trap.
    let (bytes, start) = unsafe (bytes.bytes, place * width)
    return unsafe (
      Int32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: Int32.self)),
      Int64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start + 4, as: Int64.self))
    )
  }
}

extension Ledger {
  /// Packs what took place of a peer anew, from the rows of their uses.
  ///
  /// Where nothing took place, or a row no longer reads as a use, there is nothing packed: whoever
  /// searches then reads the rows, and says which of them it is.
  func keepToldUses(ofChain chain: Int) throws(LedgerError) {
    guard let uses = try packedUses(ofChain: chain), !uses.isEmpty else {
      return try run("DELETE FROM told_uses WHERE chain = \(chain)")
    }
    try run(
      """
      INSERT INTO told_uses (chain, uses) VALUES (\(chain), \(uses))
      ON CONFLICT (chain) DO UPDATE SET uses = excluded.uses
      """)
  }

  /// Whether what is packed of a peer is what the rows of their uses are packed to; so it is where
  /// there is nothing packed.
  func toldUsesAgree(ofChain chain: Int) throws(LedgerError) -> Bool {
    let kept = try first("SELECT uses FROM told_uses WHERE chain = \(chain)") { $0.blob(0) }
    guard let kept else { return true }
    return try kept == packedUses(ofChain: chain)
  }

  /// What the rows of a peer's uses are packed to; nothing if one of them doesn't read as a use.
  func packedUses(ofChain chain: Int) throws(LedgerError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var isWhole = true
    try rows(
      "SELECT \(columns: UseNumbers.columns) FROM use WHERE chain = \(chain) ORDER BY day, id"
    ) { row in
      let numbers = UseNumbers(row)
      switch numbers.reading {
      case .told(let use): ToldUses.append(use, on: numbers.day, to: &bytes)
      case .notTold: break
      case .damaged: isWhole = false
      }
    }
    return isWhole ? bytes : nil
  }

  /// Takes the rows of an engagement away, whose days may have changed; says whether one of its
  /// uses had taken place.
  func removeUses(of id: EngagementID, ofChain chain: Int) throws(LedgerError) -> Bool {
    var hadTold = false
    try rows(
      "DELETE FROM use WHERE chain = \(chain) AND engagement = \(id.text) RETURNING state"
    ) { if SessionState(number: Int($0.int64(0)))?.tookPlace ?? true { hadTold = true } }
    return hadTold
  }

  /// Whether the use of a row took place, by the row that stands there so far.
  func isTold(_ row: UseRow, ofChain chain: Int) throws(LedgerError) -> Bool {
    let state = try first(
      "SELECT state FROM use WHERE chain = \(chain) AND day = \(row.day) AND id = \(row.id)"
    ) { Int($0.int64(0)) }
    return state.map { SessionState(number: $0)?.tookPlace ?? true } ?? false
  }
}
