/// A moment, in whole seconds since 1970-01-01T00:00:00Z without leap seconds (POSIX time).
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64

  /// A moment so many seconds after 1970-01-01T00:00:00Z.
  @inlinable public init(_ seconds: Int64) { self.seconds = seconds }

  /// Whether one moment comes before another.
  @inlinable public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The moment so many seconds later.
  @inlinable public static func + (a: Instant, seconds: Int64) -> Instant { Instant(a.seconds + seconds) }

  /// The moment so many seconds earlier.
  @inlinable public static func - (a: Instant, seconds: Int64) -> Instant { Instant(a.seconds - seconds) }

  /// Seconds from one moment to another.
  @inlinable public static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }
}

/// What a clock on a wall shows, in whole seconds since its own 1970-01-01T00:00:00: a moment only once a zone is named
/// (RFC 5545 §3.3.5, form 1).
public struct WallTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00 on that clock.
  public var seconds: Int64

  /// The reading so many seconds after 1970-01-01T00:00:00.
  @inlinable public init(_ seconds: Int64) { self.seconds = seconds }

  /// The reading on a day, so many seconds after its midnight.
  @inlinable public init(_ day: CivilDay, secondOfDay: Int64 = 0) {
    seconds = Int64(day.days) * 86_400 + secondOfDay
  }

  /// The calendar day shown.
  @inlinable public var day: CivilDay { CivilDay(days: Int32(truncatingIfNeeded: floorDivide(seconds, 86_400))) }

  /// Seconds since that day's midnight, 0 ..< 86,400.
  @inlinable public var secondOfDay: Int64 { seconds - floorDivide(seconds, 86_400) * 86_400 }

  /// Whether one reading comes before another.
  @inlinable public static func < (a: WallTime, b: WallTime) -> Bool { a.seconds < b.seconds }

  /// The reading so many seconds later.
  @inlinable public static func + (a: WallTime, seconds: Int64) -> WallTime { WallTime(a.seconds + seconds) }
}

/// Division that rounds towards minus infinity, as days before 1970 need it.
@inlinable func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
  let quotient = a / b
  return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient
}
