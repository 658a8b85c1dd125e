import ICalendar
import Meetings
import Metrics

/// The promise that nothing is lost between two stages (`quality.md`, promise 1), kept in release builds too.
enum Balance {
  /// Every calendar read is in the book or left out by the roster, and every VEVENT of it is in one bucket.
  static func check(_ book: MeetingBook, of streams: [CalendarStream], leftOut: Int) throws(AuditError) {
    guard streams.count == book.calendars.count + leftOut else {
      throw .doesNotBalance(.calendars(read: streams.count, accounted: book.calendars.count + leftOut))
    }
    let scanned = Dictionary(streams.map { ($0.name, $0.content.read) }, uniquingKeysWith: +)
    for calendar in book.calendars {
      let ledger = calendar.ledger
      guard scanned[calendar.name] == ledger.read else {
        throw .doesNotBalance(
          .events(path: calendar.name, scanned: scanned[calendar.name] ?? 0, inLedger: ledger.read))
      }
      guard ledger.balances else {
        let sum = Bucket.allCases.reduce(0) { $0 + ledger[$1].events }
        throw .doesNotBalance(.buckets(path: calendar.name, read: ledger.read, inBuckets: sum))
      }
    }
  }

  /// The hours booked by people are the hours attended in meetings, and all of them are in the heat map.
  static func check(_ measures: AuditMeasures) throws(AuditError) {
    let people = measures.people.reduce(Int64(0)) { $0 + ($1.total?.booked ?? 0) }
    let meetings = measures.meetings.reduce(Int64(0)) { $0 + $1.attendee }
    guard people == meetings else { throw .doesNotBalance(.bookedSeconds(ofPeople: people, ofMeetings: meetings)) }
    let heatmap = Weekday.allCases.reduce(Int64(0)) { sum, day in
      (0..<24).reduce(sum) { $0 + measures.heatmap[day, $1] }
    }
    guard people == heatmap else { throw .doesNotBalance(.heatmapSeconds(ofPeople: people, inHeatmap: heatmap)) }
  }
}
