/// What was saved of a damaged book, and what was not.
public struct Salvage: Hashable, Sendable {
  /// How many rows of a table were saved and how many were not.
  public struct Table: Hashable, Sendable {
    /// The table's name.
    public var name: String
    /// Rows that are in the new book as they were.
    public var saved: Int
    /// Rows that are on the list.
    public var lost: Int
    /// Whether more rows may be lost after the last one known.
    public var isOpenEnded: Bool
  }

  /// Rows that are not in the new book.
  public struct Loss: Hashable, Sendable {
    /// The table's name.
    public var table: String
    /// The number of the row, or of the first of several.
    public var firstRow: Int64
    /// The number of the last row; nil where nobody knows how many there were.
    public var lastRow: Int64?
    /// The record, as far as an index or a layer still names it.
    public var record: String?
    /// The batch that brought it, as far as its neighbours tell.
    public var batch: String?
    /// Why it is not in the new book.
    public var reason: String
  }

  /// A batch of which the new book has less than came.
  public struct IncompleteBatch: Hashable, Sendable {
    /// The number of the batch.
    public var batch: Int64
    /// Rows that were stored by what the batch says; nil where that is lost, too.
    public var stored: Int?
    /// Rows of it in the new book.
    public var found: Int
  }

  /// Every table of records, by name.
  public var tables: [Table] = []
  /// What is not in the new book, by table and row.
  public var losses: [Loss] = []
  /// Batches of which rows are missing, in their order.
  public var incomplete: [IncompleteBatch] = []
  /// What else somebody must know, as sentences.
  public var notes: [String] = []

  /// How many rows are in the new book.
  public var savedRows: Int { tables.reduce(0) { $0 + $1.saved } }
}
