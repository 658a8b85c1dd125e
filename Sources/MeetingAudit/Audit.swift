import CalendarSources
import Findings
import ICalendar
import Meetings
import Metrics
import Policy
import Reports

/// The quarterly meeting audit: calendars come in, become occurrences, become attendances of people, are measured, judged,
/// and written down.
///
/// Making one reads the tables and the zone data, which stops on what cannot be used at all; running it reads the calendars.
public struct Audit: Sendable {
  private let request: AuditRequest
  private let zones: ZoneDatabase
  private let roster: PeopleTable?

  /// Prepares a request.
  ///
  /// - Throws: `AuditError` when there is no zone data, or the people file cannot be used at all.
  public init(_ request: AuditRequest) throws(AuditError) {
    let zones = ZoneDatabase(folder: request.zoneFolder)
    guard !zones.isEmpty else { throw .noZoneData(folder: request.zoneFolder) }
    self.request = request
    self.zones = zones
    roster = try request.people.map { path throws(AuditError) in
      try PeopleTable(path, policy: request.policy, zones: zones)
    }
  }

  /// The whole line, once through.
  ///
  /// - Throws: `AuditError` when no calendar can be used, somebody asks to stop, or the totals do not balance.
  public func report(control: RunControl = .unattended) throws(AuditError) -> AuditOutcome {
    let intake = try Intake(request, zones: zones, control)
    let imported = try merged(intake, clock: .personal, control)
    try control.begin(.measuring)
    let measures = AuditMeasures.measure(imported.book, policy: request.policy)
    try Balance.check(measures)
    let findings = AuditFindings.judge(imported.book, measures: measures, policy: request.policy)
    let messages = InputMessages(intake, imported, roster, request)
    try control.begin(.writing)
    let report = AuditReport(
      book: imported.book, measures: measures, findings: findings, policy: request.policy,
      input: messages.summary, version: Product.version, includesPersonal: request.includesPersonal,
      csv: request.csv)
    return AuditOutcome(files: report.files, summary: report.summary, messages: messages.all)
  }

  /// What each source holds, where its events land, and everything there is to say about it.
  ///
  /// - Throws: `AuditError`, as `report` does.
  public func check(control: RunControl = .unattended) throws(AuditError) -> CheckOutcome {
    let intake = try Intake(request, zones: zones, control)
    let imported = try merged(intake, clock: .personal, control)
    let messages = InputMessages(intake, imported, roster, request)
    return CheckOutcome(
      book: imported.book, input: messages.summary, passedOver: intake.passedOver, messages: messages.all)
  }

  /// The expanded occurrences that everything rests on; the window runs between UTC midnights here.
  ///
  /// - Parameters:
  ///   - zone: IANA name of the zone for floating times and dates; nil: each calendar's own.
  ///   - includesAll: Whether those that do not take place are listed too.
  ///   - control: Progress, and whether to stop.
  /// - Returns: The occurrences, and what is to be said about the input.
  /// - Throws: `AuditError.unknownZone`, and as `report` does.
  public func occurrences(
    zone: String? = nil, includesAll: Bool = false, control: RunControl = .unattended
  ) throws(AuditError) -> OccurrencesOutcome {
    let clock = MeetingImport.Clock.common(try zone.map { name throws(AuditError) in try known(name) })
    let intake = try Intake(request, zones: zones, control)
    let imported = try merged(intake, clock: clock, control)
    return OccurrencesOutcome(
      listing: imported.listing.filter { includesAll || $0.bucket.takesPlace },
      messages: InputMessages(intake, imported, roster, request).all)
  }

  /// One book from all calendars that were read, checked to hold every event of every one.
  private func merged(
    _ intake: Intake, clock: MeetingImport.Clock, _ control: RunControl
  ) throws(AuditError) -> MeetingImport {
    guard !intake.streams.isEmpty else {
      throw .noUsableCalendar(InputMessages(intake, nil, roster, request).all)
    }
    try control.begin(.merging)
    let imported = MeetingImport(
      streams: intake.streams, roster: roster, window: request.window, policy: request.policy, zones: zones,
      clock: clock)
    let leftOut = imported.notices.count { notice in
      if case .excluded = notice { true } else { false }
    }
    try Balance.check(imported.book, of: intake.streams, leftOut: leftOut)
    guard imported.book.people.contains(where: \.hasCalendar) else {
      throw .noUsableCalendar(InputMessages(intake, imported, roster, request).all)
    }
    return imported
  }

  private func known(_ name: String) throws(AuditError) -> Zone {
    guard let zone = zones.zone(iana: name) else { throw .unknownZone(name, known: zones.ianaNames) }
    return zone
  }
}
