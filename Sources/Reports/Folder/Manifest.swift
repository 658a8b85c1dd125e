/// `manifest.json`: what we wrote into a folder, and the mark by which a folder is known to be ours.
///
/// One file a line, in the order of paths. It is read back line by line, and a file of any other shape is not ours.
enum Manifest {
  /// Where it stands in the folder.
  static let name = "manifest.json"
  private static let head = ["{", "  \"tool\": \"adjourn\","]
  private static let listBegins = "  \"files\": ["
  private static let listEnds = "  ]"
  private static let entryBegins = "    {\"path\": \""

  /// The text for the files of a report; `version` is the program's own.
  static func text(version: String, files: [ReportFile]) -> String {
    let entries = files.sorted { $0.path < $1.path }
      .map { entryBegins + $0.path + "\", \"bytes\": \($0.bytes.count)}" }
    let lines = head + ["  \"version\": \"\(version)\",", listBegins]
    return lines.joined(separator: "\n") + "\n" + entries.joined(separator: ",\n") + (entries.isEmpty ? "" : "\n")
      + listEnds + "\n}\n"
  }

  /// The paths that a manifest lists; nil when the text is not a manifest of ours.
  static func paths(in text: String) -> Set<String>? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.starts(with: head.map { $0[...] }), let begin = lines.firstIndex(of: listBegins[...]) else {
      return nil
    }
    var paths: Set<String> = []
    for line in lines[(begin + 1)...] {
      if line == listEnds { return paths }
      guard line.hasPrefix(entryBegins) else { return nil }
      let rest = line.dropFirst(entryBegins.count)
      guard let end = rest.firstIndex(of: "\"") else { return nil }
      paths.insert(String(rest[..<end]))
    }
    return nil
  }
}
