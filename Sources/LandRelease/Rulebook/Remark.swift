public import GeometryValues

/// What a rule has to say of a record, before the record is named.
public struct Remark: Hashable, Sendable {
  /// What is the case, as a clause that follows the record's name: `is dated 2204-03-01`.
  public var message: String
  /// The field in question, in the words of the column table.
  public var field: String?
  /// How much ground it moves or puts in question.
  public var area: Area?
  /// The place in question; nil is the record's own.
  public var position: Position?
  /// What to do, where the facts say more than the rule's own remedy.
  public var remedy: String?

  /// Makes a remark about a field.
  public init(
    _ message: String, field: String? = nil, area: Area? = nil, at position: Position? = nil,
    remedy: String? = nil
  ) {
    self.message = message
    self.field = field
    self.area = area
    self.position = position
    self.remedy = remedy
  }
}
