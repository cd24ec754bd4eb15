public import LandRelease

/// The rows of points that a record's row was made of, and what came of them.
public struct PointRows: Sendable {
  /// The names of the columns, as the file has them.
  public var columns: [String]
  /// The places of the columns that are read for points.
  public var read: Set<Int>
  /// The rows as the file has them.
  public var rows: [SurveyRow]
  /// What somebody should look at.
  public var findings: [Finding]
  /// Why no record can be made of them.
  public var refusal: Refusal?

  /// Joins the rows of one record with what came of them.
  public init(
    columns: [String], read: Set<Int>, rows: [SurveyRow], findings: [Finding] = [],
    refusal: Refusal? = nil
  ) {
    self.columns = columns
    self.read = read
    self.rows = rows
    self.findings = findings
    self.refusal = refusal
  }
}
