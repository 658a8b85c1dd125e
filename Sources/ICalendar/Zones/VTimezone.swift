/// A VTIMEZONE component (RFC 5545 §3.6.5) turned into a table of transitions.
enum VTimezone {
  /// What a component says, and what was wrong with it.
  struct Parsed: Sendable {
    /// TZID as written.
    let tzid: String
    /// The table; nil when nothing usable is in it and no zone of that name is known.
    let zone: Zone?
    /// What could not be read, in words.
    let problems: [String]
  }

  static let mostObservances = 200
  static let largestOffset: Int64 = 18 * 3600

  /// Reads a component's lines (`BEGIN` and `END` of the component left out).
  ///
  /// Where the component has no observance the zone of that name is used; so it is before the first onset and, where the
  /// component is cut off and agrees with that zone, after the last: some programs write only the years an event needs.
  static func parse(_ lines: [ContentLine], zones: ZoneDatabase) -> Parsed {
    var tzid = ""
    var problems: [String] = []
    var observances: [Observance] = []
    var location = ""
    var current: Observance.Draft?
    func close() {
      if let observance = current?.finish(&problems) { observances.append(observance) }
      current = nil
    }
    for line in lines {
      switch line.name {
      case "BEGIN":
        close()
        current = Observance.Draft()
      case "END": close()
      case "TZID" where current == nil: if tzid.isEmpty { tzid = line.text }
      case "X-LIC-LOCATION" where current == nil: location = line.text
      default: current?.read(line)
      }
    }
    close()
    if tzid.isEmpty { problems.append("no TZID") }
    if observances.count > mostObservances {
      problems.append("more than \(mostObservances) observances; the rest is left out")
      observances.removeSubrange(mostObservances...)
    }
    let known = zones.zone(tzid: tzid) ?? zones.zone(iana: location)
    guard !observances.isEmpty else { return Parsed(tzid: tzid, zone: known, problems: problems) }
    return Parsed(tzid: tzid, zone: table(observances, named: tzid, beside: known), problems: problems)
  }

  private static func table(_ observances: [Observance], named name: String, beside known: Zone?) -> Zone {
    var onsets = observances.flatMap { $0.onsets() }
    // At one moment the later observance of the component wins; order of components must not matter, so ties go by offset.
    onsets.sort { ($0.moment, $0.to) < ($1.moment, $1.to) }
    let first = onsets[0]
    let last = onsets[onsets.count - 1]
    var transitions: [Int64] = []
    var offsets: [Int32] = [Int32(first.from)]
    if let known {
      let earlier = known.changes(upTo: first.moment)
      transitions = earlier.transitions
      offsets = earlier.offsets
    }
    for onset in onsets where onset.to != Int64(offsets[offsets.count - 1]) || onset.moment == first.moment {
      transitions.append(onset.moment)
      offsets.append(Int32(onset.to))
    }
    let isOpen = observances.contains { $0.isOpenEnded }
    guard !isOpen, let known, known.offset(at: Instant(last.moment)) == last.to else {
      return Zone(name: name, transitions: transitions, offsets: offsets)
    }
    let later = known.changes(after: last.moment)
    return Zone(
      name: name, transitions: transitions + later.transitions, offsets: offsets + later.offsets, footer: known.footer)
  }
}

/// STANDARD or DAYLIGHT: from when on which offset holds.
private struct Observance {
  struct Onset {
    let moment: Int64
    let from: Int64
    let to: Int64
  }

  struct Draft {
    var start: DateValue?
    var from: Int64?
    var to: Int64?
    var rules: [RecurrenceRule] = []
    var dates: [DateValue] = []
    var failure: String?

    mutating func read(_ line: ContentLine) {
      switch line.name {
      case "DTSTART":
        start = DateValue(line.value, years: 1600...2200)
        if start == nil { failure = "unreadable DTSTART" }
      case "TZOFFSETFROM": from = Self.offset(line.value)
      case "TZOFFSETTO": to = Self.offset(line.value)
      case "RDATE":
        for value in line.value.split(separator: UInt8(ascii: ",")).prefix(400) {
          if let date = DateValue(value, years: 1600...2200) {
            dates.append(date)
          } else {
            failure = "unreadable RDATE"
          }
        }
      case "RRULE":
        var parser = RuleParser()
        do throws(RuleParser.Failure) {
          let rule = try parser.parse(line.value)
          if rule.frequency == .yearly { rules.append(rule) } else { failure = "a rule that is not yearly" }
        } catch { failure = "RRULE: " + error.reason }
      default: break
      }
    }

    func finish(_ problems: inout [String]) -> Observance? {
      if let failure { problems.append(failure) }
      guard let start, let from, let to else {
        problems.append("an observance without DTSTART, TZOFFSETFROM or TZOFFSETTO")
        return nil
      }
      return Observance(start: start.wall, from: from, to: to, rules: rules, dates: dates)
    }

    /// `+0100`, `-083000`.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
      guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
      let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
      guard digits.count == 4 || digits.count == 6, let number = Ascii.number(digits) else { return nil }
      let long = digits.count == 6 ? number : number * 100
      let seconds = Int64(long / 10_000 * 3600 + long / 100 % 100 * 60 + long % 100)
      guard seconds <= VTimezone.largestOffset else { return nil }
      return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
  }

  let start: WallTime
  let from: Int64
  let to: Int64
  let rules: [RecurrenceRule]
  let dates: [DateValue]

  var isOpenEnded: Bool { rules.contains { $0.neverEnds } }

  /// When it begins to hold, each time; DTSTART and RDATE are readings of the clock before the change.
  func onsets() -> [Onset] {
    let end = WallTime(CivilDay(year: 2201, month: 1, day: 1))
    var moments: Set<Int64> = [start.seconds - from]
    for rule in rules {
      let bound: Int64 =
        switch rule.until {
        case .utc(let moment): moment.seconds
        case .local(let wall): wall.seconds - from
        case .date(let day): WallTime(day, secondOfDay: 86_399).seconds - from
        case nil: .max
        }
      for reading in RuleEvaluator(rule, start: start).readings(from: start, to: end).readings
      where reading.seconds - from <= bound {
        moments.insert(reading.seconds - from)
      }
    }
    for date in dates { moments.insert(date.form == .utc ? date.wall.seconds : date.wall.seconds - from) }
    return moments.map { Onset(moment: $0, from: from, to: to) }
  }
}
