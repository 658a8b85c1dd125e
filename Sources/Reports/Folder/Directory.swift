import Glibc

/// The name of an entry of a folder: bytes that end in NUL, since names need not be UTF-8.
struct EntryName: Hashable {
  /// The bytes, NUL included.
  let bytes: [CChar]

  init(_ text: String) { bytes = Array(text.utf8CString) }
  init(bytes: [CChar]) { self.bytes = bytes }

  /// For messages.
  var text: String { String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }

  /// The bytes after a prefix; nil when it does not begin so, or nothing follows.
  func dropping(prefix: String) -> EntryName? {
    let start = Array(prefix.utf8).map { CChar(bitPattern: $0) }
    guard bytes.starts(with: start), bytes.count > start.count + 1 else { return nil }
    return EntryName(bytes: Array(bytes.dropFirst(start.count)))
  }

  /// This name behind a prefix.
  func adding(prefix: String) -> EntryName {
    EntryName(bytes: Array(prefix.utf8).map { CChar(bitPattern: $0) } + bytes)
  }

  /// This name before a suffix.
  func adding(suffix: String) -> EntryName {
    EntryName(bytes: bytes.dropLast() + Array(suffix.utf8CString))
  }
}

/// What an entry of a folder is; links are not followed.
enum EntryKind {
  case folder, file, link, other
}

/// A folder held open, in which entries are named one at a time: no path is ever resolved twice, and no link followed.
struct Directory: ~Copyable {
  /// The descriptor, closed with the value.
  let descriptor: Int32
  /// Where it stands, for messages.
  let path: String

  /// Opens the folder at a path, through links where the user's path holds some.
  init(path: String) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError.failure("open the folder", path) }
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens a folder inside another; a link there is refused.
  init(_ name: EntryName, in parent: borrowing Directory) throws(OutputError) {
    let path = parent.path(of: name)
    let descriptor = openat(parent.descriptor, name.bytes, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError.failure("open the folder", path) }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// The path of an entry, for messages.
  func path(of name: EntryName) -> String { path + "/" + name.text }

  /// What stands under a name; nil when nothing does.
  func kind(of name: EntryName) throws(OutputError) -> EntryKind? {
    guard let status = try status(of: name) else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// What the system knows of an entry, links not followed; nil when there is none.
  func status(of name: EntryName) throws(OutputError) -> stat? {
    var status = stat()
    if fstatat(descriptor, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    if errno == ENOENT { return nil }
    throw OutputError.failure("look at", path(of: name))
  }

  /// The names of all entries, in the order of their bytes.
  func names() throws(OutputError) -> [EntryName] {
    // A descriptor of its own: reading a folder moves a position that copies of a descriptor share.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else { throw OutputError.failure("read the folder", path) }
    defer { closedir(stream) }
    var names: [EntryName] = []
    errno = 0
    while let entry = readdir(stream) {
      let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name)!
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let name = EntryName(bytes: Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1)))
      if name != EntryName(".") && name != EntryName("..") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw OutputError.failure("read the folder", path) }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Makes a folder that only its owner may enter.
  func makeFolder(_ name: EntryName) throws(OutputError) {
    guard mkdirat(descriptor, name.bytes, 0o700) == 0 else {
      throw OutputError.failure("create the folder", path(of: name))
    }
  }

  /// Writes a file that must not be there yet, readable by its owner only, down to the disk.
  func writeFile(_ name: EntryName, _ bytes: [UInt8]) throws(OutputError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, name.bytes, flags, mode_t(0o600))
    guard file >= 0 else { throw OutputError.failure("create", path(of: name)) }
    defer { close(file) }
    let code = writeAll(bytes, to: file)
    guard code == 0 else { throw OutputError.system(action: "write", path: path(of: name), code: code) }
    guard fsync(file) == 0 else { throw OutputError.failure("write", path(of: name)) }
  }

  /// Removes an entry with all that is below it; links themselves, never what they point to.
  func remove(_ name: EntryName) throws(OutputError) {
    guard let kind = try kind(of: name) else { return }
    if kind == .folder { try Directory(name, in: self).removeContents() }
    guard unlinkat(descriptor, name.bytes, kind == .folder ? AT_REMOVEDIR : 0) == 0 else {
      throw OutputError.failure("remove", path(of: name))
    }
  }

  private func removeContents() throws(OutputError) {
    for name in try names() { try remove(name) }
  }

  /// Takes the folder's entries down to the disk.
  func synchronize() throws(OutputError) {
    // Some filesystems cannot do that for folders and say EINVAL: then there is nothing to wait for.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputError.failure("write", path) }
  }
}

/// Writes all bytes; 0, or the errno of the call that failed.
private func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let count = write(file, buffer.baseAddress! + written, buffer.count - written)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return errno }
      written += count
    }
    return 0
  }
}

extension OutputError {
  /// The call that just failed, with its errno.
  static func failure(_ action: String, _ path: String) -> OutputError {
    .system(action: action, path: path, code: errno)
  }
}
