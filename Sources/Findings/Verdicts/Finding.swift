public import Meetings
public import Metrics

/// What is recommended for a series; the words are those of the tables and of the register.
public enum Verdict: String, Sendable, CaseIterable {
  /// Leave it alone.
  case keep
  /// Same meeting, less time.
  case shorten
  /// Same meeting, more rarely.
  case lessOften = "less often"
  /// Same meeting, fewer people.
  case smaller
  /// Same meeting, another slot.
  case move
  /// Into a near-duplicate.
  case merge
  /// In writing.
  case makeAsync = "make async"
  /// Two weeks without, then look.
  case pauseTest = "pause test"
  /// Away.
  case cancel
}

/// How much data a verdict rests on.
public enum Confidence: String, Sendable, Comparable {
  /// Answers unknown, few occurrences, or few of the invited with a calendar.
  case low
  /// Neither.
  case medium
  /// Answers known, at least six occurrences, nearly all with a calendar.
  case high

  /// Low before high.
  public static func < (a: Confidence, b: Confidence) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// What a series is for, told from title, description, size and cadence; the words of `series.csv`.
public enum Purpose: String, Sendable, CaseIterable {
  /// People tell each other where things stand.
  case status
  /// The short daily round.
  case standUp = "stand-up"
  /// Two people.
  case oneOnOne = "one-on-one"
  /// Looking back.
  case retrospective
  /// Deciding what comes next.
  case planning
  /// Looking at work.
  case review
  /// Converging on a decision.
  case decision
  /// Making something together.
  case workshop
  /// Handling an incident, or its post-mortem.
  case incident
  /// Talking to candidates.
  case interview
  /// Learning.
  case training
  /// Everybody.
  case allHands = "all-hands"
  /// Being together.
  case social
  /// With people from outside.
  case external
  /// Personnel, conflict, health.
  case sensitive
  /// Prepares another meeting.
  case preparesAnother = "prepares-another"
  /// Nothing says.
  case unclear
}

/// The judgement about one series.
public struct SeriesFinding: Sendable {
  /// What was measured about it.
  public let measures: SeriesMeasures
  /// What it is for.
  public let purpose: Purpose
  /// The word of title or description that `purpose` rests on; nil when it rests on size or on nothing.
  public let purposeWord: String?
  /// Everything that speaks against or for it, with measured values.
  public let signals: [Signal]
  /// What is recommended.
  public let verdict: Verdict
  /// The rule that gave the verdict, with the values it needs (the slot, the partner, the new length …).
  public let rule: Rule
  /// How much data stands behind it.
  public let confidence: Confidence
  /// Who is asked: the organizer; nil when the source does not say, and for private series.
  public let owner: ParticipantID?
  /// Attendee seconds that come back per window if the verdict is carried out.
  public let attendeeReturned: Int64
  /// Focus seconds that come back, by recomputation.
  public let focusReturned: Int64
}
