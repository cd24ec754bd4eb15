import GeometryValues

/// Reads one feature of GeoJSON into a row.
struct GeoJSONFeature {
  let columns: GeoJSONColumns

  /// A row in any case: what can't be read is its fault.
  func row(_ piece: GeoJSONWalk.Piece) -> SurveyRow {
    var row = empty(piece)
    var cursor = JSONCursor(piece.bytes)
    do throws(JSONFault) {
      try read(&cursor, into: &row)
      guard cursor.peek() == 0, cursor.place >= piece.bytes.count else {
        throw cursor.fault("text follows the feature")
      }
    } catch {
      row.cells = []
      row.geometry = nil
      row.fault =
        "the feature is not valid GeoJSON: \(error.description) (byte \(piece.offset + error.place))"
    }
    row.originalText = String(decoding: piece.bytes, as: UTF8.self)
    return row
  }

  /// A row and its length, if a whole and sound feature begins the bytes.
  func soundRow(_ piece: GeoJSONWalk.Piece) -> (row: SurveyRow, length: Int)? {
    var row = empty(piece)
    var cursor = JSONCursor(piece.bytes)
    do throws(JSONFault) {
      try read(&cursor, into: &row)
    } catch {
      return nil
    }
    let bytes = UnsafeBufferPointer(rebasing: piece.bytes[..<cursor.place])
    row.originalText = String(decoding: bytes, as: UTF8.self)
    return (row, cursor.place)
  }

  private func empty(_ piece: GeoJSONWalk.Piece) -> SurveyRow {
    SurveyRow(
      number: piece.number, line: piece.line,
      cells: [String?](repeating: nil, count: columns.names.count))
  }

  private func read(_ cursor: inout JSONCursor, into row: inout SurveyRow) throws(JSONFault) {
    var type: Range<Int>?
    var hasCoordinates = false
    try cursor.eachMember { (cursor: inout JSONCursor, key) throws(JSONFault) in
      if cursor.matches(key, "geometry") {
        cursor.openRings = 0
        row.geometry = try GeoJSONGeometry.read(&cursor)
        row.remarks.openRings = cursor.openRings
      } else if cursor.matches(key, "properties") {
        try properties(&cursor, into: &row)
      } else if cursor.matches(key, "type"), cursor.peek() == UInt8(ascii: "\"") {
        type = try cursor.rawString()
      } else if cursor.matches(key, "id"), let column = columns.idColumn {
        row.cells[column] = try cursor.cell()
      } else {
        if cursor.matches(key, "coordinates") || cursor.matches(key, "geometries") {
          hasCoordinates = true
        }
        try cursor.skipValue()
      }
    }
    guard let type else { throw cursor.fault("it names no type") }
    if cursor.matches(type, "Feature") { return }
    guard hasCoordinates else {
      throw cursor.fault("its type is \"\(try cursor.text(type))\", not \"Feature\"")
    }
    // A bare geometry: its members are the geometry's.
    cursor.place = 0
    row.geometry = try GeoJSONGeometry.read(&cursor)
  }

  private func properties(
    _ cursor: inout JSONCursor, into row: inout SurveyRow
  ) throws(JSONFault) {
    guard cursor.peek() == UInt8(ascii: "{") else {
      let range = try cursor.skipValue()
      guard cursor.matches(range, "null") else {
        throw JSONFault(description: "its properties are not an object", place: range.lowerBound)
      }
      return
    }
    var guess = 0
    try cursor.eachMember { (cursor: inout JSONCursor, key) throws(JSONFault) in
      guard let column = columns.known(cursor, key, guess: guess) else {
        return _ = try cursor.skipValue()
      }
      let cell = try cursor.cell()
      if let before = row.cells[column], before != cell {
        throw cursor.fault(
          "the property \"\(columns.names[column])\" stands twice, with two values")
      }
      row.cells[column] = cell
      guess = column + 1
    }
  }
}
