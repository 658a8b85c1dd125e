import ICalendar
import Meetings

/// One meeting of one person, as far as it lies in the person's window.
struct AttendedMeeting {
  let occurrence: Int
  /// The place of its series; nil: a single meeting.
  let series: Int?
  let isAccepted: Bool
  /// The part inside the window; empty for a meeting without length.
  let inside: Span
}

/// What one person's calendar says about the window, sorted by kind; every stretch is clipped to the window.
struct PersonTimeline {
  /// In order of their starts.
  private(set) var meetings: [AttendedMeeting] = []
  private(set) var all = Spans()
  private(set) var accepted = Spans()
  private(set) var recurring = Spans()
  /// Meetings and events whose participants are unknown.
  private(set) var upper = Spans()
  /// What two meetings or more cover.
  private(set) var conflicting = Spans()
  private(set) var absences = Spans()
  private(set) var reserved = Spans()

  /// Reads a person's attendances. `placed` gives the stretch of what is a meeting for the person, nil for one that is not to
  /// be.
  @inline(__always)
  init(
    _ person: Person, in book: MeetingBook, seriesOfOccurrence: [Int32],
    placed: (Occurrence, Attendance) -> Span? = { occurrence, _ in occurrence.span }
  ) {
    let window = person.windowSpan
    guard !window.isEmpty else { return }
    var unknown: [Span] = []
    var absent: [Span] = []
    var blocks: [Span] = []
    for attendance in book.attendances(of: person.id) {
      let occurrence = book[attendance.occurrence]
      switch attendance.bucket {
      case .meeting:
        guard let span = placed(occurrence, attendance), span.touches(window) else { continue }
        let series = seriesOfOccurrence[Int(occurrence.id.index)]
        meetings.append(
          AttendedMeeting(
            occurrence: Int(occurrence.id.index), series: series < 0 ? nil : Int(series),
            isAccepted: attendance.isAccepted, inside: span.clipped(to: window)))
      case .unknownParticipants: unknown.append(occurrence.span.clipped(to: window))
      case .absence: absent.append(Self.absence(occurrence, of: person).clipped(to: window))
      case .focusBlock: blocks.append(occurrence.span.clipped(to: window))
      default: break
      }
    }
    // Already in order unless `placed` moved something.
    meetings.sort { $0.inside.start < $1.inside.start }
    // Clipping keeps the order of starts; dates read on the person's clock do not keep that of UTC midnights.
    all = Spans(unionOf: meetings.lazy.map(\.inside))
    accepted = Spans(unionOf: meetings.lazy.filter(\.isAccepted).map(\.inside))
    recurring = Spans(unionOf: meetings.lazy.filter { $0.series != nil }.map(\.inside))
    upper = unknown.isEmpty ? all : Spans(unionOf: (all.pieces + unknown).sorted())
    conflicting = Spans(coveredTwiceBy: meetings.lazy.map(\.inside))
    absences = Spans(unionOf: absent.sorted())
    reserved = Spans(unionOf: blocks)
  }

  /// Booked seconds.
  var booked: Int64 { meetings.reduce(0) { $0 + $1.inside.duration } }

  /// An absence given in dates covers those dates on the person's clock, with the working day of each; a timed one its
  /// exact stretch (ruling "Who takes part").
  private static func absence(_ occurrence: Occurrence, of person: Person) -> Span {
    guard occurrence.isAllDay else { return occurrence.span }
    return Span(
      start: person.zone.midnight(of: WallTime(occurrence.span.start.seconds).day),
      end: person.zone.midnight(of: WallTime(occurrence.span.end.seconds).day))
  }
}
