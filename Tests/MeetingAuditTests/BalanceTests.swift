import Meetings
import Testing

@testable import ICalendar
@testable import MeetingAudit
@testable import Metrics

@Suite("Totals that do not balance are never shown")
struct BalanceTests {
  @Test("Every calendar read must be in the book, or left out by the roster")
  func calendars() throws {
    let streams = [stream("a.ics", events: 2), stream("b.ics", events: 1)]
    let whole = book([account("a.ics", read: 2, meetings: 2), account("b.ics", read: 1, meetings: 1)])
    try Balance.check(whole, of: streams, leftOut: 0)
    try Balance.check(book([account("a.ics", read: 2, meetings: 2)]), of: streams, leftOut: 1)
    #expect(imbalance { try Balance.check(whole, of: streams, leftOut: 1) } == .calendars(read: 2, accounted: 3))
  }

  @Test("Every event that the scanner counted must be in the ledger")
  func events() {
    let lost = book([account("a.ics", read: 2, meetings: 2)])
    #expect(
      imbalance { try Balance.check(lost, of: [stream("a.ics", events: 3)], leftOut: 0) }
        == .events(path: "a.ics", scanned: 3, inLedger: 2))
  }

  @Test("Every event of the ledger must be in one bucket")
  func buckets() {
    let uneven = book([account("a.ics", read: 3, meetings: 2)])
    #expect(
      imbalance { try Balance.check(uneven, of: [stream("a.ics", events: 3)], leftOut: 0) }
        == .buckets(path: "a.ics", read: 3, inBuckets: 2))
  }

  @Test("The hours of people, of meetings and of the heat map must be the same")
  func hours() throws {
    var heatmap = Heatmap()
    try Balance.check(measures(booked: 0, attendee: 0, heatmap: heatmap))
    #expect(
      imbalance { try Balance.check(measures(booked: 60, attendee: 59, heatmap: heatmap)) }
        == .bookedSeconds(ofPeople: 60, ofMeetings: 59))
    #expect(
      imbalance { try Balance.check(measures(booked: 60, attendee: 60, heatmap: heatmap)) }
        == .heatmapSeconds(ofPeople: 60, inHeatmap: 0))
    heatmap[.sunday, 23] = 60
    try Balance.check(measures(booked: 60, attendee: 60, heatmap: heatmap))
  }

  private func imbalance(_ work: () throws -> Void) -> Imbalance? {
    do {
      try work()
      return nil
    } catch AuditError.doesNotBalance(let imbalance) {
      return imbalance
    } catch {
      return nil
    }
  }

  private func stream(_ path: String, events: Int) -> CalendarStream {
    var content = ParsedCalendar()
    content.read = events
    return CalendarStream(path: path, content: content)
  }

  private func account(_ path: String, read: Int, meetings: Int) -> CalendarAccount {
    var ledger = Ledger()
    ledger.read = read
    ledger[.meeting].events = meetings
    return CalendarAccount(
      name: path, person: PersonID(0), ownership: .fileName, producer: .other,
      contents: .everything, coverage: Coverage(reach: nil, exported: nil, doubts: []), isComplete: true,
      ledger: ledger)
  }

  private func book(_ calendars: [CalendarAccount]) -> MeetingBook {
    MeetingBook(
      window: CivilDay(days: 0)..<CivilDay(days: 7), people: [], participants: [], details: [], series: [],
      occurrences: [], attendances: [], knownAttendees: [], calendars: calendars)
  }

  private func measures(booked: Int64, attendee: Int64, heatmap: Heatmap) -> AuditMeasures {
    var total = Measures()
    total.booked = booked
    let person = PersonMeasures(
      person: PersonID(0), total: total, weeks: [], weeksCounted: .zero, counted: Measures())
    let meeting = MeetingMeasures(occurrence: OccurrenceID(0), attended: 1, attendee: attendee)
    return AuditMeasures(
      people: [person], company: CompanyMeasures([person], [], days: 7), teams: [], series: [], meetings: [meeting],
      heatmap: heatmap, meanHourlyCost: .zero,
      peopleWithCalendar: 1)
  }
}
