import ICalendar
import Meetings
import Metrics

/// The tables that speak of individuals; they stand in `personal/`.
struct PersonalTables {
  let book: MeetingBook
  let measures: AuditMeasures

  /// A row per person, by address; `data_doubt` says why a calendar may lack events of the period.
  var people: Table {
    let columns = ["person", "name", "team", "role", "site", "time_zone", "complete", "weeks_counted"]
    return Table(
      path: "personal/people.csv",
      columns: columns + MeasureColumns.names + ["data_doubt", "days_with_room_for_focus"],
      rows: measures.people.map { row in
        let person = book[row.person]
        let head: [Cell] = [
          .text(person.address), .optional(person.name), .optional(person.team), .optional(person.role),
          .optional(person.site), .text(person.zone.name), .yesNo(Self.isComplete(person)),
          row.total == nil ? .empty : .amount(row.weeksCounted),
        ]
        let doubts = book.doubts(about: row.person).map(\.code)
        return head + MeasureColumns.cells(row.total) + [
          .optional(doubts.joined(separator: ";")), row.total.map { .integer($0.daysWithRoomForFocus) } ?? .empty,
        ]
      })
  }

  /// Whether all of a person's time could be read.
  static func isComplete(_ person: Person) -> Bool { person.hasCalendar && person.isComplete }

  /// A row per person and week, by address, weeks ascending; from the last columns the averages can be worked out again.
  var weeks: Table {
    Table(
      path: "personal/people_weeks.csv",
      columns: ["person", "week"] + MeasureColumns.names
        + ["week_weight", "counted", "complete", "days_with_room_for_focus"],
      rows: measures.people.flatMap { row in
        let person = book[row.person]
        return row.weeks.map { week in
          [.text(person.address), .week(week.week)] + MeasureColumns.cells(week.measures) + [
            .share(week.weight), .yesNo(!week.isLeftOut), .yesNo(Self.isComplete(person)),
            .integer(week.measures.daysWithRoomForFocus),
          ]
        }
      })
  }

  /// A row per occurrence that is a meeting for somebody, by start, end, UID.
  var meetings: Table {
    Table(
      path: "personal/meetings.csv",
      columns: [
        "series", "uid", "start", "end", "title", "organizer", "invited", "attended", "attendee_hours",
      ],
      rows: measures.meetings.map { row in
        let occurrence = book[row.occurrence]
        let details = book[occurrence.details]
        let names = Names(book)
        return [
          .optional(details.series.map { book[$0].key }), .optional(details.uid), .instant(occurrence.span.start),
          .instant(occurrence.span.end), .optional(names.title(details)), .optional(names.organizer(details)),
          .integer(details.invitations.count { !book[$0.participant].isList }), .integer(row.attended),
          .hours(seconds: row.attendee),
        ]
      })
  }

  /// A row per calendar and bucket, calendars in path order; the last column says whether the calendar was read whole.
  var ledger: Table {
    Table(
      path: "personal/ledger.csv",
      columns: ["calendar", "person", "bucket", "events", "occurrences", "hours", "complete"],
      rows: book.calendars.flatMap { calendar in
        GroupTables.cells(calendar.ledger).map { cells in
          [.text(calendar.name), .text(book[calendar.person].address)] + cells + [.yesNo(calendar.isComplete)]
        }
      })
  }
}
