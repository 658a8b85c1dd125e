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

  /// The path given, below which the walk is.
  private var root = ""
  /// By path.
  private(set) var files: [String: Found] = [:]
  private(set) var refusals: [SourceRefusal] = []
  private(set) var passedOver = 0
  /// Files and folders by where they stand, however their path is written.
  private var seen: Set<String> = []
  /// Files and refusals come upon, those seen before among them.
  private var found = 0

  /// Looks at a path of the user's.
  mutating func give(_ path: String) {
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
    if isLink, stat(path, &target) != 0 {
      let leadsNowhere = errno == ENOENT || errno == ELOOP || errno == ENOTDIR
      return refuse(path, leadsNowhere ? .danglingLink : .unreadable(SourceReader.systemWords()))
    }
    switch target.st_mode & S_IFMT {
    case S_IFDIR:
      if isLink, !isGiven { passedOver += 1 } else { walk(path, isGiven: isGiven, depth: depth) }
    case S_IFREG: find(path, isGiven: isGiven)
    default: refuse(path, .notRegular)
    }
  }

  private mutating func find(_ path: String, isGiven: Bool) {
    if isGiven || FileSuffix.promisesCalendar(path) || FileSuffix.promisesArchive(path) {
      keep(path, isClaimed: true)
    } else if let kind = SourceReader.kind(of: path), kind == .calendar || kind.isPacked {
      keep(path, isClaimed: kind == .calendar)
    } else {
      passedOver += 1
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

  private mutating func keep(_ path: String, isClaimed: Bool) {
    found += 1
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard seen.insert(Self.place(ofFolder: folder) + "/" + file).inserted else { return }
    files[path] = Found(name: name(of: path), isClaimed: isClaimed)
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
