/// A share of a whole in thousandths, compared exactly: no rounding stands between a measured value and its threshold.
public struct Share: Sendable, Hashable, Comparable {
  /// Thousandths of the whole; 350 is 35 %.
  public let perMille: Int64

  /// Makes a share from thousandths.
  public init(perMille: Int64) {
    self.perMille = perMille
  }

  /// Makes a share from whole hundredths.
  public static func percent(_ value: Int64) -> Share {
    Share(perMille: value * 10)
  }

  /// Whether `part ÷ whole` is greater than this share; false when there is no whole.
  public func isExceeded(by part: Int64, of whole: Int64) -> Bool {
    whole > 0 && part * 1000 > perMille * whole
  }

  /// Whether `part ÷ whole` is at least this share; false when there is no whole.
  public func isReached(by part: Int64, of whole: Int64) -> Bool {
    whole > 0 && part * 1000 >= perMille * whole
  }

  /// Whether `part ÷ whole` is smaller than this share; false when there is no whole.
  public func isMissed(by part: Int64, of whole: Int64) -> Bool {
    whole > 0 && part * 1000 < perMille * whole
  }

  /// Smaller shares come first.
  public static func < (left: Share, right: Share) -> Bool {
    left.perMille < right.perMille
  }
}
