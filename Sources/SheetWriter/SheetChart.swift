/// A picture of rows of a sheet.
public struct SheetChart: Hashable, Sendable {
  /// How the figures are drawn.
  public enum Form: Hashable, Sendable {
    case bars, stackedBars, lines
  }

  /// One line or colour of bars.
  public struct Series: Hashable, Sendable {
    /// What the legend says.
    public var name: String
    /// The column of its figures, from 0.
    public var column: Int
    /// Red, green and blue as `0xRRGGBB`; none draws nothing and lifts what stands on it.
    public var colour: UInt32?

    /// Describes a series.
    public init(_ name: String, column: Int, colour: UInt32?) {
      self.name = name
      self.column = column
      self.colour = colour
    }
  }

  /// The caption.
  public var title: String
  /// How it is drawn.
  public var form: Form
  /// The name of the sheet that the figures stand on.
  public var sheet: String
  /// The column that names what is drawn, from 0.
  public var category: Int
  /// The first and the last line of the figures on that sheet, from 0.
  public var lines: ClosedRange<Int>
  /// What is drawn.
  public var series: [Series]
  /// The label of the axis of figures.
  public var axis: String
  /// Whether some figure is below zero.
  public var hasNegatives = false
  /// The line of the sheet at which it is placed, from 0.
  public var place: Int

  /// Describes a chart.
  public init(
    _ title: String, _ form: Form, of sheet: String, category: Int, lines: ClosedRange<Int>,
    series: [Series], axis: String, place: Int
  ) {
    self.title = title
    self.form = form
    self.sheet = sheet
    self.category = category
    self.lines = lines
    self.series = series
    self.axis = axis
    self.place = place
  }

  /// How many lines a chart covers.
  public static let height = 23
}
