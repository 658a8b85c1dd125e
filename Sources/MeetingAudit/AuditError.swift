public import Policy

/// Why an audit stopped. Nothing was written.
public enum AuditError: Error, Sendable {
  /// The folder of the zone data holds no zones.
  case noZoneData(folder: String)
  /// The zone data has no zone of this name; these names it knows.
  case unknownZone(String, known: [String])
  /// The people file could not be opened or read; the system's own words.
  case unreadableTable(path: String, words: String)
  /// The people file is no table of people.
  case unusablePeople(PeopleTableError)
  /// None of the paths gave a calendar; what is to be said about them.
  case noUsableCalendar([InputMessage])
  /// A bug: totals that must be equal are not.
  case doesNotBalance(Imbalance)
  /// Somebody asked to stop.
  case interrupted
}

/// Two totals that must be equal and are not.
public enum Imbalance: Sendable, Equatable {
  /// Files found, against files read and refused.
  case files(found: Int, accounted: Int)
  /// Calendars read, against calendars in the book and left out.
  case calendars(read: Int, accounted: Int)
  /// VEVENTs that the scanner counted, against those that the ledger says were read.
  case events(path: String, scanned: Int, inLedger: Int)
  /// VEVENTs read, against the sum of the buckets.
  case buckets(path: String, read: Int, inBuckets: Int)
  /// Booked seconds of all people, against attendee seconds of all meetings.
  case bookedSeconds(ofPeople: Int64, ofMeetings: Int64)
  /// Booked seconds of all people, against those of the heat map.
  case heatmapSeconds(ofPeople: Int64, inHeatmap: Int64)

  /// One clause that says which.
  public var text: String {
    switch self {
    case .files(let found, let accounted): "\(found) files found, \(accounted) accounted for"
    case .calendars(let read, let accounted): "\(read) calendars read, \(accounted) accounted for"
    case .events(let path, let scanned, let inLedger): "\(path): \(scanned) events read, \(inLedger) in the ledger"
    case .buckets(let path, let read, let inBuckets): "\(path): \(read) events read, \(inBuckets) in its buckets"
    case .bookedSeconds(let people, let meetings):
      "\(people) seconds booked by people, \(meetings) seconds attended in meetings"
    case .heatmapSeconds(let people, let heatmap): "\(people) seconds booked by people, \(heatmap) in the heat map"
    }
  }
}
