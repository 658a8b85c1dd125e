import CLibical
import Synchronization

@testable import ICalendar

/// libical's recurrence iterator on floating time, the oracle of `RuleEvaluator`; under a lock, since the library keeps global
/// state.
enum LibicalIterator {
  private static let lock = Mutex(false)

  /// libical walks from DTSTART; after so many steps the walk is given up and said to be incomplete.
  static let mostSteps = 200_000

  /// The readings in `[from, to)`, ascending, DTSTART first whether or not the rule gives it; COUNT counts from DTSTART.
  static func readings(
    of rule: RecurrenceRule, start: WallTime, from: WallTime, to: WallTime
  ) -> (readings: [WallTime], isComplete: Bool) {
    var collected: [WallTime] = []
    if start >= from, start < to { collected.append(start) }
    var remaining = (rule.count ?? .max) - 1
    var isComplete = true
    walk(rule, start: start) { step, reading in
      guard step < mostSteps else {
        isComplete = false
        return false
      }
      guard reading < to, remaining > 0 else { return false }
      guard reading > start else { return true }
      remaining -= 1
      if reading >= from { collected.append(reading) }
      return true
    }
    return (collected, isComplete)
  }

  /// Calls back with every reading until the callback says stop or the rule ends.
  private static func walk(
    _ rule: RecurrenceRule, start: WallTime, _ visit: (_ step: Int, _ reading: WallTime) -> Bool
  ) {
    lock.withLock { isSetUp in
      if !isSetUp {
        icalerror_set_errors_are_fatal(0)
        _ = icaltimezone_get_utc_timezone()
        isSetUp = true
      }
      let parsed = icalrecurrencetype_from_string(rule.unboundedText)
      guard parsed.freq != ICAL_NO_RECURRENCE, let iterator = icalrecur_iterator_new(parsed, time(start)) else {
        return
      }
      defer { icalrecur_iterator_free(iterator) }
      var step = 0
      while true {
        let next = icalrecur_iterator_next(iterator)
        if icaltime_is_null_time(next) != 0 || next.year > 2200 { return }
        let day = CivilDay(year: Int(next.year), month: Int(next.month), day: Int(next.day))
        let second = Int64(next.hour) * 3600 + Int64(next.minute) * 60 + Int64(next.second)
        guard visit(step, WallTime(day, secondOfDay: second)) else { return }
        step += 1
      }
    }
  }

  private static func time(_ wall: WallTime) -> icaltimetype {
    let (year, month, day) = wall.day.components
    var time = icaltime_null_time()
    time.year = Int32(year)
    time.month = Int32(month)
    time.day = Int32(day)
    time.hour = Int32(wall.secondOfDay / 3600)
    time.minute = Int32(wall.secondOfDay / 60 % 60)
    time.second = Int32(wall.secondOfDay % 60)
    return time
  }
}
