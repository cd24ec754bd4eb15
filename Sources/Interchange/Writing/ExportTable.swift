public import GeometryValues
public import LandRelease

/// A value in an exported table.
public enum ExportCell: Hashable, Sendable {
  case empty
  case text(String)
  case integer(Int)
  /// An exact decimal number in digits, such as an area's.
  case decimal(String)
  case date(CalendarDate)
  case truth(Bool)
}

/// A row of an exported table; the geometry is longitude and latitude on WGS 84.
public struct ExportRow: Hashable, Sendable {
  /// A cell for each column of the table.
  public var cells: [ExportCell]
  /// Nil where the row has none.
  public var geometry: Geometry?

  /// Makes a row of its cells.
  public init(cells: [ExportCell], geometry: Geometry? = nil) {
    self.cells = cells
    self.geometry = geometry
  }
}

/// A table or layer to be written, its rows delivered one at a time.
public struct ExportTable {
  /// What a column holds.
  public enum Kind: Hashable, Sendable {
    case text, integer, decimal, date, truth
  }

  /// A column and its kind, which spreadsheets and databases keep.
  public struct Column: Hashable, Sendable {
    /// The name in the file.
    public var name: String
    /// What it holds.
    public var kind: Kind

    /// Makes a column, of text unless it is said otherwise.
    public init(_ name: String, _ kind: Kind = .text) {
      self.name = name
      self.kind = kind
    }
  }

  /// The name of the layer or sheet.
  public let name: String
  /// The columns, in order.
  public private(set) var columns: [Column]
  /// Whether rows can have a geometry.
  public let hasGeometry: Bool
  /// What a reader has to know, for formats that have a place for it.
  public var description: String?
  /// How many decimals text formats give degrees; seven are about a centimetre.
  public var coordinateDecimals = 7
  private(set) var visitRows: ((ExportRow) throws -> Void) throws -> Void

  /// Makes a table of any source; `visitRows` calls its argument once for each row.
  public init(
    name: String, columns: [Column], hasGeometry: Bool,
    visitRows: @escaping ((ExportRow) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.columns = columns
    self.hasGeometry = hasGeometry
    self.visitRows = visitRows
  }

  /// Calls the argument once for each row, in order.
  public func forEachRow(_ visit: (ExportRow) throws -> Void) throws {
    try withoutActuallyEscaping(visit) { try visitRows($0) }
  }

  /// The same table without some columns.
  public func without(_ names: Set<String>) -> ExportTable {
    let kept = columns.indices.filter { !names.contains(columns[$0].name) }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.visitRows = { [visitRows] visit in
      try visitRows { row in
        try visit(ExportRow(cells: kept.map { row.cells[$0] }, geometry: row.geometry))
      }
    }
    return table
  }

  /// The same table without rows that don't satisfy a condition.
  public func filtered(_ isKept: @escaping (ExportRow) -> Bool) -> ExportTable {
    var table = self
    table.visitRows = { [visitRows] visit in
      try visitRows { row in if isKept(row) { try visit(row) } }
    }
    return table
  }

  /// The same table with other geometries.
  public func mapping(_ change: @escaping (Geometry) -> Geometry) -> ExportTable {
    var table = self
    table.visitRows = { [visitRows] visit in
      try visitRows { row in
        try visit(ExportRow(cells: row.cells, geometry: row.geometry.map(change)))
      }
    }
    return table
  }
}
