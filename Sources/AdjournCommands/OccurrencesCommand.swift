import CommandLineKit
import ICalendar
import MeetingAudit
import Meetings
import Reports

/// `adjourn occurrences`: the expanded occurrences that everything rests on, as CSV.
enum OccurrencesCommand {
  static let zone = Option(
    "zone", as: .text, valueName: "ZONE",
    help: "IANA zone in which floating times and dates are read; without it each calendar's own, else UTC.")
  static let all = Flag("all", help: "List cancelled, rejected and superseded ones too.")

  static let definition = CommandDefinition(
    name: "occurrences", abstract: "List the expanded occurrences that everything rests on, as CSV",
    synopsis: ["adjourn occurrences PATH... \(AuditWindow.synopsis) [--zone ZONE] [--all] [--people FILE] [OPTION]..."],
    discussion: [
      "The window runs between UTC midnights here. Standard output gets the table, standard error the rest."
    ],
    arguments: [SharedOptions.paths],
    options: [
      AuditWindow.options, OptionGroup("Input", [SharedOptions.people, zone]), OptionGroup("Output", [all]),
      SharedOptions.everywhere,
    ],
    examples: [
      CommandExample("adjourn occurrences anna.ics --quarter 2026-Q3 > occurrences.csv", "All that takes place.")
    ])

  @Sendable static func run(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(CommandFailure) -> ExitCode {
    let surroundings = surroundings.colored(arguments[SharedOptions.color])
    let request = SharedOptions.request(arguments, window: try AuditWindow(arguments), surroundings)
    let run = try AuditRun(request, isQuiet: arguments[SharedOptions.quiet], in: surroundings)
    let outcome = try run.perform { audit, control throws(AuditError) in
      try audit.occurrences(zone: arguments[zone], includesAll: arguments[all], control: control)
    }
    run.tell(outcome.messages)
    try surroundings.print(CSVWriter.file(table(outcome.listing)).bytes)
    return .of(outcome.messages)
  }

  /// The table, as the contract words it.
  static func table(_ listing: [ListedOccurrence]) -> Table {
    Table(
      path: "occurrences.csv", columns: ["calendar", "uid", "recurrence_id", "start", "end", "summary", "bucket"],
      rows: listing.map { item in
        func moment(_ instant: Instant) -> Cell {
          item.isAllDay ? .date(Zone.utc.wallTime(at: instant).day) : .instant(instant)
        }
        return [
          .text(item.calendar), .text(item.uid), item.recurrenceID.map(moment) ?? .empty, moment(item.span.start),
          moment(item.span.end), .text(item.summary), .text(item.bucket.rawValue),
        ]
      })
  }
}
