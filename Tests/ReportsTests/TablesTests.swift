import ICalendar
import Meetings
import Policy
import TestBooks
import Testing

@testable import Reports

/// The columns as the contract lists them (`interface.md`, "Outputs").
private let measures = """
  working_hours meetings meeting_hours accepted_meeting_hours upper_meeting_hours booked_hours conflicting_hours \
  working_hours_meeting_hours after_hours_meeting_hours recurring_meeting_hours working_share focus_hours focus_blocks \
  fragmented_hours effective_focus_hours days_without_focus_block fragmentation placement_loss_hours \
  reserved_focus_hours trampled_focus_hours zone_burden_hours zone_burden_points after_hours_load_hours cost
  """
private let series = """
  series title organizer purpose cadence minutes invited people_with_calendar occurrences skipped first_seen ends \
  attendee_hours unseen_attendee_hours cost accepted_share declined_share no_answer_share conflict_share \
  focus_cost_hours zone_burden_points worst_off bad_time_share signals verdict confidence attendee_hours_returned \
  focus_hours_returned reason
  """

@Suite("Tables")
struct TablesTests {
  @Test(
    "the columns stand under the names and in the order of the contract",
    arguments: [
      (
        "personal/people.csv",
        "person name team role site time_zone complete weeks_counted " + measures
          + " data_doubt days_with_room_for_focus"
      ),
      (
        "personal/people_weeks.csv",
        "person week " + measures + " week_weight counted complete days_with_room_for_focus"
      ),
      ("personal/meetings.csv", "series uid start end title organizer invited attended attendee_hours"),
      ("personal/ledger.csv", "calendar person bucket events occurrences hours complete"),
      ("teams.csv", "team people " + measures + " incomplete_people"),
      ("series.csv", series + " answers_known answers_unknown"),
      ("flagged.csv", series + " owner replacement answers_known answers_unknown"),
      ("heatmap.csv", "weekday hour attendee_hours"),
      ("ledger.csv", "bucket events occurrences hours"),
    ])
  func columns(path: String, names: String) {
    let empty = report(BookBuilder(from: "2026-07-01", to: "2026-10-01"))
    let bytes = empty.files.first { $0.path == path }?.bytes ?? []
    #expect(readCSV(bytes).first == names.split(separator: " ").map(String.init))
  }

  /// One week of a person: two meetings on Monday that overlap by half an hour (14:00–15:00, 14:30–15:30).
  private var overlapping: BookBuilder {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    books.person("ada", team: "Core", role: "Lead", site: "Berlin", cost: 10_000)
    books.person("zoe", hasCalendar: false)
    books.meeting("One", at: "2026-07-06 14:00", minutes: 60, with: ["ada", "x@else.example"])
    books.meeting("Two", at: "2026-07-06 14:30", minutes: 60, with: ["ada", "x@else.example"])
    return books
  }

  @Test("a person's row holds the hours calculated by hand")
  func personRow() throws {
    let ada = try #require(rows("personal/people.csv", of: report(overlapping)).first)
    let expected = [
      "person": "ada@company.example", "team": "Core", "role": "Lead", "site": "Berlin", "time_zone": "UTC",
      "complete": "yes", "weeks_counted": "1.00", "working_hours": "40.00", "meetings": "2",
      "meeting_hours": "1.50", "booked_hours": "2.00", "conflicting_hours": "0.50",
      // 1.5 of 40 hours; 2 booked hours at 100.00.
      "working_share": "0.0375", "cost": "200.00", "recurring_meeting_hours": "0.00",
      // Four days of 8 h, and 5 h before and 1.5 h after on Monday: all pieces are at least 90 minutes.
      "focus_hours": "38.50", "focus_blocks": "6", "fragmented_hours": "0.00", "days_without_focus_block": "0",
    ]
    for (column, value) in expected { #expect(ada[column] == value, "\(column)") }
  }

  @Test("somebody without a calendar keeps a row: not complete, nothing measured")
  func withoutCalendar() throws {
    let people = rows("personal/people.csv", of: report(overlapping))
    #expect(people.map { $0["person"] } == ["ada@company.example", "zoe@company.example"])
    let zoe = try #require(people.last)
    #expect(zoe["complete"] == "no")
    for column in ["weeks_counted"] + measures.split(separator: " ").map(String.init) { #expect(zoe[column] == "") }
    #expect(
      !rows("personal/people_weeks.csv", of: report(overlapping)).contains { $0["person"] == "zoe@company.example" })
  }

  @Test("people whose calendar was damaged are marked in every table that has rows of theirs")
  func damaged() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    books.person("ada", team: "Core", isComplete: false)
    books.person("bob", team: "Core")
    books.person("cy", team: "Core", hasCalendar: false)
    books.person("dora", team: "Web")
    for path in ["personal/people.csv", "personal/people_weeks.csv", "personal/ledger.csv"] {
      let marks = Dictionary(grouping: rows(path, of: report(books)), by: { $0["person"]!.prefix(1) })
        .mapValues { Set($0.map { $0["complete"] }) }
      #expect(marks["a"] == ["no"] && marks["b"] == ["yes"], "\(path)")
    }
    #expect(rows("teams.csv", of: report(books)).map { $0["incomplete_people"] } == ["2", "0"])
  }

  @Test("the first page's averages can be worked out from the weeks")
  func recomputed() throws {
    // Wednesday to Wednesday: three working days of W27, three of W28, of which ada is away on two.
    var books = BookBuilder(from: "2026-07-01", to: "2026-07-09")
    books.person("ada")
    books.person("bob")
    books.absence("ada", from: "2026-07-06", through: "2026-07-07")
    books.meeting("One", at: "2026-07-02 10:00", minutes: 90, with: ["ada", "bob"])
    books.meeting("Two", at: "2026-07-08 10:00", minutes: 60, with: ["ada", "bob"])
    let weeks = rows("personal/people_weeks.csv", of: report(books))
    #expect(weeks.map { $0["week_weight"] } == ["0.6000", "0.6000", "0.6000", "0.6000"])
    #expect(weeks.map { $0["counted"] } == ["yes", "no", "yes", "yes"])
    #expect(weeks.map { $0["days_with_room_for_focus"] } == ["3", "1", "3", "3"])
    // ada 1.5 h ÷ 0.6 = 2.5; bob 2.5 h ÷ 1.2 = 2.08; their mean is 2.29.
    let document = text("audit.md", of: report(books))
    #expect(document.contains("| Meeting hours | 2.3 h per person and week |"))
    #expect(document.contains("of the rows whose `counted` is yes"))
    #expect(rows("personal/people.csv", of: report(books)).map { $0["days_with_room_for_focus"] } == ["4", "6"])
  }

  @Test("weeks ascend, and each is written as ISO 8601 has it")
  func weeks() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-07-14")
    books.person("ada")
    #expect(
      rows("personal/people_weeks.csv", of: report(books)).map { $0["week"] } == ["2026-W27", "2026-W28", "2026-W29"])
  }

  @Test("the heat map has every hour of the week, Monday 0 to Sunday 23, and sums to the booked hours")
  func heatmap() {
    let hours = rows("heatmap.csv", of: report(overlapping))
    let expected = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].flatMap { day in (0..<24).map { "\(day) \($0)" } }
    #expect(hours.map { "\($0["weekday"]!) \($0["hour"]!)" } == expected)
    let full = hours.filter { $0["attendee_hours"] != "0.00" }
    #expect(full.map { "\($0["weekday"]!) \($0["hour"]!) \($0["attendee_hours"]!)" } == ["Mon 14 1.50", "Mon 15 0.50"])
  }

  @Test("the ledger has a row per bucket in the order in which they are tried")
  func ledger() {
    let expected = [
      "rejected", "superseded", "outside", "cancelled", "absence", "all-day", "free", "declined", "too-long",
      "focus-block", "solo", "unknown-participants", "meeting",
    ]
    let all = rows("ledger.csv", of: report(overlapping))
    #expect(all.map { $0["bucket"] } == expected)
    #expect(all.last?["events"] == "2")
    #expect(all.last?["hours"] == "2.00")
    let personal = rows("personal/ledger.csv", of: report(overlapping))
    #expect(personal.map { $0["bucket"] } == expected)
    #expect(personal.allSatisfy { $0["calendar"] == "calendars/ada.ics" && $0["person"] == "ada@company.example" })
  }

  @Test("single meetings stand by start, in UTC, without a series")
  func meetings() {
    let all = rows("personal/meetings.csv", of: report(overlapping))
    #expect(all.map { $0["title"] } == ["One", "Two"])
    #expect(all.first?["start"] == "2026-07-06T14:00:00Z")
    #expect(all.first?["end"] == "2026-07-06T15:00:00Z")
    #expect(all.first?["series"] == "")
    #expect(all.first?["organizer"] == "ada@company.example")
    #expect(all.first?["invited"] == "2")
    #expect(all.first?["attended"] == "1")
    #expect(all.first?["attendee_hours"] == "1.00")
  }

  @Test("a series' row holds the values calculated by hand")
  func seriesRow() throws {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    books.person("ada", cost: 10_000)
    books.person("bob", cost: 5_000)
    books.series(
      "sync@x", title: "Sync", every: 7, times: 4, at: "2026-07-06 10:00", minutes: 30,
      with: ["ada", "bob", "cy@company.example".answering(.declined), "eve@company.example".answering(.noAnswer)],
      skipped: 1, firstSeen: "2025-01-06", ends: "2026-12-28")
    let row = try #require(rows("series.csv", of: report(books)).first)
    let expected = [
      "series": "sync@x", "title": "Sync", "organizer": "ada@company.example", "cadence": "weekly", "minutes": "30",
      "invited": "4", "people_with_calendar": "2", "occurrences": "4", "skipped": "1", "first_seen": "2025-01-06",
      "ends": "2026-12-28",
      // 4 × 30 min × 2 people; eve has not declined and has no calendar: 4 × 30 min.
      "attendee_hours": "4.00", "unseen_attendee_hours": "2.00",
      // At the mean of 100.00 and 50.00 per hour.
      "cost": "300.00",
      // Of three invited without the organizer.
      "accepted_share": "0.3333", "declined_share": "0.3333", "no_answer_share": "0.3333", "conflict_share": "0.0000",
      "zone_burden_points": "0.00", "worst_off": "", "bad_time_share": "0.0000",
      // Four dates of three.
      "answers_known": "12", "answers_unknown": "0",
    ]
    for (column, value) in expected { #expect(row[column] == value, "\(column)") }
  }

  @Test("a series that is a meeting for nobody has no row")
  func restingSeries() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    books.person("ada")
    books.series("gone", every: 7, times: 4, at: "2026-07-06 10:00", with: ["ada".declining, "bob".declining])
    #expect(rows("series.csv", of: report(books)).isEmpty)
    #expect(text("audit.md", of: report(books)).contains("1 recurring meeting rests"))
  }

  @Test("what people keep for themselves is no resting meeting, and of a private one the title is not told")
  func restingTitles() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    books.person("ada")
    func rest(_ title: String, _ guests: [Guest], isPrivate: Bool = false) {
      books.series(title, every: 7, times: 4, at: "2026-07-06 10:00", with: guests, isPrivate: isPrivate)
    }
    rest("Therapy", ["ada"])
    rest("Gym", ["ada".inBucket(.free)])
    rest("Focus time", ["ada".inBucket(.focusBlock), "bob"])
    rest("Away", ["ada".inBucket(.absence), "bob"])
    rest("Birthday", ["ada".inBucket(.allDay), "bob"])
    rest("Busy", ["ada".inBucket(.unknownParticipants)])
    // Only the other side declined: what is left is her own appointment.
    rest("Coach", ["ada", "coach@else.example".declining])
    let own = text("audit.md", of: report(books))
    #expect(!own.contains("in the calendars, but a meeting for nobody"))
    for title in books.book().series.map(\.key) where title != "Focus time" {
      #expect(!own.contains(title), "\(title)")
    }
    rest("Office hours", ["bob", "ada".inBucket(.free)])
    rest("Board", ["bob", "ada".declining])
    rest("Secret", ["bob", "ada".declining], isPrivate: true)
    let document = text("audit.md", of: report(books))
    #expect(
      document.contains(
        """
        3 recurring meetings rest: in the calendars, but a meeting for nobody measured here (declined, or shown as free): \
        Board, Office hours and 1 private.
        """))
    #expect(!document.contains("Secret"))
  }

  @Test("of a private meeting neither title nor addresses stand anywhere")
  func privateMeetings() throws {
    let tokyo = Zone.fixed(secondsEast: 9 * 3600, name: "Tokyo")
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    books.person("ada")
    books.person("hana", zone: tokyo)
    books.series(
      "s", title: "Hush hush", every: 7, times: 12, at: "2026-07-06 12:00", minutes: 120,
      with: ["boss@hidden.example", "ada", "hana"], isPrivate: true)
    books.meeting(
      "Hush too", at: "2026-07-07 10:00", minutes: 30, with: ["boss@hidden.example", "ada"], series: "s",
      isPrivate: true)
    let report = report(books)
    for file in report.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("Hush"), "\(file.path)")
      #expect(!text.contains("hidden.example"), "\(file.path)")
    }
    let row = try #require(rows("series.csv", of: report).first)
    for column in ["title", "organizer", "worst_off"] { #expect(row[column] == "", "\(column)") }
    #expect(row["zone_burden_points"] != "0.00")
    #expect(!text("audit.md", of: report).contains("hana"))
    #expect(text("audit.md", of: report).contains("(private)"))
  }

  @Test("a team of fewer than five has a row without numbers, unless the audit itself is small")
  func smallTeams() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    for index in 0..<6 { books.person("p\(index)", team: index < 5 ? "Big" : "Small") }
    books.person("q", team: "Other")
    for index in 1...3 { books.person("r\(index)", team: "Other") }
    let teams = rows("teams.csv", of: report(books))
    #expect(teams.map { $0["team"] } == ["Big", "Other", "Small"])
    #expect(teams.map { $0["people"] } == ["5", "4", "1"])
    #expect(teams.map { $0["working_hours"] } == ["40.00", "", ""])

    var circle = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    circle.person("ada", team: "Two")
    circle.person("bob", team: "Two")
    #expect(rows("teams.csv", of: report(circle)).map { $0["working_hours"] } == ["40.00"])
  }

  @Test("the same audit gives the same bytes, and files stand by path")
  func deterministic() {
    let (one, two) = (report(overlapping), report(overlapping))
    #expect(one.files == two.files)
    #expect(one.files.map(\.path) == one.files.map(\.path).sorted())
  }

  @Test("without the personal tables nothing of them is left, and no link to them")
  func withoutPersonal() {
    let full = report(overlapping)
    let shared = AuditReport(
      book: full.book, measures: full.measures, findings: full.findings, policy: Policy(), input: InputSummary(),
      version: "1.0", includesPersonal: false)
    #expect(!shared.files.contains { $0.path.hasPrefix("personal/") })
    let document = text("audit.md", of: shared)
    #expect(!document.contains("personal/"))
    #expect(!document.contains("week_weight") && document.contains("`incomplete_people`"))
  }
}
