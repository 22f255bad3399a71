// swift-tools-version: 6.2
import PackageDescription

/// Every target: warnings are errors, and imports and existentials are visible where they are used.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Targets that touch C: each unsafe call is marked as such.
let strictAtTheDoors: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "storyguard",
  products: [
    .library(name: "ConsentRegistry", targets: ["ConsentRegistry"]),
    .executable(name: "storyguard", targets: ["storyguard"]),
    .executable(name: "storyguard-bench", targets: ["storyguard-bench"]),
  ],
  targets: [
    // The rules. Imports nothing.
    .target(name: "ConsentRegistry", swiftSettings: strict),
    // How the core's words are written in JSON, and read back strictly.
    .target(name: "Notation", dependencies: ["ConsentRegistry"], swiftSettings: strict),
    // The untidy spreadsheet that coordinators keep. Imports nothing.
    .target(name: "Spreadsheet", swiftSettings: strict),
    // Pages: marks from literals alone, everybody's words escaped. Imports nothing.
    .target(name: "Markup", swiftSettings: strict),

    // Doors to the system's C libraries, each opened in one place.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "Sodium", dependencies: ["CSodium"], swiftSettings: strictAtTheDoors),
    .target(
      name: "LedgerStore", dependencies: ["ConsentRegistry", "Notation", "CSQLite"],
      swiftSettings: strictAtTheDoors),

    // The made-up coalition of `storyguard demo`; a target of its own, as its text is slow to compile.
    .target(
      name: "Riverside", resources: [.embedInCode("year.txt")], swiftSettings: strict),
    .executableTarget(
      name: "storyguard",
      dependencies: [
        "ConsentRegistry", "Notation", "Spreadsheet", "Markup", "LedgerStore", "Sodium",
        "Riverside",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "storyguard-bench",
      dependencies: ["ConsentRegistry", "Notation", "LedgerStore", "Sodium"],
      swiftSettings: strict),

    // A second guard, naive on purpose and written apart from the first, and random worlds.
    .target(name: "NaiveGuard", path: "Tests/NaiveGuard", swiftSettings: strict),
    // Chance with a seed, and how much of it.
    .target(name: "Seeded", path: "Tests/Seeded", swiftSettings: strict),
    // A ledger in memory, for desks that are tried without a file.
    .target(
      name: "Offices", dependencies: ["ConsentRegistry"], path: "Tests/Offices",
      swiftSettings: strict),
    .testTarget(
      name: "ConsentRegistryTests",
      dependencies: [
        "ConsentRegistry", "Notation", "NaiveGuard", "Offices", "Seeded", "storyguard",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NotationTests", dependencies: ["Notation", "Seeded"], swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetTests", dependencies: ["Spreadsheet", "Seeded"], swiftSettings: strict),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: ["ConsentRegistry", "Notation", "LedgerStore", "Sodium", "Seeded"],
      swiftSettings: strict),
    .testTarget(
      name: "StoryguardTests",
      dependencies: [
        "ConsentRegistry", "Notation", "LedgerStore", "Spreadsheet", "Markup", "Seeded",
        "storyguard",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "LivesTests",
      dependencies: [
        "ConsentRegistry", "Notation", "LedgerStore", "Offices", "Seeded", "Sodium", "storyguard",
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
