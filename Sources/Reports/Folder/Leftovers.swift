import Glibc

/// The hidden names beside a report that a killed run leaves behind, and what becomes of them.
enum Leftovers {
  /// Before a number, a dot and the report's name: a report being built, or an old one being removed.
  static let unfinished = ".adjourn-new-"
  /// The same: an old report set aside, on filesystems that cannot exchange two folders.
  static let setAside = ".adjourn-old-"

  /// Removes what killed runs left in a folder that is locked by us. An old report that was set aside goes back to its
  /// place when nothing stands there.
  static func clear(_ parent: borrowing Directory) {
    guard let names = try? parent.names() else { return }
    for name in names {
      if reportName(of: name, behind: unfinished) != nil {
        try? parent.remove(name)
      } else if let report = reportName(of: name, behind: setAside) {
        restore(name, as: report, in: parent)
      }
    }
  }

  private static func restore(_ name: EntryName, as report: EntryName, in parent: borrowing Directory) {
    do throws(OutputError) {
      if try parent.kind(of: report) == nil {
        renameat(parent.descriptor, name.bytes, parent.descriptor, report.bytes)
      } else {
        try parent.remove(name)
      }
    } catch {
      // It cannot be looked at or removed: it stays for the next run.
    }
  }

  /// The report's name in a leftover's: what follows the prefix, a number and a dot.
  private static func reportName(of name: EntryName, behind prefix: String) -> EntryName? {
    guard let rest = name.dropping(prefix: prefix),
      let dot = rest.bytes.firstIndex(of: CChar(bitPattern: UInt8(ascii: "."))), dot > 0,
      rest.bytes[..<dot].allSatisfy({ (48...57).contains($0) }), rest.bytes.count > dot + 2
    else { return nil }
    return EntryName(bytes: Array(rest.bytes[(dot + 1)...]))
  }
}

extension Directory {
  /// Makes a folder under the first unused name that a prefix, a number and a report's name give.
  func makeUnusedFolder(_ prefix: String, for report: EntryName) throws(OutputError) -> EntryName {
    let name = try unusedName(prefix, for: report)
    try makeFolder(name)
    return name
  }

  private func unusedName(_ prefix: String, for report: EntryName) throws(OutputError) -> EntryName {
    var number = 0
    while try kind(of: report.adding(prefix: "\(prefix)\(number).")) != nil { number += 1 }
    return report.adding(prefix: "\(prefix)\(number).")
  }

  /// Puts a new folder in the place of an old one in one step; the name under which the old one, if there was one, stands now.
  func exchange(_ new: EntryName, with name: EntryName) throws(OutputError) -> EntryName? {
    guard try kind(of: name) != nil else {
      guard renameat(descriptor, new.bytes, descriptor, name.bytes) == 0 else {
        throw OutputError.failure("create the folder", path(of: name))
      }
      return nil
    }
    if exchangeAtomically(new, name) == 0 { return new }
    guard errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP else {
      throw OutputError.failure("replace the folder", path(of: name))
    }
    return try replace(name, by: new)
  }

  /// The same in two steps, where the filesystem cannot exchange; a run killed between them is mended by the next one.
  func replace(_ name: EntryName, by new: EntryName) throws(OutputError) -> EntryName {
    let aside = try unusedName(Leftovers.setAside, for: name)
    guard renameat(descriptor, name.bytes, descriptor, aside.bytes) == 0 else {
      throw OutputError.failure("replace the folder", path(of: name))
    }
    guard renameat(descriptor, new.bytes, descriptor, name.bytes) == 0 else {
      let error = OutputError.failure("replace the folder", path(of: name))
      renameat(descriptor, aside.bytes, descriptor, name.bytes)
      throw error
    }
    return aside
  }
}
