/// Statements that have run and may run again: compiling one costs more than running it.
///
/// As texts are literals of the program, there are only so many. One that is running isn't here, so
/// that a statement run within its own rows is compiled a second time.
final class IdleStatements {
  /// A compiled statement with its text.
  final class Kept {
    let text: String
    var value: Statement

    init(_ text: String, _ value: consuming Statement) {
      self.text = text
      self.value = value
    }
  }

  private var statements: [String: Kept] = [:]

  /// The idle statement of that text, which is no longer idle then.
  func take(_ text: String) -> Kept? { statements.removeValue(forKey: text) }

  /// Lets go of the rows and values of a statement, and keeps it.
  func keep(_ statement: Kept) {
    statement.value.reset()
    statements[statement.text] = statement
  }
}
