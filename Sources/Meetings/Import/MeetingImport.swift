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
    // Files are taken in the order of their paths, whatever order they come in.
    let order = streams.indices.sorted { (streams[$0].path, $0) < (streams[$1].path, $1) }
    let sorted = order.map { streams[$0] }
    let finder = OwnerFinder(roster: roster)
    let people = PeopleBuilder(
      streams: sorted, roster: roster, finder: finder, window: window, policy: policy, zones: zones)
    let clocks = Clocks(clock, streams: sorted, people: people, window: window)
    let placed = Placement(streams: sorted, people: people, finder: finder, clocks: clocks, policy: policy)
    let accounts = Accounts(placed: placed, streams: sorted, clocks: clocks)
    book = BookAssembler(placed: placed, people: people, streams: sorted, clocks: clocks)
      .book(window: window, ledgers: accounts.ledgers())
    notices = Set(people.notices + clocks.notices + placed.notices).sorted {
      ($0.message.path, $0.message.line, $0.code) < ($1.message.path, $1.message.line, $1.code)
    }
    listing = accounts.listing()
    cutShort = placed.cutShort.map { order[$0] }.sorted()
  }
}
