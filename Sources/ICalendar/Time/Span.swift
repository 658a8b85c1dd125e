/// A half-open stretch of time: `start` belongs to it, `end` does not, so that meetings back to back do not overlap.
public struct Span: Hashable, Sendable, Comparable {
  /// The first moment inside.
  public var start: Instant
  /// The first moment after; never before `start`.
  public var end: Instant

  /// The stretch from a moment to another; an end before the start makes it empty.
  @inlinable public init(start: Instant, end: Instant) {
    self.start = start
    self.end = max(start, end)
  }

  /// Its length in seconds.
  @inlinable public var duration: Int64 { end - start }

  /// Whether nothing is inside.
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether both hold a moment in common.
  @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// What both hold in common; empty (at the later start) when nothing.
  @inlinable public func clipped(to other: Span) -> Span {
    Span(start: max(start, other.start), end: min(end, other.end))
  }

  /// Whether a moment lies inside.
  @inlinable public func contains(_ moment: Instant) -> Bool { start <= moment && moment < end }

  /// Whether it touches a window: by overlap, or, when it has no length, by its start lying inside.
  @inlinable public func touches(_ window: Span) -> Bool { isEmpty ? window.contains(start) : overlaps(window) }

  /// Order by start, then end.
  @inlinable public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
