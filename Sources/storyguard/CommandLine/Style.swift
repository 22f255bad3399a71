/// The ways in which text can stand out.
enum Emphasis: Sendable {
  case none
  case bold
  case dim
  case red
  case yellow
  case green
}

/// Emphasis on a terminal; plain text anywhere else.
///
/// `Style(isOn: false).red("denied")` is `denied`. Nothing may be told by colour alone.
struct Style: Sendable {
  let isOn: Bool

  static let plain = Style(isOn: false)

  func bold(_ text: String) -> String { marked(text, "1") }
  func dim(_ text: String) -> String { marked(text, "2") }
  func red(_ text: String) -> String { marked(text, "31") }
  func yellow(_ text: String) -> String { marked(text, "33") }
  func green(_ text: String) -> String { marked(text, "32") }

  func text(_ text: String, _ emphasis: Emphasis) -> String {
    switch emphasis {
    case .none: text
    case .bold: bold(text)
    case .dim: dim(text)
    case .red: red(text)
    case .yellow: yellow(text)
    case .green: green(text)
    }
  }

  private func marked(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
