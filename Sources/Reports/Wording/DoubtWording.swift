public import ICalendar
public import Meetings

/// Why a calendar may lack events of the period, in words that somebody can act on.
public enum DoubtWording {
  /// Behind a number of calendars: `was exported before its end`.
  static func inShort(_ doubt: Coverage.Doubt, count: Int) -> String {
    switch doubt {
    case .damaged: Phrases.agreeing(count, "was not read whole", "were not read whole")
    case .empty: Phrases.agreeing(count, "holds no event", "hold no event")
    case .startsAfterWindow: Phrases.agreeing(count, "begins after its last day", "begin after its last day")
    case .startsInsideWindow: Phrases.agreeing(count, "begins after its first day", "begin after its first day")
    case .endsBeforeWindow:
      Phrases.agreeing(count, "holds nothing after its last day", "hold nothing after its last day")
    case .exportedBeforeWindowEnd:
      Phrases.agreeing(count, "was exported before its end", "were exported before its end")
    }
  }

  /// What is wrong with one calendar, and what to do about it; no capital at the beginning, no full stop. `period` is its
  /// owner's part of the period.
  public static func advice(_ doubt: Coverage.Doubt, in period: Range<CivilDay>) -> String {
    let last = (period.upperBound + -1).isoText
    switch doubt {
    case .damaged:
      return "not read whole, events may be missing: the messages below name the lines; export it again"
    case .empty:
      return "no event in it: check that it is the right calendar, and export it again"
    case .startsAfterWindow(let first):
      return "nothing before \(first.isoText), and the period ends on \(last): export it with its past"
    case .startsInsideWindow(let first):
      return """
        nothing before \(first.isoText), and the period begins on \(period.lowerBound.isoText): such feeds go back three \
        months as a rule; export the calendar from Outlook, or have the feed reach further back
        """
    case .endsBeforeWindow(let date?):
      return """
        nothing after \(date.isoText) (recurring events aside), and the period ends on \(last): if it was exported before \
        that, or for certain dates only, export it again
        """
    case .endsBeforeWindow(nil):
      return """
        only recurring events in it, which do not tell when it was exported: if that was before \(last), the end of the \
        period, export it again
        """
    case .exportedBeforeWindowEnd(let date):
      return """
        exported on \(date.isoText), and the period ends on \(last): what was arranged or called off since is not in it; \
        export it again
        """
    }
  }
}
