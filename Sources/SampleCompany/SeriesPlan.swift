/// A recurring meeting of a division as its table describes it: people are chairs of `Division.seats`.
struct SeriesPlan: Sendable {
  enum Cadence: Sendable {
    /// Every working day, Monday to Friday.
    case daily
    case weekly(Weekday)
    case biweekly(Weekday)
    case monthly(ordinal: Int, Weekday)
    /// Several days of every week.
    case on([Weekday])
  }

  /// What the invitation says.
  enum Agenda: Sendable {
    case none
    /// Nothing but the dial-in text that the conference program adds.
    case boilerplate
    /// A purpose, points, and a link to a document.
    case written(String)
  }

  /// How the invited answered.
  enum Answers: Sendable {
    /// Most accept; at most one in five does not.
    case usual
    /// These accepted, declined, or are tentative; everybody else never answered.
    case told(accepted: [Int], declined: [Int] = [], tentative: [Int] = [])
  }

  /// Who called the meeting.
  enum Organizer: Sendable {
    case seat(Int)
    /// Somebody who has left the company: in no roster.
    case left(name: String)
  }

  let title: String
  let organizer: Organizer
  let guests: [Int]
  let cadence: Cadence
  let zone: Zone
  /// Wall clock time in the zone, as hour × 100 + minute: 930 is half past nine.
  let clock: Int
  let minutes: Int
  var agenda = Agenda.none
  /// Guests marked as optional.
  var optional: [Int] = []
  var answers = Answers.usual
  /// How long before the audited quarter the series began, and was last changed.
  var weeksOld = 60
  var weeksUnchanged = 4
  /// Whether the series has an end (some months after the audited quarter).
  var ends = true
  /// The dates of each quarter, counted from 0, that were taken out for everybody.
  var skipped: [Int] = []
  /// The dates of each quarter that were moved by a day.
  var moved: [Int] = []
  /// A guest and a date of each quarter that this guest alone declined.
  var declinedOnce: (guest: Int, date: Int)?
  /// People of other companies.
  var outsiders: [String] = []
  var outsideDomain = ""
  var room: String?
  var isPrivate = false
  /// Where in the audited quarter the organizer cut the series with "this and following".
  var cutAtDate: Int?

  /// All chairs, the organizer's first.
  var seats: [Int] {
    if case .seat(let chair) = organizer { return [chair] + guests }
    return guests
  }

  var startMinute: Int { clock / 100 * 60 + clock % 100 }

  var weekdays: [Weekday] {
    switch cadence {
    case .daily: Array(Weekday.allCases.prefix(5))
    case .weekly(let day), .biweekly(let day), .monthly(_, let day): [day]
    case .on(let days): days
    }
  }

  var pattern: RecurrenceRule.Pattern {
    switch cadence {
    case .biweekly(let day): .weekly(every: 2, on: [day])
    case .monthly(let ordinal, let day): .monthly(ordinal: ordinal, day)
    case .daily, .weekly, .on: .weekly(every: 1, on: weekdays)
    }
  }
}

/// The texts that stand in invitations.
enum InvitationText {
  /// What Google Meet adds by itself.
  static func meet(_ token: UInt64) -> String {
    let code = letters(token, count: 10)
    let (first, rest) = (code.prefix(3), code.dropFirst(3))
    return """
      -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
      Join with Google Meet: https://meet.google.com/\(first)-\(rest.prefix(4))-\(rest.dropFirst(4))
      Or dial: (US) +1 555-555-0142 PIN: \(token % 900_000_000 + 100_000_000)#

      Learn more about Meet at: https://support.google.com/a/users/answer/9282720

      Please do not edit this section.
      -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
      """
  }

  /// What Microsoft Teams adds by itself.
  static func teams(_ token: UInt64) -> String {
    """
    ________________________________________________________________________________
    Microsoft Teams meeting
    Join on your computer, mobile app or room device
    Click here to join the meeting<https://teams.microsoft.com/l/meetup-join/19%3ameeting_\(letters(token, count: 40))%40thread.v2/0>
    Meeting ID: \(token % 900 + 100) \(token / 1000 % 900 + 100) \(token / 1_000_000 % 900 + 100)
    Passcode: \(letters(token >> 9, count: 6))
    Learn More<https://www.microsoft.com/microsoft-teams/join-a-meeting> | Meeting options<https://teams.microsoft.com/meetingOptions/>
    ________________________________________________________________________________
    """
  }

  /// A link into the company's documents.
  static func document(_ token: UInt64) -> String {
    "https://docs.\(Roster.domain)/d/\(letters(token >> 5, count: 14))"
  }

  /// So many lower-case letters, made from a number.
  static func letters(_ token: UInt64, count: Int) -> String {
    var chance = SplitMix64(seed: token)
    var text = ""
    for _ in 0..<count { text.unicodeScalars.append(Unicode.Scalar(UInt8(97 + chance.below(26)))) }
    return text
  }
}
