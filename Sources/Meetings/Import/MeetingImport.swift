public import ICalendar
public import Policy

/// The import: streams and a roster become people, meetings and a ledger in which every VEVENT has its place.
///
/// owners → people → copies of one event → occurrences that really take place → buckets → book.
public struct MeetingImport: Sendable {
  /// On whose clock windows, dates and times without a zone are read.
  public enum Clock: Sendable {
    /// On each person's own.
    case personal
    /// On one for all: the window between UTC midnights, dates and floating times in the zone given, else floating times
    /// in the calendar's own, else UTC.
    case common(Zone?)
  }

  /// Everything the import leaves.
  public let book: MeetingBook
  /// What a user should know about people and calendars, sorted.
  public let notices: [ImportNotice]
  /// With `Clock.common`: every occurrence in every bucket but `outside`, by start, end, UID, calendar; rejected events have none.
  public let listing: [ListedOccurrence]
  /// Streams whose rules were too costly to follow to their end, as places in the list given.
  public let cutShort: [Int]

  /// Merges the streams.
  public init(
    streams: [CalendarStream], roster: PeopleTable?, window: Range<CivilDay>, policy: Policy, zones: ZoneDatabase,
    clock: Clock = .personal
  ) {
    let finder = OwnerFinder(roster: roster)
    let built = PeopleBuilder(
      streams: streams, roster: roster, finder: finder, window: window, policy: policy, zones: zones)
    let clocks = Clocks(clock, streams: streams, people: built, window: window)
    let placed = Placement(
      streams: streams, people: built, finder: finder, clocks: clocks, policy: policy)
    let ledgers = placed.ledgers()
    let assembled = BookAssembler(placed: placed, people: built, streams: streams, clocks: clocks)
    book = assembled.book(window: window, ledgers: ledgers)
    notices = Set(built.notices + clocks.notices + placed.notices).sorted {
      ($0.message.path, $0.message.line, $0.code) < ($1.message.path, $1.message.line, $1.code)
    }
    listing = placed.listing()
    cutShort = placed.cutShort.sorted()
  }
}

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
      switch clock {
      case .personal: zone = stream.content.declaredZone ?? owner?.zone ?? .utc
      case .common(let given): zone = given ?? stream.content.declaredZone ?? .utc
      }
      floating.append(zone)
      let isGuess = if case .common(.some) = clock { false } else { stream.content.declaredZone == nil }
      if isGuess, stream.content.events.contains(where: { $0.start.form == .floating }) {
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

  /// All windows with a margin wide enough for any zone.
  var reach: Span {
    let start = windows.map(\.start).min() ?? Instant(0)
    let end = windows.map(\.end).max() ?? Instant(0)
    return Span(start: start - 2 * 86_400, end: end + 2 * 86_400)
  }
}
