/// The verdicts of the audit, in the words of its tables.
public enum ExpectedVerdict: String, Sendable, CaseIterable {
  case keep
  case shorten
  case lessOften = "less often"
  case smaller
  case move
  case merge
  case makeAsync = "make async"
  case pauseTest = "pause test"
  case cancel
}

/// A series of the made-up company that an audit must judge in a known way.
public struct PlantedProblem: Sendable, Hashable {
  /// The key of the series: its UID, without the suffix of a cut series.
  public let series: String
  /// The title in the invitation.
  public let title: String
  /// The organizer's e-mail address.
  public let organizer: String
  /// What was planted, in a few words.
  public let what: String
  /// What the audit must say.
  public let expectedVerdict: ExpectedVerdict
  /// Distinct people invited, organizer included, rooms not.
  public let invited: Int
  /// Dates of the audited quarter on which the rule falls and that were not taken out.
  public let occurrences: Int
  /// Dates of the audited quarter that were taken out for everybody.
  public let skipped: Int
  /// People other than the organizer who accepted the series.
  public let accepted: Int
  /// People other than the organizer who declined the series.
  public let declined: Int
}
