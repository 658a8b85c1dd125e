import Glibc

/// Where calendars come from: what the given paths hold, in an order that does not depend on the file system.
public struct CalendarSources: Sendable {
  /// Files to read as calendars, each once, in the order of their names.
  public let files: [SourceFile]
  /// What was given or found and will not be read.
  public let refusals: [SourceRefusal]
  /// Files in walked folders that do not look like calendars; passed over.
  public let passedOver: Int

  /// Files larger than this, unpacked, are not read: 1 GiB.
  public static let largestFile = 1 << 30
  static let deepestFolder = 64

  /// Looks at paths without reading calendars: files, folders (walked, links to folders not followed, folders of our own reports
  /// skipped), `-` for standard input.
  public init(paths: [String]) {
    var walk = Walk()
    for path in paths {
      if path == "-" {
        walk.files[path] = path
      } else {
        walk.root = path
        walk.visit(path, isGiven: true, depth: 0)
      }
    }
    files = Self.named(walk.files)
    refusals = Set(walk.refusals).sorted { ($0.path, $0.reason.code) < ($1.path, $1.reason.code) }
    passedOver = walk.passedOver
  }

  /// Files with names that tell them apart: the name below the path that was given; where two are called the same, the whole path.
  private static func named(_ found: [String: String]) -> [SourceFile] {
    let uses = Dictionary(grouping: found.values, by: \.self).mapValues(\.count)
    return found.map { path, name in SourceFile(path: path, name: uses[name] == 1 ? name : path) }.sorted()
  }

  /// Reads a file, or standard input for `-`, and hands its bytes over; refuses what cannot be a calendar by name of what it is.
  public static func withBytes<Result>(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(SourceRefusal) -> Result {
    // What a file is shows in its first bytes: nothing foreign is read whole.
    if path != "-", let head = SourceReader.head(of: path) { try refuseForeign(head, path) }
    let bytes = try SourceReader.read(path)
    if bytes.isEmpty { throw SourceRefusal(path: path, reason: .empty) }
    try refuseForeign(bytes, path)
    return bytes.withUnsafeBytes { body($0) }
  }

  private static func refuseForeign(_ bytes: [UInt8], _ path: String) throws(SourceRefusal) {
    let kind = bytes.withUnsafeBytes { ContentKind(of: $0) }
    switch kind {
    case .calendar, .text, .binary: return
    case .html, .json, .vCard, .pdf, .gzip, .zip, .tar, .utf16: throw SourceRefusal(path: path, reason: .foreign(kind))
    }
  }
}

/// A file to be read as a calendar.
public struct SourceFile: Sendable, Hashable, Comparable {
  /// The path to open; `-` is standard input.
  public let path: String
  /// What it is called in the tables: the same wherever the folder lies that was given.
  public let name: String

  /// Order by the bytes of the name.
  public static func < (a: SourceFile, b: SourceFile) -> Bool {
    a.name == b.name
      ? a.path.utf8.lexicographicallyPrecedes(b.path.utf8) : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
  }
}

/// What a walk has found so far.
private struct Walk {
  /// The path given, below which the walk is.
  var root = ""
  /// Path → name.
  var files: [String: String] = [:]
  var refusals: [SourceRefusal] = []
  var passedOver = 0
  /// Files and folders by where they stand, however their path is written.
  private var seen: Set<String> = []
  /// Files and refusals come upon, those seen before among them.
  private var found = 0

  mutating func visit(_ path: String, isGiven: Bool, depth: Int) {
    var link = stat()
    guard lstat(path, &link) == 0 else {
      let reason: SourceRefusal.Reason = errno == ENOENT ? .missing : .unreadable(SourceReader.systemWords())
      return refuse(path, reason)
    }
    var target = link
    let isLink = link.st_mode & S_IFMT == S_IFLNK
    if isLink, stat(path, &target) != 0 {
      let leadsNowhere = errno == ENOENT || errno == ELOOP || errno == ENOTDIR
      return refuse(path, leadsNowhere ? .danglingLink : .unreadable(SourceReader.systemWords()))
    }
    switch target.st_mode & S_IFMT {
    case S_IFDIR:
      if isLink, !isGiven { passedOver += 1 } else { walk(path, isGiven: isGiven, depth: depth) }
    case S_IFREG:
      if isGiven || Self.looksLikeCalendar(path) { keep(path) } else { passedOver += 1 }
    default: refuse(path, .notRegular)
    }
  }

  private mutating func walk(_ folder: String, isGiven: Bool, depth: Int) {
    guard depth < CalendarSources.deepestFolder else { return refuse(folder, .nestedTooDeep) }
    guard !Self.isOwnReport(folder) else {
      if isGiven { refuse(folder, .ownDraft) }
      return
    }
    guard seen.insert(Self.place(ofFolder: folder) + "/").inserted else { return }
    guard let directory = opendir(folder) else {
      return refuse(folder, .unreadable(SourceReader.systemWords()))
    }
    defer { closedir(directory) }
    let before = found
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      if name.hasPrefix(".") {
        passedOver += 1
        continue
      }
      visit(folder.hasSuffix("/") ? folder + name : folder + "/" + name, isGiven: false, depth: depth + 1)
    }
    if isGiven, found == before { refuse(folder, .emptyFolder) }
  }

  /// The path below the folder that was given; of a file that was given itself, its file name.
  private func name(of path: String) -> String {
    guard path != root else { return String(path.split(separator: "/").last ?? "") }
    return String(path.dropFirst(root.count).drop { $0 == "/" })
  }

  private mutating func keep(_ path: String) {
    found += 1
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
    if seen.insert(Self.place(ofFolder: folder) + "/" + file).inserted { files[path] = name(of: path) }
  }

  /// A folder's path without links and detours.
  private static func place(ofFolder folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private mutating func refuse(_ path: String, _ reason: SourceRefusal.Reason) {
    found += 1
    refusals.append(SourceRefusal(path: path, reason: reason))
  }

  /// Named like a calendar, or beginning like one.
  private static func looksLikeCalendar(_ path: String) -> Bool {
    let name = path.lowercased()
    if [".ics", ".ical", ".icalendar", ".ics.gz", ".zip", ".tar.gz"].contains(where: name.hasSuffix) { return true }
    guard let head = SourceReader.head(of: path) else { return false }
    return head.withUnsafeBytes { ContentKind(of: $0) } == .calendar
  }

  /// Whether a folder holds the manifest of a report of ours: its drafts are no calendars.
  private static func isOwnReport(_ folder: String) -> Bool {
    guard let head = SourceReader.head(of: folder + "/manifest.json") else { return false }
    return String(decoding: head, as: UTF8.self).contains("\"adjourn\"")
  }
}
