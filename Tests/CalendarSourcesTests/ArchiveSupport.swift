import CArchive
import Foundation
import Glibc

@testable import CalendarSources

/// A calendar of so many bytes of text that does not pack well.
func calendar(_ owner: String, size: Int = 600) -> [UInt8] {
  var text = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:\(owner)\r\n"
  var state: UInt64 = owner.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }
  while text.utf8.count < size {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    text += "X-NOISE:\(String(state >> 8, radix: 36))\r\n"
  }
  return Array((text + "END:VCALENDAR\r\n").utf8)
}

/// Something for an archive.
struct Item {
  var name: String
  var bytes: [UInt8] = []
  var type: mode_t = S_IFREG
  var target: String?

  init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  init(_ name: String, type: mode_t, target: String? = nil) {
    (self.name, self.type, self.target) = (name, type, target)
  }

  static func folder(_ name: String) -> Item { Item(name, type: S_IFDIR) }
}

/// Archives as libarchive and zlib write them.
enum Packed {
  static func zip(_ items: [Item], stored: Bool = false) -> [UInt8] {
    written(items) { archive in
      archive_write_set_format_zip(archive)
      archive_write_set_format_option(archive, "zip", "compression", stored ? "store" : "deflate")
    }
  }

  static func tar(_ items: [Item]) -> [UInt8] { written(items) { archive_write_set_format_pax_restricted($0) } }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<count])
  }

  private static func written(_ items: [Item], _ format: (OpaquePointer?) -> Void) -> [UInt8] {
    let characters = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let earlier = uselocale(characters)
    defer {
      uselocale(earlier)
      freelocale(characters)
    }
    var output = [UInt8](repeating: 0, count: (1 << 20) + items.reduce(0) { $0 + $1.bytes.count + 512 })
    var used = 0
    let archive = archive_write_new()
    format(archive)
    output.withUnsafeMutableBytes { output in
      archive_write_set_bytes_in_last_block(archive, 1)
      archive_write_open_memory(archive, output.baseAddress, output.count, &used)
      for item in items { write(item, to: archive) }
      archive_write_free(archive)
    }
    return Array(output[..<used])
  }

  private static func write(_ item: Item, to archive: OpaquePointer?) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, item.name)
    archive_entry_set_filetype(entry, item.type)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, Int64(item.bytes.count))
    if item.type == S_IFLNK { archive_entry_set_symlink(entry, item.target) }
    if item.type == S_IFREG, let target = item.target { archive_entry_set_hardlink(entry, target) }
    archive_write_header(archive, entry)
    item.bytes.withUnsafeBytes { bytes in _ = archive_write_data(archive, bytes.baseAddress, bytes.count) }
  }
}

/// What came out of one file.
struct Harvest {
  /// Below the file's own path, with the bytes.
  private(set) var calendars: [(place: String, bytes: [UInt8])] = []
  private(set) var names: [String] = []
  private(set) var findings = SourceFindings()

  /// Reads a file as if it had been given.
  init(_ path: String) {
    self.init(SourceFile(path: path, name: String(path.split(separator: "/").last!), isClaimed: true))
  }

  init(_ file: SourceFile) {
    findings = CalendarSources.forEachCalendar(in: file) { place, bytes in add(place, bytes, below: file.path) }
  }

  /// Reads bytes as if a file of this name with them had been given.
  init(of bytes: [UInt8], named name: String = "export.zip") {
    let file = SourceFile(path: name, name: name, isClaimed: true)
    findings = bytes.withUnsafeBytes { bytes in
      CalendarSources.findings(in: .memory(bytes), of: file, while: { true }) { add($0, $1, below: name) }
    }
  }

  private mutating func add(_ place: SourceFile, _ bytes: UnsafeRawBufferPointer, below path: String) {
    calendars.append((String(place.path.dropFirst(path.count)), Array(bytes)))
    names.append(place.name)
  }

  var places: [String] { calendars.map(\.place) }
  var contents: Set<[UInt8]> { Set(calendars.map(\.bytes)) }
  /// `path: code`
  var refusals: [String] { findings.refusals.map { "\($0.path): \($0.reason.code)" } }
}
