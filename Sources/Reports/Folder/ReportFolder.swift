import Glibc

/// The folder of a report. A new report is built complete beside the old one, takes over what is not ours, and the two are
/// exchanged in one step (`docs` chapter "The folder is safe", promise 5): whatever happens, one of them stands there whole.
public struct ReportFolder: Sendable {
  /// The path as the user gave it, without `/` at its end.
  public let path: String
  /// Whether a folder that holds other things, and none of our manifests, may be written into.
  public let force: Bool
  private let parentPath: String
  private let name: EntryName?

  /// What became of a report.
  public enum Outcome: Sendable, Equatable {
    /// It stands in the folder; with `force`, beside what was in its way.
    case written(kept: [Kept])
    /// Somebody asked to stop before the exchange; the earlier report is untouched.
    case stopped
  }

  /// Something that is not ours, stood where the report has a file, and was kept beside it. Paths below the folder.
  public struct Kept: Sendable, Equatable {
    /// Where it stood.
    public let path: String
    /// Where it stands now.
    public let newPath: String
  }

  /// The folder at a path, which need not exist.
  public init(path: String, force: Bool = false) {
    var trimmed = path[...]
    while trimmed.utf8.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = String(trimmed)
    self.force = force
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    let last = parts.last.map(String.init) ?? ""
    name = ["", ".", ".."].contains(last) ? nil : EntryName(last)
    let above = parts.dropLast().joined(separator: "/")
    parentPath = parts.count == 1 ? "." : above.isEmpty ? "/" : above
  }

  /// Whether a report could be written now: to be asked before the long work, and asked again by `write`.
  public func check() throws(OutputError) {
    guard let name else { throw .unnamed(path: path) }
    try checkFolderAbove()
    var status = stat()
    guard stat(parentPath, &status) == 0 else { return }
    let parent = try Directory(path: parentPath)
    switch try parent.kind(of: name) {
    case nil: return
    case .link: throw .symbolicLink(path: path)
    case .file, .other: throw .notAFolder(path: path)
    case .folder: try checkOldReport(Directory(name, in: parent))
    }
  }

  /// The nearest folder above that exists takes new entries.
  private func checkFolderAbove() throws(OutputError) {
    var above = parentPath
    var status = stat()
    while stat(above, &status) != 0 {
      guard errno == ENOENT else {
        if errno == ENOTDIR { throw .notAFolder(path: above) }
        throw OutputError.failure("look at", above)
      }
      if lstat(above, &status) == 0 { throw .symbolicLink(path: above) }
      above = ReportFolder(path: above).parentPath
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: above) }
    guard faccessat(AT_FDCWD, above, W_OK | X_OK, AT_EACCESS) == 0 else {
      throw OutputError.failure("write into the folder", above)
    }
    // Permissions do not tell everything, and nothing to the superuser: only trying does.
    let probe = above + "/.adjourn-probe"
    guard mkdir(probe, 0o700) == 0 || errno == EEXIST else {
      throw OutputError.failure("write into the folder", above)
    }
    rmdir(probe)
  }

  private func checkOldReport(_ folder: borrowing Directory) throws(OutputError) {
    guard faccessat(folder.descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      throw OutputError.failure("write into the folder", path)
    }
    if force { return }
    if try folder.names().isEmpty { return }
    guard try ownedPaths(in: folder) != nil else { throw .foreignFolder(path: path) }
  }

  /// The paths that the manifest in a folder lists; nil without a manifest of ours.
  private func ownedPaths(in folder: borrowing Directory) throws(OutputError) -> Set<String>? {
    let manifest = EntryName(Manifest.name)
    guard try folder.kind(of: manifest) == .file else { return nil }
    return Manifest.paths(in: String(decoding: try folder.readFile(manifest), as: UTF8.self))
  }

  /// Writes a report with its manifest in place of the one that stands there; `shouldStop` is asked while it waits for
  /// another run and a last time before the exchange.
  ///
  /// `version` is the program's own. On any error the earlier report is untouched and nothing of the new one stays.
  public func write(
    _ files: [ReportFile], version: String, shouldStop: () -> Bool
  ) throws(OutputError) -> Outcome {
    try check()
    guard let name else { throw .unnamed(path: path) }
    let made = try makeFoldersAbove()
    do throws(OutputError) {
      let parent = try Directory(path: parentPath)
      guard try lock(parent, shouldStop: shouldStop) else { return .stopped }
      try check()
      let manifest = ReportFile(path: Manifest.name, text: Manifest.text(version: version, files: files))
      let outcome = try exchange(name, in: parent, for: files + [manifest], shouldStop: shouldStop)
      if outcome == .stopped { removeFolders(made) }
      return outcome
    } catch {
      removeFolders(made)
      throw error
    }
  }

  private func exchange(
    _ name: EntryName, in parent: borrowing Directory, for files: [ReportFile], shouldStop: () -> Bool
  ) throws(OutputError) -> Outcome {
    let unfinished = try parent.makeUnusedFolder(Leftovers.unfinished, for: name)
    do throws(OutputError) {
      let kept = try build(files, in: Directory(unfinished, in: parent), takingOverFrom: name, in: parent)
      guard !shouldStop() else {
        try parent.remove(unfinished)
        return .stopped
      }
      let old = try parent.exchange(unfinished, with: name)
      try parent.synchronize()
      // The new report stands; what cannot be removed of the old one, the next run tries again.
      if let old { try? parent.remove(old) }
      return .written(kept: kept)
    } catch {
      try? parent.remove(unfinished)
      throw error
    }
  }

  private func build(
    _ files: [ReportFile], in folder: borrowing Directory, takingOverFrom name: EntryName,
    in parent: borrowing Directory
  ) throws(OutputError) -> [Kept] {
    var kept: [Kept] = []
    for file in files {
      try write(file.bytes, at: file.path.split(separator: "/").map { EntryName(String($0)) }[...], in: folder)
    }
    if try parent.kind(of: name) == .folder {
      let old = try Directory(name, in: parent)
      let owned = try ownedPaths(in: old).map { $0.union([Manifest.name]) } ?? []
      var takeOver = TakeOver(owned: owned, keepsBeside: force)
      try takeOver.run(from: old, to: folder)
      kept = takeOver.kept
    }
    try folder.synchronize()
    return kept
  }

  private func write(
    _ bytes: [UInt8], at path: ArraySlice<EntryName>, in folder: borrowing Directory
  ) throws(OutputError) {
    guard let first = path.first else { return }
    if path.count == 1 { return try folder.writeFile(first, bytes) }
    if try folder.kind(of: first) == nil { try folder.makeFolder(first) }
    let inner = try Directory(first, in: folder)
    try write(bytes, at: path.dropFirst(), in: inner)
    try inner.synchronize()
  }

  /// Waits until no other run writes into the folder above, at most half a minute; false when asked to stop meanwhile.
  ///
  /// The folder itself is locked, so no lock file stays behind. Where the filesystem cannot do that (network ones), the
  /// run goes on and leaves the leftovers alone, which could be another run's work.
  private func lock(_ parent: borrowing Directory, shouldStop: () -> Bool) throws(OutputError) -> Bool {
    let (pause, patience) = (UInt32(20_000), 1500)
    for _ in 0..<patience {
      if flock(parent.descriptor, LOCK_EX | LOCK_NB) == 0 {
        Leftovers.clear(parent)
        return true
      }
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      if shouldStop() { return false }
      usleep(pause)
    }
    throw .busy(path: path)
  }

  /// Makes the folders above that are missing; their paths, outermost first.
  private func makeFoldersAbove() throws(OutputError) -> [String] {
    var missing: [String] = []
    var above = parentPath
    var status = stat()
    while stat(above, &status) != 0 && above != "." && above != "/" {
      missing.append(above)
      above = ReportFolder(path: above).parentPath
    }
    var made: [String] = []
    for folder in missing.reversed() {
      if mkdir(folder, 0o700) == 0 {
        made.append(folder)
      } else if errno != EEXIST {
        let error = OutputError.failure("create the folder", folder)
        removeFolders(made)
        throw error
      }
    }
    return made
  }

  /// Removes folders that we made, as far as they are empty.
  private func removeFolders(_ made: [String]) {
    for folder in made.reversed() { rmdir(folder) }
  }
}
