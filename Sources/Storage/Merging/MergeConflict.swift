/// How a conflict is decided.
public enum MergeDecision: String, CaseIterable, Sendable {
  /// What was recorded last, as in a book that imported everything itself.
  case latest
  case ours
  case theirs
}

/// A record that two books changed apart.
public struct MergeConflict: Hashable, Sendable {
  /// One thing that the two say differently.
  public struct Difference: Hashable, Sendable {
    /// The date of the version, where a record has several.
    public var date: String?
    /// The column.
    public var field: String
    /// What this book says; nil where it is empty.
    public var ours: String?
    /// What the other book says; nil where it is empty.
    public var theirs: String?

    /// Makes a difference of its parts.
    public init(date: String? = nil, field: String, ours: String? = nil, theirs: String? = nil) {
      self.date = date
      self.field = field
      self.ours = ours
      self.theirs = theirs
    }
  }

  /// Who brought a content, and when.
  public struct Origin: Hashable, Sendable {
    /// When it was recorded, in UTC.
    public var at: String
    /// The person, where it is known.
    public var actor: String?
    /// The file, or what was done.
    public var source: String
  }

  /// The record, as `hazard ORG/ID`.
  public var record: String
  /// What tells this conflict from a later one of the same record.
  public var state: String
  /// What they say differently.
  public var differences: [Difference]
  /// Where this book's content comes from; nil where it was taken back.
  public var ours: Origin?
  /// Where the other book's content comes from; nil where it was taken back.
  public var theirs: Origin?
}
