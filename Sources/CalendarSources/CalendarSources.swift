/// Where calendars come from: what the given paths hold, in an order that does not depend on the file system.
public struct CalendarSources: Sendable {
  /// Files to read as calendars or archives of calendars, each once, in the order of their names.
  public let files: [SourceFile]
  /// What was given or found and will not be read.
  public let refusals: [SourceRefusal]
  /// Files in walked folders that look neither like calendars nor like archives; passed over.
  public let passedOver: Int

  /// More than this, unpacked, is not read of one file: 1 GiB.
  public static let largestFile = 1 << 30
  /// More members than these are not read of one archive.
  public static let mostMembers = 100_000
  static let deepestFolder = 64

  /// Looks at paths without reading calendars: files, folders (walked, links to folders not followed, folders of our own reports
  /// skipped), `-` for standard input.
  public init(paths: [String]) {
    var walk = Walk()
    for path in paths { walk.give(path) }
    files = Self.named(walk.files)
    refusals = Set(walk.refusals).sorted { ($0.path, $0.reason.code) < ($1.path, $1.reason.code) }
    passedOver = walk.passedOver
  }

  /// Files with names that tell them apart: the name below the path that was given; where two are called the same, the whole path.
  private static func named(_ found: [String: Walk.Found]) -> [SourceFile] {
    let uses = Dictionary(grouping: found.values, by: \.name).mapValues(\.count)
    return found.map { path, file in
      SourceFile(path: path, name: uses[file.name] == 1 ? file.name : path, isClaimed: file.isClaimed)
    }.sorted()
  }

  /// Reads a file, or standard input for `-`, and hands over the bytes of every calendar in it: its own, those that gzip packed,
  /// or those of the members of a ZIP or tar archive. The content decides what it is, not the name.
  ///
  /// Nothing is written to disk. One calendar at a time is in memory.
  ///
  /// - Parameters:
  ///   - file: What to read.
  ///   - goesOn: Asked often; answers false when somebody wants to stop.
  ///   - body: Takes each calendar: where it was found, and its bytes, which live as long as the call.
  /// - Returns: What was not handed over, and why.
  public static func forEachCalendar(
    in file: SourceFile, while goesOn: () -> Bool = { true }, _ body: (SourceFile, UnsafeRawBufferPointer) -> Void
  ) -> SourceFindings {
    do throws(SourceRefusal) {
      return try SourceReader.read(file.path) { packed in findings(in: packed, of: file, while: goesOn, body) }
    } catch {
      var findings = SourceFindings()
      findings.found = 1
      findings.refuse(error)
      return findings
    }
  }

  /// The same for bytes at hand.
  static func findings(
    in packed: PackedBytes, of file: SourceFile, while goesOn: () -> Bool,
    _ body: (SourceFile, UnsafeRawBufferPointer) -> Void
  ) -> SourceFindings {
    let kind = packed.kind
    if case .memory(let bytes) = packed, !kind.isPacked {
      var findings = SourceFindings()
      findings.found = 1
      if bytes.isEmpty {
        findings.refuse(SourceRefusal(path: file.path, reason: .empty))
      } else if kind.mayHoldCalendar {
        findings.handedOver += 1
        body(file, bytes)
      } else {
        findings.refuse(SourceRefusal(path: file.path, reason: .foreign(kind)))
      }
      return findings
    }
    return withoutActuallyEscaping(goesOn) { goesOn in
      withoutActuallyEscaping(body) { body in
        var unpacker = Unpacker(file: file, goesOn: goesOn, body: body)
        unpacker.unpack(packed, kind)
        return unpacker.findings
      }
    }
  }
}

/// A file to be read as a calendar or an archive of calendars, or a calendar in an archive.
public struct SourceFile: Sendable, Hashable, Comparable {
  /// The path to open; `-` is standard input. In an archive: the archive's path, a slash, the path in the archive.
  public let path: String
  /// What it is called in the tables: the same wherever the folder lies that was given.
  public let name: String
  /// Whether it was given, or is named like a calendar or an archive: then it is said when there is no calendar in it.
  let isClaimed: Bool

  /// Order by the bytes of the name.
  public static func < (a: SourceFile, b: SourceFile) -> Bool {
    a.name == b.name
      ? a.path.utf8.lexicographicallyPrecedes(b.path.utf8) : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
  }
}

/// What became of everything in a file. A plain file counts as the one thing in it.
public struct SourceFindings: Sendable {
  /// Files, or files in an archive, that were come across; folders aside.
  public internal(set) var found = 0
  /// Those handed over as calendars.
  public internal(set) var handedOver = 0
  /// Those that were refused.
  public internal(set) var refused = 0
  /// Those that do not look like calendars.
  public internal(set) var passedOver = 0
  /// Why those were refused, and what is to be said about the archive as a whole.
  public internal(set) var refusals: [SourceRefusal] = []

  /// Whether everything that was found was handed over, refused or passed over.
  public var balances: Bool { found == handedOver + refused + passedOver }

  /// One thing that was found is not read.
  mutating func refuse(_ refusal: SourceRefusal) {
    refused += 1
    refusals.append(refusal)
  }
}
