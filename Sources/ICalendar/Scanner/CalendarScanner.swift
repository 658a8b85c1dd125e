/// Cuts a stream of iCalendar into VCALENDARs, VTIMEZONEs and VEVENTs, sets aside what cannot touch the window, and hands the
/// rest to the decoder. It owns the untrusted bytes: sizes and depths are bounded here, and nothing is lost without a word.
public struct CalendarScanner {
  static let mostZones = 200
  static let longestZoneLine = 4096
  /// Zones are known only when the whole VCALENDAR is read; no zone is further than a day from UTC, and a day's
  /// events may be read in any zone.
  static let margin = 2

  private let zones: ZoneDatabase
  private let wide: Range<CivilDay>
  private var walker: LineWalker
  private var calendar = ParsedCalendar()
  private var contents = StreamContents()
  private var addresses = AddressTable()

  /// What has been read of the VCALENDAR at hand.
  private struct Open {
    /// The VEVENTs that may touch the window.
    var outlines: [EventOutline] = []
    var ownZones = OwnZones()
    /// X-WR-TIMEZONE, and where it stands.
    var declared: (name: String, line: Int)?
    var isCancelling = false
    var zoneCount = 0
  }

  /// Reads a stream for a window of days, `[from, to)` on any clock.
  public static func parse(
    _ bytes: UnsafeRawBufferPointer, window: Range<CivilDay>, zones: ZoneDatabase
  ) -> ParsedCalendar {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return ParsedCalendar() }
    if endsLinesWithReturn(bytes) {
      let mended = bytes.indices.map { at in
        bytes[at] == 13 && (at + 1 == bytes.count || bytes[at + 1] != 10) ? 10 : bytes[at]
      }
      return mended.withUnsafeBytes { parse($0, window: window, zones: zones) }
    }
    var scanner = CalendarScanner(
      base.assumingMemoryBound(to: UInt8.self), count: bytes.count, window: window, zones: zones)
    scanner.scan()
    return scanner.calendar
  }

  /// Whether the first line ends in a single CR, as old Macintosh programs write it.
  private static func endsLinesWithReturn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let end = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }), bytes[end] == 13 else { return false }
    let behind = bytes[end...].first { $0 != 13 }
    return behind != nil && behind != 10
  }

  private init(_ base: UnsafePointer<UInt8>, count: Int, window: Range<CivilDay>, zones: ZoneDatabase) {
    self.zones = zones
    wide = (window.lowerBound + -Self.margin)..<(window.upperBound + Self.margin)
    walker = LineWalker(base, from: 0, to: count)
  }

  private mutating func report(_ line: Int, _ issue: Diagnostic.Issue) {
    calendar.diagnostics.append(Diagnostic(line: line, issue: issue))
  }

  // MARK: Streams

  private mutating func scan() {
    while let line = walker.next().map({ walker.withoutMark($0) }) {
      if let component = walker.component(line, "BEGIN") {
        if component == "VCALENDAR" {
          calendar.isCalendar = true
          readCalendar(from: line.number)
        } else {
          if component == "VEVENT" { report(line.number, .outsideCalendar) }
          skip(component, from: line.number)
        }
      } else if let component = walker.component(line, "END"), component == "VCALENDAR" {
        report(line.number, .missingBegin(component))
      }
    }
    if let line = walker.lineOfFirstZeroByte() { report(line, .zeroBytes) }
    calendar.holdsAttendees = contents.holdsAttendees
    calendar.holdsAnswers = contents.holdsAnswers
    calendar.holdsCreated = contents.holdsCreated
    calendar.holdsModified = contents.holdsModified
    calendar.descriptions = contents.descriptions
    calendar.holdsBusyStatus = contents.holdsBusyStatus
    calendar.answering = contents.answering
    calendar.commonAddresses = contents.countsAddresses ? contents.addressUses.commonest(in: walker) : []
    calendar.diagnostics.sort()
  }

  private mutating func readCalendar(from begin: Int) {
    var open = Open()
    while true {
      let before = walker
      guard let line = walker.next() else {
        report(begin, .truncated("VCALENDAR"))
        break
      }
      if walker.isExactly(line, "BEGIN:VEVENT") {
        readEvent(from: line.number, into: &open)
      } else if let component = walker.component(walker.withoutMark(line), "BEGIN") {
        if component == "VCALENDAR" {
          report(begin, .missingEnd(component))
          walker = before
          break
        }
        readComponent(component, from: line.number, into: &open)
      } else if let component = walker.component(line, "END") {
        if component == "VCALENDAR" { break }
        if Nesting.standsInCalendarOnly(component) { report(line.number, .missingBegin(component)) }
      } else {
        readProperty(line, into: &open)
      }
    }
    finish(open)
  }

  private mutating func readComponent(_ component: String, from begin: Int, into open: inout Open) {
    switch component {
    case "VEVENT": readEvent(from: begin, into: &open)
    case "VTIMEZONE":
      open.zoneCount += 1
      if open.zoneCount > Self.mostZones {
        if open.zoneCount == Self.mostZones + 1 { report(begin, .tooManyZones(Self.mostZones)) }
        skip(component, from: begin)
      } else {
        readZone(from: begin, into: &open)
      }
    default: skip(component, from: begin)
    }
  }

  private mutating func readProperty(_ line: LineWalker.Line, into open: inout Open) {
    guard !line.isTooLong else { return report(line.number, .lineTooLong) }
    guard let content = walker.content(of: line) else { return }
    switch content.name {
    case "X-WR-CALNAME":
      if calendar.name.isEmpty {
        calendar.name = content.text
        contents.countsAddresses = !calendar.name.contains("@")
      }
    case "X-WR-TIMEZONE": if open.declared == nil { open.declared = (content.text, line.number) }
    case "PRODID": if calendar.producer.isEmpty { calendar.producer = content.text }
    case "METHOD":
      open.isCancelling = Ascii.equal(content.value, "CANCEL")
      if Ascii.equal(content.value, "PUBLISH") { calendar.isPublished = true }
    default: break
    }
  }

  // MARK: Components

  /// Whether a line closes the component at hand although it is not its END: the END is missing, and the line is for whoever
  /// reads the VCALENDAR.
  private func breaksOff(_ line: LineWalker.Line) -> Bool {
    if let component = walker.component(line, "BEGIN") { return Nesting.standsInCalendarOnly(component) }
    return walker.component(line, "END") == "VCALENDAR"
  }

  /// Walks to the END of a component, past whatever is nested in it.
  private mutating func skip(_ component: String, from begin: Int) {
    var nesting = Nesting()
    nesting.begin(component)
    defer { if nesting.isTooDeep { report(begin, .nestedTooDeep) } }
    let isKnown = Nesting.standsInCalendarOnly(component)
    while true {
      let before = walker
      guard let line = walker.next() else { return report(begin, .truncated(component)) }
      if let inner = walker.component(line, "BEGIN") {
        if inner == "VCALENDAR" || (isKnown && Nesting.standsInCalendarOnly(inner)) {
          walker = before
          return report(begin, .missingEnd(component))
        }
        nesting.begin(inner)
      } else if let inner = walker.component(line, "END") {
        if inner == "VCALENDAR" {
          walker = before
          return report(begin, .missingEnd(component))
        }
        if !nesting.end(inner), Nesting.standsInCalendarOnly(inner) {
          // A BEGIN line that was damaged: what it began ends here.
          return report(begin, .missingBegin(inner))
        }
        if nesting.isEmpty { return }
      }
    }
  }

  /// Walks a VEVENT, noting its key lines, and keeps it unless it is far from the window.
  private mutating func readEvent(from begin: Int, into open: inout Open) {
    calendar.read += 1
    var outline = EventOutline(line: begin, start: walker.offset)
    var nesting = Nesting()
    outline.end = walker.end
    while true {
      let before = walker
      guard let line = walker.next() else {
        outline.failure = .truncated("VEVENT")
        break
      }
      if walker.isExactly(line, "END:VEVENT") {
        outline.end = line.start
        break
      }
      let first = line.end > line.start ? walker.base[line.start] & 0xDF : 0
      if first == UInt8(ascii: "B"), walker.isNamed(line, "BEGIN") {
        if breaksOff(line) {
          walker = before
          outline.end = line.start
          report(begin, .missingEnd("VEVENT"))
          break
        }
        nesting.begin(walker.component(line, "BEGIN") ?? "")
      } else if first == UInt8(ascii: "E"), let component = walker.component(line, "END") {
        if component == "VEVENT" || component == "VCALENDAR" {
          outline.end = line.start
          if component == "VCALENDAR" {
            walker = before
            report(begin, .missingEnd("VEVENT"))
          }
          break
        }
        nesting.end(component)
      } else if nesting.isEmpty, first != 0 {
        outline.note(line, in: walker)
        contents.note(line, in: walker)
      }
    }
    contents.endEvent(in: walker)
    if nesting.isTooDeep { report(begin, .nestedTooDeep) }
    if outline.failure == nil, let inner = nesting.open.first { report(begin, .missingEnd(inner)) }
    keep(outline, in: &open)
  }

  private mutating func readZone(from begin: Int, into open: inout Open) {
    let start = walker.offset
    var lines: [ContentLine] = []
    var end = start
    while true {
      let before = walker
      guard let line = walker.next() else {
        report(begin, .truncated("VTIMEZONE"))
        break
      }
      if walker.component(line, "END") == "VTIMEZONE" { break }
      if breaksOff(line) {
        walker = before
        report(begin, .missingEnd("VTIMEZONE"))
        break
      }
      end = walker.offset
      guard line.end - line.start <= Self.longestZoneLine else { continue }
      if let content = walker.content(of: line) { lines.append(content) }
    }
    let block = Array(UnsafeBufferPointer(start: walker.base + start, count: end - start))
    let parsed = zones.zone(vtimezone: block) { VTimezone.parse(lines, zones: zones) }
    for problem in parsed.problems { report(begin, .unusableZone(parsed.tzid, problem: problem)) }
    open.ownZones.add(parsed, block: block)
  }

  // MARK: Events

  private mutating func keep(_ outline: EventOutline, in open: inout Open) {
    if let distant = outline.distant(from: wide, in: walker) {
      extendReach(distant.startDay)
      calendar.distant.append(distant)
    } else {
      open.outlines.append(outline)
    }
  }

  private mutating func finish(_ open: Open) {
    let declared = open.declared.flatMap { zones.zone(tzid: $0.name) ?? open.ownZones.zone(named: $0.name) }
    if let text = open.declared, declared == nil, !text.name.isEmpty {
      report(text.line, .unknownZone(text.name))
    }
    calendar.declaredZone = calendar.declaredZone ?? declared
    let commonest = contents.commonestZone { zones.zone(tzid: $0) ?? open.ownZones.zone(named: $0) }
    calendar.commonestZone = commonest ?? calendar.commonestZone
    var decoder = EventDecoder(
      walker: walker, zones: zones, ownZones: open.ownZones, calendarZone: declared ?? commonest ?? open.ownZones.first,
      isCancelling: open.isCancelling, addresses: addresses)
    let decoded = open.outlines.compactMap { decoder.decode($0) }
    calendar.rejected += open.outlines.count - decoded.count
    // An override of all later instances may carry them into the window: its master stays, wherever it lies.
    let carried = Set(decoded.lazy.filter(\.isThisAndFuture).map(\.uid))
    for event in decoded {
      if !event.isRecurring || event.recurrenceID != nil { extendReach(event.start.wall.day) }
      if !carried.contains(event.uid), let distant = event.distant(from: wide) {
        calendar.distant.append(distant)
      } else {
        calendar.events.append(event)
      }
    }
    addresses = decoder.addresses
    calendar.addresses = addresses.addresses
    calendar.diagnostics += decoder.diagnostics
  }

  private mutating func extendReach(_ day: CivilDay) {
    calendar.reach = calendar.reach.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }
}
