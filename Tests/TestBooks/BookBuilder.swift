public import ICalendar
public import Meetings
public import Policy

/// Makes a `MeetingBook` by hand, without any calendar file.
///
///     var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
///     books.person("ada", team: "Core")
///     books.person("bob", hours: "08:00-16:00", zone: .fixed(secondsEast: 7200, name: "Berlin"))
///     books.meeting("Design", at: "2026-07-06 14:00", minutes: 60, with: ["ada", "bob".declining, "x@else.example"])
///     books.series("sync", every: 7, times: 4, at: "2026-07-06 10:00", minutes: 30, with: ["bob", "ada"])
///     books.absence("ada", from: "2026-07-08")
///     let book = books.book()
///     book.person("ada")        // PersonID
///
/// The short name `ada` stands for `ada@company.example`. The first guest is the organizer. Whoever is named in an event but
/// not declared is an outsider. Order of declaration does not matter: people, series and occurrences are sorted as the import
/// sorts them.
public struct BookBuilder: Sendable {
  struct PersonDraft: Sendable {
    var name: String
    var zone: Zone
    var hours: (start: Int64, end: Int64)
    var days: WorkDays
    var team, role, site: String
    var cost: Int64
    var window: Range<CivilDay>
    var hasCalendar, isInRoster, isComplete: Bool
    var producer: CalendarAccount.Producer
    var contents: CalendarContents
    var doubts: [Coverage.Doubt]
  }
  struct SeriesDraft: Sendable {
    var cadence: Cadence
    var skipped: Int
    var firstSeen: CivilDay?
    var ends: CivilDay?
    var lastChanged: Instant?
    var homeZone: Zone?
    var attendeesKnown, descriptionsKnown, titlesKnown, ruleKnown: Bool
  }
  struct EventDraft: Sendable {
    var title, description: String
    var span: Span
    var guests: [Guest]
    var series: String?
    var isAllDay, isPrivate, hasOrganizer: Bool
    var attachments: Int
    var created: Instant?
  }

  /// The audited dates.
  public let window: Range<CivilDay>
  /// The zone of people, and of times, where no other is named.
  public let zone: Zone
  var people: [PersonDraft] = []
  var series: [String: SeriesDraft] = [:]
  var events: [EventDraft] = []

  /// An empty book of a window, `[from, to)`.
  public init(from: String, to: String, zone: Zone = .utc) {
    window = BookTimes.day(from)..<BookTimes.day(to)
    self.zone = zone
  }

  /// Somebody whose time is measured. `cost` is in hundredths per hour; `window` are dates, `[from, to)`.
  public mutating func person(
    _ name: String, zone: Zone? = nil, hours: String = "09:00-17:00", days: WorkDays = .mondayToFriday,
    team: String = "", role: String = "", site: String = "", cost: Int64 = 7500,
    window: (from: String, to: String)? = nil, hasCalendar: Bool = true, isInRoster: Bool = true,
    isComplete: Bool = true, producer: CalendarAccount.Producer = .other, contents: CalendarContents = .everything,
    doubts: [Coverage.Doubt] = []
  ) {
    let ends = hours.split(separator: "-")
    people.append(
      PersonDraft(
        name: name, zone: zone ?? self.zone, hours: (BookTimes.clock(ends[0]), BookTimes.clock(ends[1])), days: days,
        team: team, role: role, site: site, cost: cost,
        window: window.map { BookTimes.day($0.from)..<BookTimes.day($0.to) } ?? self.window,
        hasCalendar: hasCalendar, isInRoster: isInRoster, isComplete: isComplete && !doubts.contains(.damaged),
        producer: producer, contents: contents, doubts: isComplete ? doubts : [.damaged] + doubts))
  }

  /// A timed event. With `series` it is an occurrence of that series (declared by `series(…)` before or after).
  public mutating func meeting(
    _ title: String, at start: String, minutes: Int64, seconds: Int64 = 0, zone: Zone? = nil, with guests: [Guest],
    series: String? = nil, description: String = "", attachments: Int = 0, isPrivate: Bool = false,
    hasOrganizer: Bool = true, created: Instant? = nil
  ) {
    let begin = BookTimes.instant(start, in: zone ?? self.zone)
    events.append(
      EventDraft(
        title: title, description: description,
        span: Span(start: begin, end: begin + (minutes * 60 + seconds)), guests: guests, series: series,
        isAllDay: false, isPrivate: isPrivate, hasOrganizer: hasOrganizer, attachments: attachments,
        created: created))
  }

  /// A series, with an occurrence every so many days on the clocks of a zone; `times: 0` only declares it.
  public mutating func series(
    _ key: String, title: String? = nil, every days: Int = 7, times: Int, at start: String = "", minutes: Int64 = 30,
    zone: Zone? = nil, with guests: [Guest] = [], cadence: Cadence? = nil, skipped: Int = 0,
    firstSeen: String? = nil, ends: String? = nil, lastChanged: Instant? = nil, homeZone: Zone? = nil,
    attendeesKnown: Bool = true, descriptionsKnown: Bool = true, titlesKnown: Bool = true, ruleKnown: Bool = true,
    description: String = "", attachments: Int = 0, isPrivate: Bool = false, hasOrganizer: Bool = true
  ) {
    let usual: Cadence =
      switch days {
      case 1: .daily
      case 2...6: .severalAWeek
      case 7...13: .weekly
      case 14...20: .biweekly
      case 21...35: .monthly
      default: .rarer
      }
    series[key] = SeriesDraft(
      cadence: cadence ?? usual, skipped: skipped, firstSeen: firstSeen.map { BookTimes.day($0) },
      ends: ends.map { BookTimes.day($0) }, lastChanged: lastChanged, homeZone: homeZone ?? zone ?? self.zone,
      attendeesKnown: attendeesKnown, descriptionsKnown: descriptionsKnown, titlesKnown: titlesKnown,
      ruleKnown: ruleKnown)
    let parts = start.split(separator: " ")
    for number in 0..<times {
      let day = BookTimes.day(parts[0]) + number * days
      meeting(
        title ?? key, at: day.isoText + " " + parts[1], minutes: minutes, zone: zone, with: guests, series: key,
        description: description, attachments: attachments, isPrivate: isPrivate, hasOrganizer: hasOrganizer)
    }
  }

  /// Whole days away, both dates included.
  public mutating func absence(_ name: String, from: String, through: String? = nil) {
    let (first, last) = (BookTimes.day(from), BookTimes.day(through ?? from))
    events.append(
      EventDraft(
        title: "Away", description: "",
        span: Span(start: Zone.utc.midnight(of: first), end: Zone.utc.midnight(of: last + 1)),
        guests: [Guest(name).inBucket(.absence)], series: nil, isAllDay: true, isPrivate: false, hasOrganizer: true,
        attachments: 0, created: nil))
  }
}
