import ICalendar
import Meetings
import Metrics
import Policy

/// Holds one series against the table of signals. What the source does not say is no signal: private texts, unknown
/// answers, attendees, descriptions, titles and rules that a feed leaves out, meetings behind the end of an export.
struct SignalReading {
  /// What was seen of it by itself.
  let portrait: SeriesPortrait
  /// What it is for.
  let purpose: Purpose
  /// The word that says so.
  let purposeWord: String?
  /// The near-duplicate, if there is one.
  let duplicate: Duplicate?
  /// The series it prepares, if there is one.
  let prepared: SeriesID?
  /// Everything else.
  let book: MeetingBook
  /// The thresholds.
  let policy: Policy.Verdicts

  private var series: Series { portrait.series }
  private var measures: SeriesMeasures { portrait.measures }

  /// All that fired, in the order of the table.
  func signals() -> [Signal] { purposeSignals() + peopleSignals() + upkeepSignals() + effectSignals() }

  private func purposeSignals() -> [Signal] {
    var signals: [Signal] = []
    let agenda = portrait.agendaCharacters.flatMap { $0 < policy.agendaCharacters ? $0 : nil }
    if purpose == .status { signals.append(.statusUpdate(word: purposeWord, agenda == nil ? .weak : .strong)) }
    if purpose.isProtected { signals.append(.protectedPurpose(purpose)) }
    if let agenda { signals.append(.noAgenda(characters: agenda)) }
    if portrait.hasArtifact == false { signals.append(.noArtifact) }
    if purpose == .decision || purpose == .workshop, series.attendeesKnown,
      series.invited.count <= policy.smallDecisionGroup
    {
      signals.append(.smallDecisionGroup(people: series.invited.count))
    }
    return signals
  }

  private func peopleSignals() -> [Signal] {
    var signals: [Signal] = []
    let (answers, invited) = (measures.answers, series.invited.count)
    let (accepted, known) = (Int64(answers.accepted), Int64(answers.known))
    if policy.weakResponse.isMissed(by: accepted, of: known) {
      let isStrong = known >= policy.strongResponseAnswers && policy.strongResponse.isMissed(by: accepted, of: known)
      signals.append(.weakResponse(accepted: Int(accepted), known: Int(known), isStrong ? .strong : .weak))
    }
    if policy.declined.isExceeded(by: Int64(answers.declined), of: known) {
      signals.append(.declined(declined: Int(answers.declined), known: Int(known)))
    }
    if accepted == 0, known > 0, answers.unknown == 0, invited >= policy.onlyOrganizerInvited {
      signals.append(.onlyOrganizerAccepted(invited: invited))
    }
    if series.attendeesKnown, policy.optional.isExceeded(by: Int64(series.optional.count), of: Int64(invited)) {
      signals.append(.mostlyOptional(optional: series.optional.count, invited: invited))
    }
    if let organizer = portrait.details.organizer, let departure = departure(of: organizer) {
      signals.append(.organizerGone(organizer, departure))
    }
    if invited >= policy.tooMany { signals.append(.tooMany(invited: invited)) }
    return signals
  }

  /// How the organizer left. Only a roster says who is there, and a source without attendees does not say who called.
  /// External series are kept whoever called them, and an external organizer makes a series external.
  private func departure(of organizer: ParticipantID) -> Signal.Departure? {
    guard series.attendeesKnown, !portrait.isExternal, book.people.contains(where: \.isInRoster),
      !book[organizer].isSetAside
    else { return nil }
    guard let id = book[organizer].person, book[id].isInRoster else { return .notInRoster }
    let person = book[id]
    if person.window.upperBound < book.window.upperBound { return .left(person.window.upperBound) }
    guard person.hasCalendar, person.isComplete, book.doubts(about: id).isEmpty, !series.occurrences.isEmpty
    else { return nil }
    let attends = series.occurrences.contains { occurrence in
      book.attendances(of: book[occurrence]).contains { $0.person == id && $0.answer != .declined }
    }
    return attends ? nil : .absent
  }

  private func upkeepSignals() -> [Signal] {
    var signals: [Signal] = []
    let dates = series.occurrences.count + series.skipped
    if policy.skipped.isExceeded(by: Int64(series.skipped), of: Int64(dates)) {
      signals.append(
        .oftenSkipped(skipped: series.skipped, dates: dates, dates >= policy.skippedDates ? .strong : .weak))
    }
    if let changed = series.lastChanged {
      let windowEnd = (series.homeZone ?? .utc).midnight(of: book.window.upperBound)
      let unchanged = windowEnd - changed
      if unchanged > Int64(policy.staleDays) * 86_400 { signals.append(.stale(days: Int(unchanged / 86_400))) }
    }
    if series.ruleKnown, series.ends == nil { signals.append(.neverEnds) }
    return signals
  }

  private func effectSignals() -> [Signal] {
    var signals: [Signal] = []
    if policy.focusCost.isExceeded(by: measures.focusCost, of: measures.attendee) {
      signals.append(
        .focusCost(
          focus: measures.focusCost, attendee: measures.attendee, occurrences: series.occurrences.count))
    }
    if policy.conflicts.isExceeded(by: measures.conflicting, of: measures.attendee) {
      signals.append(.conflicts(conflicting: measures.conflicting, attendee: measures.attendee))
    }
    // Worst off is who has the most zone-burden points; without any the share is 0 (ruling "Time zones").
    if let worst = measures.burdens.first, worst.points > 0,
      policy.badTimes.isExceeded(by: Int64(worst.badTimes), of: Int64(worst.occurrences))
    {
      signals.append(.outOfHours(worst.person, badTimes: worst.badTimes, occurrences: worst.occurrences))
    }
    let limit = policy.longest[series.cadence]
    if measures.medianLength > limit { signals.append(.longForCadence(length: measures.medianLength, limit: limit)) }
    if let duplicate {
      signals.append(.nearDuplicate(of: duplicate.partner, people: duplicate.people, title: duplicate.title))
    }
    if let prepared, let word = portrait.preparation { signals.append(.preparesAnother(prepared, word: word)) }
    return signals
  }
}

extension Policy.LengthByCadence {
  /// The length for a cadence, seconds.
  subscript(cadence: Cadence) -> Int64 {
    switch cadence {
    case .daily: daily
    case .severalAWeek, .weekly: weekly
    case .biweekly, .monthly, .rarer: rarer
    }
  }
}
