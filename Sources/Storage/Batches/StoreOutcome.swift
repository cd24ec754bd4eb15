public import GeometryValues
public import LandRelease

/// What the book did with one record.
public enum StoreOutcome: Hashable, Sendable {
  /// Written as the row of that number.
  case stored(version: Int64, Novelty)
  /// The book has it already, in that row; nothing was written.
  case unchanged(version: Int64)
  /// Not written; the caller keeps the row with ``BatchWriter/refuse(_:)``.
  case refused(field: String, reason: String, remedy: String)

  /// How a stored record stands to those that the book had.
  public enum Novelty: String, Hashable, Sendable {
    /// The first of its key.
    case first
    /// Another date of the same hazard, or newer content of a task, a device and the like.
    case version
    /// Other content for one event.
    case correction
    /// Other content for one event, recorded at the same moment: neither counts.
    case contradiction
  }

  var isRefused: Bool { if case .refused = self { true } else { false } }
}

/// What measuring a record's polygon gave.
public struct Measured: Hashable, Sendable {
  /// On the WGS 84 ellipsoid; none without a usable polygon.
  public var area: Area?
  /// None without a polygon.
  public var isValid: Bool?
  /// Why the polygon is not valid, in the words of the check.
  public var invalidReason: String?
  /// The polygon as it came, where the record carries a repaired one.
  public var original: MultiPolygon?

  /// Makes a measurement of its parts.
  public init(
    area: Area? = nil, isValid: Bool? = nil, invalidReason: String? = nil,
    original: MultiPolygon? = nil
  ) {
    self.area = area
    self.isValid = isValid
    self.invalidReason = invalidReason
    self.original = original
  }
}
