import CArchive
import Glibc

/// The members of a ZIP or tar archive, one after the other, by libarchive. Nothing is ever extracted: links, devices and
/// paths are words here.
struct MemberReader: ~Copyable {
  /// How the archive is read.
  enum Format {
    /// By its directory.
    case zip
    /// From the front, member by member: what remains to be done when the directory is missing or wrong.
    case zipWithoutDirectory
    /// tar, itself packed by gzip or not.
    case tar, gzippedTar
  }

  /// What stands before a member's bytes.
  struct Member {
    /// Its path in the archive, as written there; empty when it has none that can be read.
    let name: String
    let type: FileType
    /// As the archive says.
    let size: Int?
    let isEncrypted: Bool
  }

  enum FileType { case file, folder, linkOrDevice }

  enum Step {
    case member(Member)
    /// Something was there that is no member; there may be more.
    case unreadable
    /// The archive ends here.
    case end
    /// Nothing more can be read.
    case broken
  }

  enum Piece {
    /// Valid until the next call.
    case bytes(UnsafeRawBufferPointer)
    case end
    case broken
  }

  let format: Format
  private let archive: OpaquePointer?
  private var isOpen = false
  private let input: UnsafeMutablePointer<ArchiveInput>
  /// libarchive turns names into the characters of the thread's locale; nothing but this thread is changed, and only as long.
  private let characters: locale_t?
  private let earlierLocale: locale_t?

  /// Opens an archive; one that libarchive will not open is broken from the beginning.
  init(_ bytes: PackedBytes, format: Format) {
    self.format = format
    archive = archive_read_new()
    input = .allocate(capacity: 1)
    input.initialize(to: ArchiveInput(bytes, isGzip: format == .gzippedTar))
    characters = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    earlierLocale = characters.flatMap { uselocale($0) }
    isOpen = archive != nil && open() == ARCHIVE_OK
  }

  deinit {
    archive_read_free(archive)
    input.deinitialize(count: 1)
    input.deallocate()
    if let earlierLocale { uselocale(earlierLocale) }
    if let characters { freelocale(characters) }
  }

  private func open() -> CInt {
    switch format {
    case .zip: archive_read_support_format_zip(archive)
    case .zipWithoutDirectory: archive_read_support_format_zip_streamable(archive)
    case .tar, .gzippedTar:
      archive_read_support_format_tar(archive)
      archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1")
    }
    archive_read_set_callback_data(archive, input)
    archive_read_set_read_callback(archive) { _, input, place in
      let piece = input!.assumingMemoryBound(to: ArchiveInput.self).pointee.next()
      place!.pointee = piece.baseAddress
      return piece.count
    }
    if input.pointee.isSeekable {
      archive_read_set_skip_callback(archive) { _, input, count in
        Int64(input!.assumingMemoryBound(to: ArchiveInput.self).pointee.skip(Int(count)))
      }
      archive_read_set_seek_callback(archive) { _, input, offset, whence in
        let from: ArchiveInput.Whence = whence == SEEK_SET ? .beginning : whence == SEEK_CUR ? .current : .end
        return Int64(input!.assumingMemoryBound(to: ArchiveInput.self).pointee.seek(Int(offset), from: from))
      }
    }
    return archive_read_open1(archive)
  }

  /// Whether there is no directory, nor a checksum of what members hold.
  var readsTar: Bool { format == .tar || format == .gzippedTar }

  /// Whether the archive has the end that its kind has: of a tar archive, a block of zeros (two by POSIX; some write one).
  var hasTarEnd: Bool { input.pointee.trailingZeros >= ArchiveInput.tarBlock }

  /// Whether more was asked for than there is.
  var isExhausted: Bool { input.pointee.isExhausted }

  /// Goes to the next member.
  mutating func next() -> Step {
    guard isOpen else { return .broken }
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return .end
    case ARCHIVE_RETRY: return .unreadable
    case ARCHIVE_OK, ARCHIVE_WARN:
      // A warning is about names and times, or about sizes, which are checked again when the member is read.
      guard let entry else { return .broken }
      return .member(member(entry))
    default: return .broken
    }
  }

  private func member(_ entry: OpaquePointer) -> Member {
    let kind = archive_entry_filetype(entry) & S_IFMT
    let isLink = archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
    let size = archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    // A folder with content is none, whatever it says.
    let isFolder = kind == S_IFDIR && (size ?? 0) == 0
    return Member(
      name: name(entry), type: isFolder ? .folder : kind == S_IFREG && !isLink ? .file : .linkOrDevice, size: size,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  private func name(_ entry: OpaquePointer) -> String {
    guard let pointer = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return "" }
    if let name = String(validatingCString: pointer) { return name }
    let bytes = UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))
    return readsTar
      ? String(decoding: bytes, as: UTF8.self) : CodePage437.text(bytes)
  }

  /// The next bytes of the member at hand.
  mutating func nextPiece() -> Piece {
    var place: UnsafeRawPointer?
    var (count, offset) = (0, la_int64_t(0))
    switch archive_read_data_block(archive, &place, &count, &offset) {
    case ARCHIVE_OK: return .bytes(UnsafeRawBufferPointer(start: place, count: count))
    case ARCHIVE_EOF: return .end
    default: return .broken
    }
  }
}

/// The characters of names in ZIP archives that do not say they are UTF-8 (APPNOTE 6.3.10, Appendix D).
private enum CodePage437 {
  private static let upperHalf = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}"
      .unicodeScalars)

  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]) }
    return String(text)
  }
}
