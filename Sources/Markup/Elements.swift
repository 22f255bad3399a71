extension HTML {
  /// A table with a caption and headings that a reader's program can tell from its cells.
  ///
  /// The first cell of each row is the row's own heading.
  package static func table(caption: String, columns: [String], rows: [[String]]) -> HTML {
    let head = columns.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let body = rows.map { row -> HTML in
      let cells = row.enumerated().map { place, cell -> HTML in
        place == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
      <table>
      <caption>\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table>
      </div>

      """
  }

  /// A part of a page under a heading, found by its name.
  package static func section(_ name: String, heading: String, _ content: HTML) -> HTML {
    """
    <section id="\(name)" aria-labelledby="\(name)-heading">
    <h2 id="\(name)-heading">\(heading)</h2>
    \(content)</section>

    """
  }

  /// A paragraph.
  package static func paragraph(_ words: String) -> HTML { "<p>\(words)</p>\n" }

  /// A list of links to parts of the same page.
  package static func contents(_ label: String, _ parts: [(name: String, heading: String)]) -> HTML
  {
    let items = parts.map { "<li><a href=\"#\($0.name)\">\($0.heading)</a></li>\n" as HTML }
    return "<nav aria-label=\"\(label)\">\n<ul>\n\(items)</ul>\n</nav>\n"
  }
}
