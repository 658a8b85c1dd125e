import ICalendar

/// What a copy says, as one number: the same for the same content, whatever the order of attendees and dates.
struct EventContent {
  private var state: UInt64 = 0

  /// A digest of everything that the import reads of an event.
  static func digest(of event: CalendarEvent, addresses: [String]) -> UInt64 {
    var content = EventContent()
    content.add(event.start)
    content.add(event.length(floating: .utc).end(from: event.start.wall, in: .utc).seconds)
    content.add(event.end?.zone?.name ?? "")
    content.add(event.recurrenceID)
    content.add(event.isThisAndFuture ? 1 : 0 as Int64)
    content.addUnordered(event.rules) { $0.add($1) }
    content.addUnordered(event.exclusionRules) { $0.add($1) }
    content.addUnordered(event.excludedDates) { $0.add($1) }
    content.addUnordered(event.addedDates) {
      $0.add($1.start)
      $0.add($1.end)
    }
    content.add(event.summary)
    content.add(event.description)
    content.add("\(event.status) \(event.busyStatus)")
    content.add(event.isTransparent ? 1 : 0 as Int64)
    content.add(event.isPrivate ? 1 : 0 as Int64)
    content.add(event.organizer.map { addresses[Int($0)] } ?? "")
    content.addUnordered(event.attendees) {
      $0.add(addresses[Int($1.address)])
      $0.add(Int64($1.status.rawValue) * 8 + Int64($1.kind.rawValue) * 2 + ($1.isOptional ? 1 : 0))
    }
    content.add(Int64(event.attachments))
    content.add(event.created?.seconds ?? -1)
    return content.state
  }

  /// One more number, in order; the mixer is that of SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func add(_ number: UInt64) {
    var mixed = state &* 0x9E37_79B9_7F4A_7C15 &+ number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    state = mixed ^ (mixed >> 31)
  }

  private mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

  private mutating func add(_ text: String) { add(EventIdentity.hash(text.utf8)) }

  private mutating func add(_ time: EventTime?) {
    guard let time else { return add(Int64(-1)) }
    let form: Int64 =
      switch time.form {
      case .date: 0
      case .floating: 1
      case .zoned: 2
      case .utc: 3
      }
    add(form)
    add(time.wall.seconds)
    add(time.zone?.name ?? "")
  }

  private mutating func add(_ rule: RecurrenceRule) {
    add(rule.frequency.rawValue)
    add(Int64(rule.interval))
    add(Int64(rule.count ?? -1))
    switch rule.until {
    case nil: add(Int64(0))
    case .date(let day): add(Int64(day.days))
    case .local(let wall): add(wall.seconds)
    case .utc(let moment): add(moment.seconds)
    }
    add(Int64(rule.weekStart.rawValue))
    addUnordered(rule.weekdays) { $0.add(Int64($1.ordinal * 7 + $1.weekday.rawValue)) }
    for list in [
      rule.months, rule.monthDays, rule.positions, rule.yearDays, rule.weekNumbers, rule.hours, rule.minutes,
      rule.seconds,
    ] {
      addUnordered(list) { $0.add(Int64($1)) }
    }
  }

  /// A list whose order says nothing: the sum of its entries' digests.
  private mutating func addUnordered<Entry>(_ list: [Entry], _ each: (inout EventContent, Entry) -> Void) {
    var sum: UInt64 = UInt64(list.count)
    for entry in list {
      var content = EventContent()
      each(&content, entry)
      sum &+= content.state
    }
    add(sum)
  }
}
