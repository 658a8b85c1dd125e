/// Decodes the VEVENTs that may touch the window. What cannot be placed in time or identified is rejected, with file and line.
struct EventDecoder {
  static let mostAttendees = 10_000
  static let longestDescription = 4096

  let walker: LineWalker
  let zones: ZoneDatabase
  let ownZones: [String: Zone]
  /// The zone in which dates that stand beside moments are read: X-WR-TIMEZONE, else the first VTIMEZONE.
  let calendarZone: Zone?
  let isCancelling: Bool
  private(set) var addresses: [String]
  private(set) var addressIndex: [String: Int32]
  private(set) var diagnostics: [Diagnostic] = []
  private var unknownZones: Set<String> = []
  private var hasSaidNotUTF8 = false

  init(
    walker: LineWalker, zones: ZoneDatabase, ownZones: [String: Zone], calendarZone: Zone?, isCancelling: Bool,
    addresses: [String], addressIndex: [String: Int32]
  ) {
    self.walker = walker
    self.zones = zones
    self.ownZones = ownZones
    self.calendarZone = calendarZone
    self.isCancelling = isCancelling
    self.addresses = addresses
    self.addressIndex = addressIndex
  }

  private struct Rejection: Error {
    let diagnostic: Diagnostic
  }

  /// The lines that may stand once, with the values seen.
  private struct Draft {
    var event = CalendarEvent()
    var single: [String: ArraySlice<UInt8>] = [:]
    var start: DateValue?
    var end: DateValue?
    var busyOutOfOffice = false
    var issues: [Diagnostic] = []
    var attendeeLimitReached = false
    var hasDescription = false
  }

  /// The event of an outline, or nil when it is rejected.
  mutating func decode(_ outline: EventOutline) -> CalendarEvent? {
    var draft = Draft()
    draft.event.line = outline.line
    var failure = outline.failure
    do throws(Rejection) {
      try readLines(of: outline, into: &draft)
      if failure == nil { try complete(&draft) }
    } catch { failure = failure ?? error.diagnostic }
    let uid = draft.event.isPrivate ? "" : draft.event.uid
    if let failure {
      diagnostics.append(Diagnostic(line: failure.line, issue: failure.issue, uid: uid))
      return nil
    }
    diagnostics += draft.issues.map { Diagnostic(line: $0.line, issue: $0.issue, uid: uid) }
    hideIfPrivate(&draft.event)
    return draft.event
  }

  private func hideIfPrivate(_ event: inout CalendarEvent) {
    guard event.isPrivate else { return }
    event.summary = ""
    event.description = ""
  }

  // MARK: Lines

  private mutating func readLines(of outline: EventOutline, into draft: inout Draft) throws(Rejection) {
    var lines = LineWalker(walker.base, from: outline.start, to: outline.end, firstLine: outline.line + 1)
    var depth = 0
    var firstFailure: Rejection?
    while let line = lines.next() {
      if lines.isNamed(line, "BEGIN") {
        depth += 1
      } else if lines.isNamed(line, "END") {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        // All lines are read even behind a bad one: CLASS may follow, and a private value must not be shown.
        do throws(Rejection) { try read(line, in: lines, into: &draft) } catch { firstFailure = firstFailure ?? error }
      }
    }
    if let firstFailure { throw firstFailure }
  }

  private static let decisive: Set<String> = [
    "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "STATUS",
  ]

  private mutating func read(_ line: LineWalker.Line, in lines: LineWalker, into draft: inout Draft) throws(Rejection) {
    if line.end - line.start > LineWalker.longestLine {
      let name = lines.nameOnly(line)
      if Self.decisive.contains(name) { throw rejection(line.number, .longLine(name)) }
      draft.issues.append(Diagnostic(line: line.number, issue: .unreadableValue(name)))
      return
    }
    guard let content = ContentLine(lines.unfolded(line), number: line.number) else { return }
    let name = content.name
    try readTimes(name, content, into: &draft)
    try readRecurrence(name, content, into: &draft)
    try readTexts(name, content, into: &draft)
    readPeople(name, content, into: &draft)
  }

  private func rejection(_ line: Int, _ issue: Diagnostic.Issue) -> Rejection {
    Rejection(diagnostic: Diagnostic(line: line, issue: issue))
  }

  /// A property that may stand once: false when the same value stands there already.
  private func isFirst(_ name: String, _ line: ContentLine, _ draft: inout Draft) throws(Rejection) -> Bool {
    guard let earlier = draft.single[name] else {
      draft.single[name] = line.value
      return true
    }
    guard earlier.elementsEqual(line.value) else { throw rejection(line.number, .repeated(name)) }
    return false
  }

  private mutating func readTimes(_ name: String, _ line: ContentLine, into draft: inout Draft) throws(Rejection) {
    switch name {
    case "DTSTART":
      guard try isFirst(name, line, &draft) else { return }
      guard let value = DateValue(line.value) else { throw rejection(line.number, .unreadable(name)) }
      draft.start = value
      draft.event.start = time(value, line, &draft)
    case "DTEND":
      guard try isFirst(name, line, &draft) else { return }
      guard let value = DateValue(line.value) else { throw rejection(line.number, .unreadable(name)) }
      draft.end = value
      draft.event.end = time(value, line, &draft)
    case "DURATION":
      guard try isFirst(name, line, &draft) else { return }
      guard let value = DurationValue(line.value) else { throw rejection(line.number, .unreadable(name)) }
      draft.event.duration = value
    case "LAST-MODIFIED", "DTSTAMP", "CREATED":
      guard let value = DateValue(line.value) else { return }
      let moment = Instant(value.wall.seconds)
      switch name {
      case "LAST-MODIFIED": draft.event.lastModified = max(draft.event.lastModified ?? moment, moment)
      case "DTSTAMP": draft.event.stamp = max(draft.event.stamp ?? moment, moment)
      default: draft.event.created = draft.event.created ?? moment
      }
    default: break
    }
  }

  private mutating func readRecurrence(_ name: String, _ line: ContentLine, into draft: inout Draft) throws(Rejection) {
    switch name {
    case "RECURRENCE-ID":
      guard try isFirst(name, line, &draft) else { return }
      guard let value = DateValue(line.value) else { throw rejection(line.number, .unreadable(name)) }
      draft.event.recurrenceID = time(value, line, &draft)
      draft.event.isThisAndFuture = line.parameter("RANGE", is: "THISANDFUTURE")
    case "RRULE", "EXRULE":
      if line.value.isEmpty { return }
      var parser = RuleParser()
      let rule: RecurrenceRule
      do throws(RuleParser.Failure) { rule = try parser.parse(line.value) } catch {
        throw rejection(line.number, .ruleRejected(error.reason))
      }
      if !parser.repairs.isEmpty {
        draft.issues.append(Diagnostic(line: line.number, issue: .ruleRepaired(parser.repairs)))
      }
      if name == "RRULE" {
        if !draft.event.rules.contains(rule) { draft.event.rules.append(rule) }
      } else {
        draft.event.exclusionRules.append(rule)
        draft.issues.append(Diagnostic(line: line.number, issue: .exclusionRule))
      }
    case "EXDATE":
      for value in line.value.split(separator: UInt8(ascii: ",")) {
        guard let date = DateValue(Ascii.trimmed(value)) else { throw rejection(line.number, .unreadable(name)) }
        draft.event.excludedDates.append(time(date, line, &draft))
      }
    case "RDATE":
      for value in line.value.split(separator: UInt8(ascii: ",")) {
        guard let date = addedDate(Ascii.trimmed(value), line, &draft) else {
          throw rejection(line.number, .unreadable(name))
        }
        draft.event.addedDates.append(date)
      }
    default: break
    }
  }

  private mutating func addedDate(_ value: ArraySlice<UInt8>, _ line: ContentLine, _ draft: inout Draft) -> AddedDate? {
    let parts = value.split(separator: UInt8(ascii: "/"), maxSplits: 1)
    guard let first = parts.first, let start = DateValue(first) else { return nil }
    let startTime = time(start, line, &draft)
    guard parts.count == 2 else { return AddedDate(start: startTime, end: nil, duration: nil) }
    if let end = DateValue(parts[1]) {
      return AddedDate(start: startTime, end: time(end, line, &draft), duration: nil)
    }
    guard let duration = DurationValue(parts[1]) else { return nil }
    return AddedDate(start: startTime, end: nil, duration: duration)
  }

  private mutating func readTexts(_ name: String, _ line: ContentLine, into draft: inout Draft) throws(Rejection) {
    switch name {
    case "UID":
      guard try isFirst(name, line, &draft) else { return }
      draft.event.uid = line.text
    case "SEQUENCE": draft.event.sequence = max(draft.event.sequence, Ascii.number(line.value) ?? 0)
    case "SUMMARY": if draft.event.summary.isEmpty { draft.event.summary = text(line, &draft) }
    case "DESCRIPTION":
      if draft.event.description.isEmpty {
        draft.event.description = String(text(line, &draft).utf8Prefix(Self.longestDescription))
      }
    case "STATUS":
      switch line.plainValue.uppercased() {
      case "CANCELLED", "CANCELED": draft.event.status = .cancelled
      case "TENTATIVE": draft.event.status = .tentative
      case "CONFIRMED": draft.event.status = .confirmed
      default: break
      }
    case "TRANSP": draft.event.isTransparent = Ascii.equal(line.value, "TRANSPARENT")
    case "CLASS": draft.event.isPrivate = !line.value.isEmpty && !Ascii.equal(line.value, "PUBLIC")
    case "ATTACH": draft.event.attachments += line.value.isEmpty ? 0 : 1
    case "X-MICROSOFT-CDO-BUSYSTATUS":
      switch line.plainValue.uppercased() {
      case "FREE": draft.event.busyStatus = .free
      case "TENTATIVE": draft.event.busyStatus = .tentative
      case "OOF": draft.event.busyStatus = .outOfOffice
      case "WORKINGELSEWHERE": draft.event.busyStatus = .elsewhere
      case "BUSY": draft.event.busyStatus = .busy
      default: break
      }
    default: break
    }
  }

  private mutating func text(_ line: ContentLine, _ draft: inout Draft) -> String {
    if !hasSaidNotUTF8, String(validating: line.value, as: UTF8.self) == nil {
      hasSaidNotUTF8 = true
      draft.issues.append(Diagnostic(line: line.number, issue: .notUTF8))
    }
    return line.text
  }

  private mutating func readPeople(_ name: String, _ line: ContentLine, into draft: inout Draft) {
    switch name {
    case "ORGANIZER":
      if draft.event.organizer == nil, let address = AttendeeReader.address(of: line) {
        draft.event.organizer = index(of: address)
      }
    case "ATTENDEE":
      guard draft.event.attendees.count < Self.mostAttendees else {
        if !draft.attendeeLimitReached {
          draft.attendeeLimitReached = true
          draft.issues.append(Diagnostic(line: line.number, issue: .tooManyAttendees(Self.mostAttendees)))
        }
        return
      }
      guard let address = AttendeeReader.address(of: line) else { return }
      draft.event.attendees.append(
        Attendee(
          address: index(of: address), status: AttendeeReader.status(of: line), kind: AttendeeReader.kind(of: line),
          isOptional: AttendeeReader.isOptional(line)))
    default: break
    }
  }

  private mutating func index(of address: String) -> Int32 {
    if let known = addressIndex[address] { return known }
    let index = Int32(addresses.count)
    addresses.append(address)
    addressIndex[address] = index
    return index
  }

  // MARK: Zones

  /// A value with its zone: a Z beats a TZID; a TZID means the VTIMEZONE of the same VCALENDAR, else a known zone of that
  /// name, else the reading floats, with a warning.
  private mutating func time(_ value: DateValue, _ line: ContentLine, _ draft: inout Draft) -> EventTime {
    switch value.form {
    case .date: return EventTime(form: .date, wall: value.wall, zone: nil)
    case .utc: return EventTime(form: .utc, wall: value.wall, zone: nil)
    case .local: break
    }
    guard let name = line.parameter("TZID"), !name.isEmpty else {
      return EventTime(form: .floating, wall: value.wall, zone: nil)
    }
    if let zone = ownZones[name] ?? zones.zone(tzid: name.replacing("\\,", with: ",")) {
      return EventTime(form: .zoned, wall: value.wall, zone: zone)
    }
    if unknownZones.insert(name).inserted {
      draft.issues.append(Diagnostic(line: line.number, issue: .unknownZone(name)))
    }
    return EventTime(form: .floating, wall: value.wall, zone: nil)
  }

  // MARK: The whole event

  /// Checks what only the whole event shows, and reads dates that stand beside moments on the calendar's own clock.
  private func complete(_ draft: inout Draft) throws(Rejection) {
    let line = draft.event.line
    guard let start = draft.start else { throw rejection(line, .missingStart) }
    if start.form == .date, let end = draft.end, end.form != .date { throw rejection(line, .mixedTypes) }
    func warn(_ issue: Diagnostic.Issue) { draft.issues.append(Diagnostic(line: line, issue: issue)) }
    if start.form != .date, let end = draft.end, end.form == .date { warn(.dateEnd) }
    if draft.end != nil, draft.event.duration != nil {
      warn(.durationBesideEnd)
      draft.event.duration = nil
    }
    if draft.event.uid.isEmpty { warn(.missingUID) }
    if isCancelling { draft.event.status = .cancelled }
    if start.form == .date {
      draft.event.excludedDates = draft.event.excludedDates.map(dated)
      draft.event.recurrenceID = draft.event.recurrenceID.map(dated)
      for index in draft.event.rules.indices { dateUntil(&draft.event.rules[index]) }
    }
    let length = draft.event.length(floating: .utc)
    if length.isNegative { warn(draft.end == nil ? .negativeDuration : .endBeforeStart) }
    for rule in draft.event.rules {
      let evaluator = RuleEvaluator(rule, start: draft.event.start.wall)
      guard !evaluator.matchesStart else { continue }
      warn(evaluator.givesAnyDate ? .startOutsideRule : .ruleGivesNothing)
    }
  }

  /// The local date of a time that stands where a date should (Exchange writes zoned midnights on all-day series).
  private func dated(_ time: EventTime) -> EventTime {
    EventTime(form: .date, wall: WallTime(localDay(time)), zone: nil)
  }

  private func localDay(_ time: EventTime) -> CivilDay {
    // Midnight in UTC is a date written as a time; any other moment is a midnight somewhere else.
    guard time.form == .utc, time.wall.secondOfDay != 0, let calendarZone else { return time.wall.day }
    return calendarZone.wallTime(at: Instant(time.wall.seconds)).day
  }

  private func dateUntil(_ rule: inout RecurrenceRule) {
    switch rule.until {
    case .utc(let moment):
      rule.until = .date(localDay(EventTime(form: .utc, wall: WallTime(moment.seconds), zone: nil)))
    case .local(let wall): rule.until = .date(wall.day)
    case .date, nil: break
    }
  }
}

extension LineWalker {
  /// The name of a line in upper case, without reading the rest.
  fileprivate func nameOnly(_ line: Line) -> String {
    let bytes = UnsafeBufferPointer(start: base + line.start, count: min(64, line.end - line.start))
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }, as: UTF8.self)
      .uppercased()
  }
}

extension String {
  /// The text cut to so many bytes, between characters.
  fileprivate func utf8Prefix(_ limit: Int) -> Substring {
    guard utf8.count > limit else { return self[...] }
    var end = utf8.index(startIndex, offsetBy: limit)
    while end > startIndex, String.Index(end, within: self) == nil { end = utf8.index(before: end) }
    return self[..<end]
  }
}
