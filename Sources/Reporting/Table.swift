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
  /// The heading that the table stands under, with its neighbours of the same heading; none stands
  /// under the report's title.
  public var section: String?
  /// How to read the table, one sentence each, printed below it.
  public var notes: [String] = []

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
  /// The id of the table among the report's details that shows what is behind this row's figures.
  public var opens: String?
  /// On a heading of such a table: the key of the column whose figure the rows below add up to.
  public var key: String?
  /// How many records or people the row's figures rest on; none where it is not known.
  ///
  /// Outputs for the public leave out figures that rest on few.
  public var records: Int?
  /// The same for single columns, by key, whose figures rest on fewer records than the row's.
  public var columnRecords: [String: Int] = [:]
  /// Whether the row is of all days so far: two of them tell what lies between.
  public var isRunning = false

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
  public func cell(at index: Int) -> Cell {
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

    /// Whether its cells are figures, set to the right.
    public var isNumeric: Bool {
      switch self {
      case .text, .date: false
      default: true
      }
    }
  }

  /// What a column can tell that is not for everybody.
  public enum Reveals: String, CaseIterable, Sendable {
    /// Which record, task or claim it is.
    case record
    /// Where something lies, finer than the district.
    case place
    /// On which day, finer than the month.
    case day
    /// A name of a file, a row, or who entered it.
    case source
    /// Something about one person.
    case person
  }

  /// The name machines read, in snake_case; that of an area ends in `_m2`.
  public var key: String
  /// The name people read, without a unit.
  public var label: String
  /// What its cells are.
  public var kind: Kind
  /// What its cells would tell somebody who may not know it; none tells nothing.
  public var reveals: Reveals?
  /// The unit in which a published form has its areas; none leaves it to who prints.
  public var unit: AreaUnit?
  /// Whether its texts are words of the program, such as a state or a cause, which people are
  /// shown in their language; machines get them as they are.
  public var isWords = false

  /// A column for people and machines.
  public init(_ key: String, _ label: String, _ kind: Kind, reveals: Reveals? = nil) {
    self.key = key
    self.label = label
    self.kind = kind
    self.reveals = reveals
  }

  /// The same column, its areas in the unit that a published form has.
  func fixed(in unit: AreaUnit?) -> Column {
    var column = self
    column.unit = unit
    return column
  }

  /// A column of texts that are words of the program.
  public static func words(_ key: String, _ label: String, reveals: Reveals? = nil) -> Column {
    var column = Column(key, label, .text, reveals: reveals)
    column.isWords = true
    return column
  }
}
