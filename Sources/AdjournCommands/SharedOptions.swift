import CommandLineKit
import Glibc
import ICalendar
import MeetingAudit

/// Arguments and options that several commands take.
enum SharedOptions {
  /// When output has colours.
  enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
  }

  static let paths = RepeatedArgument(
    "PATH", as: .text,
    help: "A calendar file (.ics), a folder of them (walked; reports of ours are skipped), or - for standard input.")
  static let people = Option(
    "people", as: .text, valueName: "FILE", help: "People, teams, sites, zones and working hours, as CSV.")
  static let jobs = Option(
    "jobs", as: .integer(in: 1...256), valueName: "N",
    help: "How many files are read at once; without it, as many as the machine has processors.")
  static let quiet = Flag("quiet", short: "q", help: "Say nothing but what stops the run.")
  static let color = Option(
    "color", as: ValueKind<ColorChoice>.choice, valueName: "WHEN",
    help: "Whether output has colours. Without it: on a terminal, unless NO_COLOR is set.")

  static let everywhere = OptionGroup("Everywhere", [jobs, quiet, color])

  /// The request that the arguments make.
  static func request(
    _ arguments: ParsedArguments, window: AuditWindow, _ surroundings: Surroundings
  ) -> AuditRequest {
    var request = AuditRequest(paths: arguments[paths], window: window.days)
    request.people = arguments[people]
    request.jobs = arguments[jobs] ?? min(surroundings.processors, 256)
    request.zoneFolder = surroundings.zoneFolder
    return request
  }
}

extension Surroundings {
  /// The surroundings as `--color` wants them.
  func colored(_ choice: SharedOptions.ColorChoice?) -> Surroundings {
    guard let choice, choice != .auto else { return self }
    var changed = self
    changed.outputTakesColor = choice == .always
    changed.errorsTakeColor = choice == .always
    return changed
  }
}
