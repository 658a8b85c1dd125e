/// The roster, `people.csv`: who the people are, where and when they work.
public struct PeopleTable: Sendable, Equatable {
  /// The rows that can be used, in the order of the file.
  public let rows: [PeopleRow]
  /// What is wrong with the others, and warnings, in the order of the file.
  public let problems: [TableProblem]
  /// Addresses and aliases of rows that are left out, as far as they could be read.
  public let leftOut: Set<String>

  /// Makes a roster of rows that were read or made up elsewhere.
  public init(rows: [PeopleRow], problems: [TableProblem] = [], leftOut: Set<String> = []) {
    self.rows = rows
    self.problems = problems
    self.leftOut = leftOut
  }
}

/// One person of the roster; cells left empty stand at their defaults.
public struct PeopleRow: Sendable, Equatable {
  /// Number of the row as a spreadsheet shows it; the header is row 1.
  public let row: Int
  /// The key: the address in its comparable form (see `MailAddress`).
  public let email: String
  /// Other addresses of the person in their comparable form.
  public let aliases: [String]
  /// The name, when one is given.
  public let name: String?
  /// The team, when one is given.
  public let team: String?
  /// The role, when one is given.
  public let role: String?
  /// The site, when one is given.
  public let site: String?
  /// The IANA name of the time zone, known to the zone data; nil: to be told from the calendar.
  public let timeZone: String?
  /// When and on which days the person works.
  public let workingDay: Policy.WorkingDay
  /// Cost of an hour in hundredths of the currency; 0 is 0.
  public let hourlyCost: Int64
  /// The first day with the company, as days since 1970-01-01.
  public let from: Int32?
  /// The last day with the company, as days since 1970-01-01.
  public let until: Int32?
  /// File name of the person's calendar, where the calendar does not tell whose it is.
  public let calendar: String?
  /// The person leaves the audit before any total and is counted only as a number.
  public let isExcluded: Bool

  /// Makes a row; what is not given stands at its default, addresses are made comparable.
  public init(
    row: Int, email: String, aliases: [String] = [], name: String? = nil, team: String? = nil, role: String? = nil,
    site: String? = nil, timeZone: String? = nil, workingDay: Policy.WorkingDay = .init(),
    hourlyCost: Int64 = Policy.Hours().hourlyCost, from: Int32? = nil, until: Int32? = nil, calendar: String? = nil,
    isExcluded: Bool = false
  ) {
    self.row = row
    self.email = MailAddress.comparable(email)
    self.aliases = aliases.map(MailAddress.comparable)
    self.name = name
    self.team = team
    self.role = role
    self.site = site
    self.timeZone = timeZone
    self.workingDay = workingDay
    self.hourlyCost = hourlyCost
    self.from = from
    self.until = until
    self.calendar = calendar
    self.isExcluded = isExcluded
  }
}

/// Something wrong in a table that a user hands us.
public struct TableProblem: Sendable, Equatable, CustomStringConvertible {
  /// What follows from a problem.
  public enum Severity: Sendable, Equatable {
    /// Nothing is lost.
    case warning
    /// The row is not used.
    case rowLeftOut
  }

  /// Number of the row as a spreadsheet shows it.
  public let row: Int
  /// Name of the column; empty when the problem is no column's.
  public let column: String
  /// What stands in the cell; empty for an empty cell.
  public let found: String
  /// What was expected instead, as the end of a sentence that begins with "expected".
  public let expected: String
  /// What follows.
  public let severity: Severity

  /// Makes a problem that was found in a cell.
  public init(row: Int, column: String, found: String, expected: String, severity: Severity) {
    self.row = row
    self.column = column
    self.found = found
    self.expected = expected
    self.severity = severity
  }

  /// One line that says where, what was found, what was expected, and what follows.
  public var description: String {
    let place = column.isEmpty ? "row \(row)" : "row \(row), column \(column)"
    let cell = found.isEmpty ? "empty" : quoted(found)
    return "\(place): \(cell), expected \(expected)" + (severity == .rowLeftOut ? "; the row is left out" : "")
  }
}

/// Why a people file cannot be used at all.
public struct PeopleTableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Error, Sendable, Equatable {
    /// There is no header.
    case empty
    /// The file is UTF-16.
    case utf16
    /// The file is a workbook or a zip archive.
    case workbook
    /// The file is no text.
    case notText
    /// A quotation mark in this row stands where none may stand, or is never closed.
    case malformed(row: Int)
    /// The header has no column `email`; these columns it has.
    case noEmailColumn(found: [String])
    /// The header names a column twice.
    case duplicateColumn(String)
  }

  /// The path as the user wrote it.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  /// One line that says what is wrong and what to do.
  public var description: String {
    switch reason {
    case .empty: "\(path): the file is empty; expected a header with a column email"
    case .utf16: "\(path): the file is UTF-16; save it as CSV UTF-8"
    case .workbook: "\(path): the file is a workbook or an archive; save the sheet as CSV UTF-8"
    case .notText: "\(path): the file is no text; expected CSV in UTF-8"
    case .malformed(let row):
      "\(path): quotation marks do not match from row \(row) on; a cell with \" in it is written in quotes, with \"\""
    case .noEmailColumn(let found):
      "\(path): no column email in the header; it has \(found.map(quoted).joined(separator: ", "))"
    case .duplicateColumn(let name): "\(path): the header has the column \(name) more than once"
    }
  }
}

/// A cell's text in quotation marks, shortened, with unprintable characters shown by their number.
func quoted(_ text: String) -> String {
  var shown = "“"
  for scalar in text.unicodeScalars.prefix(60) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown + (text.unicodeScalars.count > 60 ? "…”" : "”")
}
