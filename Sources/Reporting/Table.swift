public import LandRelease

/// A titled table of typed cells.
public struct Table: Hashable, Sendable {
  /// The name machines read, in snake_case, unique in its report.
  public var id: String
  /// The caption, on one line.
  public var title: String
  /// The columns from left to right; those before the first figure name the row.
  public var columns: [Column]
  /// All rows in the order they are printed; the totals among them go to the foot.
  public var rows: [Row]

  /// A table; totals may be given apart or among the rows.
  public init(id: String, title: String, columns: [Column], rows: [Row], totals: [Row] = []) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows + totals
  }

  /// The rows that sum up the whole table.
  public var totals: [Row] { rows.filter { $0.style == .total } }

  /// The rows a machine may add up without counting anything twice.
  public var records: [Row] { rows.filter { $0.style == .body || $0.style == .result } }
}

/// One row of a table.
public struct Row: Hashable, Sendable {
  /// What a row is to its neighbours.
  public enum Style: String, CaseIterable, Sendable {
    case body
    /// A line that follows from those above it and is a record all the same, such as a closing
    /// balance; in every format.
    case result
    /// A sum of some rows above, for people only.
    case subtotal
    /// Names the rows below, for people only: what it says must also stand in their cells.
    case heading
    case total
  }

  /// What this row is to its neighbours.
  public var style: Style
  /// One cell a column, in the order of the columns; a heading has one cell alone.
  public var cells: [Cell]

  /// A row of one cell a column.
  public init(_ style: Style = .body, _ cells: [Cell]) {
    self.style = style
    self.cells = cells
  }

  /// A line that names the rows below it.
  public static func heading(_ text: String) -> Row {
    Row(.heading, [.text(text)])
  }

  /// The cell under a column; empty where the row is too short.
  func cell(at index: Int) -> Cell {
    cells.indices.contains(index) ? cells[index] : .empty
  }
}

/// One column of a table.
public struct Column: Hashable, Sendable {
  /// What the cells of a column are.
  public enum Kind: Hashable, Sendable {
    case text
    case count
    case area
    case share
    /// So many of something on one unit of area, such as items per hectare.
    case ratio(of: String, per: AreaUnit)
    case number(unit: String?)
    case date

    /// The word machines read.
    var word: String {
      switch self {
      case .text: "text"
      case .count: "count"
      case .area: "area"
      case .share: "share"
      case .ratio: "ratio"
      case .number: "number"
      case .date: "date"
      }
    }

    var isNumeric: Bool {
      switch self {
      case .text, .date: false
      default: true
      }
    }
  }

  /// The name machines read, in snake_case; that of an area ends in `_m2`.
  public var key: String
  /// The name people read, without a unit.
  public var label: String
  /// What its cells are.
  public var kind: Kind

  /// A column for people and machines.
  public init(_ key: String, _ label: String, _ kind: Kind) {
    self.key = key
    self.label = label
    self.kind = kind
  }
}
