/// A table of survey rows: what heads it, and the rows one at a time.
///
/// Rows are never held together, so that a file of any size takes the same memory.
public struct SurveyTable {
  /// What is known of a table before its first row.
  public struct Header: Hashable, Sendable {
    /// The file as it was named.
    public var file: String
    /// The layer, where the file has several.
    public var layer: String?
    /// Names as they stand in the file.
    public var columns: [String]
    /// What the coordinates are measured in.
    public var reference: CoordinateReference
    /// The column that holds GeoJSON's `id` member, which counts as an id only if no other does.
    public var featureIDColumn: Int?
    /// How many rows are likely to come, where that is known beforehand; for progress alone.
    public var estimatedRows: Int?
    /// What a person should know of how the file was read, as whole sentences.
    public var remarks: [String] = []

    /// Describes a table before its rows are read.
    public init(
      file: String, layer: String? = nil, columns: [String],
      reference: CoordinateReference = .unstated, featureIDColumn: Int? = nil
    ) {
      self.file = file
      self.layer = layer
      self.columns = columns
      self.reference = reference
      self.featureIDColumn = featureIDColumn
    }
  }

  /// Takes the rows one after another.
  public typealias RowVisitor = (SurveyRow) throws -> Void

  /// What is known before the first row.
  public let header: Header
  /// What a person should know of the file; whole once all rows were read.
  public let notes: SurveyNotes
  private let visitRows: (RowVisitor) throws -> Void

  /// Makes a table of any source; `visitRows` calls its argument once for each row.
  public init(
    header: Header, notes: SurveyNotes = SurveyNotes(),
    visitRows: @escaping (RowVisitor) throws -> Void
  ) {
    self.header = header
    self.notes = notes
    self.visitRows = visitRows
  }

  /// Delivers every row in the file's order; what the visitor throws ends the reading.
  ///
  /// - Throws: ``SurveyFault`` where the file breaks off, naming the last whole row.
  public func forEachRow(_ visitor: RowVisitor) throws {
    try visitRows(visitor)
  }
}
