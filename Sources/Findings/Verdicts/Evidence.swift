import ICalendar
import Meetings
import Metrics
import Policy

/// What the rules look at about one series.
struct Evidence {
  /// What was seen of it by itself.
  let portrait: SeriesPortrait
  /// What it is for.
  let purpose: Purpose
  /// All that fired.
  let signals: [Signal]
  /// Its near-duplicate.
  let duplicate: Duplicate?
  /// How much data there is.
  let confidence: Confidence
  /// Whether it belongs to the tenth of the audit's series with the most attendee time.
  let isAmongCostliest: Bool
  /// Everything else.
  let book: MeetingBook
  /// The thresholds.
  let policy: Policy.Verdicts

  /// See `SeriesPortrait.isExternal`.
  var isExternal: Bool { portrait.isExternal }
  /// See `SeriesPortrait.isBroadcast`.
  var isBroadcast: Bool { portrait.isBroadcast }
  /// Occurrences that took place in the window.
  var occurrences: Int { portrait.series.occurrences.count }
  /// How often it meets.
  var cadence: Cadence { portrait.series.cadence }
  /// People invited, organizer included.
  var invited: Int { portrait.series.invited.count }
  /// Whether every source lists attendees.
  var attendeesKnown: Bool { portrait.series.attendeesKnown }
  /// Answers over all pairs of an occurrence and an invited person.
  var answers: AnswerCounts { portrait.measures.answers }
  /// Attendee seconds in the window.
  var attendee: Int64 { portrait.measures.attendee }
  /// A slot that is better for the worst-off person.
  var betterSlot: SlotProposal? { portrait.measures.betterSlot }
  /// What speaks against it.
  var against: [Signal] { signals.filter { $0.direction == .against } }
  /// Whether no signal speaks for it.
  var nothingSpeaksFor: Bool { !signals.contains { $0.direction == .for } }

  /// A strong signal of the people family, and a strong one of another.
  var isDead: Bool {
    let families = Set(against.filter { $0.strength == .strong }.map(\.family))
    return families.contains(.people) && families.count >= 2
  }

  /// Whether a signal fired, at least this strong.
  func has(_ kind: Signal.Kind, _ strength: Signal.Strength = .weak) -> Bool {
    signals.contains { $0.kind == kind && $0.strength >= strength }
  }

  /// Who needs it, by their answers.
  func turnout() -> Turnout { Turnout(of: portrait.series, in: book) }

  /// Of how many dates the next rarer cadence keeps one: of two, or, several times a week, of as many as there are in
  /// a week.
  var keepsOneIn: Int {
    guard cadence == .severalAWeek else { return 2 }
    let dates = occurrences + portrait.series.skipped
    let days = book.window.upperBound - book.window.lowerBound
    return max(2, (dates * 14 + days) / (days * 2))
  }
}

extension Cadence {
  /// The next rarer cadence; nil after the rarest.
  var nextRarer: Cadence? { Cadence.allCases.first { $0 > self } }
}

extension Confidence {
  /// How much data a verdict about a series rests on (ruling "Verdicts"). Lists of unknown size are not among the invited.
  init(in series: Series, answers: AnswerCounts, book: MeetingBook, policy: Policy.Verdicts) {
    let people = series.invited.filter { !book[$0].isList }
    let seen = Int64(people.count { book[$0].person.map { book[$0].hasCalendar } ?? false })
    let (invited, held) = (Int64(people.count), series.occurrences.count)
    let (known, pairs) = (Int64(answers.known), Int64(answers.known + answers.unknown))
    if known == 0 || held < policy.minimumOccurrences || policy.lowCalendars.isMissed(by: seen, of: invited) {
      self = .low
    } else if policy.highAnswers.isReached(by: known, of: pairs), held >= policy.highOccurrences,
      policy.highCalendars.isReached(by: seen, of: invited)
    {
      self = .high
    } else {
      self = .medium
    }
  }
}
