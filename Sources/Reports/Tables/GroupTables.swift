import ICalendar
import Meetings
import Metrics

/// The tables that speak of groups and of the audit as a whole; they may be shared.
struct GroupTables {
  let book: MeetingBook
  let measures: AuditMeasures

  /// A row per team, by name; a team too small to be published has no numbers. The last column counts members of whom
  /// something is not known.
  var teams: Table {
    let incomplete = Dictionary(
      book.people.lazy.filter { !PersonalTables.isComplete($0) }.map { ($0.team, 1) }, uniquingKeysWith: +)
    return Table(
      path: "teams.csv", columns: ["team", "people"] + MeasureColumns.names + ["incomplete_people"],
      rows: measures.teams.map { team in
        [.text(team.name), .integer(team.people)] + MeasureColumns.cells(team.means)
          + [.integer(incomplete[team.name] ?? 0)]
      })
  }

  /// A row per hour of the week, Monday 0 to Sunday 23.
  var heatmap: Table {
    Table(
      path: "heatmap.csv", columns: ["weekday", "hour", "attendee_hours"],
      rows: Weekday.allCases.flatMap { weekday in
        (0..<24).map { hour in
          [.text(Phrases.short(weekday)), .integer(hour), .hours(seconds: measures.heatmap[weekday, hour])]
        }
      })
  }

  /// A row per bucket, in the order in which they are tried.
  var ledger: Table {
    Table(
      path: "ledger.csv", columns: ["bucket", "events", "occurrences", "hours"], rows: Self.cells(book.ledger))
  }

  /// Bucket, events, occurrences and hours of a ledger.
  static func cells(_ ledger: Ledger) -> [[Cell]] {
    Bucket.allCases.map { bucket in
      let entry = ledger[bucket]
      return [
        .text(bucket.rawValue), .integer(entry.events), .integer(entry.occurrences), .hours(seconds: entry.seconds),
      ]
    }
  }
}
