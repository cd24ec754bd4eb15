public import GeometryValues

extension ReadingContext {
  /// The geometry of a row as it stands there, whatever its coordinates; nil where none can be read.
  public func geometry(of row: SurveyRow) -> Geometry? {
    guard row.fault == nil else { return nil }
    if let geometry = row.geometry { return try? geometry.get() }
    if let text = columns.text(.geometry, of: row) { return try? GeometryText.read(text) }
    let isDegrees = columns.hasDegreeColumns
    guard let first = columns.text(isDegrees ? .longitude : .x, of: row),
      let second = columns.text(isDegrees ? .latitude : .y, of: row),
      let x = coordinate(first, isDegrees ? false : nil),
      let y = coordinate(second, isDegrees ? true : nil)
    else { return nil }
    return .points([Position(x: x, y: y)])
  }

  /// The EPSG code that a row's geometry names itself (EWKT, EWKB); nil where it names none.
  public func statedCode(of row: SurveyRow) -> Int? {
    guard row.geometry == nil, let text = columns.text(.geometry, of: row) else { return nil }
    return GeometryText.referenceNumber(text).flatMap { $0 == 0 ? nil : $0 }
  }

  private func coordinate(_ text: String, _ isLatitude: Bool?) -> Double? {
    guard let isLatitude else { return try? NumberText.read(text, loneComma: .decimal) }
    return try? CoordinateText.read(text, isLatitude: isLatitude)
  }

  /// The folded words of a text field, as far as the row has one.
  public func text(_ field: SurveyField, of row: SurveyRow) -> String? {
    columns.text(field, of: row).map { codes[field]?[ColumnName.folded($0)] ?? $0 }
  }

  /// Case, blanks and punctuation of a name don't count.
  public static func folded(_ name: String) -> String { ColumnName.folded(name) }
}
