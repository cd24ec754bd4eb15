/// One sheet of a workbook: a header and rows of text.
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

  /// The name on the sheet's tab.
  public var name: String
  /// The columns in their order.
  public var columns: [Column]
  /// The cells below the header, as text.
  public var rows: [[String]]

  /// Describes a sheet.
  public init(name: String, columns: [Column], rows: [[String]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// Why a workbook can't be written, in words for a person.
public struct SheetFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var description: String
  /// Whether the program was built without the library.
  public var isMissingLibrary = false
}
