import ICalendar
import Meetings
import Metrics

extension AuditDocument {
  /// What the exports cannot say, for the first page: doubts first, and that there is none where there is none.
  var reach: [MarkdownText] {
    let doubts = [missingCalendars, guessedOwners, damagedCalendars, shortCalendars, refusedInput, unknownAnswers]
      .compactMap(\.self)
    let bounds = boundsInShort.map { [$0] } ?? []
    if doubts.isEmpty && !book.calendars.isEmpty {
      return ["Every person has a calendar here that was read whole and reaches the end of the period."] + bounds
    }
    return doubts + bounds
  }

  private var missingCalendars: MarkdownText? {
    let missing = book.people.count { !$0.hasCalendar }
    if book.people.isEmpty || missing == book.people.count {
      return "Nobody has a calendar here: nothing could be measured."
    }
    guard missing > 0 else { return nil }
    let share = "\(Phrases.whole(missing)) of \(Phrases.counted(book.people.count, "person", "people"))"
    return """
      \(share) \(Phrases.agreeing(missing, "has", "have")) no calendar here. Their time is unknown, not zero, and is in \
      no average.
      """
  }

  /// Calendars whose owner is no more than a guess from a file's name that no row of the people table confirms.
  private var guessedOwners: MarkdownText? {
    let guessed = book.calendars.count { $0.ownership == .fileName && !book[$0.person].isInRoster }
    guard guessed > 0 else { return nil }
    return """
      \(guessed == 1 ? "The owner of 1 calendar is" : "The owners of \(Phrases.whole(guessed)) calendars are") guessed from \
      file names. \
      If that is wrong, one person counts as two; the column `calendar` of the people table says it for certain.
      """
  }

  private var damagedCalendars: MarkdownText? {
    let damaged = book.calendars.count { !$0.isComplete }
    guard damaged > 0 else { return nil }
    let subject = Phrases.sentence(Phrases.counted(damaged, "calendar"))
    let mark: MarkdownText =
      (includesPersonal ? "`complete` is `no` in the tables of `personal/`; " : "")
      + "`incomplete_people` in `teams.csv`"
    return """
      \(subject) \(Phrases.agreeing(damaged, "was", "were")) not read whole. The hours of whoever \
      \(Phrases.agreeing(damaged, "it belongs", "they belong")) to may be too low (\(mark)).
      """
  }

  private var refusedInput: MarkdownText? {
    var parts: [String] = []
    if input.filesRefused > 0 { parts.append(Phrases.counted(input.filesRefused, "file") + " could not be used") }
    if input.rowsLeftOut > 0 {
      parts.append(
        Phrases.counted(input.rowsLeftOut, "row") + " of the input tables "
          + Phrases.agreeing(input.rowsLeftOut, "was", "were") + " left out")
    }
    let rejected = book.ledger[.rejected].events
    if rejected > 0 { parts.append(Phrases.counted(rejected, "event") + " could not be read") }
    guard !parts.isEmpty else { return nil }
    return "\(Phrases.sentence(Phrases.enumeration(parts))); the messages of the run name each with its place."
  }

  /// Calendars that may lack part of the period although they were read whole.
  private var shortCalendars: MarkdownText? {
    let short = book.calendars.filter { $0.coverage.doubts.contains { $0 != .damaged } }
    guard !short.isEmpty else { return nil }
    let kinds = Dictionary(grouping: short.compactMap { $0.coverage.doubts.first { $0 != .damaged } }, by: \.code)
    let counts = kinds.values.sorted { ($1.count, $0[0].code) < ($0.count, $1[0].code) }
    let reasons = counts.map { "\(Phrases.whole($0.count)) \(DoubtWording.inShort($0[0], count: $0.count))" }
    let column: MarkdownText = includesPersonal ? " (`data_doubt` in `personal/people.csv`)" : ""
    return """
      \(Phrases.whole(short.count)) of \(Phrases.counted(book.calendars.count, "calendar")) may lack part of the period: \
      \(Phrases.enumeration(reasons)). What looks like few meetings there may be meetings that are missing
      """ + column + ". `adjourn check` says which."
  }

  private var unknownAnswers: MarkdownText? {
    let (unknown, known) = (company.answers.unknown, company.answers.known)
    guard unknown > 0, let share = Phrases.percent(unknown, of: unknown + known) else { return nil }
    return """
      For \(share) of the invitations to recurring meetings the exports do not say what was answered. No verdict \
      rests on those.
      """
  }

  /// How far apart the bounds of the meeting hours lie.
  private var boundsInShort: MarkdownText? {
    guard let lower = company.mean(.acceptedMeetingHours), let upper = company.mean(.upperMeetingHours) else {
      return nil
    }
    return Phrases.hours(lower) == Phrases.hours(upper)
      ? "Every way of counting gives the same meeting hours: see [Bounds](#bounds)."
      : "By the strictest and the widest way of counting, meeting hours are \(Phrases.hours(lower)) and \(Phrases.hours(upper)): see [Bounds](#bounds)."
  }

  /// The lower bound, the headline and the upper bound of the meeting hours.
  var boundsInWords: MarkdownText? {
    guard let accepted = company.mean(.acceptedMeetingHours), let meeting = company.mean(.meetingHours),
      let upper = company.mean(.upperMeetingHours)
    else { return nil }
    if Phrases.hours(accepted) == Phrases.hours(upper) {
      return """
        Meeting hours are \(Phrases.hours(meeting)) a week and person by every way of counting: only what people \
        accepted, everything not declined, also events that do not say who takes part.
        """
    }
    return """
      Meeting hours lie between \(Phrases.hours(accepted)) a week and person (only what people accepted) and \
      \(Phrases.hours(upper)) (also events that do not say who takes part); \(Phrases.hours(meeting)) is everything \
      not declined.
      """
  }
}
