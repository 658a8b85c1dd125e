import CommandLineKit
import Foundation
import SampleCompany
import Synchronization

@testable import AdjournCommands

/// What a call of the program said and how it ended.
struct Call {
  let code: Int32
  let output: String
  let errors: String

  /// Calls the program as a terminal-less process would; `change` adds to its surroundings.
  init(_ words: String..., change: (inout Surroundings) -> Void = { _ in }) {
    self.init(words, change: change)
  }

  init(_ words: [String], change: (inout Surroundings) -> Void = { _ in }) {
    let said = Said()
    var surroundings = Surroundings(
      write: { bytes in
        said.output.withLock { $0 += bytes }
        return .written
      },
      tell: { text in said.errors.withLock { $0 += text } })
    change(&surroundings)
    code = Adjourn.run(words, in: surroundings).rawValue
    output = String(decoding: said.output.withLock { $0 }, as: UTF8.self)
    errors = said.errors.withLock { $0 }
  }

  /// The lines on standard error.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
}

/// What the closures of `Call` write to.
private final class Said: Sendable {
  let output = Mutex<[UInt8]>([])
  let errors = Mutex("")
}

/// A folder of a test, removed with it.
final class Folder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("adjourn-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, with the folders above it, and gives its path.
  @discardableResult func add(_ name: String, _ text: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The path of something in it.
  func callAsFunction(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String { try String(contentsOfFile: self(name), encoding: .utf8) }

  /// Every file below, by path, with its bytes; manifest and all.
  func contents(of name: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    let base = url.appendingPathComponent(name)
    for file in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
      let place = base.appendingPathComponent(file)
      if try place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true {
        contents[file] = try Data(contentsOf: place)
      }
    }
    return contents
  }

  func names(in name: String = "") -> [String] {
    let place = name.isEmpty ? path : self(name)
    return ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
  }
}

/// Calendars of a company of two.
enum Fixture {
  /// Ada's: a weekly meeting with Ben, Wednesdays 10:00 in Berlin from 1 July 2026, accepted by both; called off on 8 July.
  static let ada = calendar(of: "ada@two.example", [weekly])
  /// Ben's: the same meeting, and a note to himself that is private.
  static let ben = calendar(of: "ben@two.example", [weekly, note])

  static func calendar(of owner: String, _ events: [String]) -> String {
    ([
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Two Example//Calendar//EN", "X-WR-CALNAME:\(owner)",
      "X-WR-TIMEZONE:Europe/Berlin",
    ] + events + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
  }

  static let weekly = """
    BEGIN:VEVENT\r
    UID:weekly@two.example\r
    DTSTAMP:20260601T080000Z\r
    DTSTART;TZID=Europe/Berlin:20260701T100000\r
    DTEND;TZID=Europe/Berlin:20260701T110000\r
    RRULE:FREQ=WEEKLY;COUNT=4\r
    EXDATE;TZID=Europe/Berlin:20260708T100000\r
    SUMMARY:Roadmap\r
    ORGANIZER:mailto:ada@two.example\r
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@two.example\r
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@two.example\r
    END:VEVENT
    """

  static let note = """
    BEGIN:VEVENT\r
    UID:note@two.example\r
    DTSTAMP:20260601T080000Z\r
    DTSTART:20260702T120000Z\r
    DTEND:20260702T130000Z\r
    CLASS:PRIVATE\r
    SUMMARY:Dentist\r
    END:VEVENT
    """

  /// An event whose DTSTART cannot be read.
  static let unreadable = """
    BEGIN:VEVENT\r
    UID:bad@two.example\r
    DTSTAMP:20260601T080000Z\r
    DTSTART:2026-07-02T25:00\r
    SUMMARY:Never\r
    END:VEVENT
    """
}

extension Folder {
  /// The two calendars, in `in/`.
  func addCompany() throws -> String {
    try add("in/ada.ics", Fixture.ada)
    try add("in/ben.ics", Fixture.ben)
    return self("in")
  }
}

extension Folder {
  /// A made-up company in `company/`.
  func addSample(people: Int) throws {
    for file in SampleCompany(people: people, quarters: 1).files() {
      try add("company/" + file.path, String(decoding: file.bytes, as: UTF8.self))
    }
  }
}

/// Something that happens once.
final class Flagged: Sendable {
  private let state = Mutex(false)
  var isRaised: Bool { state.withLock { $0 } }
  func raise() { state.withLock { $0 = true } }
}

/// Counts how often it is asked.
final class Counter: Sendable {
  private let state = Mutex(0)
  func next() -> Int {
    state.withLock { count in
      count += 1
      return count
    }
  }
}
