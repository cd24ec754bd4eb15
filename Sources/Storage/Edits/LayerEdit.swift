public import GeometryValues
public import LandRelease

/// What another program did to one record of a layer that a map shows.
public struct LayerEdit: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Hashable, Sendable {
    /// The row says something else than its version.
    case changed
    /// A row of a record that the book does not have.
    case added
    /// The row of a record that must be shown is not there.
    case deleted
  }

  /// One column of the row.
  public struct Column: Hashable, Sendable {
    /// The column's name.
    public var name: String
    /// What the version says; nil where it is empty.
    public var before: String?
    /// What the row says; nil where it is empty.
    public var after: String?
  }

  /// What was done to the polygon.
  public enum Drawing: Hashable, Sendable {
    case untouched
    case removed
    case drawn(Geometry)
    /// Nobody can read what stands in its place, for the reason given.
    case unreadable(String)
  }

  /// `hazard` or `release`.
  public var layer: String
  /// What was done.
  public var kind: Kind
  /// The record; of a changed row that of the row as it is now.
  public var key: RecordKey
  /// Columns that a person may fill and that say something else; those of an added row that say
  /// anything.
  public var columns: [Column] = []
  /// What was done to the polygon.
  public var drawing = Drawing.untouched
  /// The polygon as the version has it.
  public var polygonBefore: MultiPolygon?

  /// Whether only what is worked out from the rest differs, which is nobody's statement.
  public var isDerivedOnly: Bool {
    kind == .changed && columns.isEmpty && drawing == .untouched
  }

  /// The record, as findings name it.
  public var name: String { "\(layer) \(key)" }
}
