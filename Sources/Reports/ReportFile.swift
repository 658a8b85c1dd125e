/// One file of a report: where it stands in the folder, and its bytes.
public struct ReportFile: Sendable, Equatable {
  /// The path below the report's folder, `/` between its parts; never absolute, never with `.` or `..`.
  public let path: String
  /// The whole content.
  public let bytes: [UInt8]

  /// A file of a report.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of UTF-8 text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
