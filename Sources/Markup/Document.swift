extension HTML {
  /// A whole page in one file: no script, nothing fetched from anywhere, light, dark and on paper.
  ///
  /// - Parameters:
  ///   - title: what it is called, also in the browser.
  ///   - own: rules for what this page alone has.
  ///   - content: what stands below the title.
  /// - Returns: the page.
  package static func document(title: String, style own: HTML = "", _ content: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>
    \(style)\(own)</style>
    </head>
    <body>
    <a class="skip" href="#content">To the content</a>
    <main id="content">
    <h1>\(title)</h1>
    \(content)</main>
    </body>
    </html>

    """
  }

  private static let style: HTML = """
    :root { --ink: #1c1a17; --paper: #fffdf8; --quiet: #5c564c; --line: #cfc8ba; --link: #0b5394; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ece7dc; --paper: #191714; --quiet: #b5ad9d; --line: #4a453c; --link: #8fc1ff; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.8rem; line-height: 1.25; }
    h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
    p { max-width: 42rem; }
    a { color: var(--link); }
    a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    thead th { white-space: nowrap; }
    tbody th { font-weight: 600; }
    @media print {
      :root { --ink: #000; --paper: #fff; --quiet: #333; --line: #999; --link: #000; }
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      nav, .skip { display: none; }
      .scroll { overflow: visible; }
      th, td { font-size: 8pt; padding-right: .5rem; }
      @page { margin: 12mm; }
      thead { display: table-header-group; }
      tr, caption { break-inside: avoid; }
      h2 { break-after: avoid; }
    }

    """
}
