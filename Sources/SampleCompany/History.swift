/// Four years of finished meetings, with which a calendar is padded to a given size: what makes up most of any real
/// export, and cannot touch the audited quarter.
struct History: Sendable {
  /// The size that each calendar is to have.
  let bytesPerPerson: Int
  let time: CompanyTime
  let seed: UInt64
  /// The people of the owner's team, and of the owner's division.
  let team: [Employee]
  let division: [Employee]

  private static let years = 4

  /// Adds meetings of the owner's team until the calendar has its size. The n-th meeting of a team is the same in all
  /// calendars of the team.
  func pad(_ writer: inout ICalendarWriter, of export: CalendarExport, style: any CalendarStyle) {
    let stream = UInt64(salt: team[0].team)
    var number: UInt64 = 0
    while writer.bytes.count < bytesPerPerson - Self.averageEvent / 2 {
      var chance = SplitMix64(seed: seed, stream, number)
      number += 1
      let event = meeting(&chance)
      guard event.isHeld(by: export.owner) else { continue }
      for copy in EventCopy.all(of: event, for: export.owner) {
        style.write(copy, in: export, to: &writer)
      }
    }
  }

  /// The size of an old meeting, roughly: padding ends when less than half of one is missing.
  private static let averageEvent = 1500

  private func meeting(_ chance: inout SplitMix64) -> PlannedEvent {
    let token = chance.next()
    let organizer = chance.pick(team)
    let latest = time.quarters[0].firstDay
    let day = latest - 8 - chance.below(Self.years * 365)
    let start = LocalTime(
      day: day, minute: organizer.hours.lowerBound + 30 * chance.below(14))
    var event = PlannedEvent(
      uid: EventIdentifier.uid(from: token, style: organizer.style), token: token,
      title: chance.pick(SingleMeetingText.titles(of: organizer.seat.team)), text: text(token, &chance),
      zone: organizer.zone, time: .timed(start, minutes: chance.pick([30, 30, 45, 60])),
      organizer: Participant(organizer), guests: guests(of: organizer, &chance),
      created: organizer.zone.instant(of: start).adding(minutes: -1440 * (1 + chance.below(20))),
      modified: organizer.zone.instant(of: start).adding(minutes: -60))
    if chance.chance(percent: 12) {
      // A series that ended long ago.
      let weeks = 4 + chance.below(20)
      let last = min(day + 7 * weeks, latest - 8)
      event.rule = RecurrenceRule(
        pattern: .weekly(every: 1, on: [day.weekday]),
        end: chance.chance(percent: 25) ? .count(max(1, (last.number - day.number) / 7)) : .until(last))
      if weeks > 8, day + 21 < last {
        event.excluded = [day + 14]
        event.changes = [InstanceChange(day: day + 7, kind: .moved(start.adding(minutes: 8 * 1440 + 60)))]
      }
    }
    return event
  }

  private func guests(of organizer: Employee, _ chance: inout SplitMix64) -> [Guest] {
    var people = team.filter { $0.index != organizer.index && chance.chance(percent: 55) }
    if chance.chance(percent: 15) {
      people += chance.sample(14, of: division.filter { person in person.team != organizer.team })
    }
    return people.map { Guest(participant: Participant($0), answer: chance.pick(SingleMeetingText.answers)) }
  }

  private func text(_ token: UInt64, _ chance: inout SplitMix64) -> String {
    switch chance.below(10) {
    case 0, 1: return ""
    case 2..<5: return InvitationText.meet(token)
    case 5, 6: return InvitationText.teams(token)
    default:
      let points = chance.sample(4, of: Self.points).joined(separator: "\n- ")
      return chance.pick(SingleMeetingText.purposes) + "\n- " + points + "\n" + InvitationText.document(token)
        + "\n\n" + InvitationText.teams(token)
    }
  }

  private static let points = [
    "Numbers since last time, and what surprised us in them",
    "What the customer said, word for word; no interpretation yet",
    "Options, with cost and what each of them closes off",
    "Open questions from the document: whoever asked speaks first",
    "Who tells the other teams, in which channel, and until when",
    "Risks: what would make us stop, and who would notice it",
    "Rückmeldungen aus der Fertigung, Prüfstand 3 und Abnahme",
  ]
}
