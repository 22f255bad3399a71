import Foundation
import Testing

@testable import storyguard

/// Pages in a real browser, where there is one; in CI there has to be.
struct BrowserTests {
  @Test(arguments: [
    ["report", "usage"], ["report", "giveback"], ["report", "overuse"], ["alerts"],
  ])
  func `a page fits a narrow screen and a wide one, and can be printed`(words: [String]) throws {
    guard let browser = try Browser.found() else { return }
    try Coalition.shared.read { riverside in
      try Places.inFolder { folder in
        let page = riverside.run(words + ["--on", "2026-05-04", "--format", "html"]).out
        try page.write(toFile: folder + "/page.html", atomically: true, encoding: .utf8)
        for width in [320, 768, 1_280] {
          let seen = try browser.look(at: "page.html", in: folder, width: width)
          #expect(seen.width <= width, "\(seen.width) columns of \(width)")
          #expect(seen.tables == page.components(separatedBy: "<table ").count - 1)
          // A table that is wider than the screen is moved within its own frame, by keyboard too.
          #expect(seen.unreachable == 0)
        }
        try browser.print("page.html", in: folder)
      }
    }
  }

  @Test func `a page that is too wide is seen to be`() throws {
    guard let browser = try Browser.found() else { return }
    try Places.inFolder { folder in
      try "<!DOCTYPE html><div style='width:900px'>wide</div><table></table>".write(
        toFile: folder + "/page.html", atomically: true, encoding: .utf8)
      let seen = try browser.look(at: "page.html", in: folder, width: 320)
      #expect(seen.width >= 900 && seen.tables == 1)
    }
  }
}

/// Chromium without a window.
struct Browser {
  private let path: String

  /// The browser of this machine; a test is left out where there is none, except in CI.
  static func found() throws -> Browser? {
    let path = ["chromium", "chromium-browser", "google-chrome"].lazy
      .compactMap(Places.program).first
    if ProcessInfo.processInfo.environment["CI"] != nil { try #require(path != nil) }
    return path.map(Browser.init)
  }

  /// What a page turned out to be in a frame of some width.
  struct Seen {
    /// The columns that its content takes.
    let width: Int
    let tables: Int
    /// Parts that are wider than their frame and can't be reached by keyboard.
    let unreachable: Int
  }

  /// Opens a page in a frame, and measures it there.
  func look(at page: String, in folder: String, width: Int) throws -> Seen {
    try """
    <!DOCTYPE html><title>waiting</title>
    <iframe id="f" src="\(page)" style="width:\(width)px;height:900px;border:0"></iframe>
    <script>
    document.getElementById('f').onload = (event) => {
      const page = event.target.contentDocument;
      const wide = [...page.querySelectorAll('.scroll')]
        .filter((part) => part.scrollWidth > part.clientWidth && part.tabIndex < 0);
      document.title = ['seen', page.documentElement.scrollWidth,
        page.querySelectorAll('table').length, wide.length].join(' ');
    };
    </script>
    """.write(toFile: folder + "/frame.html", atomically: true, encoding: .utf8)
    let result = try run(["--dump-dom", "file://\(folder)/frame.html"], in: folder)
    let title = try #require(result.firstMatch(of: /<title>seen (\d+) (\d+) (\d+)<\/title>/))
    return Seen(
      width: Int(title.1) ?? 0, tables: Int(title.2) ?? 0, unreachable: Int(title.3) ?? 0)
  }

  /// Prints a page to a file that begins as such files do.
  func print(_ page: String, in folder: String) throws {
    _ = try run(["--print-to-pdf=\(folder)/page.pdf", "file://\(folder)/\(page)"], in: folder)
    let printed = try Data(contentsOf: URL(filePath: folder + "/page.pdf"))
    #expect(printed.starts(with: Data("%PDF-".utf8)) && printed.count > 5_000)
  }

  private func run(_ arguments: [String], in folder: String) throws -> String {
    try Running.program(
      path,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--allow-file-access-from-files", "--user-data-dir=\(folder)/profile",
        "--virtual-time-budget=5000",
      ] + arguments, in: folder
    ).out
  }
}
