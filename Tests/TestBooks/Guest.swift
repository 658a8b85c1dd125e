public import Meetings

/// Somebody invited to an event of a `BookBuilder`: a person's short name (`"ada"`), or an address (`"x@else.example"`).
///
/// A plain string accepts. `"ada".declining`, `"bob".answering(.tentative)`, `"eve".optional` say something else.
public struct Guest: Sendable, ExpressibleByStringLiteral {
  /// Short name or address.
  public var name: String
  /// What they answered.
  public var answer = Answer.accepted
  /// Whether their presence is optional.
  public var isOptional = false
  /// The bucket their attendance lands in; nil: `.declined`, `.solo` or `.meeting`, whichever follows from the answers.
  public var bucket: Bucket?
  /// Whether the person's calendar holds the event.
  public var holdsCopy = true

  /// Somebody who accepts.
  public init(_ name: String) { self.name = name }
  /// Somebody who accepts.
  public init(stringLiteral name: String) { self.name = name }

  /// The same, with another answer.
  public func answering(_ answer: Answer) -> Guest { with(\.answer, answer) }
  /// The same, declining.
  public var declining: Guest { answering(.declined) }
  /// The same, free to come.
  public var optional: Guest { with(\.isOptional, true) }
  /// The same, with the event in another bucket of their ledger.
  public func inBucket(_ bucket: Bucket) -> Guest { with(\.bucket, bucket) }
  /// The same, with a calendar that does not hold the event.
  public var withoutCopy: Guest { with(\.holdsCopy, false) }

  private func with<Value>(_ path: WritableKeyPath<Guest, Value>, _ value: Value) -> Guest {
    var copy = self
    copy[keyPath: path] = value
    return copy
  }
}

extension String {
  /// The person of this short name, or the outsider of this address, with an answer.
  public func answering(_ answer: Answer) -> Guest { Guest(self).answering(answer) }
  /// The same, declining.
  public var declining: Guest { Guest(self).declining }
  /// The same, free to come.
  public var optional: Guest { Guest(self).optional }
  /// The same, with the event in another bucket of their ledger.
  public func inBucket(_ bucket: Bucket) -> Guest { Guest(self).inBucket(bucket) }
  /// The same, with a calendar that does not hold the event.
  public var withoutCopy: Guest { Guest(self).withoutCopy }
}
