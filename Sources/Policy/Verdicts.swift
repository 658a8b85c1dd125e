extension Policy {
  /// When recurring meetings are flagged (metrics, "Recurring-meeting justification"; ruling "Verdicts").
  public struct Verdicts: Sendable, Equatable {
    // Signals: purpose.

    /// A description with fewer characters, boilerplate stripped, holds no agenda: 40.
    public var agendaCharacters = 40
    /// Most people of a small group that converges on decisions: 5.
    public var smallDecisionGroup = 5

    // Signals: people.

    /// An accepted share below this is a weak response: 50 %.
    public var weakResponse = Share.percent(50)
    /// An accepted share below this is strong evidence: 35 %.
    public var strongResponse = Share.percent(35)
    /// Fewest known answers for a weak response to be strong evidence: 5.
    public var strongResponseAnswers = 5
    /// Fewest people invited for "nobody but the organizer accepted": 2.
    public var onlyOrganizerInvited = 2
    /// A declined share above this is a signal: 25 %.
    public var declined = Share.percent(25)
    /// A share of optional attendees above this is a signal: 50 %.
    public var optional = Share.percent(50)
    /// This many people are too many: 9.
    public var tooMany = 9

    // Signals: upkeep.

    /// A share of skipped dates above this is a signal, and strong evidence with enough dates: 30 %.
    public var skipped = Share.percent(30)
    /// Fewest dates for skipping to be strong evidence and to suggest a rarer cadence: 6.
    public var skippedDates = 6
    /// A series unchanged for more than this many days is stale: 182 (26 weeks).
    public var staleDays = 182

    // Signals: effect.

    /// Focus time returned per occurrence ÷ attendee time per occurrence above this is a signal: 100 %. A meeting that
    /// costs more focus than it lasts stands in the wrong place. (Our convention; the definitions leave it to policy.)
    public var focusCost = Share.percent(100)
    /// A share of double-booked attendee time above this is a signal: 20 %.
    public var conflicts = Share.percent(20)
    /// A worst-off person's share of bad times above this is a signal: 50 % (the Node.js committee's rule).
    public var badTimes = Share.percent(50)
    /// Longest meetings, in seconds, by cadence: daily 20, weekly 60, rarer 90 minutes.
    public var longest = LengthByCadence(daily: 20 * 60, weekly: 60 * 60, rarer: 90 * 60)
    /// Jaccard index of invited people from which two series are near-duplicates, with similar titles: 0.8.
    public var duplicatePeople = Share.percent(80)
    /// Title similarity from which two series are near-duplicates, with the same people: 0.5.
    public var duplicateTitle = Share.percent(50)
    /// A meeting that ends at most this many seconds before another may prepare it: 48 hours.
    public var preparesWithin: Int64 = 48 * 3600

    // Rules.

    /// A series with fewer occurrences in the window has too little data: 4.
    public var minimumOccurrences = 4
    /// Accepted share from which a dead status meeting becomes written instead of cancelled: 20 %.
    public var asyncResponse = Share.percent(20)
    /// Fewest people for a status meeting to become written: 3.
    public var asyncPeople = 3
    /// Share of optional, declined or silent people above which a large meeting is made smaller: 50 %.
    public var smallerUnneeded = Share.percent(50)
    /// Fewest accepting people that make the core of a smaller meeting: 3.
    public var smallerCore = 3
    /// What meetings are shortened to, in seconds, by cadence: daily 15, weekly 50, rarer 80 minutes.
    public var shortened = LengthByCadence(daily: 15 * 60, weekly: 50 * 60, rarer: 80 * 60)
    /// Least attendee time of a series in the window for a pause test, in seconds: 80 hours.
    public var pauseTestTime: Int64 = 80 * 3600
    /// The costliest part of an audit's series that a pause test is for: a tenth.
    public var pauseTestTop = Share.percent(10)
    /// How long a pause test lasts, in weeks: 2.
    public var pauseTestWeeks = 2
    /// Invited share of the roster from which a meeting is a broadcast, whatever its size: a half.
    public var broadcastRoster = Share.percent(50)

    // Confidence.

    /// A share of the invited with a calendar below this makes confidence low: 50 %.
    public var lowCalendars = Share.percent(50)
    /// Fewest occurrences of high confidence: 6.
    public var highOccurrences = 6
    /// Least share of pairs with a known answer for high confidence: 80 %.
    public var highAnswers = Share.percent(80)
    /// Least share of the invited with a calendar for high confidence: 80 %.
    public var highCalendars = Share.percent(80)

    // What replaces a meeting.

    /// Time a written update costs its author, in seconds: 10 minutes.
    public var authorTime: Int64 = 10 * 60
    /// Time a written update costs each reader, in seconds: 2 minutes.
    public var readerTime: Int64 = 2 * 60

    /// The default thresholds.
    public init() {}
  }

  /// A length in seconds for each cadence that has its own.
  public struct LengthByCadence: Sendable, Equatable {
    /// Meetings on at least four days a week.
    public var daily: Int64
    /// Meetings once or several times a week.
    public var weekly: Int64
    /// Meetings every second week or less often.
    public var rarer: Int64

    /// Makes the three lengths, in seconds.
    public init(daily: Int64, weekly: Int64, rarer: Int64) {
      self.daily = daily
      self.weekly = weekly
      self.rarer = rarer
    }
  }
}
