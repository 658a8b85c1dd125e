import Foundation

@testable import SampleCompany

/// The company of the demo, made once for all tests.
enum Demo {
  static let company = SampleCompany()
  static let files: [String: [UInt8]] = Dictionary(
    uniqueKeysWithValues: company.files().map { ($0.path, $0.bytes) })

  /// The calendar of the person on a chair, unfolded.
  static func calendar(of chair: Int) -> String {
    let person = Roster(people: 44).employees[chair]
    let text = String(decoding: files["calendars/" + person.calendarFile] ?? [], as: UTF8.self)
    return text.replacingOccurrences(of: "\r\n ", with: "").replacingOccurrences(of: "\r\n\t", with: "")
  }

  /// The VEVENTs of a calendar that hold a line.
  static func events(of chair: Int, holding line: String) -> [[String]] {
    calendar(of: chair).components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst()
      .map { $0.components(separatedBy: "\r\n") }.filter { $0.contains(line) }
  }
}
