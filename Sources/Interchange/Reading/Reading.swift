public import LandRelease

/// A record read from a row, with what somebody should look at.
public struct Reading<Record: Sendable>: Sendable {
  /// The record, ready to be measured and stored.
  public var record: Record
  /// What somebody should look at.
  public var findings: [Finding]

  /// Joins a record and its findings.
  public init(record: Record, findings: [Finding] = []) {
    self.record = record
    self.findings = findings
  }
}

/// What holds for every row of one import.
public struct ReadingContext: Sendable {
  /// The file as it was named.
  public var file: String
  /// The layer, where the file has several.
  public var layer: String?
  /// Which column is read for which field.
  public var columns: ColumnMap
  /// What the coordinates are measured in: as the file says, or as `--crs` says instead.
  public var reference: CoordinateReference
  /// The unit of areas whose column, cell and unit column name none.
  public var defaultUnit: AreaUnit?
  /// The code that a word of a field stands for, by the folded word; they come before all others.
  public var codes: [SurveyField: [String: String]] = [:]
  /// The codes of indicators that the book knows; other subjects leave it empty.
  public var indicatorCodes = IndicatorCodes.none
  /// How dates and numbers are written that can be read two ways.
  public var spelling = ValueSpelling()

  /// Makes the context of one table; `reference` stands for `--crs`, `defaultUnit` for `--unit`.
  public init(
    header: SurveyTable.Header, columns: ColumnMap, reference: CoordinateReference? = nil,
    defaultUnit: AreaUnit? = nil
  ) {
    file = header.file
    layer = header.layer
    self.columns = columns
    self.reference = reference ?? header.reference
    self.defaultUnit = defaultUnit
  }

  /// Neither a review nor an approval column: every release is taken as accepted, and the method
  /// note must say so.
  public var reviewAssumed: Bool {
    [.releases, .records].contains(columns.type) && !columns.has(.review)
      && !columns.has(.approvedOn)
  }

  /// No quantity column: every device row counts one item, and the method note must say so.
  public var quantityAssumed: Bool { columns.type == .devices && !columns.has(.quantity) }
}
