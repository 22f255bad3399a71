import CSQLite

/// The row a statement stands on; columns are counted from 0.
///
/// A row is only ever lent: it is gone with the next step. Where there is no such column, or no
/// row, a column reads as null. Null reads as 0, as empty text and as no bytes; `isNull` tells.
@safe package struct Row: ~Copyable {
  let statement: OpaquePointer

  init(of statement: OpaquePointer) {
    unsafe self.statement = statement
  }

  /// Whether a column holds no value.
  package func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(statement, index(column)) == SQLITE_NULL
  }

  /// Returns a column as a whole number.
  package func int64(_ column: Int) -> Int64 {
    unsafe sqlite3_column_int64(statement, index(column))
  }

  /// Returns a column as a floating-point number.
  package func double(_ column: Int) -> Double {
    unsafe sqlite3_column_double(statement, index(column))
  }

  /// Returns a column as text; bytes that are not UTF-8 are repaired.
  package func text(_ column: Int) -> String {
    unsafe String(decoding: buffer(column), as: UTF8.self)
  }

  /// Returns a copy of a column's bytes; of text, its UTF-8.
  package func blob(_ column: Int) -> [UInt8] {
    unsafe [UInt8](buffer(column))
  }

  /// Lends a column's bytes, or the UTF-8 of its text, without copying them.
  ///
  /// The bytes are SQLite's own, and are lent for the closure only.
  package func withBytes<R, E: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let bytes = unsafe buffer(column)
    return try body(unsafe bytes.span)
  }

  /// Returns a column as it is stored.
  package func value(_ column: Int) -> SQLValue {
    switch unsafe sqlite3_column_type(statement, index(column)) {
    case SQLITE_INTEGER: .integer(int64(column))
    case SQLITE_FLOAT: .real(double(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }

  private func index(_ column: Int) -> Int32 { Int32(clamping: column) }

  private func buffer(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let index = index(column)
    // The pointer comes before the length, as SQLite asks: the first may convert the second.
    let bytes: UnsafeRawPointer? =
      if unsafe sqlite3_column_type(statement, index) == SQLITE_BLOB {
        unsafe sqlite3_column_blob(statement, index)
      } else {
        unsafe UnsafeRawPointer(sqlite3_column_text(statement, index))
      }
    let count = unsafe Int(sqlite3_column_bytes(statement, index))
    return unsafe UnsafeBufferPointer(
      start: bytes?.assumingMemoryBound(to: UInt8.self), count: bytes == nil ? 0 : count)
  }
}
