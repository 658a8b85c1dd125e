import Glibc

/// Brings what is not ours from an old report into the new one before they are exchanged.
///
/// Files come as hard links, so that the old report stays whole until the end and nothing is copied; where the filesystem
/// has none, as copies. Links come as links, never followed.
struct TakeOver {
  /// What the old manifest lists, and the manifest: these stay behind.
  let owned: Set<String>
  /// Whether what is not ours and in the way of the report is kept beside it, under another name; else it stops the run.
  let keepsBeside: Bool
  /// What was kept so, in the order of names.
  private(set) var kept: [ReportFolder.Kept] = []

  init(owned: Set<String>, keepsBeside: Bool) {
    self.owned = owned
    self.keepsBeside = keepsBeside
  }

  /// Takes everything over from one folder to another; `prefix` is their path inside the report, empty or ending in `/`.
  mutating func run(from old: borrowing Directory, to new: borrowing Directory, prefix: String = "") throws(OutputError)
  {
    for name in try old.names() {
      let path = prefix + name.text
      guard let kind = try old.kind(of: name) else { continue }
      if kind == .folder {
        try takeFolder(name, from: old, to: new, path: path)
      } else if owned.contains(path) {
        continue
      } else {
        let place = try new.kind(of: name) == nil ? name : keep(name, from: old, to: new, path: path)
        try link(name, kind, from: old, to: new, as: place)
      }
    }
  }

  /// The name under which something that is in the way of the report is kept: with `.kept` behind it, or `.kept2` and so on,
  /// the first that neither folder holds.
  private mutating func keep(
    _ name: EntryName, from old: borrowing Directory, to new: borrowing Directory, path: String
  ) throws(OutputError) -> EntryName {
    guard keepsBeside else { throw .occupied(path: old.path(of: name)) }
    var number = 1
    var place = name.adding(suffix: ".kept")
    while true {
      let (before, now) = (try old.kind(of: place), try new.kind(of: place))
      if before == nil && now == nil { break }
      number += 1
      place = name.adding(suffix: ".kept\(number)")
    }
    let above = path.utf8.dropLast(name.text.utf8.count)
    kept.append(ReportFolder.Kept(path: path, newPath: String(decoding: above, as: UTF8.self) + place.text))
    return place
  }

  private mutating func takeFolder(
    _ name: EntryName, from old: borrowing Directory, to new: borrowing Directory, path: String
  ) throws(OutputError) {
    let inner = try Directory(name, in: old)
    let occupant = try new.kind(of: name)
    switch occupant {
    case .folder:
      try run(from: inner, to: Directory(name, in: new), prefix: path + "/")
    default:
      let place = try occupant == nil ? name : keep(name, from: old, to: new, path: path)
      try new.makeFolder(place)
      let copy = try Directory(place, in: new)
      try run(from: inner, to: copy, prefix: path + "/")
      // A folder of ours that this report has no use for does not stay on empty.
      let isOurs = owned.contains { $0.hasPrefix(path + "/") }
      if isOurs {
        if try copy.names().isEmpty { return try new.remove(place) }
      } else if let status = try old.status(of: name) {
        fchmod(copy.descriptor, status.st_mode & 0o7777)
      }
      try copy.synchronize()
    }
  }

  private func link(
    _ name: EntryName, _ kind: EntryKind, from old: borrowing Directory, to new: borrowing Directory,
    as place: EntryName
  ) throws(OutputError) {
    if linkat(old.descriptor, name.bytes, new.descriptor, place.bytes, 0) == 0 { return }
    switch kind {
    case .file: try old.copyFile(name, to: new, as: place)
    case .link: try old.copyLink(name, to: new, as: place)
    case .folder, .other: throw OutputError.failure("take over", old.path(of: name))
    }
  }
}

extension Directory {
  /// All bytes of a file in this folder.
  func readFile(_ name: EntryName) throws(OutputError) -> [UInt8] {
    let file = openat(descriptor, name.bytes, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw OutputError.failure("read", path(of: name)) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw OutputError.failure("read", path(of: name)) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Copies a file with its mode into another folder, under a name of its own.
  func copyFile(_ name: EntryName, to other: borrowing Directory, as place: EntryName) throws(OutputError) {
    let mode = try status(of: name)?.st_mode ?? 0o600
    try other.writeFile(place, readFile(name))
    fchmodat(other.descriptor, place.bytes, mode & 0o7777, 0)
  }

  /// Copies a symbolic link, not what it points to, into another folder.
  func copyLink(_ name: EntryName, to other: borrowing Directory, as place: EntryName) throws(OutputError) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlinkat(descriptor, name.bytes, &target, Int(PATH_MAX))
    guard count >= 0, symlinkat(target, other.descriptor, place.bytes) == 0 else {
      throw OutputError.failure("take over", path(of: name))
    }
  }
}
