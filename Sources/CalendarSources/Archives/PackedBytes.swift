import Glibc

/// Bytes that may be packed, at positions: in memory, or of a file that is too large for that.
enum PackedBytes {
  /// In memory.
  case memory(UnsafeRawBufferPointer)
  /// Of an open file of this size.
  case file(Int32, size: Int)

  /// How many.
  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(_, let size): size
    }
  }

  /// What they begin like.
  var kind: ContentKind { copy(0..<min(count, 1024)).withUnsafeBytes { ContentKind(of: $0) } }

  /// The bytes of a range; fewer when the file has become shorter or cannot be read.
  func copy(_ range: Range<Int>) -> [UInt8] {
    switch self {
    case .memory(let bytes): Array(bytes[range])
    case .file(let descriptor, _):
      [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
        count = max(0, pread(descriptor, buffer.baseAddress, range.count, range.lowerBound))
      }
    }
  }
}

/// Packed bytes, one piece after the other.
struct PackedStream: ~Copyable {
  /// Small: whoever looks at the beginning of a member has little to unpack for it.
  private static let pieceSize = 16 << 10

  private let bytes: PackedBytes
  private(set) var position = 0
  /// Where pieces of files lie.
  private let window: UnsafeMutableRawBufferPointer

  init(_ bytes: PackedBytes) {
    self.bytes = bytes
    window = .allocate(byteCount: Self.pieceSize, alignment: 16)
  }

  deinit { window.deallocate() }

  var count: Int { bytes.count }

  /// The next bytes, valid until the next call; empty at the end.
  mutating func next() -> UnsafeRawBufferPointer {
    let size = min(Self.pieceSize, bytes.count - position)
    switch bytes {
    case .memory(let bytes):
      defer { position += size }
      return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + size)])
    case .file(let descriptor, _):
      let got = max(0, pread(descriptor, window.baseAddress, size, position))
      position += got
      return UnsafeRawBufferPointer(rebasing: window[..<got])
    }
  }

  /// Goes to a position; beyond the ends, to the nearer end.
  mutating func seek(to position: Int) { self.position = min(max(0, position), bytes.count) }
}
