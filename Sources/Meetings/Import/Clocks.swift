import ICalendar
import Policy

/// Which clock reads what: floating times, dates, windows.
struct Clocks {
  /// The zone of floating times, by stream.
  let floating: [Zone]
  /// The zone of dates, by person.
  let dates: [Zone]
  /// The window, by person.
  let windows: [Span]
  /// Whether one window holds for all.
  let isCommon: Bool
  private(set) var notices: [ImportNotice] = []

  init(_ clock: MeetingImport.Clock, streams: [CalendarStream], people: PeopleBuilder, window: Range<CivilDay>) {
    var floating: [Zone] = []
    for (index, stream) in streams.enumerated() {
      let owner = people.ownerOfStream[index].map { people.people[$0] }
      let zone: Zone
      let isGuess: Bool
      switch clock {
      case .personal:
        zone = stream.content.declaredZone ?? owner?.zone ?? .utc
        isGuess = stream.content.declaredZone == nil && owner?.zoneOrigin != .roster
      case .common(let given):
        zone = given ?? stream.content.declaredZone ?? .utc
        isGuess = given == nil && stream.content.declaredZone == nil
      }
      floating.append(zone)
      if isGuess, owner != nil, stream.content.events.contains(where: { $0.start.form == .floating }) {
        notices.append(.floatingTimes(path: stream.path, zone: zone.name))
      }
    }
    self.floating = floating
    switch clock {
    case .personal:
      dates = people.people.map(\.zone)
      windows = people.people.map(\.windowSpan)
      isCommon = false
    case .common(let given):
      dates = people.people.map { _ in given ?? .utc }
      let span = Span(start: Zone.utc.midnight(of: window.lowerBound), end: Zone.utc.midnight(of: window.upperBound))
      windows = people.people.map { _ in span }
      isCommon = true
    }
  }

  /// When an occurrence takes place for a person: dates are that person's own midnights.
  func span(of occurrence: ResolvedOccurrence, for person: Int) -> Span {
    guard occurrence.isAllDay else { return occurrence.span }
    let zone = dates[person]
    return Span(
      start: zone.midnight(of: WallTime(occurrence.span.start.seconds).day),
      end: zone.midnight(of: WallTime(occurrence.span.end.seconds).day))
  }

  /// Whether an occurrence touches a person's window.
  func touches(_ occurrence: ResolvedOccurrence, person: Int) -> Bool {
    !windows[person].isEmpty && span(of: occurrence, for: person).touches(windows[person])
  }

  /// Whether a moment, or a date given as its UTC midnight, lies in a person's window.
  func isInWindow(_ moment: Instant, isDate: Bool, person: Int) -> Bool {
    windows[person].contains(isDate ? dates[person].midnight(of: WallTime(moment.seconds).day) : moment)
  }

  /// All windows that hold anything, with a margin wide enough for any zone.
  var reach: Span {
    let windows = windows.filter { !$0.isEmpty }
    guard let start = windows.map(\.start).min(), let end = windows.map(\.end).max() else {
      return Span(start: Instant(0), end: Instant(0))
    }
    return Span(start: start - 2 * 86_400, end: end + 2 * 86_400)
  }
}
