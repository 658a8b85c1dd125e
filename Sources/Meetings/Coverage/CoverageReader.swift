import ICalendar

/// Tells from a stream's dates and stamps how far it reaches.
struct CoverageReader {
  /// DTSTAMPs of one export lie within so many seconds: it takes a while to write a long one.
  static let longestExport: Int64 = 3600
  /// Days without an event of its own before the period's end that pass for a quiet time in a calendar exported later; more
  /// look like an export of certain dates only. (Our convention; decision 0008.)
  static let longestSilence = 28
  /// Days that a feed of Microsoft 365 goes back: three months, unless an administrator has set something else
  /// (Set-MailboxCalendarFolder, PublishDateRangeFrom).
  static let feedPast = 92

  private let content: ParsedCalendar
  private let producer: CalendarAccount.Producer
  private let owner: Person
  /// DTSTAMPs, the oldest and the newest.
  private let stamps: (oldest: Instant, newest: Instant, count: Int)?
  /// The newest of all moments that tell of a change: the export cannot be older.
  private let newestChange: Instant?
  /// Date of the first event, recurring masters included.
  private let firstDay: CivilDay?

  init(_ content: ParsedCalendar, by producer: CalendarAccount.Producer, owner: Person) {
    self.content = content
    self.producer = producer
    self.owner = owner
    var stamps: (oldest: Instant, newest: Instant, count: Int)?
    var newestChange: Instant?
    var firstDay: CivilDay?
    func note(stamp: Instant?, changed: Instant?, day: CivilDay) {
      if let stamp {
        let known = stamps ?? (stamp, stamp, 0)
        stamps = (min(known.oldest, stamp), max(known.newest, stamp), known.count + 1)
      }
      if let changed { newestChange = max(newestChange ?? changed, changed) }
      firstDay = min(firstDay ?? day, day)
    }
    for event in content.events {
      note(
        stamp: event.stamp, changed: [event.lastModified, event.created].compactMap(\.self).max(),
        day: event.start.wall.day)
    }
    for event in content.distant { note(stamp: event.stamp, changed: event.lastModified, day: event.startDay) }
    self.stamps = stamps
    self.newestChange = newestChange
    self.firstDay = firstDay
  }

  /// How far it reaches; `isAlone`: no other calendar of its owner holds an event.
  func coverage(isAlone: Bool) -> Coverage {
    var doubts: [Coverage.Doubt] = []
    if content.read == 0 {
      if isAlone { doubts.append(.empty) }
    } else if !owner.window.isEmpty {
      // Of a damaged file it is not known how far it reached.
      doubts += [exportDoubt ?? (content.isComplete ? reachDoubt : nil)].compactMap(\.self)
    }
    return Coverage(
      reach: content.reach, exported: exported.map(day), doubts: (content.isComplete ? [] : [.damaged]) + doubts)
  }

  /// When the stream was written, where its stamps tell it. With METHOD, DTSTAMP is the time at which the iCalendar object
  /// was made (RFC 5545 §3.8.7.2). Without, programs that write the time of the export write the same everywhere, but so
  /// does one big change: events behind the period outweigh it. A later LAST-MODIFIED says that it is something else.
  private var exported: Instant? {
    guard let stamps, stamps.newest - stamps.oldest <= Self.longestExport,
      content.isPublished || (stamps.count > 1 && !reachesPast),
      newestChange.map({ $0 <= stamps.newest + Self.longestExport }) ?? true
    else { return nil }
    return stamps.newest
  }

  /// Whether an event of its own begins behind the period.
  private var reachesPast: Bool { content.reach.map { $0.upperBound >= owner.window.upperBound } ?? false }

  /// The moment at which the period ends for the owner.
  private var end: Instant { owner.zone.midnight(of: owner.window.upperBound) }

  private var exportDoubt: Coverage.Doubt? {
    guard let exported, exported < end else { return nil }
    return .exportedBeforeWindowEnd(day(exported))
  }

  private var reachDoubt: Coverage.Doubt? {
    if let firstDay, firstDay >= owner.window.upperBound { return .startsAfterWindow(firstDay) }
    if let cutDay { return .startsInsideWindow(cutDay) }
    if reachesPast { return nil }
    // Whatever changed after the end was exported after it, and so was the rest.
    let newest = [stamps?.newest, newestChange].compactMap(\.self).max()
    let isQuiet = content.reach.map { $0.upperBound + Self.longestSilence >= owner.window.upperBound } ?? true
    if isQuiet, let newest, newest >= end { return nil }
    return .endsBeforeWindow(content.reach?.upperBound)
  }

  /// The first date of a feed that was downloaded so late that it no longer goes back to the beginning of the period.
  private var cutDay: CivilDay? {
    guard producer == .microsoft, let exported, let reach = content.reach,
      owner.window.lowerBound + Self.feedPast < day(exported), reach.lowerBound > owner.window.lowerBound
    else { return nil }
    return reach.lowerBound
  }

  private func day(_ moment: Instant) -> CivilDay { owner.zone.wallTime(at: moment).day }
}
