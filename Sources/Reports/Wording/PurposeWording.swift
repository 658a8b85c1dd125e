import Findings

/// What is said about the purposes of meetings: why some are held live, and what takes the place of others in writing.
///
/// After the articles' table of situations: urgency, complexity, and whether a meeting diverges or converges.
enum PurposeWording {
  /// Meetings of a purpose as a noun, for one and for many.
  static func noun(_ purpose: Purpose) -> (one: String, many: String) {
    switch purpose {
    case .oneOnOne: ("one-on-one", "one-on-ones")
    case .retrospective: ("retrospective", "retrospectives")
    case .standUp: ("stand-up", "stand-ups")
    case .review: ("review", "reviews")
    case .workshop: ("workshop", "workshops")
    case .training: ("training", "trainings")
    case .allHands: ("all-hands meeting", "all-hands meetings")
    case .incident: ("incident meeting", "incident meetings")
    case .interview: ("interview series", "interview series")
    case .external: ("meeting with people from outside", "meetings with people from outside")
    case .status: ("status meeting", "status meetings")
    case .planning: ("planning meeting", "planning meetings")
    case .decision: ("decision meeting", "decision meetings")
    case .social: ("social meeting", "social meetings")
    case .sensitive: ("sensitive meeting", "sensitive meetings")
    case .preparesAnother: ("preparing meeting", "preparing meetings")
    case .unclear: ("meeting of unclear purpose", "meetings of unclear purpose")
    }
  }

  /// Why meetings of a purpose are worth being held live, in a few words.
  static func worth(_ purpose: Purpose) -> String {
    switch purpose {
    case .oneOnOne: "trust and concerns need a conversation"
    case .retrospective: "people speak up more easily in the room"
    case .workshop: "ideas build on each other live"
    case .incident: "minutes count; the write-up follows"
    case .interview: "candidates are met, not read"
    case .sensitive: "personal matters are not put in writing"
    case .social: "people need to know each other"
    case .external: "the other side decides as well"
    case .allHands: "everybody hears the same at once"
    case .training: "questions are asked while learning"
    case .planning: "trade-offs are settled together"
    case .decision: "the last open concerns are settled live"
    case .review: "work is looked at together"
    case .status, .standUp: "blockers are cleared at once"
    case .preparesAnother: "makes the next meeting shorter"
    case .unclear: "nothing says what it is for"
    }
  }

  /// The written or layered form that takes the place of a meeting of a purpose.
  static func writtenForm(_ purpose: Purpose) -> String {
    switch purpose {
    case .status:
      "a written update by each: progress, plans, blockers, help needed, decisions; questions are acknowledged within 24 hours."
    case .standUp:
      "a short post by each in the morning: done, next, blocked; whoever is blocked asks for a call at once."
    case .decision, .planning:
      """
      a written proposal (summary, problem, options, recommendation, criteria, what is asked), two to three days of \
      comments, thirty minutes live only if concerns remain, the decision written down.
      """
    case .review:
      "the work sent round with a question; comments in writing within two to three days, a call only where they disagree."
    case .allHands, .training:
      "a recording or a text in advance, and a shorter meeting for questions only."
    case .preparesAnother:
      "a document that is read before the meeting it prepares."
    case .oneOnOne, .retrospective, .workshop, .incident, .interview, .sensitive, .social, .external, .unclear:
      "a written note by whoever has something to say: what it is about, what is asked, by when; a call only where that is not enough."
    }
  }
}
