/// A piece of a page: marks from the program's own literals, and everybody's words made harmless.
///
/// Whatever is interpolated is escaped, so no name can turn into markup:
/// ```swift
/// let name = "<b>Bo</b> & Co"
/// let cell: HTML = "<td>\(name)</td>"
/// // <td>&lt;b&gt;Bo&lt;/b&gt; &amp; Co</td>
/// ```
/// There is deliberately no way to make one from a `String`: literal parts are `StaticString`, which
/// only the compiler makes. An attribute's value stands in double quotes: `"<a href=\"\(path)\">"`.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup, ready to be written.
  package let text: String

  /// Makes a piece from a literal.
  package init(stringLiteral text: StaticString) { self.text = text.description }

  /// Makes a piece from a literal with words in it.
  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Puts pieces one after another.
  package init(_ pieces: [HTML]) { text = pieces.map(\.text).joined() }

  /// Gathers the text while a literal is read.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Starts an empty piece, with room for what is to come.
    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Adds markup that stands in the program itself.
    package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

    /// Adds words, escaped.
    package mutating func appendInterpolation(_ words: String) {
      for scalar in words.unicodeScalars { append(scalar) }
    }

    /// Adds a whole number.
    package mutating func appendInterpolation(_ number: Int) { text += String(number) }

    /// Adds a piece that is markup already.
    package mutating func appendInterpolation(_ piece: HTML) { text += piece.text }

    /// Adds pieces one after another.
    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      // What isn't seen mustn't steer what is: control marks, and those that turn the writing round.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
