import ICalendar
import Meetings
import Policy

extension PersonMeasures {
  /// The measures of a person without a calendar: unknown, not zero.
  init(unmeasured person: PersonID) {
    self.init(person: person, total: nil, weeks: [], weeksCounted: .zero, counted: Measures())
  }

  /// A person's week rows with their sums: totals leave no week out, averages leave out those spent mostly absent
  /// (`rulings.md`, "Windows, weeks, totals").
  init(_ person: Person, _ timeline: PersonTimeline, _ clock: WorkingClock, _ rows: WeekRows, _ policy: Policy) {
    var scheduled = Array(repeating: Int64(0), count: rows.weeks.count)
    var workingDays = Array(repeating: 0, count: rows.weeks.count)
    let first = person.window.lowerBound - clock.days.lowerBound
    for day in 0..<(person.window.upperBound - person.window.lowerBound) {
      let hours = clock.workingHours(first + day)
      guard !hours.isEmpty else { continue }
      let week = rows.place(of: hours.start)
      scheduled[week] += hours.duration
      workingDays[week] += 1
    }
    var weeks: [WeekMeasures] = []
    var (total, counted) = (Measures(), Measures())
    var weeksCounted = Fraction.zero
    for (place, week) in rows.weeks.enumerated() {
      let measures = rows.rows[place]
      let isLeftOut = policy.hours.absentWeek.isExceeded(
        by: scheduled[place] - measures.working, of: scheduled[place])
      let weight = person.workDays.isEmpty ? .zero : Fraction(workingDays[place], person.workDays.count)
      weeks.append(WeekMeasures(week: week, measures: measures, weight: weight, isLeftOut: isLeftOut))
      total += measures
      if !isLeftOut {
        counted += measures
        weeksCounted += weight
      }
    }
    // A meeting across a week's edge is one of both weeks, and one of the window.
    total.meetings = timeline.meetings.count
    self.init(person: person.id, total: total, weeks: weeks, weeksCounted: weeksCounted, counted: counted)
  }
}
