public import GeometryValues
public import LandRelease

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
  /// What was left out of the geometry or drawn otherwise.
  public var remarks = GeometryRemarks()
  /// Why the row can't be read; its cells are empty then.
  public var fault: String?
  /// The row's text in the file; it may hold personal data and is never to be stored.
  public var originalText: String
  /// The rows of points it was made of; nil for a row that stands in the file as it is.
  public var points: PointRows?

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

extension SurveyRow {
  /// What somebody should know of the row's geometry, whatever the row is.
  public var geometryFindings: [Finding] {
    [arcFinding, ringFinding].compactMap(\.self)
  }

  private var ringFinding: Finding? {
    guard remarks.openRings > 0, case .success? = geometry else { return nil }
    let rule = ReadingRule.openRing
    return Finding(
      rule: rule.rawValue, severity: rule.severity,
      message:
        "\(remarks.openRings == 1 ? "a ring is" : "\(remarks.openRings) rings are") open and closed by the first vertex",
      place: Finding.Place(row: number),
      remedy: "Check that no vertex is missing between the last and the first.")
  }

  private var arcFinding: Finding? {
    guard remarks.arcs > 0 else { return nil }
    let rule = ReadingRule.arcsAsChords
    let deviation = remarks.deviation < 1e-3 ? "0.001" : "\(Float(remarks.deviation))"
    return Finding(
      rule: rule.rawValue, severity: rule.severity,
      message:
        "\(remarks.arcs) arcs of a curve are drawn as chords of 1 degree at most, which lie within \(deviation) units of the coordinates from the curve",
      place: Finding.Place(row: number),
      remedy: "Nothing need be done; draw straight edges where the exact border matters.")
  }
}
