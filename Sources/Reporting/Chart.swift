/// A picture of figures that stand in a table of the same report; it holds none of its own.
public struct Chart: Hashable, Sendable {
  /// How the figures are drawn.
  public enum Form: String, CaseIterable, Sendable {
    /// A bar a row, its series beside each other.
    case bars
    /// A bar a row, its series on top of each other.
    case stackedBars
    /// A line a series, a point a row.
    case lines
    /// Rows of style `result` are bars from zero, those of style `body` go on from there.
    case waterfall
  }

  /// The caption, on one line.
  public var title: String
  /// The id of the table that it is drawn from.
  public var table: String
  /// How it is drawn.
  public var form: Form
  /// The key of the column that names what is drawn.
  public var category: String
  /// The keys of the columns that are drawn; a waterfall has one.
  public var series: [String]

  /// A picture of some columns of a table.
  public init(
    _ title: String, of table: String, as form: Form, by category: String, _ series: [String]
  ) {
    self.title = title
    self.table = table
    self.form = form
    self.category = category
    self.series = series
  }
}
