import CArchive

/// What gzip packed (RFC 1952), piece by piece; checksums and lengths are checked, as libarchive's own filter does not.
struct GzipStream: ~Copyable {
  /// How it ended.
  enum End { case whole, truncated, damaged }

  private static let pieceSize = 64 << 10

  private var packed: PackedStream
  /// On the heap, because zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let window: UnsafeMutableRawBufferPointer
  /// Several streams of gzip may follow one another (RFC 1952 §2.2).
  private var isBetweenStreams = false
  /// How it ended; nil before.
  private(set) var end: End?

  init(_ bytes: PackedBytes) {
    packed = PackedStream(bytes)
    window = .allocate(byteCount: Self.pieceSize, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, as large as it gets, and 16 for a gzip header.
    let result = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    // Without memory nothing can be read.
    if result != Z_OK { end = .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    window.deallocate()
  }

  /// The next bytes, valid until the next call; empty at the end.
  mutating func next() -> UnsafeRawBufferPointer {
    stream.pointee.next_out = window.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(window.count)
    while end == nil, stream.pointee.avail_out == window.count {
      if stream.pointee.avail_in == 0, !refill() {
        end = isBetweenStreams ? .whole : .truncated
      } else if !isBetweenStreams || beginsNextStream() {
        inflateMore()
      }
    }
    return UnsafeRawBufferPointer(rebasing: window[..<(window.count - Int(stream.pointee.avail_out))])
  }

  private mutating func refill() -> Bool {
    let piece = packed.next()
    // zlib reads through a pointer that is not declared to be for reading only.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(piece.count)
    return !piece.isEmpty
  }

  /// Skips zeros, with which tapes are padded. Anything but another stream is damage.
  private mutating func beginsNextStream() -> Bool {
    while stream.pointee.avail_in > 0, let byte = stream.pointee.next_in?.pointee {
      if byte == 0x1F {
        isBetweenStreams = false
        if inflateReset(stream) != Z_OK { end = .damaged }
        return end == nil
      }
      guard byte == 0 else {
        end = .damaged
        return false
      }
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
    return false
  }

  private mutating func inflateMore() {
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isBetweenStreams = true
    default: end = .damaged
    }
  }
}
