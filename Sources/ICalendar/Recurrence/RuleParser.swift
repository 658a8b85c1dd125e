/// Reads RRULE and EXRULE values. What is harmless is repaired and said; what is not rejects the event, so that a malformed
/// rule never becomes a single event in silence.
struct RuleParser {
  /// What was wrong but could be mended, in words.
  private(set) var repairs: [String] = []

  /// Why a rule cannot be used.
  struct Failure: Error, Equatable {
    let reason: String
  }

  static let longestRule = 1024
  static let longestList = 400
  static let largestInterval = 1000
  static let mostInstancesADay = 48
  static let hourlyCount = 1000

  /// The rule of a value (RFC 5545 §3.3.10).
  mutating func parse(_ value: ArraySlice<UInt8>) throws(Failure) -> RecurrenceRule {
    guard value.count <= Self.longestRule else {
      throw Failure(reason: "longer than \(Self.longestRule) characters")
    }
    if value.contains(where: { $0 >= 97 && $0 <= 122 }) { repairs.append("lower case") }
    let fields = try fields(of: value)
    guard let frequencyField = fields.first(where: { Ascii.equal($0.name, "FREQ") }) else {
      throw Failure(reason: "no FREQ")
    }
    let frequencyText = TextValue.decode(frequencyField.value).uppercased()
    guard let frequency = RecurrenceRule.Frequency(rawValue: frequencyText) else {
      throw Failure(reason: "unknown FREQ")
    }
    var rule = RecurrenceRule(frequency: frequency)
    var seen: Set<String> = []
    for field in fields {
      let name = TextValue.decode(field.name).uppercased()
      guard seen.insert(name).inserted else { throw Failure(reason: "a part twice") }
      try apply(name, field.value, to: &rule)
    }
    try check(rule)
    if rule.count != nil, rule.until != nil { repairs.append("COUNT beside UNTIL: whichever ends first") }
    repairs = repairs.enumerated().filter { !repairs[..<$0.offset].contains($0.element) }.map(\.element)
    return rule
  }

  private mutating func fields(
    of value: ArraySlice<UInt8>
  ) throws(Failure) -> [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] {
    var fields: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
    for part in value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let part = Ascii.trimmed(part)
      if part.isEmpty {
        repairs.append("stray semicolon")
        continue
      }
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { throw Failure(reason: "a part without value") }
      let name = Ascii.trimmed(part[..<equals])
      var value = Ascii.trimmed(part[(equals + 1)...])
      while value.last == UInt8(ascii: ",") {
        value = Ascii.trimmed(value.dropLast())
        repairs.append("stray comma in \(TextValue.decode(name).uppercased())")
      }
      fields.append((name, value))
    }
    return fields
  }

  private mutating func apply(
    _ name: String, _ value: ArraySlice<UInt8>, to rule: inout RecurrenceRule
  ) throws(Failure) {
    switch name {
    case "FREQ": break
    case "INTERVAL":
      guard let interval = Ascii.number(value), (1...Self.largestInterval).contains(interval) else {
        throw Failure(reason: "INTERVAL not between 1 and \(Self.largestInterval)")
      }
      rule.interval = interval
    case "COUNT":
      guard let count = Ascii.number(value), count >= 1 else { throw Failure(reason: "COUNT is no positive number") }
      rule.count = count
    case "UNTIL":
      // Some programs write the end of their calendar's years where they mean never.
      guard let until = DateValue(value, years: 1...9999) else { throw Failure(reason: "unreadable UNTIL") }
      rule.until =
        switch until.form {
        case .date: .date(until.day)
        case .local: .local(until.wall)
        case .utc: .utc(Instant(until.wall.seconds))
        }
    case "WKST":
      guard let day = Weekday(code: value) else { throw Failure(reason: "unknown WKST") }
      rule.weekStart = day
    case "BYMONTH": rule.months = try list(name, value, 1...12)
    case "BYMONTHDAY": rule.monthDays = try list(name, value, 1...31, signed: true)
    case "BYYEARDAY": rule.yearDays = try list(name, value, 1...366, signed: true)
    case "BYWEEKNO": rule.weekNumbers = try list(name, value, 1...53, signed: true)
    case "BYSETPOS": rule.positions = try list(name, value, 1...366, signed: true)
    case "BYHOUR": rule.hours = try list(name, value, 0...23)
    case "BYMINUTE": rule.minutes = try list(name, value, 0...59)
    case "BYSECOND": rule.seconds = try list(name, value, 0...60)
    case "BYDAY": rule.weekdays = try weekdays(value)
    case "RSCALE":
      guard Ascii.equal(value, "GREGORIAN") else { throw Failure(reason: "RSCALE is not GREGORIAN") }
      repairs.append("RSCALE=GREGORIAN ignored")
    case _ where name.hasPrefix("X-"): repairs.append("unknown part ignored")
    default: throw Failure(reason: "unknown part")
    }
  }

  private mutating func items(_ name: String, _ value: ArraySlice<UInt8>) throws(Failure) -> [ArraySlice<UInt8>] {
    let parts = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Ascii.trimmed)
    let filled = parts.filter { !$0.isEmpty }
    if filled.count < parts.count { repairs.append("stray comma in \(name)") }
    guard !filled.isEmpty else { throw Failure(reason: "\(name) without a value") }
    guard filled.count <= Self.longestList else {
      throw Failure(reason: "\(name) with over \(Self.longestList) entries")
    }
    return filled
  }

  private mutating func list(
    _ name: String, _ value: ArraySlice<UInt8>, _ range: ClosedRange<Int>, signed: Bool = false
  ) throws(Failure) -> [Int] {
    var numbers: Set<Int> = []
    for item in try items(name, value) {
      guard let number = signed ? Ascii.signedNumber(item) : Ascii.number(item), range.contains(abs(number)) else {
        throw Failure(reason: "\(name) out of range")
      }
      numbers.insert(number)
    }
    return numbers.sorted()
  }

  private mutating func weekdays(_ value: ArraySlice<UInt8>) throws(Failure) -> [RecurrenceRule.WeekdayNumber] {
    var days: [RecurrenceRule.WeekdayNumber] = []
    for item in try items("BYDAY", value) {
      let ordinalText = item.dropLast(2)
      guard let weekday = Weekday(code: item.suffix(2)),
        let ordinal = ordinalText.isEmpty ? 0 : Ascii.signedNumber(ordinalText),
        ordinalText.isEmpty || (1...53).contains(abs(ordinal))
      else { throw Failure(reason: "BYDAY out of range") }
      let day = RecurrenceRule.WeekdayNumber(ordinal: ordinal, weekday: weekday)
      if !days.contains(day) { days.append(day) }
    }
    return days.sorted { ($0.weekday, $0.ordinal) < ($1.weekday, $1.ordinal) }
  }

  /// BYWEEKNO, BYYEARDAY and BYMONTHDAY are for longer frequencies (§3.3.10: "MUST NOT"); read as limits they lose nothing.
  private func hasStrayLimits(_ rule: RecurrenceRule) -> Bool {
    switch rule.frequency {
    case .yearly, .hourly, .minutely, .secondly: false
    case .monthly, .daily: !rule.weekNumbers.isEmpty || !rule.yearDays.isEmpty
    case .weekly: !rule.weekNumbers.isEmpty || !rule.yearDays.isEmpty || !rule.monthDays.isEmpty
    }
  }

  private mutating func check(_ rule: RecurrenceRule) throws(Failure) {
    switch rule.frequency {
    case .secondly, .minutely: throw Failure(reason: "FREQ=\(rule.frequency.rawValue)")
    case .hourly:
      let isBounded = !rule.hours.isEmpty || rule.until != nil || (rule.count ?? .max) <= Self.hourlyCount
      guard isBounded else { throw Failure(reason: "FREQ=HOURLY without BYHOUR, UNTIL or a small COUNT") }
      guard rule.weekNumbers.isEmpty else { throw Failure(reason: "BYWEEKNO with FREQ=HOURLY") }
    case .daily, .weekly, .monthly, .yearly: break
    }
    let allowsOrdinals =
      rule.frequency == .monthly || (rule.frequency == .yearly && rule.weekNumbers.isEmpty)
    guard allowsOrdinals || rule.weekdays.allSatisfy({ $0.ordinal == 0 }) else {
      throw Failure(reason: "an ordinal in BYDAY of FREQ=\(rule.frequency.rawValue)")
    }
    if hasStrayLimits(rule) {
      repairs.append("a part that RFC 5545 does not allow with FREQ=\(rule.frequency.rawValue) limits the days")
    }
    let hours =
      rule.frequency == .hourly ? max(rule.hours.count, rule.hours.isEmpty ? 24 : 1) : max(rule.hours.count, 1)
    guard hours * max(rule.minutes.count, 1) * max(rule.seconds.count, 1) <= Self.mostInstancesADay else {
      throw Failure(reason: "more than \(Self.mostInstancesADay) instances a day")
    }
  }
}
