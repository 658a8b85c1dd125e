extension DivisionPlanner {
  /// Who meets whom alone: a lead's chair, then the chairs of the people. Operations and engineering's platform squad
  /// leave out who has a planted one-on-one.
  private static let pairs: [(lead: Int, people: [Int])] = [
    (0, [1, 7]), (1, [2, 3, 4, 8, 9, 10]), (7, [5, 6, 11, 12]), (14, [15, 16, 17, 18, 19, 20]),
    (21, [22, 23, 24, 25, 26]), (26, [27, 28, 29]), (30, [31, 32, 33, 34, 35, 36]), (38, [39, 40, 41, 42, 43]),
    (37, [0, 14, 21, 30, 38]),
  ]

  /// A weekly or fortnightly half hour for each pair, where both are at work and free if there is such a time.
  mutating func planOneOnOnes() {
    for (lead, reports) in Self.pairs {
      for report in reports where lead < people.count && report < people.count {
        var chance = SplitMix64(seed: token("one-on-one", lead * 100 + report))
        let isWeekly = chance.chance(percent: 55)
        let zone = people[lead].zone
        let (weekday, minute) = sharedSlot(lead, report, &chance)
        let names = (people[lead].given, people[report].given)
        let title = chance.pick(["\(names.0) / \(names.1)", "1:1 \(names.0) & \(names.1)"])
        let plan = SeriesPlan(
          title: title, organizer: .seat(lead), guests: [report],
          cadence: isWeekly ? .weekly(weekday) : .biweekly(weekday), zone: zone, clock: minute / 60 * 100 + minute % 60,
          minutes: 30, answers: .told(accepted: chance.chance(percent: 94) ? [report] : []),
          weeksOld: 20 + chance.below(120), weeksUnchanged: 2 + chance.below(60), ends: false,
          skipped: chance.chance(percent: 40) ? [2 + chance.below(4)] : [])
        add(plan)
      }
    }
  }

  /// A weekday and a minute of the day on the lead's clock.
  private func sharedSlot(_ lead: Int, _ report: Int, _ chance: inout SplitMix64) -> (Weekday, Int) {
    let hours = people[lead].hours
    let day = time.audited.firstDay
    let monday = day - day.weekday.rawValue
    let first = chance.below(1000)
    let starts = Array(stride(from: hours.lowerBound, to: hours.upperBound, by: 30))
    var fallback = (Weekday.tuesday, hours.upperBound)
    for attempt in 0..<(starts.count * 5) {
      // 7 is prime to the number of slots in a week: all are tried, in scattered order.
      let slot = (first + attempt * 7) % (starts.count * 5)
      let weekday = Weekday.allCases[slot % 5]
      let start = LocalTime(day: monday + weekday.rawValue, minute: starts[slot / 5])
      let instant = people[lead].zone.instant(of: start)
      guard [lead, report].allSatisfy({ people[$0].works(from: instant, minutes: 30) }) else { continue }
      fallback = (weekday, start.minute)
      let inWeek = weekday.rawValue * 1440 + start.minute - people[lead].zone.offset(on: day)
      if grid.isFree([lead, report], start: inWeek, minutes: 30) { return (weekday, start.minute) }
    }
    return fallback
  }
}
