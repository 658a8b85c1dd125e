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
  /// Files of walked folders that do not look like calendars.
  let passedOver: Int
  /// Files that were opened.
  let opened: Int

  /// Reads all calendars of a request, `jobs` at a time.
  init(_ request: AuditRequest, zones: ZoneDatabase, _ control: RunControl) throws(AuditError) {
    let sources = CalendarSources(paths: request.paths)
    let readings = try Self.readings(of: sources.files, jobs: request.jobs, control) { file in
      Reading(file, window: request.window, zones: zones)
    }
    streams = readings.compactMap(\.stream)
    refusals = (sources.refusals + readings.compactMap(\.refusal)).sorted { $0.path < $1.path }
    refusedContents = readings.compactMap { reading in
      reading.refusal.map { ($0.path, reading.diagnostics) }
    }
    passedOver = sources.passedOver
    opened = sources.files.count
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

/// What one file gave.
private struct Reading: Sendable {
  let stream: CalendarStream?
  let refusal: SourceRefusal?
  let diagnostics: [Diagnostic]

  init(_ file: SourceFile, window: Range<CivilDay>, zones: ZoneDatabase) {
    do throws(SourceRefusal) {
      let (content, kind) = try CalendarSources.withBytes(of: file.path) { bytes in
        (CalendarScanner.parse(bytes, window: window, zones: zones), ContentKind(of: bytes))
      }
      diagnostics = content.diagnostics
      if !content.isCalendar {
        (stream, refusal) = (nil, SourceRefusal(path: file.path, reason: .foreign(kind)))
      } else if content.isOwnDraft {
        (stream, refusal) = (nil, SourceRefusal(path: file.path, reason: .ownDraft))
      } else {
        (stream, refusal) = (CalendarStream(path: file.path, name: file.name, content: content), nil)
      }
    } catch {
      (stream, refusal, diagnostics) = (nil, error, [])
    }
  }
}

extension ParsedCalendar {
  /// Whether this program wrote it, as its PRODID says: then it tells of a proposal, not of anybody's time.
  fileprivate var isOwnDraft: Bool { producer.lowercased().contains("//adjourn//") }
}
