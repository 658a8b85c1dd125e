import Glibc

/// What a walk through the given paths has found so far.
struct Walk {
  /// A file to be read.
  struct Found {
    /// What it is called below the path that was given.
    let name: String
    /// Whether it was given, or is named like a calendar or an archive.
    let isClaimed: Bool
  }

  private var given: Set<String> = []
  /// The path given, below which the walk is.
  private var root = ""
  /// By path.
  private(set) var files: [String: Found] = [:]
  private(set) var refusals: [SourceRefusal] = []
  private(set) var passedOver = 0

  /// Looks at a path of the user's; one that was given before adds nothing.
  mutating func give(_ path: String) {
    guard given.insert(path).inserted else { return }
    if path == "-" {
      files[path] = Found(name: path, isClaimed: true)
    } else {
      root = path
      visit(path, isGiven: true, depth: 0)
    }
  }

  private mutating func visit(_ path: String, isGiven: Bool, depth: Int) {
    var link = stat()
    guard lstat(path, &link) == 0 else {
      let reason: SourceRefusal.Reason = errno == ENOENT ? .missing : .unreadable(SourceReader.systemWords())
      return refuse(path, reason)
    }
    var target = link
    let isLink = link.st_mode & S_IFMT == S_IFLNK
    if isLink, stat(path, &target) != 0 { return refuse(path, .danglingLink) }
    switch target.st_mode & S_IFMT {
    case S_IFDIR:
      if isLink, !isGiven { passedOver += 1 } else { walk(path, isGiven: isGiven, depth: depth) }
    case S_IFREG: find(path, isGiven: isGiven)
    default: refuse(path, .notRegular)
    }
  }

  private mutating func find(_ path: String, isGiven: Bool) {
    if isGiven || FileSuffix.promisesCalendar(path) || FileSuffix.promisesArchive(path) {
      files[path] = Found(name: name(of: path), isClaimed: true)
    } else if let kind = SourceReader.kind(of: path), kind == .calendar || kind.isPacked {
      files[path] = Found(name: name(of: path), isClaimed: kind == .calendar)
    } else {
      passedOver += 1
    }
  }

  private mutating func walk(_ folder: String, isGiven: Bool, depth: Int) {
    guard depth < CalendarSources.deepestFolder, !Self.isOwnReport(folder) else { return }
    guard let directory = opendir(folder) else {
      return refuse(folder, .unreadable(SourceReader.systemWords()))
    }
    defer { closedir(directory) }
    let before = files.count + refusals.count
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
    if isGiven, files.count + refusals.count == before { refuse(folder, .emptyFolder) }
  }

  /// The path below the folder that was given; of a file that was given itself, its file name.
  private func name(of path: String) -> String {
    guard path != root else { return String(path.split(separator: "/").last ?? "") }
    return String(path.dropFirst(root.count).drop { $0 == "/" })
  }

  private mutating func refuse(_ path: String, _ reason: SourceRefusal.Reason) {
    refusals.append(SourceRefusal(path: path, reason: reason))
  }

  /// Whether a folder holds the manifest of a report of ours: its drafts are no calendars.
  private static func isOwnReport(_ folder: String) -> Bool {
    guard let head = SourceReader.head(of: folder + "/manifest.json") else { return false }
    return String(decoding: head, as: UTF8.self).contains("\"adjourn\"")
  }
}

/// What names promise. What they hold is decided by the content.
enum FileSuffix {
  /// Whether it is named like a calendar, packed by gzip or not.
  static func promisesCalendar(_ path: String) -> Bool { ends(path, [".ics", ".ical", ".icalendar", ".ics.gz"]) }

  /// Whether it is named like an archive of files.
  static func promisesArchive(_ path: String) -> Bool { ends(path, [".zip", ".tar", ".tar.gz", ".tgz"]) }

  private static func ends(_ path: String, _ suffixes: [String]) -> Bool {
    let name = path.lowercased()
    return suffixes.contains(where: name.hasSuffix)
  }
}
