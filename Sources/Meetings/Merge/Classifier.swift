import ICalendar
import Policy

/// Puts each person's occurrence into its bucket: the first that applies (`metrics.md`, "The import ledger").
struct Classifier {
  let policy: Policy.Meetings

  /// What a bucket depends on.
  struct Facts {
    let occurrence: ResolvedOccurrence
    /// Title of the winning copy.
    let title: String
    /// Whether the winning copy or the person's own cancels it.
    let isCancelled: Bool
    /// The person's own VEVENT; nil when it is known only from afar.
    let own: CalendarEvent?
    let answer: Answer
    let isOrganizer: Bool
    let guests: GuestList
    let person: Person

    /// Participants beside this person who have not declined.
    var others: Int { guests.size - (answer == .declined ? 0 : 1) }
  }

  /// Whether a title says that the event is cancelled, as Exchange does.
  func isCancelled(title: String) -> Bool { policy.cancelledTitlePrefixes.matches(title) }

  func bucket(_ facts: Facts) -> Bucket {
    if facts.isCancelled { return .cancelled }
    if isAbsence(facts) { return .absence }
    if facts.occurrence.isAllDay { return .allDay }
    if facts.own?.isTransparent == true || facts.own?.busyStatus == .free { return .free }
    if facts.answer == .declined { return .declined }
    if facts.occurrence.span.duration >= policy.tooLong { return .tooLong }
    if facts.others == 0, policy.focusTitles.matches(facts.title) { return .focusBlock }
    if facts.guests.size >= policy.minimumParticipants { return .meeting }
    return facts.guests.isKnown ? .solo : .unknownParticipants
  }

  /// Out of office by the calendar's own mark, or a whole day whose title says so, without other participants or of one's own.
  private func isAbsence(_ facts: Facts) -> Bool {
    if facts.own?.busyStatus == .outOfOffice { return true }
    guard facts.guests.guests.count == 1 || facts.isOrganizer else { return false }
    return (facts.occurrence.isAllDay || coversWorkingDays(facts)) && policy.absenceTitles.matches(facts.title)
  }

  /// Whether a timed event covers the working day of every date it touches, on the person's clock; days off among them have
  /// none, unless it touches nothing else (`docs/decisions/0005-days-away.md`).
  private func coversWorkingDays(_ facts: Facts) -> Bool {
    let (span, person) = (facts.occurrence.span, facts.person)
    guard !span.isEmpty else { return false }
    let first = person.zone.wallTime(at: span.start).day
    let last = person.zone.wallTime(at: span.end - 1).day
    func isCovered(_ day: CivilDay) -> Bool {
      let hours = person.zone.span(on: day, from: person.workStart, to: person.workEnd)
      return span.start <= hours.start && hours.end <= span.end
    }
    // Dates between the first and the last are covered from midnight to midnight; every weekday comes round within a week.
    let ends = [first, last]
    let touchesWork = (0...min(last - first, 7)).contains { person.works(on: first + $0) }
    return (touchesWork ? ends.filter(person.works) : ends).allSatisfy(isCovered)
  }
}
