/// Decodes the VEVENTs that may touch the window. What cannot be placed in time or identified is rejected, with file and line.
struct EventDecoder {
  static let mostAttendees = 10_000
  static let longestDescription = 4096
  /// So many rules of a file are checked against their DTSTART; costly rules by the thousand are nobody's calendar.
  static let mostRuleChecks = 10_000

  let walker: LineWalker
  let zones: ZoneDatabase
  let ownZones: OwnZones
  /// The zone in which dates that stand beside moments are read: X-WR-TIMEZONE, else the one most events name.
  let calendarZone: Zone?
  let isCancelling: Bool
  private(set) var addresses: [String]
  private(set) var addressIndex: [String: Int32]
  private(set) var diagnostics: [Diagnostic] = []
  /// TZID → what it means, nil when nobody knows.
  private var namedZones: [String: Zone?] = [:]
  private var hasSaidNotUTF8 = false
  private var ruleChecks = 0

  init(
    walker: LineWalker, zones: ZoneDatabase, ownZones: OwnZones, calendarZone: Zone?, isCancelling: Bool,
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
        ruleChecks += draft.event.rules.count
        try draft.complete(calendarZone: calendarZone, checksRules: ruleChecks <= Self.mostRuleChecks)
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

  // MARK: Lines

  private mutating func readLines(of outline: EventOutline, into draft: inout EventDraft) throws(Rejection) {
    var lines = LineWalker(walker.base, from: outline.start, to: outline.end, firstLine: outline.line + 1)
    var nesting = Nesting()
    var first: Rejection?
    while let line = lines.next() {
      if let component = lines.component(line, "BEGIN") {
        nesting.begin(component)
      } else if let component = lines.component(line, "END") {
        nesting.end(component)
      } else if nesting.isEmpty {
        // All lines are read even behind a bad one: CLASS may follow, and a private value must not be shown.
        do throws(Rejection) { try read(line, in: lines, into: &draft) } catch { first = first ?? error }
      } else if lines.isNamed(line, "CLASS") {
        // Behind a nested component that lacks its END.
        readClass(lines.content(of: line), into: &draft)
      }
    }
    if let first { throw first }
  }

  /// Those that say who, when and how often: without them the event would be another one.
  private static let decisive: Set<String> = [
    "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "STATUS",
  ]
  private static let describing: Set<String> = ["ATTENDEE", "ORGANIZER", "SEQUENCE", "LAST-MODIFIED"]

  private mutating func read(
    _ line: LineWalker.Line, in lines: LineWalker, into draft: inout EventDraft
  ) throws(Rejection) {
    guard !line.isTooLong, let content = lines.content(of: line) else {
      let name = lines.nameOnly(line)
      if name == "CLASS" { draft.event.isPrivate = true }
      if Self.decisive.contains(name) {
        throw Rejection(line: line.number, issue: line.isTooLong ? .longLine(name) : .unreadable(name))
      }
      if line.isTooLong || Self.describing.contains(name) { draft.warn(line.number, .unreadableValue(name)) }
      return
    }
    let name = content.name
    try readTimes(name, content, into: &draft)
    try readRecurrence(name, content, into: &draft)
    try readTexts(name, content, into: &draft)
    readPeople(name, content, into: &draft)
  }

  private mutating func readTimes(_ name: String, _ line: ContentLine, into draft: inout EventDraft) throws(Rejection) {
    switch name {
    case "DTSTART":
      guard try draft.isFirst(name, line) else { return }
      guard let value = DateValue(line.value) else { throw Rejection(line: line.number, issue: .unreadable(name)) }
      draft.start = value
      draft.event.start = time(value, line, &draft)
    case "DTEND":
      guard try draft.isFirst(name, line) else { return }
      guard let value = DateValue(line.value) else { throw Rejection(line: line.number, issue: .unreadable(name)) }
      draft.end = value
      draft.event.end = time(value, line, &draft)
    case "DURATION":
      guard try draft.isFirst(name, line) else { return }
      guard let value = DurationValue(line.value) else { throw Rejection(line: line.number, issue: .unreadable(name)) }
      draft.event.duration = value
    case "LAST-MODIFIED", "DTSTAMP", "CREATED":
      guard let value = DateValue(line.value) else {
        if name == "LAST-MODIFIED" { draft.warn(line.number, .unreadableValue(name)) }
        return
      }
      let moment = Instant(value.wall.seconds)
      switch name {
      case "LAST-MODIFIED": draft.event.lastModified = max(draft.event.lastModified ?? moment, moment)
      case "DTSTAMP": draft.event.stamp = max(draft.event.stamp ?? moment, moment)
      default: draft.event.created = draft.event.created ?? moment
      }
    default: break
    }
  }

  private mutating func readRecurrence(_ name: String, _ line: ContentLine, into draft: inout EventDraft)
    throws(Rejection)
  {
    switch name {
    case "RECURRENCE-ID":
      guard try draft.isFirst(name, line) else { return }
      guard let value = DateValue(line.value) else { throw Rejection(line: line.number, issue: .unreadable(name)) }
      draft.event.recurrenceID = time(value, line, &draft)
      draft.event.isThisAndFuture = line.parameter("RANGE", is: "THISANDFUTURE")
    case "RRULE", "EXRULE":
      if line.value.isEmpty {
        // An empty property, as some programs write it for an event that does not repeat.
        draft.warn(line.number, .unreadableValue(name))
        return
      }
      var parser = RuleParser()
      let rule: RecurrenceRule
      do throws(RuleParser.Failure) { rule = try parser.parse(line.value) } catch {
        throw Rejection(line: line.number, issue: .ruleRejected(error.reason))
      }
      if !parser.repairs.isEmpty {
        draft.warn(line.number, .ruleRepaired(parser.repairs))
      }
      if name == "RRULE" {
        if !draft.event.rules.contains(rule) { draft.event.rules.append(rule) }
      } else {
        draft.event.exclusionRules.append(rule)
        draft.warn(line.number, .exclusionRule)
      }
    case "EXDATE":
      for value in line.value.split(separator: UInt8(ascii: ",")) {
        guard let date = DateValue(Ascii.trimmed(value)) else {
          throw Rejection(line: line.number, issue: .unreadable(name))
        }
        draft.event.excludedDates.append(time(date, line, &draft))
      }
    case "RDATE":
      for value in line.value.split(separator: UInt8(ascii: ",")) {
        guard let date = addedDate(Ascii.trimmed(value), line, &draft) else {
          throw Rejection(line: line.number, issue: .unreadable(name))
        }
        draft.event.addedDates.append(date)
      }
    default: break
    }
  }

  private mutating func addedDate(_ value: ArraySlice<UInt8>, _ line: ContentLine, _ draft: inout EventDraft)
    -> AddedDate?
  {
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

  private mutating func readTexts(_ name: String, _ line: ContentLine, into draft: inout EventDraft) throws(Rejection) {
    switch name {
    case "UID":
      guard try draft.isFirst(name, line) else { return }
      draft.event.uid = line.text
    case "SEQUENCE":
      guard let version = Ascii.number(line.value) else { return draft.warn(line.number, .unreadableValue(name)) }
      draft.event.sequence = max(draft.event.sequence, version)
    case "SUMMARY": if draft.event.summary.isEmpty { draft.event.summary = text(line, &draft) }
    case "DESCRIPTION":
      if draft.event.description.isEmpty {
        draft.event.description = String(text(line, &draft).utf8Prefix(Self.longestDescription))
      }
    case "STATUS": readStatus(line, into: &draft)
    case "TRANSP": draft.event.isTransparent = Ascii.equal(line.value, "TRANSPARENT")
    case "CLASS": readClass(line, into: &draft)
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

  /// Yahoo writes STATUS twice: what takes more away counts, in whatever order they stand.
  private func readStatus(_ line: ContentLine, into draft: inout EventDraft) {
    let status: CalendarEvent.Status
    switch line.plainValue.uppercased() {
    case "CANCELLED", "CANCELED": status = .cancelled
    case "TENTATIVE": status = .tentative
    case "CONFIRMED": status = .confirmed
    case "": return
    default: return draft.warn(line.number, .unreadableValue("STATUS"))
    }
    draft.event.status = max(draft.event.status, status)
  }

  /// Once private, always private; a line that cannot be read hides as well.
  private func readClass(_ line: ContentLine?, into draft: inout EventDraft) {
    let isOpen = line.map { $0.value.isEmpty || Ascii.equal($0.value, "PUBLIC") } ?? false
    if !isOpen { draft.event.isPrivate = true }
  }

  private mutating func text(_ line: ContentLine, _ draft: inout EventDraft) -> String {
    if !hasSaidNotUTF8, String(validating: line.value, as: UTF8.self) == nil {
      hasSaidNotUTF8 = true
      draft.warn(line.number, .notUTF8)
    }
    return line.text
  }

  private mutating func readPeople(_ name: String, _ line: ContentLine, into draft: inout EventDraft) {
    switch name {
    case "ORGANIZER":
      if draft.event.organizer == nil, let address = AttendeeReader.address(of: line) {
        draft.event.organizer = index(of: address)
      }
    case "ATTENDEE":
      guard draft.event.attendees.count < Self.mostAttendees else {
        if !draft.hasReachedAttendeeLimit { draft.warn(line.number, .tooManyAttendees(Self.mostAttendees)) }
        draft.hasReachedAttendeeLimit = true
        return
      }
      guard let address = AttendeeReader.address(of: line) else {
        return draft.warn(line.number, .unreadableValue(name))
      }
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
  private mutating func time(_ value: DateValue, _ line: ContentLine, _ draft: inout EventDraft) -> EventTime {
    switch value.form {
    case .date: return EventTime(form: .date, wall: value.wall, zone: nil)
    case .utc: return EventTime(form: .utc, wall: value.wall, zone: nil)
    case .local: break
    }
    guard let name = line.parameter("TZID"), !name.isEmpty else {
      return EventTime(form: .floating, wall: value.wall, zone: nil)
    }
    let isNew = namedZones[name] == nil
    let zone = zone(named: name)
    if zone == nil, isNew { draft.warn(line.number, .unknownZone(name)) }
    return EventTime(form: zone == nil ? .floating : .zoned, wall: value.wall, zone: zone)
  }

  private mutating func zone(named name: String) -> Zone? {
    if let known = namedZones[name] { return known }
    let zone = ownZones.zone(named: name) ?? zones.zone(tzid: name)
    namedZones[name] = .some(zone)
    return zone
  }
}

extension LineWalker {
  /// The name of a line in upper case, without reading the rest; of a line that has none, what is said of it.
  fileprivate func nameOnly(_ line: Line) -> String {
    let bytes = Array(bytes(of: line).prefix(64))
    let name = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    let isName = name.count < bytes.count && name.allSatisfy { Ascii.isNameByte($0) }
    return isName ? String(decoding: name, as: UTF8.self).uppercased() : "a line without a name"
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
