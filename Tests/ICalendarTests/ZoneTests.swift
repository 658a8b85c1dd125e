import Testing

@testable import ICalendar

@Suite("Time zones of the system (RFC 9636) and their names")
struct ZoneTests {
  private func zone(_ name: String) throws -> Zone { try #require(zones.zone(iana: name)) }

  @Test(
    "Offsets hold at the moments of change and long after the last written one",
    arguments: [
      // The EU changes at 01:00 UTC on the last Sundays of March and October.
      ("Europe/Berlin", "20260329T005959Z", 3600), ("Europe/Berlin", "20260329T010000Z", 7200),
      ("Europe/Berlin", "20261025T005959Z", 7200), ("Europe/Berlin", "20261025T010000Z", 3600),
      // 2050-03-27 is the last Sunday of its March.
      ("Europe/Berlin", "20500327T005959Z", 3600), ("Europe/Berlin", "20500327T010000Z", 7200),
      ("America/New_York", "20500115T120000Z", -18_000), ("America/New_York", "20500715T120000Z", -14_400),
      // Ireland's standard time is the summer one: winter time is negative daylight saving.
      ("Europe/Dublin", "20260115T120000Z", 0), ("Europe/Dublin", "20260715T120000Z", 3600),
      ("Europe/Dublin", "20500115T120000Z", 0), ("Europe/Dublin", "20500715T120000Z", 3600),
      // Half and quarter hours; Lord Howe moves its clocks by half an hour.
      ("Asia/Kolkata", "20260701T000000Z", 19_800), ("Asia/Kathmandu", "20260701T000000Z", 20_700),
      ("America/St_Johns", "20260101T000000Z", -12_600), ("Pacific/Chatham", "20260701T000000Z", 45_900),
      ("Australia/Lord_Howe", "20260701T000000Z", 37_800), ("Australia/Lord_Howe", "20260101T000000Z", 39_600),
      // Southern summer across the turn of a far year.
      ("Australia/Sydney", "20501231T235959Z", 39_600), ("Australia/Sydney", "20510101T000000Z", 39_600),
      ("Australia/Sydney", "20500701T000000Z", 36_000),
      ("UTC", "20260701T000000Z", 0), ("Etc/GMT+5", "20260701T000000Z", -18_000),
    ])
  func offsets(_ name: String, _ moment: String, _ offset: Int64) throws {
    #expect(try zone(name).offset(at: utc(moment)) == offset)
  }

  @Test(
    "A skipped reading takes the offset before the gap, a repeated one means the first (RFC 5545 §3.3.5)",
    arguments: [
      ("Europe/Berlin", "20260329T023000", "20260329T013000Z"),
      ("Europe/Berlin", "20261025T023000", "20261025T003000Z"),
      ("America/New_York", "20070311T023000", "20070311T073000Z"),
      ("America/New_York", "20071104T013000", "20071104T053000Z"),
      ("Europe/Dublin", "20260329T013000", "20260329T013000Z"),
      ("Europe/Dublin", "20261025T013000", "20261025T003000Z"),
      ("Australia/Lord_Howe", "20261004T021500", "20261003T154500Z"),
      // Samoa had no 30 December 2011: its clocks went from UTC−10 to UTC+14.
      ("Pacific/Apia", "20111230T120000", "20111230T220000Z"), ("Pacific/Apia", "20111231T000000", "20111230T100000Z"),
      ("Europe/Berlin", "20500327T023000", "20500327T013000Z"),
    ])
  func gapsAndOverlaps(_ name: String, _ reading: String, _ moment: String) throws {
    #expect(text(try zone(name).instant(of: wall(reading))) == moment)
  }

  @Test("Every hour of a year converts to a wall reading and back, repeated hours aside")
  func roundTrip() throws {
    for name in ["Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu"] {
      let zone = try zone(name)
      var repeated = 0
      var moment = utc("20260101T000000Z")
      for _ in 0..<(365 * 48) {
        if zone.instant(of: zone.wallTime(at: moment)) != moment { repeated += 1 }
        moment = moment + 1800
      }
      #expect(repeated <= 2)
    }
  }

  @Test(
    "Names are found as calendars write them",
    arguments: [
      ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("EUROPE/BERLIN", "Europe/Berlin"),
      ("/Europe/Berlin", "Europe/Berlin"), ("America/New York", "America/New_York"),
      ("/mozilla.org/20050126_1/Europe/Paris", "Europe/Paris"),
      ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
      ("Pacific Standard Time", "America/Los_Angeles"), ("pacific standard time", "America/Los_Angeles"),
      ("W. Europe Standard Time", "Europe/Berlin"), ("GMT Standard Time", "Europe/London"),
      ("Tokyo Standard Time", "Asia/Tokyo"), ("AUS Eastern Standard Time", "Australia/Sydney"),
      ("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
      ("(utc-08:00) PACIFIC TIME (US & Canada)", "America/Los_Angeles"),
      (#"(UTC+01:00) Amsterdam\, Berlin\, Bern\, Rome\, Stockholm\, Vienna"#, "Europe/Berlin"),
      ("\"(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi\"", "Asia/Calcutta"),
      ("(GMT+01.00) Paris/Madrid/Brussels/Copenhagen", "Europe/Paris"),
      ("(GMT-08.00) Pacific Time (US & Canada)/Tijuana", "America/Los_Angeles"),
      ("Eastern Time (US & Canada)", "America/New_York"),
      ("tzone://Microsoft/Utc", "UTC"), ("Z", "UTC"), ("GMT", "UTC"), ("Etc/UTC", "UTC"),
      ("(UTC) Coordinated Universal Time", "UTC"), ("(UTC)", "UTC"),
    ])
  func names(_ written: String, _ name: String) throws {
    #expect(try #require(zones.zone(tzid: written)).name == name || zones.zone(iana: name)?.name == name)
    let found = try #require(zones.zone(tzid: written))
    let wanted = try #require(zones.zone(iana: name))
    for moment in ["20260115T000000Z", "20260715T000000Z"] {
      #expect(found.offset(at: utc(moment)) == wanted.offset(at: utc(moment)))
    }
  }

  @Test(
    "Offsets as names are fixed zones",
    arguments: [("UTC+01", 3600), ("UTC-05:30", -19_800), ("GMT+0545", 20_700), ("utc+2", 7200), ("UTC-11", -39_600)])
  func fixed(_ name: String, _ offset: Int64) throws {
    #expect(try #require(zones.zone(tzid: name)).offset(at: utc("20260701T000000Z")) == offset)
  }

  @Test(
    "Unknown and hostile names mean no zone, and are never used as paths",
    arguments: [
      "Mars/Olympus", "Customized Time Zone", "", "../../../etc/passwd", "/etc/passwd",
      "tzdata.zi", "posixrules", "localtime", "UTC+99", "(UTC+01:00) Atlantis", "Europe/Ber\0lin", "Europe",
      String(repeating: "A", count: 10_000), "%n%n%s", "Europe/Berlin/../Paris",
    ])
  func unknown(_ name: String) { #expect(zones.zone(tzid: name) == nil) }

  @Test("Without zone data only UTC is known")
  func noZoneData() {
    let empty = ZoneDatabase(folder: "/nonexistent")
    #expect(empty.isEmpty && empty.zone(tzid: "Europe/Berlin") == nil && empty.zone(tzid: "UTC") != nil)
  }

  @Test("Every Windows name of the display-name table leads to a zone")
  func wholeTable() {
    for (place, windows) in ExchangeNames.windowsName {
      #expect(zones.zone(tzid: windows) != nil, "\(windows)")
      #expect(zones.zone(tzid: "(UTC+00:00) \(place)") != nil, "\(place)")
    }
  }

  @Test(
    "POSIX TZ strings are read in all their forms (RFC 9636 §3.3.1)",
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", "20600701T000000Z", 7200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "20600101T000000Z", 3600),
      ("<+0330>-3:30", "20600101T000000Z", 12_600), ("EST5EDT4,J60,J300", "20600301T120000Z", -14_400),
      ("EST5EDT,59/0,299/0", "20600229T120000Z", -14_400), ("IST-1GMT0,M10.5.0,M3.5.0/1", "20600101T000000Z", 0),
      ("XXX3EDT4,0/0,J365/23", "20600701T000000Z", -14_400),
    ])
  func posix(_ string: String, _ moment: String, _ offset: Int64) throws {
    // J60 is always 1 March; day 59 from 0 is 29 February in a leap year.
    #expect(try #require(PosixZone.rule(from: Array(string.utf8))).offset(at: utc(moment)) == offset)
  }

  @Test(
    "Damaged zone files are no zones",
    arguments: [[], Array("TZif".utf8), Array(repeating: 0, count: 100)] as [[UInt8]])
  func damaged(_ bytes: [UInt8]) { #expect(ZoneFile.zone(named: "x", from: bytes) == nil) }
}
