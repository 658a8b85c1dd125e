/// Why something given as a calendar was not read.
public struct SourceRefusal: Error, Sendable, Hashable {
  /// The path as given or found.
  public let path: String
  /// What it is instead.
  public let reason: Reason

  /// A refusal.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What it is instead.
  public enum Reason: Sendable, Hashable {
    /// Nothing of that name.
    case missing
    /// The system would not open or read it; its own words.
    case unreadable(String)
    /// A link to nothing.
    case danglingLink
    /// A device, FIFO or socket.
    case notRegular
    /// No bytes.
    case empty
    /// More bytes than are read.
    case tooLarge
    /// Content of another kind.
    case foreign(ContentKind)
    /// One of our own drafts or reports.
    case ownDraft
    /// A folder inside folders beyond reason.
    case nestedTooDeep
    /// A folder without any calendar.
    case emptyFolder
    /// An archive without any calendar.
    case emptyArchive
    /// Something packed inside an archive that is itself packed.
    case nestedArchive(ContentKind)
    /// More members than are read.
    case tooManyMembers
    /// A member that needs a password.
    case encrypted
    /// Its end is missing; where.
    case truncated(String)
    /// It contradicts itself or its checksum; how.
    case damaged(String)
  }
}

extension SourceRefusal.Reason {
  /// A stable word to search for.
  public var code: String {
    switch self {
    case .missing: "no-such-file"
    case .unreadable: "unreadable"
    case .danglingLink: "dangling-link"
    case .notRegular: "not-a-regular-file"
    case .empty: "empty"
    case .tooLarge, .tooManyMembers: "too-large"
    case .foreign: "not-icalendar"
    case .ownDraft: "own-draft"
    case .nestedTooDeep: "nested-too-deep"
    case .emptyFolder: "empty-folder"
    case .emptyArchive: "empty-archive"
    case .nestedArchive: "nested-archive"
    case .encrypted: "encrypted"
    case .truncated: "truncated"
    case .damaged: "damaged"
    }
  }

  /// One clause that says what it is.
  public var text: String {
    switch self {
    case .missing: "no such file or folder"
    case .unreadable(let words): "cannot be read: \(words)"
    case .danglingLink: "a link that leads nowhere"
    case .notRegular: "not a regular file"
    case .empty: "empty: no calendar in it"
    case .tooLarge: "too large: more than 1 GiB, unpacked"
    case .foreign(let kind): kind.text
    case .ownDraft: "a draft or report that adjourn wrote, not an exported calendar"
    case .nestedTooDeep: "nested too deep: more than \(CalendarSources.deepestFolder) folders"
    case .emptyFolder: "no calendar in this folder"
    case .emptyArchive: "no calendar in this archive"
    case .nestedArchive(let kind): "\(kind.noun) inside an archive; unpack it first"
    case .tooManyMembers: "too large: more than \(CalendarSources.mostMembers) members; the rest is not read"
    case .encrypted: "encrypted: it cannot be read without its password"
    case .truncated(let place): "truncated: \(place)"
    case .damaged(let place): "damaged: \(place)"
    }
  }
}
