import Findings
import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@testable import Reports

@Suite("Wording")
struct WordingTests {
  private static let books: BookBuilder = {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    books.person("ada")
    books.person("bob")
    books.series("a", title: "Sync", times: 4, at: "2026-07-06 10:00", with: ["ada", "bob"])
    books.series("b", title: "Other\nsync", times: 4, at: "2026-07-07 10:00", with: ["ada", "bob"])
    return books
  }()
  private let book = books.book()
  private var wording: SeriesWording { SeriesWording(book: book, policy: Policy()) }

  private static let other = books.book().series("b")
  private static let ada = books.book().person("ada")

  @Test(
    "a signal says what was measured",
    arguments: [
      (.statusUpdate(word: "status", .strong), "reads as a status update (“status”)"),
      (.statusUpdate(word: nil, .weak), "reads as a status update"),
      (.noAgenda(characters: 0), "no description, so no agenda or outcome"),
      (.noAgenda(characters: 1), "a description of 1 character, too short for an agenda or an outcome"),
      (.noArtifact, "no attachment and no link to a document"),
      (.smallDecisionGroup(people: 4), "a small group (4 people) that decides or works something out"),
      (.weakResponse(accepted: 1, known: 4, .weak), "25 % accept (4 answers known)"),
      (.declined(declined: 1, known: 1), "100 % decline (1 answer known)"),
      (.onlyOrganizerAccepted(invited: 5), "nobody but the organizer accepted, of 5 people invited"),
      (.mostlyOptional(optional: 4, invited: 6), "4 of 6 people invited need not come"),
      (
        .organizerGone(ParticipantID(0), .left(CivilDay(year: 2026, month: 8, day: 1))),
        "the organizer left on 2026-08-01"
      ),
      (.organizerGone(ParticipantID(0), .notInRoster), "the organizer is not in people.csv"),
      (.organizerGone(ParticipantID(0), .absent), "the organizer does not attend"),
      (.tooMany(invited: 12), "12 people invited"),
      (.oftenSkipped(skipped: 5, dates: 13, .strong), "5 of 13 dates called off for everyone"),
      (.stale(days: 196), "nothing but answers changed for 28 weeks"),
      (.neverEnds, "no end date"),
      (
        .focusCost(focus: 144_000, attendee: 36_000, occurrences: 10),
        "each date costs 4.0 h in focus blocks, all attendees together, for 1.0 h of meeting"
      ),
      (
        .conflicts(conflicting: 3, attendee: 10),
        "for 30 % of the attendee time people have another meeting at once"
      ),
      (.outOfHours(ada, badTimes: 9, occurrences: 12), "outside the working hours of ada on 9 of 12 dates"),
      (.longForCadence(length: 5400, limit: 3600), "90 min long where 60 min should do for how often it meets"),
      (
        .nearDuplicate(of: other, people: Fraction(9, 10), title: Fraction(1)),
        "90 % the same people as “Other␊sync”, with a similar title and as often"
      ),
      (.preparesAnother(other, word: "prep"), "prepares “Other␊sync” (“prep”)"),
    ] as [(Signal, String)])
  func signals(signal: Signal, expected: String) {
    #expect(wording.signal(signal, of: book.series("a")) == expected)
  }

  @Test("every purpose has a reason to be live and a written form", arguments: Purpose.allCases)
  func purposes(purpose: Purpose) {
    #expect(!PurposeWording.worth(purpose).isEmpty)
    #expect(PurposeWording.writtenForm(purpose).hasSuffix("."))
  }

  @Test("a proposed slot is a weekday, a time and the zone they are read in")
  func slot() throws {
    var books = BookBuilder(
      from: "2026-07-01", to: "2026-10-01", zone: .fixed(secondsEast: 7200, name: "Europe/Berlin"))
    books.person("ada")
    books.person("hana", zone: .fixed(secondsEast: 9 * 3600, name: "Asia/Tokyo"))
    books.series("late", title: "Late", times: 12, at: "2026-07-09 15:00", with: ["ada", "hana"])
    let row = try #require(measures(books).series.first?.betterSlot)
    #expect(SeriesWording.slot(row).wholeMatch(of: #/(Mon|Tue|Wed|Thu|Fri) \d\d:\d\d Europe\/Berlin/#) != nil)
  }

  private func measures(_ books: BookBuilder) -> AuditMeasures { .measure(books.book(), policy: Policy()) }

  @Test("a meeting that is to be written has its written form in the table, one that only changes has none")
  func replacements() throws {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    for name in ["ada", "bob", "cy", "dora", "eli", "fay", "gus", "hana"] { books.person(name) }
    books.series("status", title: "Status update", times: 12, at: "2026-07-06 10:00", with: ["ada", "bob", "cy"])
    books.series(
      "long", title: "Roadmap planning", times: 12, at: "2026-07-07 10:00", minutes: 120, with: ["ada", "bob", "cy"])
    let flagged = rows("flagged.csv", of: report(books))
    let written = try #require(flagged.first { $0["series"] == "status" })
    #expect(written["verdict"] == "make async")
    #expect(written["replacement"]?.hasPrefix("A written update by each: progress, plans, blockers") == true)
    #expect(written["owner"] == "ada@company.example")
    let shorter = try #require(flagged.first { $0["series"] == "long" })
    #expect(shorter["verdict"] == "shorten")
    #expect(shorter["reason"] == "2 h long where 60 min should do for how often it meets. Try 50 min.")
    #expect(shorter["replacement"] == "")
  }

  @Test("most returned comes first among the flagged")
  func order() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    for name in ["ada", "bob", "cy", "dora", "eli", "fay", "gus", "hana"] { books.person(name) }
    books.series("a", title: "Status update", times: 12, at: "2026-07-06 10:00", with: ["ada", "bob", "cy"])
    books.series(
      "b", title: "Weekly report", times: 12, at: "2026-07-07 10:00", minutes: 60, with: ["ada", "bob", "cy"])
    let flagged = rows("flagged.csv", of: report(books))
    let returned = flagged.compactMap { $0["attendee_hours_returned"].flatMap(Double.init) }
    #expect(flagged.count == 2)
    #expect(returned == returned.sorted(by: >))
    #expect(rows("series.csv", of: report(books)).map { $0["series"] } == ["a", "b"])
  }
}
