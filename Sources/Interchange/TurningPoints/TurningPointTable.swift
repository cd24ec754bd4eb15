internal import LandRelease

/// A table whose rows are points, gathered record by record.
///
/// All rows are held until the last is read, because a record's points may stand anywhere.
public struct TurningPointTable {
  /// What is known of the table before its first row, the columns of points without their names.
  public let header: SurveyTable.Header
  /// How many rows of points there are.
  public private(set) var pointCount = 0
  /// The records in the order of their first rows.
  public private(set) var records: [Gathered] = []
  private let source: SurveyTable
  private var columns: PointColumns
  private let settings: LegSettings
  private let reference: StatedReference

  /// Whether no record has a second row, so that the rows can't be points of perimeters.
  public var isOneRowEach: Bool { pointCount > 0 && records.count == pointCount }

  /// The columns that were taken for those of points, by their names in the file.
  public var pointColumns: [String] { columns.taken.sorted().map { columns.columns[$0] } }

  /// One record: its row without a geometry, and its points or why they can't be used.
  public struct Gathered: Sendable {
    /// The record's own cells, from its first row that has each.
    public var row: SurveyRow
    /// Its points in order, or why there are none.
    public var points: Result<PointRecord, Refusal>
  }

  /// Looks at a table; nil where its rows are records and not points.
  ///
  /// - Parameter reference: what the file or `--crs` says of coordinates.
  /// - Throws: ``SurveyFault`` where the file can't be read or `--map` names an unknown column.
  public init?(
    _ table: SurveyTable, overrides: [ColumnMap.Override], settings: LegSettings,
    reference: StatedReference
  ) throws {
    guard var columns = try PointColumns(header: table.header, overrides: overrides) else {
      return nil
    }
    let first = try Self.firstRow(table)
    guard first?.geometry == nil else { return nil }
    if let first { columns.considerType(first) }
    self.columns = columns
    self.settings = settings
    self.reference = reference
    source = table
    header = columns.withoutPoints(table.header)
  }

  private struct Enough: Error {}

  static func firstRow(_ table: SurveyTable) throws -> SurveyRow? {
    var first: SurveyRow?
    do {
      try table.forEachRow { row in
        guard !row.isBlank else { return }
        first = row
        throw Enough()
      }
    } catch is Enough {}
    return first
  }

  /// Reads all rows and puts the points of each record together.
  ///
  /// - Parameter fields: which columns are the records' own.
  public mutating func gather(_ fields: ColumnMap) throws {
    var groups: [(key: String, rows: [SurveyRow])] = []
    var places: [String: Int] = [:]
    var lettersAreBands = false
    try source.forEachRow { row in
      guard !row.isBlank else { return }
      pointCount += 1
      lettersAreBands = lettersAreBands || columns.namesBand(row)
      let key = self.key(row, fields)
      if let key, let place = places[key] {
        groups[place].rows.append(row)
      } else {
        if let key { places[key] = groups.count }
        groups.append((key ?? "", [row]))
      }
    }
    let reading = PointReading(
      columns, settings, reference: reference, lettersAreBands: lettersAreBands)
    records = groups.map { gathered($0.rows, reading, fields) }
  }

  /// Rows of one record have its organisation and id; a row without an id is nobody's.
  private func key(_ row: SurveyRow, _ fields: ColumnMap) -> String? {
    guard row.fault == nil, let id = fields.text(.id, of: row) else { return nil }
    return "\(fields.text(.organisation, of: row) ?? "")\u{0}\(id)"
  }

  private func gathered(
    _ rows: [SurveyRow], _ reading: PointReading, _ fields: ColumnMap
  ) -> Gathered {
    let merged = RecordCells(rows, fields, points: columns.taken)
    var row = SurveyRow(number: rows[0].number, line: rows[0].line, cells: merged.cells)
    row.points = PointRows(columns: columns.columns, read: columns.taken, rows: rows)
    row.originalText = rows.map(\.originalText).joined(separator: "\n")
    do throws(Refusal) {
      if fields.text(.id, of: rows[0]) == nil, rows[0].fault == nil {
        throw Refusal(
          field: fields.columnName(.id), reason: "there is no id",
          remedy: "Write the record's id in every row of its points.")
      }
      if let refusal = merged.contradiction { throw refusal }
      let points = try Self.points(rows, reading)
      let title = Self.title(row, fields)
      return Gathered(row: row, points: .success(try PointRecord(title: title, points: points)))
    } catch {
      return Gathered(row: row, points: .failure(error))
    }
  }

  /// What findings call the record: its kind and its key.
  private static func title(_ row: SurveyRow, _ fields: ColumnMap) -> String {
    let isRelease = fields.type == .releases || fields.text(.kind, of: row) != nil
    let key = RecordKey(
      organisation: fields.text(.organisation, of: row) ?? "",
      id: fields.text(.id, of: row) ?? "")
    return "\(isRelease ? "release" : "hazard") \(key)"
  }

  /// Reads the rows of a record; the first that can't be read is told, with how many others.
  private static func points(
    _ rows: [SurveyRow], _ reading: PointReading
  ) throws(Refusal) -> [SurveyPoint] {
    var points: [SurveyPoint] = []
    var faults: [(row: Int, refusal: Refusal)] = []
    for row in rows {
      do throws(Refusal) {
        points.append(try reading.read(row))
      } catch {
        faults.append((row.number, error))
      }
    }
    guard let (row, first) = faults.first else { return points }
    var refusal = first
    let others = faults.dropFirst().map { String($0.row) }
    let more =
      others.isEmpty
      ? ""
      : "; row\(others.count > 1 ? "s" : "") \(others.joined(separator: ", ")) can't be read either"
    refusal.reason = "row \(row): \(refusal.reason)\(more)"
    throw refusal
  }
}

extension SurveyRow {
  /// Whether nothing is in it; spreadsheets leave such rows behind.
  var isBlank: Bool {
    fault == nil && geometry == nil && cells.allSatisfy { $0?.trimmingBlanks.isEmpty ?? true }
  }
}
