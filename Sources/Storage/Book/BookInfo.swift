/// What a book is and how far its ledger is.
public struct BookInfo: Hashable, Sendable {
  /// Where the book is.
  public var path: String
  /// What its maker called it.
  public var name: String
  /// Whether what it holds is made up.
  public var isSynthetic: Bool
  /// When it was made, in UTC.
  public var createdAt: String
  /// The version of the program that made the book.
  public var programVersion: String
  /// Every boundary set, by name.
  public var boundarySets: [String]
  /// The set that reports use unless told otherwise.
  public var defaultBoundarySet: String?
  /// How far the ledger is.
  public var ledger: LedgerStanding
}

/// How far the ledger is posted and by what means.
public struct LedgerStanding: Hashable, Sendable {
  /// None before the first posting.
  public var postedThroughBatch: Int64?
  /// None in an empty book.
  public var lastBatch: Int64?
  /// Batches and versions that could move land and are not posted.
  public var batchesBehind: Int
  /// Versions of hazards and releases that are not posted.
  public var recordsBehind: Int
  /// The equal-area plane of the overlap arithmetic, in words.
  public var plane: String?
  /// The boundary set that movements were split by.
  public var boundarySet: String?
  /// When it was posted, in UTC.
  public var postedAt: String?
  /// The version of the program that posted it.
  public var programVersion: String?
  /// How far, in degrees, an edge of any record bends out of the box around its vertices.
  public var widestBend: Double?
  /// Whether the layer `remaining` shows what the ledger says.
  public var isMapCurrent = false

  /// Whether something came that could move land.
  public var isBehind: Bool { batchesBehind > 0 }
}
