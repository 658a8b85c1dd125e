// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: one source target, and the test target that mirrors it, possibly with helpers or an oracle of its own.
func room(
  _ name: String, knows dependencies: [Target.Dependency] = [], testedWith helpers: [Target.Dependency] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: strict),
    .testTarget(
      name: name + "Tests",
      dependencies: [.init(stringLiteral: name)] + dependencies + helpers,
      swiftSettings: strict),
  ]
}

let package = Package(
  name: "adjourn",
  products: [
    .executable(name: "adjourn", targets: ["adjourn"]),
    .library(name: "MeetingAudit", targets: ["MeetingAudit"]),
  ],
  targets: [
    // C libraries, one target each, each imported by one room. Debian's -dev packages; see `make deps`.
    .systemLibrary(name: "CLibical"),
    .systemLibrary(name: "CICU"),
    .systemLibrary(name: "CCSV"),
    .systemLibrary(name: "CArchive"),
  ]
    // The settings, and the tables a user hands us: thresholds, people.csv.
    + room("Policy", knows: ["CCSV"])
    // RFC 5545: bytes become events, zones, rules, occurrences in a window.
    + room("ICalendar", knows: ["CICU"], testedWith: ["CLibical"])
    // Where bytes come from: files, folders, archives, standard input; what is refused, and why.
    + room("CalendarSources", knows: ["CArchive"])
    // The nouns: people, meetings, series, occurrences, attendances; one meeting from many copies; the ledger.
    + room("Meetings", knows: ["ICalendar", "Policy"], testedWith: ["SampleCompany"])
    // Measures of load, focus and time zones: pure functions, one file per family.
    + room("Metrics", knows: ["Meetings", "ICalendar", "Policy"], testedWith: ["TestBooks"])
    // Judgements: purpose, signals, verdicts, confidence, what comes back.
    + room("Findings", knows: ["Metrics", "Meetings", "ICalendar", "Policy"], testedWith: ["TestBooks"])
    // What was found becomes documents: Markdown, CSV, the folder exchanged in one step. All wording.
    + room(
      "Reports", knows: ["Findings", "Metrics", "Meetings", "ICalendar", "Policy"],
      testedWith: ["TestBooks"])
    // Made-up companies for the demo, the tests and the benchmark.
    + room("SampleCompany")
    // The pipeline as one short function: the library's door.
    + room(
      "MeetingAudit",
      knows: [
        "CalendarSources", "ICalendar", "Meetings", "Metrics", "Findings", "Reports", "Policy",
      ], testedWith: ["SampleCompany"])
    // Words become typed arguments; help from one definition. Knows nothing of meetings.
    + room("CommandLineKit", testedWith: ["GetoptOracle"])
    + [.target(name: "GetoptOracle", path: "Tests/GetoptOracle")]
    // A command is arguments, one call, an exit code.
    + room(
      "AdjournCommands",
      knows: [
        "CommandLineKit", "MeetingAudit", "SampleCompany", "Reports", "Metrics", "Meetings", "ICalendar", "Policy",
      ])
    + [
      // Meeting books made by hand, for tests only.
      .target(
        name: "TestBooks", dependencies: ["Meetings", "ICalendar", "Policy"], path: "Tests/TestBooks",
        swiftSettings: strict),
      // Writes the pages of docs/ that are made from the code; not part of the product.
      .executableTarget(
        name: "generate-docs", dependencies: ["AdjournCommands", "Metrics"], path: "Sources/GenerateDocs",
        swiftSettings: strict),
      .executableTarget(
        name: "adjourn", dependencies: ["AdjournCommands"], swiftSettings: strict),
    ]
)
