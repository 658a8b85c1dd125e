extension CalendarEvent {
  /// What is left of a decoded event that cannot touch the days given either: a series that is over or not begun, an
  /// override from outside to outside.
  func distant(from window: Range<CivilDay>) -> DistantEvent? {
    guard !uid.isEmpty, addedDates.isEmpty, !isThisAndFuture else { return nil }
    let days = length(floating: .utc).longestDays
    let isOutside: Bool
    if let recurrenceID {
      isOutside =
        !window.overlapsDay(recurrenceID.wall.day, lasting: 0) && !window.overlapsDay(start.wall.day, lasting: days)
    } else if rules.isEmpty {
      isOutside = !window.overlapsDay(start.wall.day, lasting: days)
    } else {
      let hasEnded =
        start.wall.day + days < window.lowerBound
        && rules.allSatisfy { rule in rule.until.map { $0.lastDay + days < window.lowerBound } ?? false }
      isOutside = start.wall.day >= window.upperBound || hasEnded
    }
    guard isOutside else { return nil }
    return DistantEvent(
      uid: EventIdentity.hash(uid.utf8), series: EventIdentity.hash(EventIdentity.seriesKey(uid).utf8),
      recurrenceID: recurrenceID?.wall, sequence: sequence, lastModified: lastModified, stamp: stamp,
      startDay: start.wall.day, isMaster: recurrenceID == nil && !rules.isEmpty)
  }
}

extension RecurrenceRule.Until {
  /// The last day, on any clock, on which an instance can begin.
  fileprivate var lastDay: CivilDay {
    switch self {
    case .date(let day): day
    case .local(let wall): wall.day
    case .utc(let moment): WallTime(moment.seconds).day + 1
    }
  }
}

extension Range<CivilDay> {
  /// Whether something that begins on a day and lasts so many more touches the range.
  fileprivate func overlapsDay(_ day: CivilDay, lasting days: Int) -> Bool {
    day < upperBound && day + days >= lowerBound
  }
}
