import ICalendar

/// One instance of an event as it really takes place, and in whose calendars it stands.
struct ResolvedOccurrence {
  /// The start that the rule gave; nil for an event that neither recurs nor overrides.
  let original: Instant?
  let span: Span
  let isAllDay: Bool
  /// The copy that is the truth for times, title, participants and status.
  let winner: EventCopy
  /// Whether the winning copy cancels it for everybody.
  let isCancelled: Bool
  /// In the order of people.
  let holders: [Holder]
  /// The same number for occurrences of a group with the same holders, each by the same VEVENT.
  let form: Int

  /// A person whose calendar holds the occurrence.
  struct Holder {
    let person: Int
    /// The VEVENT that stands for the occurrence in this person's calendar: an override, else the master.
    let own: EventCopy
    /// The master in the same person's calendars, for what the override leaves out.
    let master: EventCopy?
  }
}

/// What one UID comes to: its occurrences in reach, and the dates taken out for everybody.
struct ResolvedGroup {
  let copies: CopyGroup
  /// The newest master: it says which instances exist; nil in a group of orphans.
  let master: EventCopy?
  /// Everybody's masters, in the order of people.
  let masters: [EventCopy]
  let occurrences: [ResolvedOccurrence]
  /// Overrides that a newer copy of the same person's calendars has made void.
  let outdated: [EventCopy]
  /// Original starts that an EXDATE takes out for everybody, in dates when `isAllDay`.
  let excluded: [Instant]
  let isAllDay: Bool
  /// Whether its rules were too costly to follow to their end.
  let isCutShort: Bool

  var uid: String { copies.uid }

  /// Older copies within one person's calendars, those that touch the window and those that compete with such.
  var superseded: [EventCopy] { copies.superseded + outdated }
}
