import ICalendar

extension CalendarAccount {
  /// Who wrote a calendar.
  public enum Producer: String, Sendable, CaseIterable {
    /// Google Calendar: an export, or the feed of a secret address, which look alike.
    case google = "Google"
    /// Google Calendar, a feed of free and busy times: every title is "Busy", nobody but the calendar itself is listed.
    case googleBusy = "Google free/busy"
    /// Microsoft 365, Outlook on the web or Exchange: a published feed.
    case microsoft = "Microsoft 365"
    /// Outlook on a desktop.
    case outlook = "Outlook"
    /// Apple Calendar or iCloud.
    case apple = "Apple"
    /// Nextcloud, ownCloud and others on SabreDAV.
    case nextcloud = "Nextcloud"
    /// Fastmail and others on Cyrus.
    case fastmail = "Fastmail"
    /// Yahoo.
    case yahoo = "Yahoo"
    /// Zimbra.
    case zimbra = "Zimbra"
    /// Any other.
    case other = "other"

    /// Whether its users choose how much detail they share, so that a calendar without texts says that they chose less.
    var offersLessDetail: Bool { self == .microsoft || self == .outlook || self == .googleBusy }
  }
}

extension CalendarAccount.Producer {
  /// Words of a PRODID (RFC 5545 §3.7.3), lower case, the first that stands in it decides: Zimbra and Outlook carry the marks
  /// of Exchange too.
  private static let words: [(String, CalendarAccount.Producer)] = [
    ("google", .google), ("zimbra", .zimbra), ("yahoo", .yahoo), ("sabredav", .nextcloud), ("nextcloud", .nextcloud),
    ("owncloud", .nextcloud), ("cyrus", .fastmail), ("fastmail", .fastmail), ("outlook", .outlook),
    ("microsoft", .microsoft), ("exchange", .microsoft), ("apple", .apple), ("icloud", .apple),
    ("mac os x", .apple), ("ical 4", .apple), ("calendarserver", .apple),
  ]

  /// The producer of a stream: by its PRODID, else by the marks that only one producer leaves.
  init(of calendar: ParsedCalendar, isBusyTimesOnly: Bool) {
    let name = ASCIICase.lower(calendar.producer)
    let named = Self.words.first { name.contains($0.0) }?.1
    let marked: Self? =
      if calendar.holdsBusyStatus {
        .microsoft
      } else if !calendar.events.isEmpty, calendar.events.allSatisfy({ $0.uid.hasSuffix("@google.com") }) {
        .google
      } else {
        nil
      }
    let producer = named ?? marked ?? .other
    self = producer == .google && isBusyTimesOnly ? .googleBusy : producer
  }
}
