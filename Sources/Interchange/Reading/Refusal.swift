/// Why one row is not taken in.
public struct Refusal: Error, Hashable, Sendable {
  /// The column or field the trouble is in; nil where it is the whole row.
  public var field: String?
  /// What is wrong, and where.
  public var reason: String
  /// What to do about it.
  public var remedy: String

  /// Refuses a row for a reason, with what to do about it.
  public init(field: String? = nil, reason: String, remedy: String) {
    self.field = field
    self.reason = reason
    self.remedy = remedy
  }
}
