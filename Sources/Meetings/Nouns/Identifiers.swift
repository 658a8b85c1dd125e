/// The place of a person in `MeetingBook.people`.
public struct PersonID: Hashable, Comparable, Sendable {
  /// Index into the array.
  public let index: Int32
  /// The id of the person at an index.
  public init(_ index: Int) { self.index = Int32(index) }
  /// Order of the array.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// The place of a participant in `MeetingBook.participants`.
public struct ParticipantID: Hashable, Comparable, Sendable {
  /// Index into the array.
  public let index: Int32
  /// The id of the participant at an index.
  public init(_ index: Int) { self.index = Int32(index) }
  /// Order of the array.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// The place of a meeting's details in `MeetingBook.details`.
public struct DetailsID: Hashable, Comparable, Sendable {
  /// Index into the array.
  public let index: Int32
  /// The id of the details at an index.
  public init(_ index: Int) { self.index = Int32(index) }
  /// Order of the array.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// The place of a series in `MeetingBook.series`.
public struct SeriesID: Hashable, Comparable, Sendable {
  /// Index into the array.
  public let index: Int32
  /// The id of the series at an index.
  public init(_ index: Int) { self.index = Int32(index) }
  /// Order of the array.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// The place of an occurrence in `MeetingBook.occurrences`.
public struct OccurrenceID: Hashable, Comparable, Sendable {
  /// Index into the array.
  public let index: Int32
  /// The id of the occurrence at an index.
  public init(_ index: Int) { self.index = Int32(index) }
  /// Order of the array.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}
