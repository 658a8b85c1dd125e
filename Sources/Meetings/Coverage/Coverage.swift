public import ICalendar

/// How far the data of one calendar reaches, against the dates of its owner that are audited.
///
/// An export that was taken before the period ended, or cut off, looks like few meetings. A recurring event says nothing
/// about that, for its dates go on by themselves: only events with a date of their own tell.
public struct Coverage: Sendable, Equatable {
  /// First and last date on which an event of its own (recurring masters aside) begins; nil without one.
  public let reach: ClosedRange<CivilDay>?
  /// The date of the export on the owner's clock, where the file tells it.
  public let exported: CivilDay?
  /// Why the calendar may lack events of the period; none for a healthy one.
  public let doubts: [Doubt]

  /// A coverage, part by part.
  public init(reach: ClosedRange<CivilDay>?, exported: CivilDay?, doubts: [Doubt]) {
    self.reach = reach
    self.exported = exported
    self.doubts = doubts
  }

  /// A reason to doubt that a calendar holds all of its owner's events in the period.
  public enum Doubt: Sendable, Hashable {
    /// Parts of the file are missing or could not be read.
    case damaged
    /// It holds no event, nor does any other calendar of its owner.
    case empty
    /// Everything in it begins behind the period, first on this date.
    case startsAfterWindow(CivilDay)
    /// A feed that goes back only so far when it is downloaded: its first event of its own begins on this date, inside the
    /// period.
    case startsInsideWindow(CivilDay)
    /// The last event of its own (nil: it has only recurring ones) begins before the period ends, and nothing tells that it
    /// was exported later.
    case endsBeforeWindow(CivilDay?)
    /// It was exported on this date, before the period ended.
    case exportedBeforeWindowEnd(CivilDay)

    /// The word of the tables.
    public var code: String {
      switch self {
      case .damaged: "damaged"
      case .empty: "empty"
      case .startsAfterWindow: "starts-after-period"
      case .startsInsideWindow: "starts-inside-period"
      case .endsBeforeWindow: "ends-before-period"
      case .exportedBeforeWindowEnd: "exported-before-period-end"
      }
    }

    /// The date that it rests on.
    public var date: CivilDay? {
      switch self {
      case .damaged, .empty: nil
      case .startsAfterWindow(let date), .startsInsideWindow(let date), .exportedBeforeWindowEnd(let date): date
      case .endsBeforeWindow(let date): date
      }
    }
  }
}
