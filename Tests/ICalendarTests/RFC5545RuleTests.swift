import Testing

@testable import ICalendar

/// An example of RFC 5545 §3.8.5.3: dates as printed there, at 09:00 in New York unless a time stands with them.
struct RuleExample: CustomTestStringConvertible, Sendable {
  let title: String
  let rule: String
  let start: String
  let dates: String
  /// Whether the RFC prints all of them, or the first ones of a rule that goes on.
  let isWhole: Bool

  var testDescription: String { title }

  init(_ title: String, _ rule: String, start: String = "19970902T090000", whole: Bool = false, _ dates: String) {
    self.title = title
    self.rule = rule
    self.start = start
    self.dates = dates
    isWhole = whole
  }

  /// `1997 Sep 2,3,4; Oct 1` as readings.
  var expected: [String] {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (defaultTime, words) = (String(start.dropFirst(9)), dates.split { $0 == " " || $0 == ";" || $0 == "\n" })
    var (year, month) = (0, 0)
    var readings: [String] = []
    for word in words {
      if let number = Int(word), number > 1000 {
        year = number
      } else if let position = months.firstIndex(of: String(word)) {
        month = position + 1
      } else {
        for item in word.split(separator: ",") {
          let parts = item.split(separator: "@")
          let time = parts.count > 1 ? parts[1].filter { $0 != ":" } + "00" : defaultTime
          readings.append(padded(year, 4) + padded(month, 2) + padded(Int(parts[0])!, 2) + "T" + time)
        }
      }
    }
    return readings
  }
}

@Suite("RFC 5545 §3.8.5.3: the examples of RRULE")
struct RFC5545RuleTests {
  @Test("An example gives the dates that the RFC prints", arguments: examples + moreExamples)
  func example(_ example: RuleExample) throws {
    let event = try #require(
      only("DTSTART;TZID=America/New_York:\(example.start)", "RRULE:\(example.rule)", "DURATION:PT1H"))
    let (instances, isComplete) = event.instances(
      touching: Span(start: utc("19970101T000000Z"), end: utc("20200101T000000Z")), floating: .utc)
    let found = instances.map { text($0.original) }
    #expect(isComplete)
    if example.isWhole {
      #expect(found == example.expected)
    } else {
      #expect(Array(found.prefix(example.expected.count)) == example.expected)
    }
  }

  static let examples: [RuleExample] = [
    RuleExample(
      "Daily for 10 occurrences", "FREQ=DAILY;COUNT=10", whole: true, "1997 Sep 2,3,4,5,6,7,8,9,10,11"),
    RuleExample(
      "Daily until December 24, 1997", "FREQ=DAILY;UNTIL=19971224T000000Z", whole: true,
      """
      1997 Sep 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30
      Oct 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
      Nov 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30
      Dec 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23
      """),
    RuleExample(
      "Every other day", "FREQ=DAILY;INTERVAL=2",
      "1997 Sep 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 Oct 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 Nov 1,3"),
    RuleExample(
      "Every 10 days, 5 occurrences", "FREQ=DAILY;INTERVAL=10;COUNT=5", whole: true, "1997 Sep 2,12,22 Oct 2,12"),
    RuleExample(
      "Every day in January, for 3 years (by year)",
      "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", start: "19980101T090000", whole: true,
      januaries),
    RuleExample(
      "Every day in January, for 3 years (by day)", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
      start: "19980101T090000", whole: true, januaries),
    RuleExample(
      "Weekly for 10 occurrences", "FREQ=WEEKLY;COUNT=10", whole: true, "1997 Sep 2,9,16,23,30 Oct 7,14,21,28 Nov 4"),
    RuleExample(
      "Weekly until December 24, 1997", "FREQ=WEEKLY;UNTIL=19971224T000000Z", whole: true,
      "1997 Sep 2,9,16,23,30 Oct 7,14,21,28 Nov 4,11,18,25 Dec 2,9,16,23"),
    RuleExample(
      "Every other week", "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
      "1997 Sep 2,16,30 Oct 14,28 Nov 11,25 Dec 9,23 1998 Jan 6,20 Feb 3,17"),
    RuleExample(
      "Weekly on Tuesday and Thursday for five weeks (until)",
      "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", whole: true, "1997 Sep 2,4,9,11,16,18,23,25,30 Oct 2"),
    RuleExample(
      "Weekly on Tuesday and Thursday for five weeks (count)", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
      whole: true, "1997 Sep 2,4,9,11,16,18,23,25,30 Oct 2"),
    RuleExample(
      "Every other week on Monday, Wednesday, and Friday until December 24, 1997",
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", start: "19970901T090000", whole: true,
      "1997 Sep 1,3,5,15,17,19,29 Oct 1,3,13,15,17,27,29,31 Nov 10,12,14,24,26,28 Dec 8,10,12,22"),
    RuleExample(
      "Every other week on Tuesday and Thursday, for 8 occurrences",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", whole: true, "1997 Sep 2,4,16,18,30 Oct 2,14,16"),
    RuleExample(
      "Monthly on the first Friday for 10 occurrences", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", start: "19970905T090000",
      whole: true, "1997 Sep 5 Oct 3 Nov 7 Dec 5 1998 Jan 2 Feb 6 Mar 6 Apr 3 May 1 Jun 5"),
    RuleExample(
      "Monthly on the first Friday until December 24, 1997", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
      start: "19970905T090000", whole: true, "1997 Sep 5 Oct 3 Nov 7 Dec 5"),
    RuleExample(
      "Every other month on the first and last Sunday of the month for 10 occurrences",
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", start: "19970907T090000", whole: true,
      "1997 Sep 7,28 Nov 2,30 1998 Jan 4,25 Mar 1,29 May 3,31"),
    RuleExample(
      "Monthly on the second-to-last Monday of the month for 6 months", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
      start: "19970922T090000", whole: true, "1997 Sep 22 Oct 20 Nov 17 Dec 22 1998 Jan 19 Feb 16"),
    RuleExample(
      "Monthly on the third-to-the-last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-3", start: "19970928T090000",
      "1997 Sep 28 Oct 29 Nov 28 Dec 29 1998 Jan 29 Feb 26"),
    RuleExample(
      "Monthly on the 2nd and 15th of the month for 10 occurrences", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
      whole: true, "1997 Sep 2,15 Oct 2,15 Nov 2,15 Dec 2,15 1998 Jan 2,15"),
    RuleExample(
      "Monthly on the first and last day of the month for 10 occurrences", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
      start: "19970930T090000", whole: true, "1997 Sep 30 Oct 1,31 Nov 1,30 Dec 1,31 1998 Jan 1,31 Feb 1"),
    RuleExample(
      "Every 18 months on the 10th thru 15th of the month for 10 occurrences",
      "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", start: "19970910T090000", whole: true,
      "1997 Sep 10,11,12,13,14,15 1999 Mar 10,11,12,13"),
    RuleExample(
      "Every Tuesday, every other month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
      "1997 Sep 2,9,16,23,30 Nov 4,11,18,25 1998 Jan 6,13,20,27 Mar 3,10,17,24,31"),
  ]

  private static let januaries = [1998, 1999, 2000].map { year in
    "\(year) Jan " + (1...31).map(String.init).joined(separator: ",")
  }.joined(separator: " ")
}
