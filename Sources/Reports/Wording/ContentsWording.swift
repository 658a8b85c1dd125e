public import Meetings

/// What a source says and leaves out, in words.
public enum ContentsWording {
  /// One part of what a source may say.
  struct Part {
    let holds: @Sendable (CalendarContents) -> Bool
    let name: String
    /// What is not said of meetings for which nobody says it.
    let consequence: String
  }

  /// All parts, in the order in which they are told.
  static let parts = [
    Part(
      holds: \.titles, name: "titles",
      consequence: "nothing is concluded from the word that stands in their place"),
    Part(
      holds: \.attendees, name: "attendees",
      consequence: "who takes part is known only where another calendar holds the same meeting"),
    Part(holds: \.answers, name: "answers", consequence: "no verdict rests on an answer that is not known"),
    Part(
      holds: \.descriptions, name: "descriptions",
      consequence: "no meeting is said to lack an agenda or a document for that"),
    Part(holds: \.created, name: "creation times", consequence: "when a meeting was arranged is not known"),
    Part(
      holds: \.modified, name: "change times",
      consequence: "nothing is said about how long a meeting has not been changed"),
  ]

  /// `titles, attendees`, `times only`, or a dash: an empty calendar does not show what its source says.
  public static func held(by account: CalendarAccount) -> String {
    let held = parts.filter { $0.holds(account.contents) }.map(\.name)
    return account.ledger.read == 0 ? "–" : held.isEmpty ? "times only" : held.joined(separator: ", ")
  }

  /// `answers, descriptions`, `nothing`, or a dash.
  public static func lacking(in account: CalendarAccount) -> String {
    let lacking = parts.filter { !$0.holds(account.contents) }.map(\.name)
    return account.ledger.read == 0 ? "–" : lacking.isEmpty ? "nothing" : lacking.joined(separator: ", ")
  }
}
