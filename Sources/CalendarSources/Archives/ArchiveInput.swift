/// What libarchive reads from: packed bytes as they are, or the tar archive that gzip packed.
struct ArchiveInput: ~Copyable {
  /// A tar archive consists of blocks of this size, and ends with one of zeros at least.
  static let tarBlock = 512

  private var packed: PackedStream
  private var gzip: GzipStream?
  /// How many zeros were read last, without any other byte after them; counted as far as a block.
  private(set) var trailingZeros = 0
  /// Whether everything there is was asked for, and more.
  private(set) var isExhausted = false

  init(_ bytes: PackedBytes, isGzip: Bool) {
    packed = PackedStream(bytes)
    gzip = isGzip ? GzipStream(bytes) : nil
  }

  /// Whether positions can be gone to.
  var isSeekable: Bool { gzip == nil }

  /// The next bytes, valid until the next call; empty at the end.
  mutating func next() -> UnsafeRawBufferPointer {
    // The pieces lie outside of the streams, which keep them.
    let piece = gzip?.next() ?? packed.next()
    let zeros = piece.suffix(Self.tarBlock).reversed().prefix { $0 == 0 }.count
    trailingZeros = zeros == piece.count ? trailingZeros + zeros : zeros
    if piece.isEmpty { isExhausted = true }
    return piece
  }

  /// Goes forward, at most to the end; says how far.
  mutating func skip(_ count: Int) -> Int {
    let before = packed.position
    packed.seek(to: before + min(count, packed.count - before))
    trailingZeros = 0
    return packed.position - before
  }

  /// Goes to a position relative to the beginning, to the current one, or to the end; says where that is.
  mutating func seek(_ offset: Int, from whence: Whence) -> Int {
    let base =
      switch whence {
      case .beginning: 0
      case .current: packed.position
      case .end: packed.count
      }
    let (place, overflow) = base.addingReportingOverflow(offset)
    packed.seek(to: overflow ? packed.count : place)
    trailingZeros = 0
    return packed.position
  }

  /// What an offset counts from.
  enum Whence { case beginning, current, end }
}
