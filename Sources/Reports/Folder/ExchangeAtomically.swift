import Glibc

extension Directory {
  /// Lets two entries of this folder change places in one step (renameat2(2) with RENAME_EXCHANGE): 0, or −1 with errno
  /// set; ENOSYS where the C library has no such call.
  ///
  /// The call is looked up at run time because its header hides it from Swift.
  func exchangeAtomically(_ one: EntryName, _ other: EntryName) -> Int32 {
    typealias Call = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return -1
    }
    let exchange: UInt32 = 2
    return unsafeBitCast(symbol, to: Call.self)(descriptor, one.bytes, descriptor, other.bytes, exchange)
  }
}
