/// Where a VEVENT, and each of its occurrences, lands: exactly one, the first that applies (`docs/metrics.md`, ledger).
public enum Bucket: String, Sendable, CaseIterable, Comparable {
  /// Cannot be placed in time or identified.
  case rejected
  /// An older copy of the same UID and RECURRENCE-ID among one person's calendars.
  case superseded
  /// Does not touch the person's window.
  case outside
  /// Does not take place.
  case cancelled
  /// The person is away; it shortens the working time.
  case absence
  /// Given in dates.
  case allDay = "all-day"
  /// Shown as free.
  case free
  /// This person declined.
  case declined
  /// As long as a day or longer.
  case tooLong = "too-long"
  /// A person's own reserved focus time.
  case focusBlock = "focus-block"
  /// Nobody else takes part.
  case solo
  /// The source does not say who takes part.
  case unknownParticipants = "unknown-participants"
  /// A meeting.
  case meeting

  /// The order in which they are tried.
  public static func < (a: Bucket, b: Bucket) -> Bool { a.order < b.order }

  /// Whether an occurrence in this bucket takes place in somebody's time.
  public var takesPlace: Bool {
    switch self {
    case .rejected, .superseded, .outside, .cancelled: false
    case .absence, .allDay, .free, .declined, .tooLong, .focusBlock, .solo, .unknownParticipants, .meeting: true
    }
  }

  /// Position among all cases.
  public var order: Int {
    switch self {
    case .rejected: 0
    case .superseded: 1
    case .outside: 2
    case .cancelled: 3
    case .absence: 4
    case .allDay: 5
    case .free: 6
    case .declined: 7
    case .tooLong: 8
    case .focusBlock: 9
    case .solo: 10
    case .unknownParticipants: 11
    case .meeting: 12
    }
  }
}

/// How many events, occurrences and seconds one bucket holds.
public struct LedgerEntry: Sendable, Equatable {
  /// VEVENTs; one stands in the bucket of its first occurrence in the window.
  public var events: Int = 0
  /// Occurrences, each by itself.
  public var occurrences: Int = 0
  /// Seconds of those occurrences inside the person's window; all-day events have none.
  public var seconds: Int64 = 0

  /// An empty bucket.
  public init() {}

  /// The sums of two entries.
  public static func += (a: inout LedgerEntry, b: LedgerEntry) {
    a.events += b.events
    a.occurrences += b.occurrences
    a.seconds += b.seconds
  }
}

/// The account of one calendar: every VEVENT read is in one bucket.
public struct Ledger: Sendable, Equatable {
  /// VEVENTs read.
  public var read: Int = 0
  private var entries: [LedgerEntry]

  /// Nothing read yet.
  public init() { entries = Array(repeating: LedgerEntry(), count: Bucket.allCases.count) }

  /// The entry of a bucket.
  public subscript(bucket: Bucket) -> LedgerEntry {
    get { entries[bucket.order] }
    set { entries[bucket.order] = newValue }
  }

  /// Whether what was read equals what the buckets hold.
  public var balances: Bool { read == entries.reduce(0) { $0 + $1.events } }

  /// The sums of two ledgers.
  public static func += (a: inout Ledger, b: Ledger) {
    a.read += b.read
    for index in a.entries.indices { a.entries[index] += b.entries[index] }
  }
}
