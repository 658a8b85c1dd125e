import CalendarSources
import Dispatch
import ICalendar
import Meetings
import Synchronization

/// What the paths gave: the calendars read, and everything that was refused. Both in path order, whatever thread read them.
struct Intake: Sendable {
  /// The calendars.
  let streams: [CalendarStream]
  /// What was given or found and is no calendar.
  let refusals: [SourceRefusal]
  /// What was found in files that were refused all the same.
  let refusedContents: [(path: String, diagnostics: [Diagnostic])]
  /// Files of walked folders, and members of archives, that do not look like calendars.
  let passedOver: Int
  /// Files that were opened.
  let opened: Int

  /// Reads all calendars of a request, `jobs` at a time.
  init(_ request: AuditRequest, zones: ZoneDatabase, _ control: RunControl) throws(AuditError) {
    let sources = CalendarSources(paths: request.paths)
    let readings = try Self.readings(of: sources.files, jobs: request.jobs, control) { file in
      Reading(file, window: request.window, zones: zones, while: { !control.shouldStop })
    }
    for reading in readings {
      guard reading.balances else {
        throw .doesNotBalance(.files(found: reading.findings.found, accounted: reading.accounted))
      }
    }
    streams = Self.apart(readings.flatMap(\.streams))
    refusals = (sources.refusals + readings.flatMap(\.refusals)).sorted { $0.path < $1.path }
    refusedContents = readings.flatMap(\.refusedContents)
    passedOver = sources.passedOver + readings.reduce(0) { $0 + $1.findings.passedOver }
    opened = sources.files.count
  }

  /// Calendars under names that tell them apart: a folder and an archive may hold the same ones, below the same names.
  private static func apart(_ streams: [CalendarStream]) -> [CalendarStream] {
    let uses = Dictionary(streams.map { ($0.name, 1) }, uniquingKeysWith: +)
    guard uses.count < streams.count else { return streams }
    return streams.map { stream in
      uses[stream.name] == 1 ? stream : CalendarStream(path: stream.path, content: stream.content)
    }
  }

  /// Reads files on several threads; the result stands in the order of the files.
  private static func readings(
    of files: [SourceFile], jobs: Int, _ control: RunControl, read: @escaping @Sendable (SourceFile) -> Reading
  ) throws(AuditError) -> [Reading] {
    try control.begin(.reading(done: 0, of: files.count))
    let next = Atomic(0)
    let results = Mutex((readings: [Reading?](repeating: nil, count: files.count), done: 0))
    @Sendable func work() {
      while !control.shouldStop {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < files.count else { return }
        let reading = read(files[index])
        let done = results.withLock { results in
          results.readings[index] = reading
          results.done += 1
          return results.done
        }
        control.tell(.reading(done: done, of: files.count))
      }
    }
    let workers = min(jobs, files.count)
    if workers > 1 { DispatchQueue.concurrentPerform(iterations: workers) { _ in work() } } else { work() }
    if control.shouldStop { throw .interrupted }
    let readings = results.withLock { $0.readings.compactMap(\.self) }
    guard readings.count == files.count else {
      throw .doesNotBalance(.files(found: files.count, accounted: readings.count))
    }
    return readings
  }
}

/// What one file gave: a calendar, as many as its archive holds, or none.
private struct Reading: Sendable {
  private(set) var streams: [CalendarStream] = []
  /// What was found in calendars that were refused all the same.
  private(set) var refusedContents: [(path: String, diagnostics: [Diagnostic])] = []
  private(set) var refusals: [SourceRefusal]
  let findings: SourceFindings

  init(
    _ file: SourceFile, window: Range<CivilDay>, zones: ZoneDatabase, while goesOn: () -> Bool
  ) {
    var contents: [(place: SourceFile, kind: ContentKind, content: ParsedCalendar)] = []
    findings = CalendarSources.forEachCalendar(in: file, while: goesOn) { place, bytes in
      contents.append((place, ContentKind(of: bytes), CalendarScanner.parse(bytes, window: window, zones: zones)))
    }
    refusals = findings.refusals
    for (place, kind, content) in contents { add(content, of: kind, at: place) }
  }

  private mutating func add(_ content: ParsedCalendar, of kind: ContentKind, at place: SourceFile) {
    if content.isCalendar, !content.isOwnDraft {
      streams.append(CalendarStream(path: place.path, name: place.name, content: content))
    } else {
      let reason: SourceRefusal.Reason = content.isCalendar ? .ownDraft : .foreign(kind)
      refusals.append(SourceRefusal(path: place.path, reason: reason))
      refusedContents.append((place.path, content.diagnostics))
    }
  }

  /// Everything the file holds, as far as it was counted.
  var accounted: Int { streams.count + refusedContents.count + findings.refused + findings.passedOver }

  /// Whether everything that was found in the file is a calendar read, refused or passed over.
  var balances: Bool { findings.balances && accounted == findings.found }
}

extension ParsedCalendar {
  /// Whether this program wrote it, as its PRODID says: then it tells of a proposal, not of anybody's time.
  fileprivate var isOwnDraft: Bool { producer.lowercased().contains("//adjourn//") }
}
