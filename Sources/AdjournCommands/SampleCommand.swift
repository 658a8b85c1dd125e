import CommandLineKit
import Reports
import SampleCompany

/// `adjourn sample`: the calendars of a made-up company.
enum SampleCommand {
  static let folder = Argument("DIR", as: .text, help: "The folder to fill: a new one, or an empty one.")
  static let people = Option(
    "people", as: .integer(in: 1...100_000), valueName: "N", help: "How many people have a calendar; 44 without it.")
  static let seed = Option(
    "seed", as: .integer(in: 0...Int.max), valueName: "S", help: "Another number, another company; 1 without it.")
  static let quarters = Option(
    "quarters", as: .integer(in: 1...40), valueName: "Q",
    help: "How many quarters are filled with meetings, up to 2026-Q3; 2 without it.")
  static let kilobytes = Option(
    "kilobytes", as: .integer(in: 1...100_000), valueName: "K",
    help: "Pad each calendar with old meetings to about this size, as real ones are.")

  static let definition = CommandDefinition(
    name: "sample", abstract: "Write the calendars of a made-up company, to try things out",
    synopsis: ["adjourn sample DIR [--people N] [--seed S] [--quarters Q] [--kilobytes K] [OPTION]..."],
    discussion: ["The folder gets calendars/, people.csv and a README. The same numbers give the same bytes."],
    arguments: [folder],
    options: [
      OptionGroup("Company", [people, seed, quarters, kilobytes]),
      OptionGroup("Everywhere", [SharedOptions.quiet, SharedOptions.color]),
    ],
    examples: [
      CommandExample("adjourn sample company", "44 people and two quarters, in the folder company.")
    ])

  @Sendable static func run(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(CommandFailure) -> ExitCode {
    let surroundings = surroundings.colored(arguments[SharedOptions.color])
    let company = SampleCompany(
      people: arguments[people] ?? 44, seed: UInt64(arguments[seed] ?? 1), quarters: arguments[quarters] ?? 2,
      kilobytesPerPerson: arguments[kilobytes])
    let path = arguments[folder]
    var target = try SampleFolder(path)
    do throws(CommandFailure) {
      try company.forEachFile { file throws(CommandFailure) in
        if let signal = surroundings.stopSignal() {
          throw CommandFailure(code: .interrupted(by: signal), message: "interrupted; \(target.shown) is removed again")
        }
        try target.write(file)
      }
    } catch {
      target.removeAll()
      throw error
    }
    if !arguments[SharedOptions.quiet] {
      surroundings.tell("\(target.shown): \(Phrases.counted(company.people, "calendar")), people.csv, README.md\n")
    }
    return .success
  }
}
