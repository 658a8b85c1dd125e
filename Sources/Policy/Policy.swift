/// Every setting of an audit with its default. Two audits are comparable when their policies are equal.
///
/// Durations are whole seconds, clock times are seconds after local midnight, shares are exact. Sources: the chapters of
/// the metric definitions and the rulings that each property names.
public struct Policy: Sendable, Equatable {
  /// The working day of whoever the roster says nothing about.
  public var workingDay = WorkingDay()
  /// What counts as a meeting, and which titles mean something else.
  public var meetings = Meetings()
  /// Costs, sizes and signs of load.
  public var hours = Hours()
  /// What counts as time for deep work.
  public var focus = Focus()
  /// What meetings out of somebody's hours weigh.
  public var timeZones = TimeZones()
  /// When recurring meetings are flagged.
  public var verdicts = Verdicts()
  /// What may be published about groups.
  public var groups = Groups()

  /// The standard policy: every setting at its default.
  public init() {}
}

extension Policy {
  /// The working day of people without a row, or with empty cells, in `people.csv` (ruling "Who takes part").
  public struct WorkingDay: Sendable, Equatable {
    /// Begin, seconds after midnight: 09:00.
    public var start: Int64 = 9 * 3600
    /// End, seconds after midnight, later than the begin, at most 24:00: 17:00.
    public var end: Int64 = 17 * 3600
    /// Days worked: Monday to Friday.
    public var days: WorkDays = .mondayToFriday

    /// The default working day.
    public init() {}
  }

  /// What counts as a meeting (metrics, "The import ledger").
  public struct Meetings: Sendable, Equatable {
    /// An event at least this long is `too-long`, in seconds: 8 hours.
    public var tooLong: Int64 = 8 * 3600
    /// People who have not declined, at least, for a meeting: 2.
    public var minimumParticipants = 2
    /// Internal mail domains; empty: those of the roster, else of the calendars' owners (ruling "Verdicts").
    public var domains: [String] = []
    /// Titles that make an all-day or whole-day event an absence.
    public var absenceTitles = TitlePatterns(DefaultTitles.absence)
    /// Titles of a person's own reserved focus time.
    public var focusTitles = TitlePatterns(DefaultTitles.focus)
    /// What calendar programs write before the title of a cancelled event.
    public var cancelledTitlePrefixes = TitlePrefixes(DefaultTitles.cancelledPrefixes)

    /// The default rules.
    public init() {}
  }

  /// Costs, sizes and signs of load (metrics, "Meeting hours").
  public struct Hours: Sendable, Equatable {
    /// Cost of an hour where the roster names none, in hundredths of the currency: 75.00 (Viva's default).
    public var hourlyCost: Int64 = 7500
    /// Code of the currency, shown as it is: `USD`.
    public var currency = "USD"
    /// Fewest people of a broadcast: 50.
    public var broadcast = 50
    /// A week is left out of averages when absences take more than this share of its working time: a half
    /// (ruling "Windows, weeks, totals").
    public var absentWeek = Share.percent(50)

    /// The default rules.
    public init() {}
  }

  /// What counts as time for deep work (metrics, "Focus and fragmentation").
  public struct Focus: Sendable, Equatable {
    /// Shortest piece of free time that is a focus block, in seconds: 90 minutes (attributed to Newport).
    public var block: Int64 = 90 * 60
    /// What a block that begins at a meeting's end loses, in seconds: 23 minutes (attributed to Mark).
    public var reentry: Int64 = 23 * 60
    /// Other re-entry losses the report computes beside it, in seconds: 15 and 30 minutes.
    public var reentryAlternatives: [Int64] = [15 * 60, 30 * 60]

    /// The default rules.
    public init() {}
  }

  /// What meetings out of somebody's hours weigh (metrics, "Time-zone burden").
  public struct TimeZones: Sendable, Equatable {
    /// Minutes this near to the working day are its edge, in seconds: 1 hour.
    public var edge: Int64 = 3600
    /// Begin of the night, seconds after midnight: 22:00.
    public var nightStart: Int64 = 22 * 3600
    /// End of the night, seconds after midnight: 07:00.
    public var nightEnd: Int64 = 7 * 3600
    /// Hundredths of a burden point for an hour at the edge: 1 point.
    public var edgeWeight: Int64 = 100
    /// Hundredths of a burden point for an hour in the evening or early morning: 2 points.
    public var eveningWeight: Int64 = 200
    /// Hundredths of a burden point for an hour at night: 4 points.
    public var nightWeight: Int64 = 400
    /// Hundredths of a burden point for an hour on a day off: 3 points.
    public var dayOffWeight: Int64 = 300
    /// Least difference of participants' UTC offsets for zone burden, in seconds: 1 hour.
    public var minimumOffsetDifference: Int64 = 3600

    /// The default rules.
    public init() {}
  }

  /// What may be published about groups (metrics, "Small groups").
  public struct Groups: Sendable, Equatable {
    /// Fewest people of a published team, site or role: 5 (Viva's minimum).
    public var smallestPublishedGroup = 5

    /// The default rules.
    public init() {}
  }
}
