extension DivisionPlanner {
  /// What people keep in their own calendars: absences, time reserved for focus, reminders, private appointments.
  mutating func planPersonalEvents() {
    for chair in people.indices {
      var chance = SplitMix64(seed: token("personal", chair))
      planVacations(of: chair, &chance)
      planFocusTime(of: chair, &chance)
      planAppointments(of: chair, &chance)
      planPreparation(of: chair, &chance)
    }
    planOffsite()
  }

  /// Two thirds take a week in the audited quarter, some in the one before; some take a single day.
  private mutating func planVacations(of chair: Int, _ chance: inout SplitMix64) {
    for quarter in time.quarters {
      let isAudited = quarter == time.audited
      guard chance.chance(percent: isAudited ? 66 : 40) else { continue }
      let monday = (quarter.firstDay + 7 * chance.below(11)).next(.monday)
      let isWeek = chance.chance(percent: 75)
      let first = isWeek ? monday : monday + chance.below(4)
      var event = own("vacation \(quarter.name)", chair, title: vacationTitle(of: chair))
      event.time = .allDay(first, days: isWeek ? 5 : 1)
      event.showsAs = .outOfOffice
      append(event)
    }
    guard chance.chance(percent: 30) else { return }
    let day = workDay(of: chair, &chance)
    var event = own("out", chair, title: people[chair].site == .berlin ? "Abwesend: Arzttermin" : "Out of office")
    event.time = .timed(LocalTime(day: day, minute: people[chair].hours.lowerBound), minutes: 150)
    event.showsAs = .outOfOffice
    append(event)
  }

  private func vacationTitle(of chair: Int) -> String {
    switch people[chair].site {
    case .berlin: "Urlaub"
    case .bengaluru: "Out of office"
    case .boston, .sanFrancisco: "Vacation"
    }
  }

  /// Engineers and creative people reserve afternoons; one in five marks them as free, so that nobody else sees them.
  private mutating func planFocusTime(of chair: Int, _ chance: inout SplitMix64) {
    guard ["engineering", "creative"].contains(people[chair].seat.role), chance.chance(percent: 75) else { return }
    let days = chance.pick([[Weekday.tuesday, .thursday], [.wednesday], [.monday, .thursday]])
    var event = own("focus", chair, title: chance.pick(["Focus time", "Focus time", "Deep work"]))
    let first = (time.quarters[0].firstDay - 70).next(days[0])
    let start = people[chair].hours.lowerBound + chance.pick([240, 270, 300])
    event.time = .timed(LocalTime(day: first, minute: start), minutes: chance.pick([120, 150, 180]))
    event.rule = RecurrenceRule(pattern: .weekly(every: 1, on: days))
    event.showsAs = chance.chance(percent: 20) ? .free : .busy
    append(event)
  }

  private mutating func planAppointments(of chair: Int, _ chance: inout SplitMix64) {
    if chance.chance(percent: 50) {
      var event = own("dentist", chair, title: "Dentist")
      event.time = .timed(
        LocalTime(day: workDay(of: chair, &chance), minute: people[chair].hours.lowerBound), minutes: 60)
      event.isPrivate = true
      append(event)
    }
    if chance.chance(percent: 60) {
      var event = own("reminder", chair, title: chance.pick(["Expenses due", "Newsletter goes out", "Badge renewal"]))
      event.time = .allDay(workDay(of: chair, &chance), days: 1)
      event.showsAs = .free
      append(event)
    }
    if chance.chance(percent: 60) {
      var event = own("preparation", chair, title: chance.pick(["Prepare slides", "Write the quarterly numbers"]))
      let start = people[chair].hours.lowerBound + 30 * chance.below(10)
      event.time = .timed(LocalTime(day: workDay(of: chair, &chance), minute: start), minutes: 90)
      append(event)
    }
    if chance.chance(percent: 30) {
      var event = own("lunch talk", chair, title: "Lunch talk (optional, open to all)")
      event.time = .timed(LocalTime(day: workDay(of: chair, &chance), minute: 750), minutes: 45)
      event.showsAs = .free
      append(event)
    }
  }

  /// Something after the audited quarter stands in every calendar: the exports were taken late enough.
  private mutating func planPreparation(of chair: Int, _ chance: inout SplitMix64) {
    var event = own("review", chair, title: "Prepare quarterly review")
    let day = (time.audited.days.upperBound + 1).next(chance.pick([.monday, .wednesday, .thursday]))
    event.time = .timed(LocalTime(day: day, minute: people[chair].hours.lowerBound + 60), minutes: 60)
    append(event)
  }

  /// A day out for the engineers in Berlin: longer than a meeting can be.
  private mutating func planOffsite() {
    let guests = people.indices.filter { $0 > 0 && people[$0].team == people[0].team && people[$0].site == .berlin }
    guard !guests.isEmpty else { return }
    var event = own("offsite", 0, title: "Engineering day out")
    event.time = .timed(LocalTime(day: (time.audited.firstDay + 56).next(.tuesday), minute: 540), minutes: 540)
    event.text = "Boat, walk, supper. No laptops."
    event.place = "Müggelsee, Anleger Süd"
    event.guests = guests.map { Guest(participant: Participant(people[$0]), answer: .accepted) }
    append(event)
  }

  /// A working day of a person in the audited quarter.
  private func workDay(of chair: Int, _ chance: inout SplitMix64) -> Day {
    let days = time.audited.days
    var day = days.lowerBound + chance.below(80)
    while !people[chair].seat.workDays.contains(day.weekday) { day = day + 1 }
    return day
  }

  /// An event without other people.
  private func own(_ name: String, _ chair: Int, title: String) -> PlannedEvent {
    let token = token(name, chair)
    let person = people[chair]
    let created = time.noon(weeksBefore: 14, hour: 9 + chair % 8)
    return PlannedEvent(
      uid: EventIdentifier.uid(from: token, style: person.style), token: token, title: title, zone: person.zone,
      time: .allDay(time.audited.firstDay, days: 1), organizer: Participant(person), created: created,
      modified: created.adding(minutes: 3))
  }
}
