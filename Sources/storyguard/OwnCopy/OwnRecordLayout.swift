import ConsentRegistry
import Markup

extension OwnRecord {
  /// The record for a screen, part by part.
  func text(on terminal: Terminal) -> String {
    let width = terminal.tableWidth ?? .max
    var text = terminal.style.bold(title) + "\n"
    for words in words { text += wrapped(words, width: width).map { $0 + "\n" }.joined() }
    for part in parts {
      if parts.count > 1 { text += "\n" + terminal.style.bold(part.heading) + "\n" }
      if !part.words.isEmpty {
        text += wrapped(part.words, width: width).map { $0 + "\n" }.joined()
      }
      text +=
        part.rows.isEmpty
        ? part.empty + "\n"
        : TextTable(part.columns.map { .left($0) }, rows: part.rows).text(on: terminal)
    }
    return text
  }

  /// The record as a page of its own: no script, nothing from elsewhere.
  var page: HTML {
    let opening = words.map(HTML.paragraph)
    let contents = HTML.contents(
      "Parts of this page", parts.map { (name: $0.name, heading: $0.heading) })
    let sections = parts.map { part -> HTML in
      let words: HTML = part.words.isEmpty ? "" : .paragraph(part.words)
      let table: HTML =
        part.rows.isEmpty
        ? .paragraph(part.empty)
        : .table(caption: part.heading, columns: part.columns, rows: part.rows)
      return .section(part.name, heading: part.heading, "\(words)\(table)")
    }
    let shown: HTML = parts.count > 1 ? "\(contents)" : ""
    return .document(title: title, "\(opening)\(shown)\(sections)")
  }
}
