package import Notation

/// What the ledger needs from outside: a digest, randomness, and the system's zones.
package struct LedgerTools: Sendable {
  /// SHA-256.
  package let digest: @Sendable ([UInt8]) -> [UInt8]
  /// So many random bytes.
  package let random: @Sendable (Int) -> [UInt8]
  /// The zone of an exact IANA name.
  package let zones: ZoneFinder

  /// The tools, handed in by whoever opens the ledger.
  package init(
    digest: @escaping @Sendable ([UInt8]) -> [UInt8],
    random: @escaping @Sendable (Int) -> [UInt8], zones: @escaping ZoneFinder
  ) {
    self.digest = digest
    self.random = random
    self.zones = zones
  }
}

/// Bytes as lower-case hexadecimal digits.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
