public import ICalendar
public import Meetings
public import Metrics

/// Something that speaks against a recurring meeting, or for it, with what was measured: a row of the table in
/// `docs/verdicts.md`.
public enum Signal: Sendable, Equatable {
  /// Reads as a status update, by these words; strong together with no agenda.
  case statusUpdate(word: String?, Strength)
  /// Belongs to a class that is left alone.
  case protectedPurpose(Purpose)
  /// The description says less than an agenda would: its characters without conference boilerplate.
  case noAgenda(characters: Int)
  /// Neither an attachment nor a link to a document.
  case noArtifact
  /// Few people who decide or work something out together.
  case smallDecisionGroup(people: Int)
  /// Few accept, of the pairs of an occurrence and an invited person with a known answer.
  case weakResponse(accepted: Int, known: Int, Strength)
  /// Many decline, of the same pairs.
  case declined(declined: Int, known: Int)
  /// Everybody's answer is known, and nobody but the organizer accepted.
  case onlyOrganizerAccepted(invited: Int)
  /// Most of the invited need not come.
  case mostlyOptional(optional: Int, invited: Int)
  /// Whoever called it is no longer there.
  case organizerGone(ParticipantID, Departure)
  /// More are invited than can talk.
  case tooMany(invited: Int)
  /// Many of its dates were taken out for everyone; strong with enough dates.
  case oftenSkipped(skipped: Int, dates: Int, Strength)
  /// Nothing but answers has changed for so many days before the window's end.
  case stale(days: Int)
  /// Its rule has neither UNTIL nor COUNT.
  case neverEnds
  /// It costs more focus time than its occurrences last for those who attend: seconds over the window.
  case focusCost(focus: Int64, attendee: Int64, occurrences: Int)
  /// Its attendees have other meetings at the same time: seconds over the window.
  case conflicts(conflicting: Int64, attendee: Int64)
  /// The worst-off person attends it out of their hours most of the time.
  case outOfHours(PersonID, badTimes: Int, occurrences: Int)
  /// Longer than meetings of its cadence should be: seconds.
  case longForCadence(length: Int64, limit: Int64)
  /// Another series has the same people (Jaccard index), a similar title and the same cadence.
  case nearDuplicate(of: SeriesID, people: Fraction, title: Fraction)
  /// The same people meet again shortly after in another series, and the title says that this one prepares it.
  case preparesAnother(SeriesID, word: String)

  /// How an organizer left.
  public enum Departure: Sendable, Equatable {
    /// No row of the roster is theirs.
    case notInRoster
    /// The roster says that they left before the window ended.
    case left(CivilDay)
    /// Their complete calendar holds none of the occurrences, or they declined them all.
    case absent
  }

  /// What a signal speaks about. `cancel` needs strong evidence from two of them.
  public enum Family: String, Sendable, CaseIterable {
    /// What it is for, and what comes out.
    case purpose
    /// Who takes part.
    case people
    /// Whether somebody looks after it.
    case upkeep
    /// What it does to time.
    case effect
  }

  /// Whether a signal speaks against the series or for it.
  public enum Direction: String, Sendable {
    /// Against it.
    case against
    /// For it.
    case `for`
  }

  /// How much a signal weighs (ruling "Verdicts").
  public enum Strength: String, Sendable, Comparable {
    /// Says something together with others.
    case weak
    /// May end a series, with another of a different family.
    case strong

    /// Weak before strong.
    public static func < (a: Strength, b: Strength) -> Bool { a == .weak && b == .strong }
  }

  /// A row of the table, without the values; the cases are those of `Signal`, the words those of `series.csv`.
  public enum Kind: String, Sendable, CaseIterable {
    case statusUpdate = "status-update"
    case protectedPurpose = "protected-purpose"
    case noAgenda = "no-agenda"
    case noArtifact = "no-artifact"
    case smallDecisionGroup = "small-decision-group"
    case weakResponse = "weak-response"
    case declined = "often-declined"
    case onlyOrganizerAccepted = "only-organizer-accepted"
    case mostlyOptional = "mostly-optional"
    case organizerGone = "organizer-gone"
    case tooMany = "too-many-people"
    case oftenSkipped = "often-skipped"
    case stale
    case neverEnds = "never-ends"
    case focusCost = "high-focus-cost"
    case conflicts
    case outOfHours = "out-of-hours"
    case longForCadence = "long-for-cadence"
    case nearDuplicate = "near-duplicate"
    case preparesAnother = "prepares-another"

    /// What it speaks about.
    public var family: Family {
      switch self {
      case .statusUpdate, .protectedPurpose, .noAgenda, .noArtifact, .smallDecisionGroup: .purpose
      case .weakResponse, .declined, .onlyOrganizerAccepted, .mostlyOptional, .organizerGone, .tooMany: .people
      case .oftenSkipped, .stale, .neverEnds: .upkeep
      case .focusCost, .conflicts, .outOfHours, .longForCadence, .nearDuplicate, .preparesAnother: .effect
      }
    }

    /// Which way it speaks.
    public var direction: Direction { self == .protectedPurpose || self == .smallDecisionGroup ? .for : .against }
  }

  /// The row of the table.
  public var kind: Kind {
    switch self {
    case .statusUpdate: .statusUpdate
    case .protectedPurpose: .protectedPurpose
    case .noAgenda: .noAgenda
    case .noArtifact: .noArtifact
    case .smallDecisionGroup: .smallDecisionGroup
    case .weakResponse: .weakResponse
    case .declined: .declined
    case .onlyOrganizerAccepted: .onlyOrganizerAccepted
    case .mostlyOptional: .mostlyOptional
    case .organizerGone: .organizerGone
    case .tooMany: .tooMany
    case .oftenSkipped: .oftenSkipped
    case .stale: .stale
    case .neverEnds: .neverEnds
    case .focusCost: .focusCost
    case .conflicts: .conflicts
    case .outOfHours: .outOfHours
    case .longForCadence: .longForCadence
    case .nearDuplicate: .nearDuplicate
    case .preparesAnother: .preparesAnother
    }
  }

  /// The word of `series.csv`, in kebab-case.
  public var code: String { kind.rawValue }
  /// What it speaks about.
  public var family: Family { kind.family }
  /// Which way it speaks.
  public var direction: Direction { kind.direction }

  /// How much it weighs.
  public var strength: Strength {
    switch self {
    case .statusUpdate(_, let strength), .weakResponse(_, _, let strength), .oftenSkipped(_, _, let strength): strength
    case .onlyOrganizerAccepted, .organizerGone: .strong
    default: .weak
    }
  }
}
