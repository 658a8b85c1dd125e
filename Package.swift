// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: one source target, and the test target that mirrors it, possibly with an oracle of its own.
func room(
  _ name: String, knows dependencies: [Target.Dependency] = [], testedAgainst oracles: [Target.Dependency] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: strict),
    .testTarget(
      name: name + "Tests",
      dependencies: [.init(stringLiteral: name)] + dependencies + oracles,
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
  ]
    // The settings, and the tables a user hands us: thresholds, people.csv.
    + room("Policy", knows: ["CCSV"])
    // RFC 5545: bytes become events, zones, rules, occurrences in a window.
    + room("ICalendar", knows: ["CLibical", "CICU"])
    // Where bytes come from: files, folders, standard input; what is refused, and why.
    + room("CalendarSources")
    // The nouns: people, meetings, series, occurrences, attendances; one meeting from many copies; the ledger.
    + room("Meetings", knows: ["ICalendar", "Policy"], testedAgainst: ["SampleCompany"])
    // Measures of load, focus and time zones: pure functions, one file per family.
    + room("Metrics", knows: ["Meetings", "ICalendar", "Policy"])
    // Judgements: purpose, signals, verdicts, confidence, what comes back.
    + room("Findings", knows: ["Metrics", "Meetings", "ICalendar", "Policy"])
    // What was found becomes documents: Markdown, CSV, the folder exchanged in one step. All wording.
    + room("Reports", knows: ["Findings", "Metrics", "Meetings", "ICalendar", "Policy"])
    // Made-up companies for the demo, the tests and the benchmark.
    + room("SampleCompany", knows: ["ICalendar"])
    // The pipeline as one short function: the library's door.
    + room(
      "MeetingAudit",
      knows: [
        "CalendarSources", "ICalendar", "Meetings", "Metrics", "Findings", "Reports", "Policy",
      ])
    // Words become typed arguments; help from one definition. Knows nothing of meetings.
    + room("CommandLineKit", testedAgainst: ["GetoptOracle"])
    + [.target(name: "GetoptOracle", path: "Tests/GetoptOracle")]
    // A command is arguments, one call, an exit code.
    + room(
      "AdjournCommands",
      knows: ["CommandLineKit", "MeetingAudit", "SampleCompany", "ICalendar", "Policy"])
    + [
      .executableTarget(
        name: "adjourn", dependencies: ["AdjournCommands"], swiftSettings: strict)
    ]
)
