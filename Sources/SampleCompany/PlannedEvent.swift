/// Somebody who can be invited.
struct Participant: Sendable {
  let name: String
  let email: String
  /// Place in the roster; nothing for people from outside and for people who have left.
  let employee: Int?

  init(name: String, email: String) {
    self.name = name
    self.email = email
    employee = nil
  }

  init(_ person: Employee, byAlias: Bool = false) {
    name = person.name
    email = byAlias ? person.aliases.first ?? person.email : person.email
    employee = person.index
  }
}

/// An answer to an invitation (RFC 5545 §3.2.12).
enum Answer: String, Sendable {
  case accepted = "ACCEPTED"
  case tentative = "TENTATIVE"
  case declined = "DECLINED"
  case none = "NEEDS-ACTION"
}

/// A participant other than the organizer, and what the participant has truly answered.
struct Guest: Sendable {
  let participant: Participant
  var answer: Answer
  var isOptional = false
}

/// A meeting room.
struct Room: Sendable {
  let name: String
  let email: String
}

/// When an event is.
enum EventTime: Hashable, Sendable {
  case timed(LocalTime, minutes: Int)
  case allDay(Day, days: Int)
}

/// How an event shows in its owner's free/busy time.
enum ShowsAs: Sendable {
  case busy, free, outOfOffice
}

/// One instance that differs from its series, by its original day.
struct InstanceChange: Sendable {
  enum Kind: Sendable {
    /// Moved to another time by the organizer.
    case moved(LocalTime)
    /// Called off by the organizer.
    case cancelled
    /// Declined by one person, for this time only.
    case declined(by: Int)
  }

  let day: Day
  let kind: Kind
}

/// An event as its organizer knows it: the truth that every export shows a part of.
struct PlannedEvent: Sendable {
  var uid: String
  /// Decides the small differences between the copies of an event.
  var token: UInt64
  var title: String
  var text = ""
  var place = ""
  var room: Room?
  var zone: Zone
  var time: EventTime
  var rule: RecurrenceRule?
  /// Days taken out of the series with an EXDATE.
  var excluded: [Day] = []
  var changes: [InstanceChange] = []
  var organizer: Participant
  var guests: [Guest] = []
  var created: Instant
  /// When the organizer last changed it; answers touch the copies later.
  var modified: Instant
  var sequence = 0
  var isPrivate = false
  var showsAs = ShowsAs.busy
  var isCancelled = false

  /// The day of the first instance.
  var firstDay: Day {
    switch time {
    case .timed(let start, _): start.day
    case .allDay(let day, _): day
    }
  }

  /// The days of a range on which an instance of the rule falls, taken out or not.
  func ruleDays(in range: Range<Day>) -> [Day] {
    guard let rule else { return range.contains(firstDay) ? [firstDay] : [] }
    return rule.days(from: firstDay, in: range)
  }

  /// The days of a range whose instance was taken out for everybody.
  func skippedDays(in range: Range<Day>) -> [Day] {
    ruleDays(in: range).filter { day in
      excluded.contains(day)
        || changes.contains { change in
          if case .cancelled = change.kind { return change.day == day }
          return false
        }
    }
  }

  /// Whether the event stands in a person's calendar.
  func isHeld(by person: Employee) -> Bool {
    if organizer.employee == person.index { return true }
    guard let guest = guests.first(where: { $0.participant.employee == person.index }) else { return false }
    return guest.answer != .declined || person.style.keepsDeclined
  }
}

/// The recurrence rules that people use (RFC 5545 §3.3.10).
struct RecurrenceRule: Sendable {
  enum Pattern: Sendable {
    /// Every n-th week on these weekdays.
    case weekly(every: Int, on: [Weekday])
    /// The n-th such weekday of every month.
    case monthly(ordinal: Int, Weekday)
  }

  enum End: Sendable {
    case never
    /// The last day on which an instance may fall.
    case until(Day)
    case count(Int)
  }

  var pattern: Pattern
  var end = End.never

  /// The days of a range on which the rule falls, for a series whose first instance is on a day of the rule.
  func days(from first: Day, in range: Range<Day>) -> [Day] {
    var days: [Day] = []
    var number = 0
    var day = first
    while day < range.upperBound {
      if isOn(day, from: first) {
        number += 1
        switch end {
        case .never: break
        case .until(let last): if day > last { return days }
        case .count(let count): if number > count { return days }
        }
        if day >= range.lowerBound { days.append(day) }
      }
      day = day + 1
    }
    return days
  }

  private func isOn(_ day: Day, from first: Day) -> Bool {
    switch pattern {
    case .weekly(let interval, let weekdays):
      let monday = first - first.weekday.rawValue
      return weekdays.contains(day.weekday) && (day.number - monday.number) / 7 % interval == 0
    case .monthly(let ordinal, let weekday):
      return day.weekday == weekday && (day.civil.day - 1) / 7 + 1 == ordinal
    }
  }
}
