/// Reads one row of the roster and collects what is wrong with it.
struct PeopleRowReader {
  let record: CSVRecords.Record
  let header: PeopleHeader
  let defaults: Policy
  /// The zone names of the file that the zone data knows.
  let zones: Set<String>
  /// The order of day and month in this file, when its dates tell.
  let dateOrder: DateOrder?
  /// What was found wrong so far.
  private(set) var problems: [TableProblem] = []
  /// The address and aliases that could be read, also of a row that is left out.
  private(set) var addresses: [String] = []

  init(
    record: CSVRecords.Record, header: PeopleHeader, defaults: Policy, zones: Set<String>, dateOrder: DateOrder?
  ) {
    self.record = record
    self.header = header
    self.defaults = defaults
    self.zones = zones
    self.dateOrder = dateOrder
  }

  /// Reads the row.
  ///
  /// - Parameters:
  ///   - owners: The rows that hold each address so far.
  ///   - files: The rows that name each calendar file so far.
  /// - Returns: The person of this row; nil when the row is left out.
  mutating func read(owners: [String: Int], files: [String: Int]) -> PeopleRow? {
    // Somebody who asked to be left out is left out even when other cells of the row are wrong.
    let isExcluded = readExclude()
    let (email, aliases) = readAddresses(owners: owners)
    addresses = [email].compactMap(\.self) + aliases
    if isExcluded {
      guard let email else { return nil }
      return PeopleRow(
        row: record.row, email: email, aliases: aliases, calendar: header.text(.calendar, in: record), isExcluded: true)
    }
    checkWidth()
    let from = readDate(.from)
    let until = readDate(.until)
    if let from, let until, until < from {
      reject(.until, expected: "a date that is not before that of the column from")
    }
    let cost = value(.hourlyCost, expected: "an amount such as 62.50, without a mark between thousands") {
      CellValues.hundredths($0)
    }
    let zone = value(.timeZone, expected: "an IANA time zone such as Europe/Berlin") { [zones] name in
      zones.contains(name) ? name : nil
    }
    let day = readWorkingDay()
    let (name, team, role) = (readText(.name), readText(.team), readText(.role))
    let (site, calendar) = (readText(.site), readText(.calendar))
    if let calendar, let other = files[calendar] {
      reject(.calendar, expected: "a file that no other row names; row \(other) does")
    }
    guard let email, problems.isEmpty else { return nil }
    return PeopleRow(
      row: record.row, email: email, aliases: aliases, name: name, team: team, role: role, site: site, timeZone: zone,
      workingDay: day, hourlyCost: cost ?? defaults.hours.hourlyCost, from: from, until: until, calendar: calendar)
  }

  /// Whether the person leaves the audit; a cell that cannot be read counts as a yes, the answer that harms nobody.
  private mutating func readExclude() -> Bool {
    let answer = value(.exclude, expected: "yes or no; until then the person counts as excluded") {
      CellValues.yesOrNo($0)
    }
    return answer ?? !problems.isEmpty
  }

  private mutating func readAddresses(owners: [String: Int]) -> (email: String?, aliases: [String]) {
    guard header.bytes(.email, in: record) != nil else {
      reject(.email, expected: "an e-mail address, which is the key of the row")
      return (nil, [])
    }
    guard let email = value(.email, expected: "an e-mail address", Self.address) else { return (nil, []) }
    if let other = owners[email] {
      reject(.email, expected: "an address that no other row has; row \(other) has it")
      return (nil, [])
    }
    var aliases: [String] = []
    for item in (readText(.aliases) ?? "").split(separator: ";") {
      let text = trimmed(item)
      if text.isEmpty { continue }
      guard let alias = Self.address(text) else {
        reject(.aliases, found: text, expected: "e-mail addresses separated by ;")
        return (nil, [])
      }
      if let other = owners[alias] {
        reject(.aliases, found: text, expected: "addresses that no other row has; row \(other) has it")
        return (nil, [])
      }
      if alias != email && !aliases.contains(alias) { aliases.append(alias) }
    }
    return (email, aliases)
  }

  private static func address(_ text: String) -> String? {
    let address = MailAddress.comparable(text)
    return MailAddress.isPlausible(address) ? address : nil
  }

  private mutating func readWorkingDay() -> Policy.WorkingDay {
    var day = defaults.workingDay
    let problemsBefore = problems.count
    let expectedTime = "a time such as 9:00 or 17:30"
    day.start = value(.workStart, expected: expectedTime) { CellValues.clockTime($0) } ?? day.start
    day.end = value(.workEnd, expected: expectedTime) { CellValues.clockTime($0) } ?? day.end
    day.days = value(.workDays, expected: "days such as Mon-Fri or Mon;Wed") { WorkDays(parsing: $0) } ?? day.days
    if day.end <= day.start && problems.count == problemsBefore {
      let isGiven = header.bytes(.workEnd, in: record) != nil
      reject(
        isGiven ? .workEnd : .workStart,
        expected: isGiven
          ? "a time after work_start (midnight is 24:00; night shifts across midnight are not supported)"
          : "a time before work_end, by default \(Self.clock(day.end))")
    }
    return day
  }

  private static func clock(_ seconds: Int64) -> String {
    let minute = seconds / 60 % 60
    return "\(seconds / 3600):\(minute < 10 ? "0" : "")\(minute)"
  }

  private mutating func readDate(_ column: PeopleColumn) -> Int32? {
    let date = value(column, expected: "a date such as 2026-07-01") { LocalDate(parsing: $0) }
    switch date {
    case nil: return nil
    case .certain(let days)?, .ordered(let days, _)?: return days
    case .eitherWay(let dayFirst, let monthFirst)?:
      guard let dateOrder else {
        reject(column, expected: "a date such as 2026-07-01; nothing in the file tells day from month")
        return nil
      }
      return dateOrder == .dayFirst ? dayFirst : monthFirst
    }
  }

  /// A separator too many would shift every cell behind it, so a row wider than its header is not used.
  private mutating func checkWidth() {
    guard record.cells.count > header.width,
      let extra = record.cells[header.width...].first(where: { !$0.isEmpty })
    else { return }
    problems.append(
      TableProblem(
        row: record.row, column: "", found: String(decoding: extra, as: UTF8.self),
        expected:
          "no cell beyond the \(header.width) of the header; a cell with a separator in it is written in quotes",
        severity: .rowLeftOut))
  }

  private mutating func readText(_ column: PeopleColumn) -> String? {
    value(column, expected: "text") { $0 }
  }

  /// The cell's value; nil when it is empty, and, after noting the problem, when it cannot be read.
  private mutating func value<Value>(
    _ column: PeopleColumn, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let bytes = header.bytes(column, in: record) else { return nil }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      reject(column, expected: "text in UTF-8; in Excel, save as CSV UTF-8")
      return nil
    }
    guard let text = header.text(column, in: record) else { return nil }
    guard let value = read(text) else {
      reject(column, expected: expected)
      return nil
    }
    return value
  }

  private mutating func reject(_ column: PeopleColumn, found: String? = nil, expected: String) {
    let cell = header.bytes(column, in: record).map { trimmed(String(decoding: $0, as: UTF8.self)[...]) }
    problems.append(
      TableProblem(
        row: record.row, column: column.rawValue, found: found ?? cell ?? "", expected: expected, severity: .rowLeftOut)
    )
  }
}
