import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@Suite("Properties of random books")
struct PropertyTests {
  @Test("every measure of every person equals counting minute by minute", arguments: 0..<8)
  func minuteByMinute(seed: Int) {
    let book = RandomBooks.book(seed)
    let measures = AuditMeasures.measure(book, policy: Policy())
    for person in book.people {
      guard person.hasCalendar else {
        #expect(measures.people[Int(person.id.index)].total == nil)
        continue
      }
      let expected = MinuteByMinute(person, book, Policy()).expected
      let measured = measures.people[Int(person.id.index)].total!
      #expect(measured == expected)
    }
  }

  @Test("people's booked hours equal the meetings' attendee hours, the heat map and the costs", arguments: 0..<200)
  func identity(seed: Int) {
    let book = RandomBooks.book(seed)
    let measures = AuditMeasures.measure(book, policy: Policy())
    let booked = measures.people.reduce(0) { $0 + ($1.total?.booked ?? 0) }
    #expect(measures.meetings.reduce(0) { $0 + $1.attendee } == booked)
    let single = measures.meetings.filter { book[book[$0.occurrence].details].series == nil }
    #expect(measures.series.reduce(0) { $0 + $1.attendee } + single.reduce(0) { $0 + $1.attendee } == booked)
    let mapped = Weekday.allCases.reduce(0) { sum, day in (0..<24).reduce(sum) { $0 + measures.heatmap[day, $1] } }
    #expect(mapped == booked)
    for person in measures.people {
      guard let total = person.total else { continue }
      #expect(total.cost == total.booked * book[person.person].hourlyCost)
      #expect(total.acceptedMeeting <= total.meeting && total.meeting <= total.upperMeeting)
      #expect(total.workingHoursMeeting + total.afterHoursMeeting == total.meeting)
      #expect(total.meetingInAvailable + total.focus + total.fragmented == total.working)
      #expect(total.effectiveFocus >= 0 && total.effectiveFocus <= total.focus)
      #expect(total.trampledFocus <= total.reservedFocus)
    }
    #expect(
      measures.series.reduce(0) { $0 + $1.zoneBurdenPoints }
        <= measures.people.reduce(0) { $0 + ($1.total?.zoneBurdenPoints ?? 0) })
  }

  @Test("weeks add up to the window, and those not left out to the averages", arguments: 0..<50)
  func weeks(seed: Int) {
    let measures = AuditMeasures.measure(RandomBooks.book(seed), policy: Policy())
    for person in measures.people {
      guard let total = person.total else { continue }
      var (all, counted) = (Measures(), Measures())
      for week in person.weeks {
        all += week.measures
        if !week.isLeftOut { counted += week.measures }
      }
      #expect(all.meetings >= total.meetings)
      all.meetings = total.meetings
      #expect(all == total)
      #expect(counted == person.counted)
    }
  }

  @Test("focus cost equals measuring the book without the series", arguments: 0..<30)
  func focusCost(seed: Int) {
    let book = RandomBooks.book(seed)
    let measures = AuditMeasures.measure(book, policy: Policy())
    for series in measures.series {
      let without = MeetingBook(
        window: book.window, people: book.people, participants: book.participants, details: book.details,
        series: book.series, occurrences: book.occurrences,
        attendances: book.attendances.map { attendance in
          let isOfSeries = book[book[attendance.occurrence].details].series == series.series
          return Attendance(
            occurrence: attendance.occurrence, person: attendance.person, answer: attendance.answer,
            isOrganizer: attendance.isOrganizer,
            bucket: isOfSeries && attendance.bucket == .meeting ? .solo : attendance.bucket)
        }, knownAttendees: book.knownAttendees, calendars: [])
      let gained = AuditMeasures.measure(without, policy: Policy()).people
      let focus = zip(gained, measures.people).reduce(0) {
        $0 + ($1.0.total?.focus ?? 0) - ($1.1.total?.focus ?? 0)
      }
      let blocks = zip(gained, measures.people).reduce(0) {
        $0 + ($1.0.total?.focusBlocks ?? 0) - ($1.1.total?.focusBlocks ?? 0)
      }
      #expect(series.focusCost == focus)
      #expect(series.focusBlocksReturned == blocks)
    }
  }

  @Test("the order in which people, events and attendees are given changes nothing", arguments: 0..<50)
  func order(seed: Int) {
    let (one, two) = (RandomBooks.book(seed), RandomBooks.book(seed, reversed: true))
    let (first, second) = (AuditMeasures.measure(one, policy: Policy()), AuditMeasures.measure(two, policy: Policy()))
    #expect(first.people.map(\.total) == second.people.map(\.total))
    #expect(first.heatmap == second.heatmap)
    #expect(first.meetings.map(\.attendee).sorted() == second.meetings.map(\.attendee).sorted())
    #expect(String(describing: first.series) == String(describing: second.series))
    for (a, b) in zip(first.teams, second.teams) { #expect(a.means?.values == b.means?.values) }
  }
}
