import Foundation
import ICalendar
import MeetingAudit
import Reports
import SampleCompany
import Testing

/// The audit of the made-up company in `Fixtures/company`, as `make demo` runs it.
@Suite("The made-up company")
struct SampleCompanyAuditTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let company = root.appending(path: "Fixtures/company").path
  static let thirdQuarter = CivilDay(year: 2026, month: 7, day: 1)..<CivilDay(year: 2026, month: 10, day: 1)

  static let outcome = Result { () throws(AuditError) in
    var request = AuditRequest(paths: [company + "/calendars"], window: thirdQuarter)
    request.people = company + "/people.csv"
    return try Audit(request).report()
  }

  /// The records of a table.
  static func records(_ path: String) throws -> [[String]] {
    let file = try #require(try outcome.get().files.first { $0.path == path })
    return readRecords(String(decoding: file.bytes, as: UTF8.self))
  }

  /// The rows of a table by the value of its first column.
  static func rows(_ path: String) throws -> [String: [String: String]] {
    let lines = try records(path)
    let head = lines[0]
    return Dictionary(
      lines.dropFirst().map { ($0[0], Dictionary(uniqueKeysWithValues: zip(head, $0))) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(
    "every planted problem gets its verdict, and what was planted right is kept", arguments: SampleCompany().planted)
  func planted(_ problem: PlantedProblem) throws {
    let row = try #require(try Self.rows("series.csv")[problem.series], "\(problem.title) has no row")
    #expect(row["verdict"] == problem.expectedVerdict.rawValue)
    #expect(row["title"] == problem.title)
    #expect(row["organizer"] == problem.organizer)
    #expect(row["invited"] == String(problem.invited))
    #expect(row["occurrences"] == String(problem.occurrences))
    #expect(row["skipped"] == String(problem.skipped))
  }

  @Test("nothing is rejected, damaged or unknown")
  func clean() throws {
    let ledger = try Self.rows("ledger.csv")
    #expect(ledger["rejected"]?["events"] == "0")
    #expect(try Self.outcome.get().messages.isEmpty)
    #expect(try Self.rows("personal/people.csv").values.allSatisfy { $0["complete"] == "yes" })
  }

  @Test("without a people table feeds and invitations still speak of the same people, and guessed owners are said")
  func withoutPeopleTable() throws {
    let request = AuditRequest(paths: [Self.company + "/calendars"], window: Self.thirdQuarter)
    let outcome = try Audit(request).report()
    let report = try #require(outcome.files.first { $0.path == "audit.md" })
    #expect(String(decoding: report.bytes, as: UTF8.self).contains("are guessed from file names."))
    let table = try #require(outcome.files.first { $0.path == "series.csv" })
    let lines = readRecords(String(decoding: table.bytes, as: UTF8.self))
    let (title, invited, purpose) = try (
      #require(lines[0].firstIndex(of: "title")), #require(lines[0].firstIndex(of: "invited")),
      #require(lines[0].firstIndex(of: "purpose"))
    )
    // Desmond's calendar is a feed named after him; Gesine's invitations give his address.
    let pair = try #require(lines.first { $0[title] == "1:1 Gesine & Desmond" })
    #expect(pair[invited] == "2")
    #expect(pair[purpose] == "one-on-one")
  }

  @Test("people's booked hours and meetings' attendee hours are the same time")
  func identity() throws {
    func total(_ path: String, _ column: String) throws -> Decimal {
      let lines = try Self.records(path)
      let place = try #require(lines[0].firstIndex(of: column))
      return lines.dropFirst().reduce(0) { $0 + Decimal(string: $1[place])! }
    }
    // Every time of the company is a multiple of a quarter of an hour, so that rounding to hundredths loses nothing.
    let booked = try total("personal/people.csv", "booked_hours")
    #expect(try booked == total("personal/meetings.csv", "attendee_hours"))
    #expect(try booked == total("heatmap.csv", "attendee_hours"))
    #expect(booked > 4000)
  }

  @Test("the committed sample report is what the code writes today")
  func golden() throws {
    let folder = Self.root.appending(path: "reports/sample/2026-Q3")
    for file in try Self.outcome.get().files {
      let committed = try Data(contentsOf: folder.appending(path: file.path))
      let isFresh = Array(committed) == file.bytes
      #expect(isFresh, "\(file.path): read the change, then run `make record`")
    }
  }
}

/// The records of a CSV text (RFC 4180), by a reader that shares nothing with the writer.
func readRecords(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var cell = ""
  var quoted = false
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    switch (scalar, quoted) {
    case ("\"", true) where scalars.first == "\"":
      scalars.removeFirst()
      cell.unicodeScalars.append("\"")
    case ("\"", _): quoted.toggle()
    case (",", false):
      record.append(cell)
      cell = ""
    case ("\r", false): break
    case ("\n", false):
      records.append(record + [cell])
      record = []
      cell = ""
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return records
}
