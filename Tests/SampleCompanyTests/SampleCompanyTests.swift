import Foundation
import Testing

@testable import SampleCompany

@Suite("Made-up company")
struct SampleCompanyTests {
  @Test("is the same in every run, and another one for another seed")
  func determinism() {
    func bytes(seed: UInt64) -> [[UInt8]] {
      SampleCompany(people: 9, seed: seed, kilobytesPerPerson: 60).files().map(\.bytes)
    }
    #expect(bytes(seed: 7) == bytes(seed: 7))
    #expect(bytes(seed: 7).dropFirst(2) != bytes(seed: 8).dropFirst(2))
  }

  @Test("is the one in Fixtures/company, byte for byte (write it anew with `adjourn sample`)")
  func fixtureIsFresh() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/company")
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".ics") || $0.hasSuffix(".csv") || $0.hasSuffix(".md") }
    #expect(Set(found) == Set(Demo.files.keys))
    for (path, bytes) in Demo.files {
      let committed = try Data(contentsOf: folder.appending(path: path))
      #expect(Array(committed) == bytes, "\(path) is stale")
    }
    #expect(Demo.files.values.reduce(0) { $0 + $1.count } <= 3_000_000)
  }

  @Test("has 44 people, five teams and four sites that may all be published")
  func roster() throws {
    let table = String(decoding: try #require(Demo.files["people.csv"]), as: UTF8.self)
    let rows = table.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
      .map { $0.components(separatedBy: ",") }
    #expect(rows.count == 44)
    #expect(rows.allSatisfy { $0.count == 15 })
    let teams = Dictionary(grouping: rows) { $0[3] }.mapValues(\.count)
    #expect(
      teams == ["Engineering": 14, "Product": 7, "Sales": 9, "Customer Support": 7, "Operations": 7])
    let sites = Dictionary(grouping: rows) { $0[5] }.mapValues(\.count)
    #expect(sites == ["Berlin": 15, "Boston": 12, "San Francisco": 6, "Bengaluru": 11])
    let zones = Set(rows.map { $0[6] })
    #expect(zones == ["Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata"])
    let roles = Dictionary(grouping: rows) { $0[4] }.mapValues(\.count)
    #expect(roles.values.allSatisfy { $0 >= 5 })
  }

  @Test("gives 3,000 people different addresses and files")
  func addresses() {
    let people = Roster(people: 3000).employees
    #expect(Set(people.map(\.email)).count == 3000)
    #expect(Set(people.map(\.calendarFile)).count == 3000)
    #expect(people.allSatisfy { $0.email.utf8.allSatisfy { $0 < 0x80 } && $0.email.hasSuffix("@larkfield.example") })
  }

  @Test("names the calendar's file in people.csv where the calendar does not say whose it is")
  func feedsAreNamed() throws {
    let table = String(decoding: try #require(Demo.files["people.csv"]), as: UTF8.self)
    let named = table.components(separatedBy: "\r\n").filter { $0.contains(".ics") }
    #expect(named.count == 8)
    for row in named {
      let cells = row.components(separatedBy: ",")
      #expect(Demo.files["calendars/" + cells[13]] != nil)
    }
  }

  @Test("can be very small", arguments: [1, 2, 5, 45])
  func smallCompanies(people: Int) {
    let files = SampleCompany(people: people, quarters: 1).files()
    #expect(files.count == people + 2)
    #expect(files.dropFirst(2).allSatisfy { $0.bytes.count > 1000 })
  }

  @Test("stops when a file cannot be taken")
  func stops() {
    struct Full: Error {}
    var taken = 0
    #expect(throws: Full.self) {
      try SampleCompany(people: 3).forEachFile { (_: SampleFile) throws(Full) in
        taken += 1
        if taken == 2 { throw Full() }
      }
    }
    #expect(taken == 2)
  }

  @Test("pads each calendar to about the size asked for, with meetings from before the first quarter")
  func padding() throws {
    let plain = SampleCompany(people: 44, quarters: 1).files()
    let padded = SampleCompany(people: 44, quarters: 1, kilobytesPerPerson: 150).files()
    let start = "20260701T000000"
    for (before, after) in zip(plain, padded).dropFirst(2) {
      #expect((145_000...158_000).contains(after.bytes.count), "\(after.path)")
      // What is added stands at the end; the plain calendar is the beginning of the padded one.
      let closing = "END:VCALENDAR\r\n".utf8.count
      #expect(after.bytes.starts(with: before.bytes.dropLast(closing)))
      let added = String(decoding: after.bytes[(before.bytes.count - closing)...], as: UTF8.self)
      let starts = added.components(separatedBy: "\r\n").filter { $0.hasPrefix("DTSTART") }
      #expect(starts.count > 20)
      #expect(starts.allSatisfy { $0.components(separatedBy: ":")[1] < start })
      let untils = added.components(separatedBy: "UNTIL=").dropFirst().map { String($0.prefix(15)) }
      #expect(untils.allSatisfy { $0 < start })
    }
  }

  @Test("holds something after the audited quarter in every calendar: no export was taken too early")
  func coverage() {
    for chair in 0..<44 {
      let lines = Demo.calendar(of: chair).components(separatedBy: "\r\n")
      #expect(lines.contains { $0.hasPrefix("DTSTART") && $0.contains(":202610") })
    }
  }
}
