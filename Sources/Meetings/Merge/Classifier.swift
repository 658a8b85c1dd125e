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
    /// The person's own VEVENT; nil when it is known only from afar.
    let own: CalendarEvent?
    let ownIsCancelled: Bool
    let answer: Answer
    let isOrganizer: Bool
    /// Participants who have not declined, rooms left out, a list counted as one.
    let size: Int
    /// Participants beside this person who have not declined.
    let others: Int
    /// Whether any source lists who takes part, or several calendars hold it.
    let participantsKnown: Bool
    let person: Person
    /// The clock on which dates are read.
    let zone: Zone
  }

  func bucket(_ facts: Facts) -> Bucket {
    let occurrence = facts.occurrence
    if occurrence.isCancelled || facts.ownIsCancelled || policy.cancelledTitlePrefixes.matches(facts.title) {
      return .cancelled
    }
    if isAbsence(facts) { return .absence }
    if occurrence.isAllDay { return .allDay }
    if facts.own?.isTransparent == true || facts.own?.busyStatus == .free { return .free }
    if facts.answer == .declined { return .declined }
    if occurrence.span.duration >= policy.tooLong { return .tooLong }
    if facts.others == 0, policy.focusTitles.matches(facts.title) { return .focusBlock }
    if facts.size >= policy.minimumParticipants { return .meeting }
    return facts.participantsKnown ? .solo : .unknownParticipants
  }

  /// Out of office by the calendar's own mark, or a whole day whose title says so, of one's own.
  private func isAbsence(_ facts: Facts) -> Bool {
    if facts.own?.busyStatus == .outOfOffice { return true }
    guard facts.others == 0 || facts.isOrganizer else { return false }
    return (facts.occurrence.isAllDay || coversWorkingDay(facts)) && policy.absenceTitles.matches(facts.title)
  }

  /// Whether a timed event covers the whole working day of some date, on the person's clock.
  private func coversWorkingDay(_ facts: Facts) -> Bool {
    let span = facts.occurrence.span
    guard span.duration >= facts.person.workEnd - facts.person.workStart - 3600 else { return false }
    var day = facts.zone.wallTime(at: span.start).day
    let last = facts.zone.wallTime(at: span.end).day
    while day <= last {
      let hours = facts.zone.span(on: day, from: facts.person.workStart, to: facts.person.workEnd)
      if span.start <= hours.start, hours.end <= span.end { return true }
      day = day + 1
    }
    return false
  }
}
