/// By what means and how far a ledger was posted.
public struct Posting: Hashable, Sendable {
  /// When it was posted.
  public var at: Timestamp
  /// The last batch that was read.
  public var throughBatch: Int64?
  /// The set that movements were split by.
  public var boundarySet: String?
  /// The equal-area plane of the overlap arithmetic, in words.
  public var plane: String?
  /// The version of the program that posted.
  public var programVersion: String

  /// How far, in degrees, an edge of any record bends out of the box around its vertices.
  public var widestBend: Double

  /// Makes a posting of its parts.
  public init(
    at: Timestamp, throughBatch: Int64?, boundarySet: String?, plane: String?,
    programVersion: String, widestBend: Double = 0
  ) {
    self.widestBend = widestBend
    self.at = at
    self.throughBatch = throughBatch
    self.boundarySet = boundarySet
    self.plane = plane
    self.programVersion = programVersion
  }
}
