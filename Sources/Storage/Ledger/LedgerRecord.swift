public import LandRelease

/// A record whose movements stand in the ledger.
public struct LedgerRecord: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Whether it is a hazard or a release.
  public var type: EventReference.RecordType
  /// What names it.
  public var key: RecordKey

  /// Makes a reference of its parts.
  public init(type: EventReference.RecordType, key: RecordKey) {
    self.type = type
    self.key = key
  }

  /// As findings name it: `hazard ID` or `release ORG/ID`.
  public var description: String { "\(type.rawValue) \(key)" }

  /// By type, then key.
  public static func < (left: LedgerRecord, right: LedgerRecord) -> Bool {
    (left.type.rawValue, left.key) < (right.type.rawValue, right.key)
  }
}
