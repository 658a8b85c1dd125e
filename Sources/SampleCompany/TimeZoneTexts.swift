/// The VTIMEZONE texts of the sites' zones (RFC 5545 §3.6.5), as each family of programs writes them.
enum TimeZoneText {
  /// Google: rules from 1970, IANA name, `X-LIC-LOCATION`.
  case google
  /// Apple: rules from the year in which today's rule came into force, IANA name.
  case apple
  /// Exchange and Outlook: rules from 1601, Windows name.
  case windows

  func name(of zone: Zone) -> String {
    self == .windows ? zone.windowsName : zone.name
  }

  func write(_ zone: Zone, to writer: inout ICalendarWriter) {
    writer.line("BEGIN:VTIMEZONE")
    writer.property("TZID", name(of: zone))
    if self == .google { writer.property("X-LIC-LOCATION", zone.name) }
    let winter = Self.offsetText(zone.standardOffset)
    if let change = ClockChange(zone) {
      let summer = Self.offsetText(zone.standardOffset + 60)
      let onset = onsets(of: change)
      observance(
        "DAYLIGHT", start: onset.daylight + "T020000", from: winter, to: summer, name: change.daylightName,
        rule: change.daylightRule, &writer)
      observance(
        "STANDARD", start: onset.standard + "T0\(change.standardHour)0000", from: summer, to: winter,
        name: change.standardName, rule: change.standardRule, &writer)
    } else {
      let start = self == .windows ? "16010101T000000" : "19700101T000000"
      observance("STANDARD", start: start, from: winter, to: winter, name: "IST", rule: nil, &writer)
    }
    writer.line("END:VTIMEZONE")
  }

  /// The days from which the rules are said to hold.
  private func onsets(of change: ClockChange) -> (daylight: String, standard: String) {
    switch self {
    case .google: change.onsetsIn1970
    case .apple: change.onsetsOfRule
    case .windows: ("16010101", "16010101")
    }
  }

  private func observance(
    _ kind: String, start: String, from: String, to: String, name: String, rule: String?,
    _ writer: inout ICalendarWriter
  ) {
    writer.line("BEGIN:" + kind)
    writer.property("DTSTART", start)
    writer.property("TZOFFSETFROM", from)
    writer.property("TZOFFSETTO", to)
    if self != .windows { writer.property("TZNAME", name) }
    if let rule { writer.property("RRULE", "FREQ=YEARLY;" + rule) }
    writer.line("END:" + kind)
  }

  /// Minutes east of UTC as RFC 5545 §3.3.14 writes them.
  private static func offsetText(_ minutes: Int) -> String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + twoDigits(size / 60) + twoDigits(size % 60)
  }
}

/// When the clocks of a zone change, in the words of a recurrence rule.
private struct ClockChange {
  let daylightName: String
  let daylightRule: String
  let standardName: String
  let standardRule: String
  /// The hour on the summer clock at which winter begins.
  let standardHour: Int
  /// The first onsets in 1970, had today's rule been in force.
  let onsetsIn1970: (daylight: String, standard: String)
  /// The first onsets under today's rule.
  let onsetsOfRule: (daylight: String, standard: String)

  /// Nothing for a zone whose clocks never change.
  init?(_ zone: Zone) {
    switch zone {
    case .kolkata:
      return nil
    case .berlin:
      (daylightName, standardName) = ("CEST", "CET")
      (daylightRule, standardRule) = ("BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU")
      standardHour = 3
      onsetsIn1970 = ("19700329", "19701025")
      onsetsOfRule = ("19810329", "19961027")
    case .newYork, .losAngeles:
      (daylightName, standardName) = zone == .newYork ? ("EDT", "EST") : ("PDT", "PST")
      (daylightRule, standardRule) = ("BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU")
      standardHour = 2
      onsetsIn1970 = ("19700308", "19701101")
      onsetsOfRule = ("20070311", "20071104")
    }
  }
}
