/// Cuts a stream of iCalendar into VCALENDARs, VTIMEZONEs and VEVENTs, sets aside what cannot touch the window, and hands the
/// rest to the decoder. It owns the untrusted bytes: sizes and depths are bounded here, and nothing is lost without a word.
public struct CalendarScanner {
  static let deepest = 16
  static let mostZones = 200
  /// Zones are known only when the whole VCALENDAR is read; no zone is further than a day from UTC, and a day's
  /// events may be read in any zone.
  static let margin = 2

  private let zones: ZoneDatabase
  private let window: Range<CivilDay>
  private let wide: Range<CivilDay>
  private var walker: LineWalker
  private var calendar = ParsedCalendar()
  private var addressIndex: [String: Int32] = [:]
  private var zoneUses: [String: Int] = [:]

  /// What has been read of the VCALENDAR at hand.
  private struct Open {
    var outlines: [EventOutline] = []
    var ownZones: [String: Zone] = [:]
    var firstOwnZone: Zone?
    var declaredZone: Zone?
    var isCancelling = false
    var zoneCount = 0
  }

  /// Reads a stream for a window of days, `[from, to)` on any clock.
  public static func parse(
    _ bytes: UnsafeRawBufferPointer, window: Range<CivilDay>, zones: ZoneDatabase
  ) -> ParsedCalendar {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return ParsedCalendar() }
    if !bytes.contains(10), bytes.contains(13) {
      // Line ends of a single CR, as old Macintosh programs write them.
      let mended = bytes.map { $0 == 13 ? 10 : $0 }
      return mended.withUnsafeBytes { parse($0, window: window, zones: zones) }
    }
    var scanner = CalendarScanner(
      base.assumingMemoryBound(to: UInt8.self), count: bytes.count, window: window, zones: zones)
    scanner.scan()
    return scanner.calendar
  }

  private init(_ base: UnsafePointer<UInt8>, count: Int, window: Range<CivilDay>, zones: ZoneDatabase) {
    self.zones = zones
    self.window = window
    wide = (window.lowerBound + -Self.margin)..<(window.upperBound + Self.margin)
    let hasMark = count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF
    walker = LineWalker(base, from: hasMark ? 3 : 0, to: count)
  }

  private mutating func report(_ line: Int, _ issue: Diagnostic.Issue) {
    calendar.diagnostics.append(Diagnostic(line: line, issue: issue))
  }

  // MARK: Streams

  private mutating func scan() {
    while let line = walker.next() {
      if let component = walker.component(line, "BEGIN") {
        switch component {
        case "VCALENDAR":
          calendar.isCalendar = true
          readCalendar()
        case "VEVENT":
          report(line.number, .outsideCalendar)
          skipComponent(component, line: line.number)
        default: skipComponent(component, line: line.number)
        }
      }
    }
    calendar.commonestZone =
      zoneUses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.lazy
      .compactMap { [zones] in zones.zone(tzid: $0.key) }.first
    calendar.diagnostics.sort()
  }

  private mutating func readCalendar() {
    var open = Open()
    let first = walker.number - 1
    while true {
      guard let line = walker.next() else {
        report(first, .truncated("VCALENDAR"))
        break
      }
      if let component = walker.component(line, "BEGIN") {
        if component == "VCALENDAR" {
          report(line.number, .missingEnd("VCALENDAR"))
          finish(open)
          open = Open()
        } else {
          readComponent(component, line: line, into: &open)
        }
      } else if let component = walker.component(line, "END") {
        if component == "VCALENDAR" { break }
      } else {
        readProperty(line, into: &open)
      }
    }
    finish(open)
  }

  private mutating func readComponent(_ component: String, line: LineWalker.Line, into open: inout Open) {
    switch component {
    case "VEVENT":
      // An event without its END hands back the line that begins the next one.
      var begin: LineWalker.Line? = line
      while let at = begin {
        var outline: EventOutline
        (outline, begin) = readEvent(from: at)
        outline.end = max(outline.end, outline.start)
        open.outlines.append(outline)
      }
    case "VTIMEZONE":
      open.zoneCount += 1
      if open.zoneCount > Self.mostZones {
        if open.zoneCount == Self.mostZones + 1 { report(line.number, .tooManyZones(Self.mostZones)) }
        skipComponent(component, line: line.number)
      } else {
        readZone(line, into: &open)
      }
    default: skipComponent(component, line: line.number)
    }
  }

  private mutating func readProperty(_ line: LineWalker.Line, into open: inout Open) {
    guard line.end - line.start <= LineWalker.longestLine else {
      return report(line.number, .lineTooLong)
    }
    guard let content = ContentLine(walker.unfolded(line), number: line.number) else { return }
    switch content.name {
    case "X-WR-CALNAME": if calendar.name.isEmpty { calendar.name = content.text }
    case "X-WR-TIMEZONE":
      open.declaredZone = zones.zone(tzid: content.text)
      if calendar.declaredZone == nil { calendar.declaredZone = open.declaredZone }
    case "PRODID": if calendar.producer.isEmpty { calendar.producer = content.text }
    case "METHOD": open.isCancelling = Ascii.equal(content.value, "CANCEL")
    default: break
    }
  }

  // MARK: Components

  /// Walks to the END of a component, past whatever is nested in it.
  private mutating func skipComponent(_ component: String, line: Int) {
    var open = [component]
    var isTooDeep = false
    while let next = walker.next() {
      if let inner = walker.component(next, "BEGIN") {
        if open.count < Self.deepest { open.append(inner) } else { isTooDeep = true }
      } else if let inner = walker.component(next, "END") {
        if let position = open.lastIndex(of: inner) { open.removeSubrange(position...) }
        if open.isEmpty {
          if isTooDeep { report(line, .nestedTooDeep) }
          return
        }
      }
    }
    report(line, .truncated(component))
  }

  /// Walks a VEVENT, noting its key lines. Returns the BEGIN line of another VEVENT that stands where an END should.
  private mutating func readEvent(from begin: LineWalker.Line) -> (EventOutline, next: LineWalker.Line?) {
    calendar.read += 1
    var outline = EventOutline(line: begin.number, start: walker.offset)
    var nested: [String] = []
    var isTooDeep = false
    defer { if isTooDeep { report(begin.number, .nestedTooDeep) } }
    while true {
      let before = walker
      guard let line = walker.next() else { break }
      let first = line.end > line.start ? walker.base[line.start] & 0xDF : 0
      if first == UInt8(ascii: "B"), let component = walker.component(line, "BEGIN") {
        if component == "VEVENT" {
          report(begin.number, .missingEnd("VEVENT"))
          outline.end = line.start
          return (outline, line)
        }
        if nested.count < Self.deepest { nested.append(component) } else { isTooDeep = true }
      } else if first == UInt8(ascii: "E"), let component = walker.component(line, "END") {
        if component == "VEVENT" {
          outline.end = line.start
          return (outline, nil)
        }
        if component == "VCALENDAR" {
          // The calendar ends, and with it the event; whoever reads the calendar shall see this line too.
          report(begin.number, .missingEnd("VEVENT"))
          walker = before
          outline.end = line.start
          return (outline, nil)
        }
        if let position = nested.lastIndex(of: component) { nested.removeSubrange(position...) }
      } else if nested.isEmpty, first != 0 {
        outline.note(line, in: walker)
        if first == UInt8(ascii: "A") || first == UInt8(ascii: "C") || first == UInt8(ascii: "X") {
          noteContents(line)
        }
      }
    }
    outline.end = walker.end
    outline.failure = Diagnostic(line: begin.number, issue: .truncated("VEVENT"))
    return (outline, nil)
  }

  /// What a stream holds at all: told from every event, also from those outside the window.
  private mutating func noteContents(_ line: LineWalker.Line) {
    if walker.isNamed(line, "ATTENDEE") {
      guard !calendar.holdsAttendees || !calendar.holdsAnswers || calendar.answering.count < 4,
        line.end - line.start <= LineWalker.longestLine,
        let content = ContentLine(walker.unfolded(line), number: line.number)
      else { return }
      guard AttendeeReader.kind(of: content) != .place else { return }
      calendar.holdsAttendees = true
      guard let status = content.parameter("PARTSTAT") else { return }
      calendar.holdsAnswers = true
      let isReal = ["ACCEPTED", "DECLINED", "TENTATIVE"].contains(status.uppercased())
      if isReal, calendar.answering.count < 4, let address = AttendeeReader.address(of: content) {
        calendar.answering.insert(address)
      }
    } else if !calendar.holdsCreated, walker.isNamed(line, "CREATED") {
      calendar.holdsCreated = true
    } else if !calendar.holdsBusyStatus, walker.isNamed(line, "X-MICROSOFT-CDO-BUSYSTATUS") {
      calendar.holdsBusyStatus = true
    }
  }

  private mutating func readZone(_ begin: LineWalker.Line, into open: inout Open) {
    let start = walker.offset
    var lines: [ContentLine] = []
    var end = start
    while let line = walker.next() {
      end = line.start
      if let component = walker.component(line, "END"), component == "VTIMEZONE" {
        break
      }
      guard line.end - line.start <= 4096 else { continue }
      if let content = ContentLine(walker.unfolded(line), number: line.number) { lines.append(content) }
    }
    let block = Array(UnsafeBufferPointer(start: walker.base + start, count: max(0, end - start)))
    let parsed = zones.zone(vtimezone: block) { VTimezone.parse(lines, zones: zones) }
    for problem in parsed.problems { report(begin.number, .unusableZone(parsed.tzid, problem: problem)) }
    if let zone = parsed.zone, open.ownZones[parsed.tzid] == nil {
      open.ownZones[parsed.tzid] = zone
      open.firstOwnZone = open.firstOwnZone ?? zone
    }
  }

  // MARK: Events

  private mutating func finish(_ open: Open) {
    var decoder = EventDecoder(
      walker: walker, zones: zones, ownZones: open.ownZones,
      calendarZone: open.declaredZone ?? open.firstOwnZone, isCancelling: open.isCancelling,
      addresses: calendar.addresses, addressIndex: addressIndex)
    for outline in open.outlines {
      noteZone(of: outline)
      if let distant = outline.distant(from: wide, in: walker) {
        extendReach(distant.startDay)
        calendar.distant.append(distant)
        continue
      }
      guard let event = decoder.decode(outline) else {
        calendar.rejected += 1
        continue
      }
      if !event.isRecurring || event.recurrenceID != nil { extendReach(event.start.wall.day) }
      if let distant = event.distant(from: wide) {
        calendar.distant.append(distant)
      } else {
        calendar.events.append(event)
      }
    }
    calendar.addresses = decoder.addresses
    addressIndex = decoder.addressIndex
    calendar.diagnostics += decoder.diagnostics
  }

  private mutating func noteZone(of outline: EventOutline) {
    guard let line = outline.dtstart, let content = ContentLine(walker.unfolded(line), number: line.number),
      let name = content.parameter("TZID")
    else { return }
    zoneUses[name, default: 0] += 1
  }

  private mutating func extendReach(_ day: CivilDay) {
    calendar.reach = calendar.reach.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }
}

extension CalendarEvent {
  /// What is left of a decoded event that cannot touch the window either: a series that is over or not begun, an
  /// override from outside to outside.
  func distant(from window: Range<CivilDay>) -> DistantEvent? {
    guard !uid.isEmpty, addedDates.isEmpty, !isThisAndFuture else { return nil }
    let days = length(floating: .utc).longestDays
    let isOutside: Bool
    if let recurrenceID {
      isOutside =
        !window.overlapsDay(recurrenceID.wall.day, lasting: 0) && !window.overlapsDay(start.wall.day, lasting: days)
    } else if rules.isEmpty {
      isOutside = !window.overlapsDay(start.wall.day, lasting: days)
    } else {
      let lastDays = rules.map { rule -> CivilDay? in
        switch rule.until {
        case .date(let day): day
        case .local(let wall): wall.day
        case .utc(let moment): WallTime(moment.seconds).day + 1
        case nil: nil
        }
      }
      let hasEnded = lastDays.allSatisfy { $0.map { $0 + days < window.lowerBound } ?? false }
      isOutside = start.wall.day >= window.upperBound || (hasEnded && start.wall.day + days < window.lowerBound)
    }
    guard isOutside else { return nil }
    return DistantEvent(
      uid: EventIdentity.hash(uid.utf8), series: EventIdentity.hash(EventIdentity.seriesKey(uid).utf8),
      recurrenceID: recurrenceID?.wall, sequence: sequence, lastModified: lastModified, stamp: stamp,
      startDay: start.wall.day, isMaster: recurrenceID == nil && !rules.isEmpty)
  }
}

extension Range<CivilDay> {
  /// Whether something that begins on a day and lasts so many more touches the range.
  fileprivate func overlapsDay(_ day: CivilDay, lasting days: Int) -> Bool {
    day < upperBound && day + days >= lowerBound
  }
}
