/// Reads rows as turning points.
struct PointReading {
  let columns: PointColumns
  let settings: LegSettings
  let grid: GridPlace

  /// - Parameters:
  ///   - reference: what the file or `--crs` says of coordinates.
  ///   - lettersAreBands: whether a zone letter of the table can only be a band.
  init(
    _ columns: PointColumns, _ settings: LegSettings, reference: StatedReference,
    lettersAreBands: Bool
  ) {
    self.columns = columns
    self.settings = settings
    grid = GridPlace(stated: reference, lettersAreBands: lettersAreBands)
  }

  func read(_ row: SurveyRow) throws(Refusal) -> SurveyPoint {
    if let fault = row.fault {
      throw Refusal(reason: fault, remedy: "Repair the row in the file.")
    }
    func text(_ field: PointField) -> String? { columns.text(field, of: row) }
    let name = text(.number) ?? text(.identifier)
    let point = SurveyPoint(
      row: row, name: name, identifier: text(.identifier), type: try type(row, name),
      part: text(.part) ?? "",
      ring: text(.ring) ?? "", places: try places(row), leg: try leg(row))
    let isNeeded = point.type.isPerimeter && point.type != .closing
    guard !isNeeded || !point.places.isEmpty || point.leg != nil else {
      throw Refusal(
        field: columns.name(.number), reason: "it has neither coordinates nor a leg",
        remedy: "Give coordinates, or a bearing and a distance.")
    }
    return point
  }

  private func type(_ row: SurveyRow, _ name: String?) throws(Refusal) -> PointType {
    if let text = columns.text(.type, of: row) {
      if let type = PointType(text: text) { return type }
      throw Refusal(
        field: columns.name(.type), reason: "\"\(text)\" is no type of point",
        remedy:
          "Known words: \(PointType.allCases.map(\.rawValue).joined(separator: ", ")); blank is turning."
      )
    }
    return name.flatMap(PointType.init(name:)) ?? .turning
  }

  /// Reads a field; a value that can't be read refuses the row.
  func value<Value>(
    _ field: PointField, of row: SurveyRow,
    _ read: (String) throws(ValueFault) -> Value
  ) throws(Refusal) -> Value? {
    guard let text = columns.text(field, of: row) else { return nil }
    return try refusing(field) { () throws(ValueFault) in try read(text) }
  }

  func refusing<Value>(
    _ field: PointField, _ read: () throws(ValueFault) -> Value
  ) throws(Refusal) -> Value {
    do throws(ValueFault) {
      return try read()
    } catch {
      throw Refusal(field: columns.name(field), reason: error.reason, remedy: error.remedy)
    }
  }

  /// Refuses half of a pair of cells.
  func refuseHalf(_ first: PointField, _ second: PointField, of row: SurveyRow) throws(Refusal) {
    let has = [first, second].map { columns.text($0, of: row) != nil }
    guard has[0] != has[1] else { return }
    throw Refusal(
      field: columns.name(has[0] ? second : first),
      reason: "there is a \(columns.name(has[0] ? first : second)) and no other half to it",
      remedy: "Fill in both or none.")
  }
}
