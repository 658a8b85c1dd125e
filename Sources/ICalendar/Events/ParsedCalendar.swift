/// One stream of iCalendar, as far as it may touch a window.
public struct ParsedCalendar: Sendable {
  /// VEVENTs found in VCALENDARs.
  public internal(set) var read = 0
  /// Those that could not be used.
  public internal(set) var rejected = 0
  /// Those that may touch the window, in the order of the file.
  public internal(set) var events: [CalendarEvent] = []
  /// Those that cannot.
  public internal(set) var distant: [DistantEvent] = []
  /// Addresses of organizers and attendees, lower case, without `mailto:`.
  public internal(set) var addresses: [String] = []
  /// X-WR-CALNAME.
  public internal(set) var name = ""
  /// PRODID (RFC 5545 §3.7.3) of the first VCALENDAR.
  public internal(set) var producer = ""
  /// The zone of X-WR-TIMEZONE.
  public internal(set) var declaredZone: Zone?
  /// The zone most events name.
  public internal(set) var commonestZone: Zone?
  /// Whether any VEVENT lists an attendee who is no place.
  public internal(set) var holdsAttendees = false
  /// Whether any attendee has a PARTSTAT.
  public internal(set) var holdsAnswers = false
  /// Whether any VEVENT has CREATED.
  public internal(set) var holdsCreated = false
  /// Whether any VEVENT has LAST-MODIFIED.
  public internal(set) var holdsModified = false
  /// The fullest DESCRIPTION of any VEVENT.
  public internal(set) var descriptions = Descriptions.none
  /// Whether any VEVENT has X-MICROSOFT-CDO-BUSYSTATUS.
  public internal(set) var holdsBusyStatus = false
  /// Addresses, other than the organizer's, that gave a real answer to something; at most four.
  public internal(set) var answering: Set<String> = []
  /// Addresses that stand in more than half of the VEVENTs that name anybody, the most used first; none are sought where
  /// X-WR-CALNAME is an address.
  public internal(set) var commonAddresses: [(address: String, events: Int)] = []
  /// First and last date of DTSTART, recurring masters aside.
  public internal(set) var reach: ClosedRange<CivilDay>?
  /// Whether a VCALENDAR has METHOD:PUBLISH: then DTSTAMP is when the stream was written (RFC 5545 §3.8.7.2).
  public internal(set) var isPublished = false
  /// Whether the stream holds a VCALENDAR at all.
  public internal(set) var isCalendar = false
  /// Everything worth saying, by line.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Whether a stream has DESCRIPTION lines, and something in them.
  public enum Descriptions: Sendable {
    /// No VEVENT has the property.
    case none
    /// Only empty ones, as Google writes them for events without a text.
    case empty
    /// At least one with a text.
    case filled
  }

  /// Whether everything in it could be read as a structure: no part of the file is missing.
  public var isComplete: Bool { !diagnostics.contains { $0.issue.effect == .damaged } }
}
