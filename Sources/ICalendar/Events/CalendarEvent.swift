/// A time as a property gives it: a date, a reading, or a moment (RFC 5545 §3.3.4, §3.3.5).
public struct EventTime: Sendable, Equatable {
  /// How it is tied to a zone.
  public enum Form: Sendable, Equatable {
    /// A whole day.
    case date
    /// A reading of whatever clock the reader has.
    case floating
    /// A reading of a clock in `zone`.
    case zoned
    /// A reading in UTC.
    case utc
  }
  /// How it is tied to a zone.
  public let form: Form
  /// The reading; of a date its midnight.
  public let wall: WallTime
  /// The zone of a zoned reading.
  public let zone: Zone?

  /// The zone in which the reading is meant; floating ones and dates are read in the one given.
  public func zone(floating: Zone) -> Zone {
    switch form {
    case .date, .floating: floating
    case .zoned: zone ?? floating
    case .utc: .utc
    }
  }

  /// The moment; floating readings and dates are read in the zone given.
  public func instant(floating: Zone) -> Instant { zone(floating: floating).instant(of: wall) }

  /// Same form, same reading, same zone by name.
  public static func == (a: EventTime, b: EventTime) -> Bool {
    a.form == b.form && a.wall == b.wall && a.zone?.name == b.zone?.name
  }
}

/// An added date of a series (RDATE, RFC 5545 §3.8.5.2); a period brings its own length.
public struct AddedDate: Sendable {
  /// When it starts.
  public let start: EventTime
  /// When it ends, for a period with an end.
  public let end: EventTime?
  /// How long it lasts, for a period with a duration.
  let duration: DurationValue?
}

/// One attendee (RFC 5545 §3.8.4.1) with what is needed to tell who takes part.
public struct Attendee: Sendable, Equatable {
  /// PARTSTAT (RFC 5545 §3.2.12).
  public enum Status: UInt8, Sendable {
    case missing, needsAction, accepted, tentative, declined, delegated, other
  }
  /// CUTYPE (RFC 5545 §3.2.3).
  public enum Kind: UInt8, Sendable {
    case individual, group, place
  }
  /// Index into `ParsedCalendar.addresses`.
  public let address: Int32
  /// PARTSTAT.
  public let status: Status
  /// CUTYPE; ROOM and RESOURCE are places.
  public let kind: Kind
  /// ROLE is OPT-PARTICIPANT or NON-PARTICIPANT (RFC 5545 §3.2.16).
  public let isOptional: Bool
}

/// One VEVENT that may touch the window, decoded.
public struct CalendarEvent: Sendable {
  /// STATUS (RFC 5545 §3.8.1.11), and METHOD:CANCEL of its VCALENDAR.
  public enum Status: Sendable, Comparable {
    case none, confirmed, tentative, cancelled
  }
  /// X-MICROSOFT-CDO-BUSYSTATUS.
  public enum BusyStatus: Sendable {
    case none, free, tentative, busy, outOfOffice, elsewhere
  }

  /// Line of BEGIN:VEVENT.
  public internal(set) var line = 0
  /// UID; empty when the event has none.
  public internal(set) var uid = ""
  /// RECURRENCE-ID.
  public internal(set) var recurrenceID: EventTime?
  /// Whether the override holds for all later instances (RANGE=THISANDFUTURE, RFC 5545 §3.2.13).
  public internal(set) var isThisAndFuture = false
  /// SEQUENCE; 0 when missing.
  public internal(set) var sequence = 0
  /// LAST-MODIFIED.
  public internal(set) var lastModified: Instant?
  /// DTSTAMP; in a published feed the time of download.
  public internal(set) var stamp: Instant?
  /// CREATED.
  public internal(set) var created: Instant?
  /// DTSTART.
  public internal(set) var start = EventTime(form: .utc, wall: WallTime(0), zone: nil)
  /// DTEND.
  public internal(set) var end: EventTime?
  /// DURATION.
  var duration: DurationValue?
  /// RRULEs; their union counts.
  public internal(set) var rules: [RecurrenceRule] = []
  /// EXRULEs.
  public internal(set) var exclusionRules: [RecurrenceRule] = []
  /// RDATEs.
  public internal(set) var addedDates: [AddedDate] = []
  /// EXDATEs.
  public internal(set) var excludedDates: [EventTime] = []
  /// STATUS.
  public internal(set) var status = Status.none
  /// X-MICROSOFT-CDO-BUSYSTATUS.
  public internal(set) var busyStatus = BusyStatus.none
  /// TRANSP:TRANSPARENT (RFC 5545 §3.8.2.7).
  public internal(set) var isTransparent = false
  /// CLASS is there and not PUBLIC (RFC 5545 §3.8.1.3: unknown values count as PRIVATE).
  public internal(set) var isPrivate = false
  /// SUMMARY; empty for a private event.
  public internal(set) var summary = ""
  /// DESCRIPTION; empty for a private event.
  public internal(set) var description = ""
  /// ORGANIZER, an index into `ParsedCalendar.addresses`.
  public internal(set) var organizer: Int32?
  /// ATTENDEEs.
  public internal(set) var attendees: [Attendee] = []
  /// Number of ATTACH lines.
  public internal(set) var attachments = 0

  /// Whether it recurs or stands for an instance of something that does.
  public var isRecurring: Bool { !rules.isEmpty || !addedDates.isEmpty || recurrenceID != nil }
  /// Whether it is given in dates.
  public var isAllDay: Bool { start.form == .date }
}

/// A VEVENT that provably cannot touch the window: what is left of it competes with copies that do.
public struct DistantEvent: Sendable {
  /// `EventIdentity.hash` of its UID.
  public let uid: UInt64
  /// The same of the UID without Google's `_R…` suffix.
  public let series: UInt64
  /// RECURRENCE-ID as a reading.
  public let recurrenceID: WallTime?
  /// SEQUENCE.
  public let sequence: Int
  /// LAST-MODIFIED.
  public let lastModified: Instant?
  /// DTSTAMP.
  public let stamp: Instant?
  /// Date of DTSTART.
  public let startDay: CivilDay
  /// Whether it is the master of a series.
  public let isMaster: Bool
}

/// UIDs as keys.
public enum EventIdentity {
  /// A 64-bit digest of bytes (FNV-1a, finished with the mixer of MurmurHash3), the same in every run.
  struct Digest {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    var value: UInt64 {
      var hash = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
      return hash ^ (hash >> 33)
    }
  }

  /// The digest of some bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var digest = Digest()
    for byte in bytes { digest.add(byte) }
    return digest.value
  }

  /// The UID without `_R<digits>[T<digits>[Z]]` before the `@`: Google gives the part after "this and following" such a UID.
  public static func seriesKey(_ uid: String) -> String {
    let bytes = Array(uid.utf8)
    let at = bytes.lastIndex(of: UInt8(ascii: "@")) ?? bytes.count
    guard let mark = bytes[..<at].lastIndex(of: UInt8(ascii: "R")), mark > 1, bytes[mark - 1] == UInt8(ascii: "_")
    else {
      return uid
    }
    var rest = bytes[(mark + 1)..<at]
    let isDigit: (UInt8) -> Bool = { $0 >= 48 && $0 <= 57 }
    let date = rest.prefix(while: isDigit)
    guard !date.isEmpty else { return uid }
    rest = rest[date.endIndex...]
    if rest.first == UInt8(ascii: "T") {
      let time = rest.dropFirst().prefix(while: isDigit)
      guard !time.isEmpty else { return uid }
      rest = rest[time.endIndex...]
      if rest.first == UInt8(ascii: "Z") { rest = rest.dropFirst() }
    }
    guard rest.isEmpty else { return uid }
    return String(decoding: bytes[..<(mark - 1)] + bytes[at...], as: UTF8.self)
  }
}
