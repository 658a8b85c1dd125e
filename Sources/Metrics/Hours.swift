import ICalendar
import Meetings

/// The hours family: how long, counted once, twice, inside and outside the working day.
enum Hours {
  /// Adds a person's meetings to its weeks.
  static func measure(
    _ person: Person, _ timeline: PersonTimeline, _ clock: WorkingClock, into weeks: inout WeekRows
  ) {
    for meeting in timeline.meetings {
      weeks.add(meeting.inside) { row, part in
        row.meetings += 1
        row.booked += part.duration
        row.cost += part.duration * person.hourlyCost
      }
    }
    for piece in timeline.all.pieces {
      weeks.add(piece) { row, part in
        let outside = clock.outOfHours(in: part)
        row.meeting += part.duration
        row.afterHoursMeeting += outside
        row.workingHoursMeeting += part.duration - outside
      }
    }
    weeks.add(timeline.accepted) { $0.acceptedMeeting += $1 }
    weeks.add(timeline.upper) { $0.upperMeeting += $1 }
    weeks.add(timeline.recurring) { $0.recurringMeeting += $1 }
    weeks.add(timeline.conflicting) { $0.conflicting += $1 }
  }
}

extension Heatmap {
  /// Adds each second of a span to the weekday and hour that the clocks of a zone show.
  mutating func add(_ span: Span, in zone: Zone) {
    var cursor = span.start
    while cursor < span.end {
      let offset = zone.offset(at: cursor)
      let wall = WallTime(cursor.seconds + offset)
      var next = min(span.end, cursor + (3600 - wall.secondOfDay % 3600))
      if zone.offset(at: next - 1) != offset {
        next = Self.firstChange(after: cursor, before: next, from: offset, zone)
      }
      self[wall.day.weekday, Int(wall.secondOfDay / 3600)] += next - cursor
      cursor = next
    }
  }

  /// The moment within an hour at which the clocks are changed.
  private static func firstChange(after start: Instant, before end: Instant, from offset: Int64, _ zone: Zone)
    -> Instant
  {
    var (same, other) = (start, end - 1)
    while other - same > 1 {
      let middle = same + (other - same) / 2
      if zone.offset(at: middle) == offset { same = middle } else { other = middle }
    }
    return other
  }
}
