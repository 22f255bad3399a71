import CSodium

/// Digests and random numbers from the system's libsodium.
///
/// ```swift
/// let salt = Sodium.randomBytes(16)
/// let digest = Sodium.sha256(salt + Array("a name".utf8))  // 32 bytes
/// ```
package enum Sodium {
  /// Returns the SHA-256 digest of bytes, which is always 32 bytes long.
  ///
  /// The digest of no bytes begins `e3b0c442`, that of `abc` begins `ba7816bf`.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    // The C function has no way to fail and returns 0.
    _ = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  /// Returns as many unpredictable bytes as asked for, fit for salts, tokens and ids.
  ///
  /// - Parameter count: How many bytes; never negative.
  /// - Returns: That many bytes.
  package static func randomBytes(_ count: Int) -> [UInt8] {
    start()
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  /// Returns an unpredictable number from 0 up to, not including, a bound, each equally likely.
  ///
  /// `randomNumber(below: 6)` is 0, 1, 2, 3, 4 or 5. Below 1 or 0 there is only 0.
  package static func randomNumber(below bound: UInt32) -> UInt32 {
    start()
    return randombytes_uniform(bound)
  }

  /// Whether libsodium is ready; the language runs this once, however many threads ask.
  private static let isReady = sodium_init() >= 0

  private static func start() {
    // Fails only if the process cannot take a lock. Going on could mean guessable tokens.
    precondition(isReady, "libsodium could not start")
  }
}
