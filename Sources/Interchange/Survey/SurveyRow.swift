public import GeometryValues

/// One row of a survey file, as the file has it.
public struct SurveyRow: Sendable {
  /// The data row, counted from 1.
  public var number: Int
  /// The line of a text file on which the row begins.
  public var line: Int?
  /// A cell for each column; nil where the file has no value.
  public var cells: [String?]
  /// The geometry in the file's own coordinates; nil where the row has none.
  public var geometry: Result<Geometry, GeometryFault>?
  /// Why the row can't be read; its cells are empty then.
  public var fault: String?
  /// The row's text in the file; it may hold personal data and is never to be stored.
  public var originalText: String

  /// Makes a row of its cells; numbers of rows and lines begin at 1.
  public init(
    number: Int, line: Int? = nil, cells: [String?],
    geometry: Result<Geometry, GeometryFault>? = nil, fault: String? = nil,
    originalText: String = ""
  ) {
    self.number = number
    self.line = line
    self.cells = cells
    self.geometry = geometry
    self.fault = fault
    self.originalText = originalText
  }
}
