/// Words that only the peer and who answers for the registry may ever read.
enum Planted {
  /// What every planted word holds, and no other.
  static let mark = "zqx"

  /// A word for one field.
  static func word(_ field: String) -> String { "\(mark)-\(field)" }
}
