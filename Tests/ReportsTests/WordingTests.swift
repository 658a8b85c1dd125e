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
  private var wording: SeriesWording { SeriesWording(book: book, policy: Policy(), findings: []) }

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
        .organizerGone(ParticipantID(0), .left(CivilDay(year: 2026, month: 8, day: 2))),
        "the organizer left after 2026-08-01"
      ),
      (.organizerGone(ParticipantID(0), .notInRoster), "the organizer is not in the people table"),
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

  /// Two near-duplicates, of which the other one is up for cancelling when nobody wants it.
  private func duplicates(since: String, unwanted: Bool) -> BookBuilder {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    for name in ["ada", "bob", "cy", "dora", "eli", "fay", "gus", "hana", "ivo", "jun", "kim", "leo"] {
      books.person(name)
    }
    let guests = [Guest("bob")] + ["cy", "dora", "eli"].map { unwanted ? $0.declining : Guest($0) }
    books.series(
      "a", title: "Tooling guild", times: 9, at: "2026-07-06 10:00", with: ["ada"] + guests, skipped: unwanted ? 4 : 0,
      firstSeen: "2025-01-06")
    books.series(
      "b", title: "Tooling guild 2", times: 9, at: "2026-07-07 10:00", with: ["ada", "bob", "cy", "dora", "eli"],
      firstSeen: since)
    return books
  }

  @Test("a merge says which of the two is older, where one is, and what the other is itself up for")
  func merging() throws {
    func merge(since: String, unwanted: Bool) throws -> String {
      let row = try #require(
        rows("flagged.csv", of: report(duplicates(since: since, unwanted: unwanted))).first { $0["series"] == "b" })
      #expect(row["verdict"] == "merge")
      return try #require(row["reason"])
    }
    #expect(try merge(since: "2025-06-02", unwanted: false).hasSuffix(" The older of the two stays: “Tooling guild”."))
    #expect(try merge(since: "2025-01-06", unwanted: false).hasSuffix(" as often. “Tooling guild” stays."))
    #expect(
      try merge(since: "2025-06-02", unwanted: true).hasSuffix(
        " “Tooling guild” is the older of the two, but itself up for cancelling: decide both together."))
    #expect(
      try merge(since: "2025-01-06", unwanted: true).hasSuffix(
        " as often. “Tooling guild” is itself up for cancelling: decide both together."))
    let document = text("audit.md", of: report(duplicates(since: "2025-06-02", unwanted: true)))
    #expect(document.contains("| merge into “Tooling guild”, itself up for cancelling |"))
  }

  @Test("a meeting that is over is explained and in the table, not among what is to be decided")
  func over() throws {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    for name in ["ada", "bob", "cy", "dora", "eli", "fay", "gus", "hana"] { books.person(name) }
    books.series(
      "gone", title: "Status update", times: 8, at: "2026-07-06 10:00", with: ["ada", "bob", "cy"], ends: "2026-08-24")
    let alone = text("audit.md", of: report(books))
    #expect(alone.contains("No recurring meeting that goes on is flagged"))
    #expect(report(books).summary.last == "1 of 1 recurring meeting flagged.")
    books.series(
      "on", title: "Weekly report", times: 13, at: "2026-07-07 10:00", with: ["ada", "bob", "cy"], ends: "2026-10-01")
    let document = text("audit.md", of: report(books))
    let page = document.split(separator: "## What stays")[0]
    #expect(page.contains("**1 of 2 recurring meetings** is to be cancelled or changed. If that is done"))
    #expect(page.contains("| Weekly report | make async |") && !page.contains("| Status update |"))
    #expect(
      page.contains("1 flagged meeting ended within the period and is not in this list: [flagged.csv](flagged.csv)."))
    #expect(document.contains("It ended on 2026-08-24; this matters only if it comes back."))
    #expect(document.contains("- Would come back if it were held again: "))
    let flagged = rows("flagged.csv", of: report(books))
    #expect(Set(flagged.map { "\($0["series"]!) \($0["verdict"]!)" }) == ["gone make async", "on make async"])
    let reasons = flagged.filter { $0["reason"]!.contains("It ended on") }.map { $0["series"] }
    #expect(reasons == ["gone"])
  }

  @Test("a broadcast is said to address as many as it does", arguments: [(6, 10), (50, 120)])
  func broadcasts(invited: Int, roster: Int) throws {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    for number in 0..<roster { books.person("p\(number)") }
    books.series("all", title: "Town", times: 6, at: "2026-07-06 10:00", with: (0..<invited).map { Guest("p\($0)") })
    let reason = try #require(rows("series.csv", of: report(books)).first?["reason"])
    let audience = invited == 50 ? "50 people or more" : "at least half of the people in the roster"
    #expect(reason.hasPrefix("It addresses \(audience) and is judged") || reason.hasPrefix("Protected"))
    let document = text("audit.md", of: report(books))
    #expect(!document.contains("everybody and"))
    #expect(reason.contains(audience))
  }

  @Test("one thing is said as one thing")
  func singular() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    #expect(report(books).summary.last == "No recurring meetings.")
    books.person("ada")
    books.person("bob")
    #expect(text("audit.md", of: report(books)).contains("Measured: 2 people with 2 calendars and no meetings."))
    books.meeting("Talk", at: "2026-07-07 10:00", minutes: 30, with: ["ada", "bob"])
    #expect(text("audit.md", of: report(books)).contains(" and 1 meeting, not a recurring one."))
    books.series("one", title: "1:1 Ada / Bob", times: 1, at: "2026-07-06 10:00", with: ["ada", "bob"])
    let document = text("audit.md", of: report(books))
    #expect(report(books).summary.last == "1 recurring meeting, not flagged.")
    #expect(document.contains("1 recurring meeting stays as it is. It is protected by what it is for: 1 one-on-one."))
    #expect(document.contains("1 recurring meeting: keep. Its numbers: [series.csv](series.csv)."))
    for name in ["dora", "eli", "fay", "gus", "hana"] { books.person(name) }
    books.series("two", title: "Sync", times: 1, at: "2026-07-06 12:00", with: ["ada", "bob", "cy"])
    books.series("three", title: "Sync 3", times: 5, at: "2026-07-06 13:00", with: ["ada", "bob", "cy"])
    #expect(report(books).summary.last == "None of 3 recurring meetings flagged.")
    let reasons = rows("series.csv", of: report(books)).map { $0["reason"] }
    #expect(reasons.contains("It was held once: too little to judge it by."))
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
