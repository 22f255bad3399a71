import Testing

/// The shape of the house, read from its sources as text.
///
/// Each test first shows that its check would find what it forbids.
struct ArchitectureTests {
  @Test func `A module imports only what the table allows`() throws {
    let planted = [
      SourceFile("ConsentRegistry/Planted.swift", "public import Foundation"),
      SourceFile("Notation/Planted.swift", "  @testable import struct LedgerStore.Row"),
      SourceFile("LedgerStore/Planted.swift", "import CSQLite"),
      SourceFile("storyguard/Planted.swift", "import Foundation"),
      SourceFile("Spreadsheet/Planted.swift", "@preconcurrency import Notation"),
      SourceFile("Sodium/Planted.swift", "import Testing"),
      SourceFile("Stranger/Planted.swift", "let table = 1"),
    ]
    for file in planted { #expect(strayImports([file]).count == 1, "\(file.path)") }
    #expect(strayImports([SourceFile("Sodium/Planted.swift", "// import Testing")]).isEmpty)

    let inSources = try strayImports(SourceFile.all(in: "Sources"))
    #expect(inSources == [])
  }

  @Test func `A module of C is imported in one folder only`() throws {
    let planted = [
      SourceFile("LedgerStore/SQLite/Planted.swift", "import CSQLite"),
      SourceFile("LedgerStore/Planted.swift", "private import CSQLite"),
    ]
    #expect(foldersByDoor(planted) == ["CSQLite": ["LedgerStore", "LedgerStore/SQLite"]])

    let doors = foldersByDoor(try SourceFile.all(in: "Sources"))
    #expect(doors == ["CSQLite": ["LedgerStore/SQLite"], "CSodium": ["Sodium"]])
  }

  @Test func `Nothing in the sources imports Testing`() throws {
    let planted = SourceFile("ConsentRegistry/Planted.swift", "@_exported import Testing")
    #expect(planted.imports == ["Testing"])

    for file in try SourceFile.all(in: "Sources") {
      #expect(!file.imports.contains("Testing") && !file.imports.contains("XCTest"))
    }
  }

  @Test func `Nothing but the guard makes a permit`() throws {
    let planted = [
      SourceFile("storyguard/Planted.swift", "let permit = Permit(request: request)"),
      SourceFile("LedgerStore/Planted.swift", "return Permit.init(request: request)"),
      SourceFile("Notation/Planted.swift", "/// A `Permit(…)` in a comment; dropPermit()"),
    ]
    #expect(makersOfPermits(planted) == ["storyguard/Planted.swift", "LedgerStore/Planted.swift"])

    let makers = makersOfPermits(try SourceFile.all(in: "Sources"))
    #expect(makers == ["ConsentRegistry/Guard/Guard.swift"])
  }

  @Test(arguments: ["try!", "fatalError(", "@unchecked Sendable", "TODO", "FIXME"])
  func `No shortcut is left in the sources`(shortcut: String) throws {
    let planted = SourceFile("Notation/Planted.swift", "let rest = 14\n// \(shortcut) x)\n")
    #expect(lines(with: shortcut, in: [planted]) == ["Notation/Planted.swift:2"])

    let inSources = try lines(with: shortcut, in: SourceFile.all(in: "Sources"))
    #expect(inSources == [])
  }

  @Test func `No file is longer than 400 lines`() throws {
    let long = String(repeating: "let rest = 14\n", count: 401)
    #expect(tooLong([SourceFile("Notation/Planted.swift", long)]).count == 1)
    let fitting = String(repeating: "let rest = 14\n", count: 400)
    #expect(tooLong([SourceFile("Notation/Planted.swift", fitting)]).isEmpty)

    let inSources = try tooLong(SourceFile.all(in: "Sources"))
    #expect(inSources == [])
    let inTests = try tooLong(SourceFile.all(in: "Tests"))
    #expect(inTests == [])
  }

  @Test func `What other modules may use says what it is`() throws {
    let planted = SourceFile(
      "Notation/Planted.swift",
      """
      /// A rest.
      package struct Rest {
        package var days: Int
        /// Reads it.
        @inlinable
        package init(days: Int) {}
        @discardableResult public func told() -> Int { days }
        package static func < (left: Rest, right: Rest) -> Bool { left.days < right.days }
        // Not a comment for readers.
        package mutating func add() {}
      }
      """)
    #expect(
      undocumented([planted]) == [
        "Notation/Planted.swift:3", "Notation/Planted.swift:7", "Notation/Planted.swift:10",
      ])

    let inSources = try undocumented(SourceFile.all(in: "Sources"))
    #expect(inSources == [])
  }

  @Test func `The manifest names no other package`() throws {
    let planted = SourceFile("Package.swift", #"  .package( url: "…", from: "1.0.0"),"#)
    #expect(planted.namesPackage)

    #expect(try !SourceFile(reading: "Package.swift").namesPackage)
  }

  @Test func `The top level holds only what belongs there`() throws {
    #expect(strangers(["Sources", "Scripts", ".build", "notes.txt"]) == ["Scripts", "notes.txt"])

    let top = try SourceFile.topLevel()
    #expect(top.contains("Package.swift"))
    #expect(strangers(top) == [])
  }
}
