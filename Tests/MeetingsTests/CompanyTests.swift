import Glibc
import ICalendar
import Meetings
import Policy
import SampleCompany
import Testing

/// The committed company of `Fixtures`, imported once.
private enum Company {
  static let quarter =
    CivilDay(year: 2026, month: 7, day: 1)..<CivilDay(year: 2026, month: 10, day: 1)
  static let streams: [CalendarStream] = SampleCompany().files().map(\.path).filter {
    $0.hasPrefix("calendars/")
  }.map {
    stream(String($0.dropFirst("calendars/".count)), read($0), window: quarter)
  }
  static let roster = try? PeopleTable.read(read("people.csv"), path: "people.csv") {
    zones.zone(iana: $0) != nil
  }

  /// A file of `Fixtures/company`; empty when it cannot be read. By Glibc, for Foundation brings an ICU of its own, which the
  /// compiler cannot tell from the system's.
  static func read(_ path: String) -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen("/\(root)/Fixtures/company/\(path)", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func imported(_ streams: [CalendarStream] = streams, roster: PeopleTable? = roster)
    -> MeetingImport
  {
    MeetingImport(streams: streams, roster: roster, window: quarter, policy: Policy(), zones: zones)
  }
  static let book = imported().book
}

@Suite("The made-up company")
struct CompanyTests {
  @Test("is read whole: 44 calendars, nothing rejected, every ledger balanced")
  func ledger() {
    #expect(Company.streams.count == 44)
    #expect(Company.book.calendars.count == 44)
    #expect(Company.book.ledger[.rejected].events == 0)
    for calendar in Company.book.calendars {
      #expect(calendar.ledger.balances, "\(calendar.name)")
      #expect(calendar.ledger[.meeting].events > 0, "\(calendar.name)")
    }
    #expect(Company.imported().cutShort.isEmpty)
  }

  @Test("has no calendar whose reach is in doubt")
  func reach() {
    for calendar in Company.book.calendars {
      #expect(calendar.coverage.doubts == [], "\(calendar.name)")
    }
  }

  @Test("has each calendar with its owner, with the people table and without", arguments: [true, false])
  func owners(withTable: Bool) {
    let book = withTable ? Company.book : Company.imported(roster: nil).book
    for calendar in book.calendars {
      let address = book[calendar.person].address
      #expect(address.prefix { $0 != "@" } + ".ics" == calendar.name)
      #expect(!withTable || book[calendar.person].isInRoster)
    }
  }

  @Test("meets as often as was planted", arguments: SampleCompany().planted)
  func planted(problem: PlantedProblem) throws {
    let book = Company.book
    let series = try #require(book.series.first { $0.key == problem.series }, "\(problem.title)")
    #expect(series.occurrences.count == problem.occurrences, "\(problem.title)")
    #expect(series.skipped == problem.skipped, "\(problem.title)")
    #expect(series.invited.count == problem.invited, "\(problem.title)")
    let details = book[series.details]
    #expect(details.title == problem.title)
    #expect(details.organizer.map { book[$0].address } == problem.organizer)
    let others = details.invitations.filter { $0.participant != details.organizer }
    #expect(others.count { $0.answer == .accepted } == problem.accepted, "\(problem.title)")
    #expect(others.count { $0.answer == .declined } == problem.declined, "\(problem.title)")
  }
}
