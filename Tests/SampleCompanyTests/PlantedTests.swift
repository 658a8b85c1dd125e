import Foundation
import Testing

@testable import SampleCompany

/// What was planted, counted by hand from the plans. In the third quarter of 2026 there are 14 Wednesdays and 13 of
/// each other working day.
private let expected: [(String, ExpectedVerdict, invited: Int, held: Int, skipped: Int, accepted: Int, declined: Int)] =
  [
    ("Tooling guild", .cancel, 10, 8, 5, 2, 3),
    ("Pricing working group", .cancel, 7, 8, 5, 2, 1),
    ("Weekly Status Update", .makeAsync, 14, 14, 0, 10, 1),
    ("Statusrunde Vertrieb", .makeAsync, 4, 13, 0, 3, 0),
    ("Instrument roadmap across sites", .move, 8, 14, 0, 7, 0),
    ("Architecture review", .shorten, 6, 13, 0, 5, 0),
    ("Launch readiness", .smaller, 14, 13, 0, 5, 3),
    ("Supplier desk", .lessOften, 5, 8, 5, 4, 0),
    ("Regional deal review call", .merge, 7, 13, 0, 5, 0),
    ("Commercial and delivery forum", .pauseTest, 12, 13, 0, 8, 0),
    ("Incident review", .keep, 6, 13, 1, 4, 0),
    ("Coffee break", .keep, 8, 14, 0, 2, 1),
    ("Brightwater status update", .keep, 4, 13, 0, 2, 0),
    ("Status 1:1", .keep, 2, 13, 0, 1, 0),
    ("Regional deal review", .keep, 6, 13, 0, 5, 0),
    ("Badge and key round", .keep, 5, 14, 0, 4, 0),
    ("Leadership circle", .keep, 6, 13, 0, 5, 0),
    ("Release watch", .keep, 3, 13, 0, 2, 0),
  ]

@Suite("Planted problems")
struct PlantedTests {
  @Test("have the numbers that their verdicts rest on", arguments: expected.indices)
  func numbers(index: Int) throws {
    let row = expected[index]
    let planted = try #require(Demo.company.planted.first { $0.title == row.0 })
    #expect(planted.expectedVerdict == row.1)
    #expect(planted.invited == row.invited)
    #expect(planted.occurrences == row.held)
    #expect(planted.skipped == row.skipped)
    #expect(planted.accepted == row.accepted)
    #expect(planted.declined == row.declined)
  }

  @Test("show every verdict at least once")
  func everyVerdict() {
    #expect(Set(Demo.company.planted.map(\.expectedVerdict)) == Set(ExpectedVerdict.allCases))
  }

  @Test("have keys of their own, none with the suffix of a cut series")
  func keys() {
    let keys = Demo.company.planted.map(\.series)
    #expect(Set(keys).count == keys.count)
    #expect(!keys.contains { $0.contains("_R") })
  }

  @Test("stand in every full division of a larger company, in none that is not full")
  func divisions() {
    let one = Demo.company.planted.count
    #expect(SampleCompany(people: 100).planted.count > 2 * one - 1)
    #expect(Set(SampleCompany(people: 100).planted.map(\.series)).count == SampleCompany(people: 100).planted.count)
  }

  @Test("the dead guild's invitation shows two acceptances, three refusals, five missing dates")
  func deadGuildAsWritten() {
    // Henrik (chair 5) organizes: his copy knows all answers.
    let events = Demo.events(of: 5, holding: "SUMMARY:Tooling guild")
    let series = events.filter { $0.contains { $0.hasPrefix("RRULE") } }.joined()
    let answers = series.filter { $0.hasPrefix("ATTENDEE;CUTYPE=INDIVIDUAL") && !$0.contains("CN=Henrik") }
    #expect(answers.count == 9)
    #expect(answers.count { $0.contains("PARTSTAT=ACCEPTED") } == 2)
    #expect(answers.count { $0.contains("PARTSTAT=DECLINED") } == 3)
    #expect(answers.count { $0.contains("PARTSTAT=TENTATIVE") } == 1)
    let audited = ["202607", "202608", "202609"]
    let removed = series.filter { line in line.hasPrefix("EXDATE") && audited.contains { line.contains(":" + $0) } }
    let called = events.filter { event in
      event.contains("STATUS:CANCELLED")
        && event.contains { line in line.hasPrefix("RECURRENCE-ID") && audited.contains { line.contains(":" + $0) } }
    }
    #expect(removed.count + called.count == 5)
    #expect(removed.count == 3)
  }

  @Test("a declined meeting stays in a Google calendar and leaves an Exchange one")
  func declinedCopies() {
    // Launch readiness: declined by chairs 25 (feed), 30 and 31 (Google).
    #expect(Demo.events(of: 25, holding: "SUMMARY:Launch readiness").isEmpty)
    #expect(Demo.events(of: 30, holding: "SUMMARY:Launch readiness").count == 1)
  }

  @Test("organizers who left are in no row of people.csv")
  func leavers() {
    let people = Set(Roster(people: 44).employees.map(\.email))
    let gone = Demo.company.planted.filter { !people.contains($0.organizer) }.map(\.organizer)
    #expect(gone == ["petra.lindqvist@larkfield.example", "tomas.reyes@larkfield.example"])
  }
}
