import ICalendar
import Meetings
import Policy
import Testing

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed, everywhere.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }
  mutating func pick(_ texts: [String]) -> String { texts[roll(texts.count)] }
  mutating func happens(in percent: Int) -> Bool { roll(100) < percent }
}

/// A few people's random calendars around July 2026: shared meetings, several revisions of them, series with exceptions, and
/// all sorts of marks, so that every bucket is met.
struct RandomCalendars {
  /// Each file: path, owner, components.
  private(set) var files: [(path: String, owner: String, events: [[String]])] = []
  private var dice: Dice
  private static let names = ["ana", "bo", "cem", "dee"]

  init(seed: Int) {
    dice = Dice(seed: seed)
    for name in Self.names.prefix(1 + dice.roll(4)) {
      for number in 0...(dice.happens(in: 30) ? 1 : 0) {
        files.append(("\(name)-\(number).ics", name, []))
      }
    }
    for file in files.indices {
      for _ in 0..<(1 + dice.roll(8)) { files[file].events.append(event(uid: dice.roll(6))) }
    }
  }

  private mutating func event(uid: Int) -> [String] {
    var lines = ["DTSTAMP:2026060\(1 + dice.roll(3))T000000Z"]
    if !dice.happens(in: 5) {
      lines.append("UID:" + (dice.happens(in: 10) ? "\(uid)" : "uid-\(uid)"))
    }
    let isDate = dice.happens(in: 12)
    lines += isDate ? dates() : times()
    if dice.happens(in: 25) {
      lines.append(
        "RRULE:"
          + dice.pick([
            "FREQ=WEEKLY", "FREQ=DAILY;COUNT=5", "FREQ=WEEKLY;UNTIL=20260720T000000Z", "FREQ=NEVER",
          ]))
      if dice.happens(in: 30) { lines.append(time("EXDATE", 1 + dice.roll(31), 9 + dice.roll(3))) }
    }
    if dice.happens(in: 20) {
      let range = dice.happens(in: 15) ? ";RANGE=THISANDFUTURE" : ""
      lines.append(time("RECURRENCE-ID\(range)", 1 + dice.roll(31), 9 + dice.roll(3)))
    }
    if dice.happens(in: 30) { lines.append("SEQUENCE:\(dice.roll(3))") }
    if dice.happens(in: 30) { lines.append("LAST-MODIFIED:2026060\(1 + dice.roll(3))T000000Z") }
    lines.append(
      "SUMMARY:" + dice.pick(["Sync", "Sync", "Focus time", "Vacation", "Canceled: Sync", "1:1"]))
    if dice.happens(in: 50) { lines += people() }
    for (percent, line) in [
      (8, "STATUS:CANCELLED"), (8, "TRANSP:TRANSPARENT"), (5, "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
      (5, "CLASS:PRIVATE"),
      (5, "CREATED:20260501T000000Z"), (5, "ATTACH:https://corp.example/a"),
      (3, "DTSTART:20260101T000000Z"),
    ] where dice.happens(in: percent) {
      lines.append(line)
    }
    return lines
  }

  private mutating func times() -> [String] {
    let start =
      dice.pick(["202607", "202607", "202607", "202605", "202609"]) + two(1 + dice.roll(30)) + "T"
      + two(9 + dice.roll(3))
    let zone = dice.pick([
      ";TZID=Europe/Berlin", ";TZID=Europe/Berlin", ";TZID=America/New_York", "",
    ])
    return [
      "DTSTART\(zone):\(start)0000", "DURATION:" + dice.pick(["PT30M", "PT1H", "PT9H", "PT0S"]),
    ]
  }

  private mutating func dates() -> [String] {
    ["DTSTART;VALUE=DATE:202607" + two(1 + dice.roll(31))]
  }

  private mutating func people() -> [String] {
    let organizer = Self.names[dice.roll(4)]
    var lines = ["ORGANIZER:mailto:\(organizer)@corp.example"]
    for name in Self.names + ["eli"] where dice.happens(in: 60) {
      let status = dice.pick(["ACCEPTED", "ACCEPTED", "DECLINED", "TENTATIVE", "NEEDS-ACTION"])
      lines.append(attendee(name, dice.happens(in: 90) ? status : nil))
    }
    if dice.happens(in: 10) { lines.append(attendee("all", "NEEDS-ACTION", ";CUTYPE=GROUP")) }
    return lines
  }

  /// Everything in another order: files, components, and the lines of each component.
  func shuffled(seed: Int) -> RandomCalendars {
    var copy = self
    var dice = Dice(seed: seed)
    copy.files.shuffle(using: &dice)
    for file in copy.files.indices {
      copy.files[file].events.shuffle(using: &dice)
      for event in copy.files[file].events.indices {
        // Of two DTSTARTs that disagree either may be said to be the second one: both orders reject the event.
        copy.files[file].events[event].shuffle(using: &dice)
      }
    }
    return copy
  }

  /// Each file once more, under another name.
  var doubled: RandomCalendars {
    var copy = self
    copy.files += files.map { ("again-" + $0.path, $0.owner, $0.events) }
    return copy
  }

  var streams: [CalendarStream] {
    files.map { file in
      let events = file.events.map { event($0) }.joined()
      return calendar(of: file.owner, path: file.path, events)
    }
  }

  private func event(_ lines: [String]) -> String {
    (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\r\n") + "\r\n"
  }
}

extension MeetingBook {
  /// Everything in the book but paths and ledgers, as text.
  var everything: [String] {
    people.map { "\($0)" } + participants.map { "\($0)" } + details.map { "\($0)" }
      + series.map { "\($0)" }
      + occurrences.map { "\($0)" } + attendances.map { "\($0)" } + knownAttendees.map { "\($0)" }
  }
}

@Suite("Properties over random calendars")
struct PropertyTests {
  @Test(
    "every VEVENT is in one bucket: read is the sum, per calendar and in total, on personal and common clocks"
  )
  func balance() {
    var seen: Set<Bucket> = []
    for seed in 0..<400 {
      let streams = RandomCalendars(seed: seed).streams
      let personal = imported(streams)
      for calendar in personal.book.calendars {
        #expect(calendar.ledger.balances, "seed \(seed), \(calendar.name)")
        for bucket in Bucket.allCases where calendar.ledger[bucket].events > 0 {
          seen.insert(bucket)
        }
      }
      #expect(
        personal.book.ledger.read == streams.reduce(0) { $0 + $1.content.read }, "seed \(seed)")
      let common = imported(streams, clock: .common(nil))
      #expect(common.book.calendars.allSatisfy { $0.ledger.balances }, "seed \(seed)")
      // Occurrences balance the same way: the listing shows each of them once.
      for bucket in Bucket.allCases {
        #expect(
          common.listing.count { $0.bucket == bucket } == common.book.ledger[bucket].occurrences,
          "seed \(seed), \(bucket)")
      }
    }
    #expect(seen == Set(Bucket.allCases))
  }

  @Test("the book is what the ledger says: attendances and hours of each bucket agree")
  func bookAgreesWithLedger() {
    for seed in 0..<200 {
      let book = imported(RandomCalendars(seed: seed).streams).book
      for bucket in Bucket.allCases where bucket > .cancelled {
        let seats = book.attendances.filter { $0.bucket == bucket }
        #expect(seats.count == book.ledger[bucket].occurrences, "seed \(seed), \(bucket)")
        let seconds = seats.reduce(0 as Int64) { sum, seat in
          let occurrence = book[seat.occurrence]
          return sum
            + (occurrence.isAllDay
              ? 0 : occurrence.span.clipped(to: book[seat.person].windowSpan).duration)
        }
        #expect(seconds == book.ledger[bucket].seconds, "seed \(seed), \(bucket)")
      }
    }
  }

  @Test("the order of files, components and lines changes nothing")
  func order() {
    for seed in 0..<200 {
      let calendars = RandomCalendars(seed: seed)
      let (one, other) = (
        imported(calendars.streams), imported(calendars.shuffled(seed: seed + 1).streams)
      )
      #expect(one.book.everything == other.book.everything, "seed \(seed)")
      #expect(one.book.calendars.map(\.name) == other.book.calendars.map(\.name))
      #expect(
        one.book.calendars.map(\.ledger) == other.book.calendars.map(\.ledger), "seed \(seed)")
    }
  }

  @Test("a calendar given twice changes nothing but the ledger, and there only what is superseded")
  func twice() {
    for seed in 0..<200 {
      let calendars = RandomCalendars(seed: seed)
      let (once, twice) = (
        imported(calendars.streams).book, imported(calendars.doubled.streams).book
      )
      #expect(once.everything == twice.everything, "seed \(seed)")
      #expect(twice.ledger.read == 2 * once.ledger.read)
      #expect(twice.calendars.allSatisfy { $0.ledger.balances }, "seed \(seed)")
      for bucket in Bucket.allCases where bucket > .superseded {
        #expect(
          twice.ledger[bucket].occurrences == once.ledger[bucket].occurrences,
          "seed \(seed), \(bucket)")
      }
    }
  }

  @Test("what is said about people holds: sizes, sums of answers, order, ranges")
  func consistency() {
    for seed in 0..<200 {
      let book = imported(RandomCalendars(seed: seed).streams).book
      for occurrence in book.occurrences {
        let details = book[occurrence.details]
        #expect(occurrence.size == details.invitations.count { $0.answer != .declined })
        #expect(
          details.invitations.map(\.participant) == details.invitations.map(\.participant).sorted())
        let counted = details.invitations.count {
          $0.participant != details.organizer && !book[$0.participant].isList
        }
        #expect(Int(occurrence.answers.known + occurrence.answers.unknown) == counted)
        let seats = book.attendances(of: occurrence)
        #expect(!seats.isEmpty && seats.map(\.person) == seats.map(\.person).sorted())
        #expect(seats.allSatisfy { $0.occurrence == occurrence.id })
        #expect(seats.allSatisfy { $0.bucket != .meeting || occurrence.size >= 2 })
      }
      #expect(book.occurrences.map(\.span) == book.occurrences.map(\.span).sorted())
      let recurring = book.occurrences.filter { book[$0.details].series != nil }.count
      #expect(book.series.reduce(0) { $0 + $1.occurrences.count } == recurring)
    }
  }
}
