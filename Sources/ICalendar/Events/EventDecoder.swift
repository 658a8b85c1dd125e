/// Decodes the VEVENTs that may touch the window. What cannot be placed in time or identified is rejected, with file and line.
struct EventDecoder {
  static let mostAttendees = 10_000
  static let longestDescription = 4096
  /// For so many rules of a file that leave DTSTART out it is tried whether they give any date: costly rules by the thousand are
  /// nobody's calendar.
  static let mostProbes = 500

  let walker: LineWalker
  let zones: ZoneDatabase
  let ownZones: OwnZones
  /// The zone in which dates that stand beside moments are read: X-WR-TIMEZONE, else the one most events name.
  let calendarZone: Zone?
  let isCancelling: Bool
  private(set) var addresses: AddressTable
  private(set) var diagnostics: [Diagnostic] = []
  /// Digest of a TZID as written → what it means, nil when nobody knows.
  private var namedZones: [UInt64: Zone?] = [:]
  private var hasSaidNotUTF8 = false
  private var probes = mostProbes

  init(
    walker: LineWalker, zones: ZoneDatabase, ownZones: OwnZones, calendarZone: Zone?, isCancelling: Bool,
    addresses: AddressTable
  ) {
    self.walker = walker
    self.zones = zones
    self.ownZones = ownZones
    self.calendarZone = calendarZone
    self.isCancelling = isCancelling
    self.addresses = addresses
  }

  private typealias Rejection = EventDraft.Rejection

  /// The event of an outline, or nil when it is rejected.
  mutating func decode(_ outline: EventOutline) -> CalendarEvent? {
    var draft = EventDraft(line: outline.line)
    var rejection = outline.failure.map { Rejection(line: outline.line, issue: $0) }
    // Whether a truncated event is private cannot be told any more.
    draft.event.isPrivate = rejection != nil
    do throws(Rejection) {
      try readLines(of: outline, into: &draft)
      if rejection == nil {
        readDescription(of: &draft)
        try draft.complete(calendarZone: calendarZone, probes: &probes)
      }
    } catch { rejection = rejection ?? error }
    let uid = draft.event.isPrivate ? "" : draft.event.uid
    if let rejection {
      diagnostics.append(Diagnostic(line: rejection.line, issue: rejection.issue, uid: uid))
      return nil
    }
    diagnostics += draft.issues.map { Diagnostic(line: $0.line, issue: $0.issue, uid: uid) }
    if isCancelling { draft.event.status = .cancelled }
    if draft.event.isPrivate {
      draft.event.summary = ""
      draft.event.description = ""
    }
    return draft.event
  }

  /// The text of a recurring event, which verdicts rest on; single events need none.
  private mutating func readDescription(of draft: inout EventDraft) {
    guard let line = draft.description, draft.event.isRecurring, !draft.event.isPrivate else { return }
    draft.event.description = String(text(line, in: walker, &draft).utf8Prefix(Self.longestDescription))
  }

  // MARK: Lines

  private mutating func readLines(of outline: EventOutline, into draft: inout EventDraft) throws(Rejection) {
    var lines = LineWalker(walker.base, from: outline.start, to: outline.end, firstLine: outline.line + 1)
    var nesting = Nesting()
    var first: Rejection?
    while let line = lines.next() {
      let property = lines.property(of: line)
      if property == .begin, let component = lines.component(line, "BEGIN") {
        nesting.begin(component)
      } else if property == .finish, let component = lines.component(line, "END") {
        nesting.end(component)
      } else if nesting.isEmpty {
        // All lines are read even behind a bad one: CLASS may follow, and a private value must not be shown.
        do throws(Rejection) { try read(line, property, in: lines, into: &draft) } catch { first = first ?? error }
      } else if property == .classification {
        // Behind a nested component that lacks its END.
        readClass(line, in: lines, into: &draft)
      }
    }
    if let first { throw first }
  }

  private mutating func read(
    _ line: LineWalker.Line, _ property: Property?, in lines: LineWalker, into draft: inout EventDraft
  ) throws(Rejection) {
    if line.isTooLong { return try readTooLong(line, property, in: lines, into: &draft) }
    guard let property else {
      // What is not read, or is left of a line that was damaged; a CLASS without its colon still hides.
      if lines.isBare(line, "CLASS") { draft.event.isPrivate = true }
      return
    }
    guard lines.value(of: line) != nil || lines.content(of: line) != nil else {
      if property == .classification { draft.event.isPrivate = true }
      if property.isDecisive { throw Rejection(line: line.number, issue: .unreadable(property.rawValue)) }
      if property.isDescribing { draft.warn(line.number, .unreadableValue(property.rawValue)) }
      return
    }
    switch property {
    case .start, .end, .duration, .recurrenceID, .uid:
      guard try draft.isFirst(property, line, in: lines) else { return }
      try readSingle(property, line, in: lines, into: &draft)
    case .stamp, .lastModified, .created: readMoment(property, line, in: lines, into: &draft)
    case .rule, .exclusionRule: try readRule(property, line, in: lines, into: &draft)
    case .excludedDates, .addedDates: try readDates(property, line, in: lines, into: &draft)
    case .organizer, .attendee: readPeople(property, line, in: lines, into: &draft)
    default: readWord(property, line, in: lines, into: &draft)
    }
  }

  private func readTooLong(
    _ line: LineWalker.Line, _ property: Property?, in lines: LineWalker, into draft: inout EventDraft
  ) throws(Rejection) {
    let name = property?.rawValue ?? lines.name(of: line)
    if property == .classification { draft.event.isPrivate = true }
    if property?.isDecisive == true { throw Rejection(line: line.number, issue: .longLine(name)) }
    draft.warn(line.number, .longLineLeftOut(name))
  }

  // MARK: Times

  private mutating func readSingle(
    _ property: Property, _ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft
  ) throws(Rejection) {
    let unreadable = Rejection(line: line.number, issue: .unreadable(property.rawValue))
    if property == .uid {
      draft.event.uid = text(line, in: lines, &draft)
      return
    }
    if property == .duration {
      guard let value = lines.content(of: line).flatMap({ DurationValue($0.value) }) else { throw unreadable }
      draft.event.duration = value
      return
    }
    guard let value = lines.date(of: line) else { throw unreadable }
    let time = time(value, line, in: lines, &draft)
    switch property {
    case .start: (draft.start, draft.event.start) = (value, time)
    case .end: (draft.end, draft.event.end) = (value, time)
    default:
      draft.event.recurrenceID = time
      draft.event.isThisAndFuture = lines.content(of: line)?.parameter("RANGE", is: "THISANDFUTURE") ?? false
    }
  }

  private func readMoment(
    _ property: Property, _ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft
  ) {
    guard let value = lines.date(of: line) else {
      if property == .lastModified { draft.warn(line.number, .unreadableValue(property.rawValue)) }
      return
    }
    let moment = Instant(value.wall.seconds)
    switch property {
    case .lastModified: draft.event.lastModified = max(draft.event.lastModified ?? moment, moment)
    case .stamp: draft.event.stamp = max(draft.event.stamp ?? moment, moment)
    default: draft.event.created = draft.event.created ?? moment
    }
  }

  // MARK: Recurrence

  private func readRule(
    _ property: Property, _ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft
  ) throws(Rejection) {
    guard let value = lines.content(of: line)?.value, !value.isEmpty else {
      // An empty property, as some programs write it for an event that does not repeat.
      return draft.warn(line.number, .unreadableValue(property.rawValue))
    }
    var parser = RuleParser()
    let rule: RecurrenceRule
    do throws(RuleParser.Failure) { rule = try parser.parse(value) } catch {
      throw Rejection(line: line.number, issue: .ruleRejected(error.reason))
    }
    if !parser.repairs.isEmpty { draft.warn(line.number, .ruleRepaired(parser.repairs)) }
    if property == .rule {
      if !draft.event.rules.contains(rule) { draft.event.rules.append(rule) }
    } else {
      draft.event.exclusionRules.append(rule)
      draft.warn(line.number, .exclusionRule)
    }
  }

  private mutating func readDates(
    _ property: Property, _ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft
  ) throws(Rejection) {
    guard let content = lines.content(of: line) else { return }
    for value in content.value.split(separator: UInt8(ascii: ",")).lazy.map(Ascii.trimmed) {
      if property == .excludedDates, let date = DateValue(value) {
        draft.event.excludedDates.append(time(date, line, in: lines, &draft))
      } else if property == .addedDates, let date = addedDate(value, line, in: lines, &draft) {
        draft.event.addedDates.append(date)
      } else {
        throw Rejection(line: line.number, issue: .unreadable(property.rawValue))
      }
    }
  }

  private mutating func addedDate(
    _ value: ArraySlice<UInt8>, _ line: LineWalker.Line, in lines: LineWalker, _ draft: inout EventDraft
  ) -> AddedDate? {
    let parts = value.split(separator: UInt8(ascii: "/"), maxSplits: 1)
    guard let first = parts.first, let start = DateValue(first) else { return nil }
    let startTime = time(start, line, in: lines, &draft)
    guard parts.count == 2 else { return AddedDate(start: startTime, end: nil, duration: nil) }
    if let end = DateValue(parts[1]) {
      return AddedDate(start: startTime, end: time(end, line, in: lines, &draft), duration: nil)
    }
    guard let duration = DurationValue(parts[1]) else { return nil }
    return AddedDate(start: startTime, end: nil, duration: duration)
  }

  // MARK: Words and texts

  private mutating func readWord(
    _ property: Property, _ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft
  ) {
    func says(_ word: StaticString) -> Bool { lines.value(of: line, is: word) ?? false }
    switch property {
    case .sequence:
      guard let version = lines.content(of: line).flatMap({ Ascii.number($0.value) }) else {
        return draft.warn(line.number, .unreadableValue(property.rawValue))
      }
      draft.event.sequence = max(draft.event.sequence, version)
    case .summary: if draft.event.summary.isEmpty { draft.event.summary = text(line, in: lines, &draft) }
    case .description: if draft.description == nil, !says("") { draft.description = line }
    case .status: readStatus(line, in: lines, into: &draft)
    case .transparency: draft.event.isTransparent = says("TRANSPARENT")
    case .classification: readClass(line, in: lines, into: &draft)
    case .attachment: draft.event.attachments += says("") ? 0 : 1
    case .busyStatus:
      if says("BUSY") {
        draft.event.busyStatus = .busy
      } else if says("FREE") {
        draft.event.busyStatus = .free
      } else if says("TENTATIVE") {
        draft.event.busyStatus = .tentative
      } else if says("OOF") {
        draft.event.busyStatus = .outOfOffice
      } else if says("WORKINGELSEWHERE") {
        draft.event.busyStatus = .elsewhere
      }
    default: break
    }
  }

  /// Yahoo writes STATUS twice: what takes more away counts, in whatever order they stand.
  private func readStatus(_ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft) {
    func says(_ word: StaticString) -> Bool { lines.value(of: line, is: word) ?? false }
    let status: CalendarEvent.Status
    if says("CONFIRMED") {
      status = .confirmed
    } else if says("CANCELLED") || says("CANCELED") {
      status = .cancelled
    } else if says("TENTATIVE") {
      status = .tentative
    } else if says("") {
      return
    } else {
      return draft.warn(line.number, .unreadableValue("STATUS"))
    }
    draft.event.status = max(draft.event.status, status)
  }

  /// Once private, always private; a line that cannot be read hides as well.
  private func readClass(_ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft) {
    let isOpen = lines.value(of: line, is: "") == true || lines.value(of: line, is: "PUBLIC") == true
    if !isOpen { draft.event.isPrivate = true }
  }

  private mutating func text(_ line: LineWalker.Line, in lines: LineWalker, _ draft: inout EventDraft) -> String {
    if let plain = lines.plainText(of: line) { return plain }
    guard let content = lines.content(of: line) else { return "" }
    if !hasSaidNotUTF8, String(validating: content.value, as: UTF8.self) == nil {
      hasSaidNotUTF8 = true
      draft.warn(line.number, .notUTF8)
    }
    return content.text
  }

  // MARK: People

  private mutating func readPeople(
    _ property: Property, _ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft
  ) {
    if property == .organizer {
      if draft.event.organizer == nil { draft.event.organizer = attendee(line, in: lines)?.address }
      return
    }
    guard draft.event.attendees.count < Self.mostAttendees else {
      if !draft.hasReachedAttendeeLimit { draft.warn(line.number, .tooManyAttendees(Self.mostAttendees)) }
      draft.hasReachedAttendeeLimit = true
      return
    }
    guard let attendee = attendee(line, in: lines) else {
      return draft.warn(line.number, .unreadableValue(property.rawValue))
    }
    draft.event.attendees.append(attendee)
  }

  /// An attendee or organizer, in place where the line is as most programs write it.
  private mutating func attendee(_ line: LineWalker.Line, in lines: LineWalker) -> Attendee? {
    if let read = AttendeeReader.read(lines.bytes(of: line), into: &addresses) { return read }
    guard let content = lines.content(of: line), let address = AttendeeReader.address(of: content) else { return nil }
    return Attendee(
      address: addresses.index(of: address), status: AttendeeReader.status(of: content),
      kind: AttendeeReader.kind(of: content), isOptional: AttendeeReader.isOptional(content))
  }

  // MARK: Zones

  /// A value with its zone: a Z beats a TZID; a TZID means the VTIMEZONE of the same VCALENDAR, else a known zone of that
  /// name, else the reading floats, with a warning.
  private mutating func time(
    _ value: DateValue, _ line: LineWalker.Line, in lines: LineWalker, _ draft: inout EventDraft
  ) -> EventTime {
    switch value.form {
    case .date: return EventTime(form: .date, wall: value.wall, zone: nil)
    case .utc: return EventTime(form: .utc, wall: value.wall, zone: nil)
    case .local: break
    }
    guard let key = lines.zoneKey(of: line) else { return EventTime(form: .floating, wall: value.wall, zone: nil) }
    let zone: Zone?
    if let known = namedZones[key] {
      zone = known
    } else {
      let name = lines.content(of: line)?.parameter("TZID") ?? ""
      zone = name.isEmpty ? nil : ownZones.zone(named: name) ?? zones.zone(tzid: name)
      namedZones[key] = .some(zone)
      if zone == nil { draft.warn(line.number, .unknownZone(name)) }
    }
    return EventTime(form: zone == nil ? .floating : .zoned, wall: value.wall, zone: zone)
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
