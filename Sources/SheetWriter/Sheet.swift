/// One sheet of a workbook: a header and rows of typed cells.
public struct Sheet: Hashable, Sendable {
  /// A column: what its header says and what may be typed below.
  public struct Column: Hashable, Sendable {
    /// The text of the header.
    public var title: String
    /// The width in characters.
    public var width: Double
    /// The words offered in a list; none leaves the cells free.
    public var choices: [String]
    /// What a person sees who points at the header; nil shows nothing.
    public var note: String?

    /// Describes a column.
    public init(_ title: String, width: Double = 12, choices: [String] = [], note: String? = nil) {
      self.title = title
      self.width = width
      self.choices = choices
      self.note = note
    }
  }

  /// What stands in a cell; a text is never run as a formula.
  public enum Cell: Hashable, Sendable {
    case text(String)
    /// A number and the format that shows it, as spreadsheets spell formats.
    case number(Double, format: String)
    /// A day from 1900 on, and the format that shows it.
    case day(year: Int, month: Int, day: Int, format: String)
    case blank
  }

  /// How a row stands out.
  public enum Style: Hashable, Sendable {
    case plain, bold, total, title, warning
    /// Labels of a small table inside a page.
    case labels
    /// A sentence over all columns, on as many lines as it takes.
    case sentence
  }

  /// One row of cells from the first column on.
  public struct Row: Hashable, Sendable {
    /// How it stands out.
    public var style: Style
    /// What stands in it.
    public var cells: [Cell]

    /// Describes a row.
    public init(_ style: Style, _ cells: [Cell]) {
      self.style = style
      self.cells = cells
    }

    /// Describes a row like any other.
    public init(_ cells: [Cell]) { self.init(.plain, cells) }
  }

  /// The name on the sheet's tab.
  public var name: String
  /// The columns in their order.
  public var columns: [Column]
  /// The cells below the header.
  public var rows: [Row]
  /// Whether the columns' titles stand above the rows.
  public var hasHeader = true
  /// A second line of the header for programs; empty is none.
  public var tags: [String] = []
  /// How many of the first rows can be filtered; none shows no buttons.
  public var filtered: Int?
  /// How it is printed; none leaves that to the program that opens it.
  public var page: SheetPage?
  /// Pictures of figures that stand on this or another sheet.
  public var charts: [SheetChart] = []

  /// Describes a sheet of texts.
  public init(name: String, columns: [Column], rows: [[String]] = []) {
    self.init(
      name: name, columns: columns,
      rows: rows.map { Row(.plain, $0.map { $0.isEmpty ? .blank : .text($0) }) })
  }

  /// Describes a sheet of typed cells.
  public init(name: String, columns: [Column], rows: [Row]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The number of lines above the first row.
  var headerHeight: Int { hasHeader ? (tags.isEmpty ? 1 : 2) : 0 }
}

/// How a sheet is shown and printed: as wide as the page, its header on each.
public struct SheetPage: Hashable, Sendable {
  /// What stands above every page on the left.
  public var header = ""
  /// What stands above every page on the right, such as that the book is synthetic.
  public var warning = ""
  /// What stands below every page on the left; its number stands on the right.
  public var footer = ""
  /// Whether the first column is the one on the right.
  public var isRightToLeft = false
  /// The lines, from 0, before which a new page begins; none fits the sheet to the page's width.
  public var breaks: [Int] = []

  /// A page with nothing above and below but its number.
  public init() {}
}

/// Why a workbook can't be written, in words for a person.
public struct SheetFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var description: String
  /// Whether the program was built without the library.
  public var isMissingLibrary = false
}
