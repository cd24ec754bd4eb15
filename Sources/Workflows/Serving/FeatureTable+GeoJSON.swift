import GeometryValues
import Interchange

extension FeatureTable {
  /// Writes one feature as GeoJSON, its members without the closing brace, so that others can follow.
  public func write(_ row: Int, to json: inout [UInt8]) {
    json.append(contentsOf: #"{"type":"Feature","id":""#.utf8)
    json.append(contentsOf: id(of: row).utf8)
    json.append(contentsOf: #"","properties":{"#.utf8)
    for column in columns.indices {
      if column > 0 { json.append(UInt8(ascii: ",")) }
      json.append(contentsOf: JSONWriting.text(columns[column].name).utf8)
      json.append(UInt8(ascii: ":"))
      json.append(contentsOf: GeoJSONLayer.value(cell(row, column)).utf8)
    }
    json.append(contentsOf: #"},"geometry":"#.utf8)
    writeShape(row, to: &json)
  }

  private func writeShape(_ row: Int, to json: inout [UInt8]) {
    var walk = shapes.walk(row)
    let kind = walk.kind
    guard kind != .none else {
      json.append(contentsOf: "null".utf8)
      return
    }
    let parts = walk.count()
    var writing = ShapeWriting(decimals: shapes.decimals)
    switch kind {
    case .none: break
    case .polygons:
      writing.begin(parts == 1 ? "Polygon" : "MultiPolygon", &json)
      writing.list(parts, isBare: parts == 1, &json) { writing, json in
        writing.list(walk.count(), &json) { writing, json in writing.line(&walk, &json) }
      }
    case .points:
      // One part with one list of points.
      _ = walk.count()
      let points = walk.count()
      writing.begin(points == 1 ? "Point" : "MultiPoint", &json)
      writing.list(points, isBare: points == 1, &json) { writing, json in
        writing.position(&walk, &json)
      }
    case .lines:
      let lines = walk.count()
      writing.begin(lines == 1 ? "LineString" : "MultiLineString", &json)
      writing.list(lines, isBare: lines == 1, &json) { writing, json in writing.line(&walk, &json) }
    }
    json.append(UInt8(ascii: "}"))
  }
}

/// Writes the coordinates of one shape.
private struct ShapeWriting {
  private let decimals: Int
  private let unit: UInt64

  init(decimals: Int) {
    self.decimals = decimals
    unit = (0..<decimals).reduce(UInt64(1)) { unit, _ in unit * 10 }
  }

  func begin(_ type: String, _ json: inout [UInt8]) {
    json.append(contentsOf: "{\"type\":\"\(type)\",\"coordinates\":".utf8)
  }

  mutating func list(
    _ count: Int, isBare: Bool = false, _ json: inout [UInt8],
    each: (inout ShapeWriting, inout [UInt8]) -> Void
  ) {
    if !isBare { json.append(UInt8(ascii: "[")) }
    for place in 0..<count {
      if place > 0 { json.append(UInt8(ascii: ",")) }
      each(&self, &json)
    }
    if !isBare { json.append(UInt8(ascii: "]")) }
  }

  mutating func line(_ walk: inout PackedShapes.Walk, _ json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    for place in 0..<walk.count() {
      if place > 0 { json.append(UInt8(ascii: ",")) }
      position(&walk, &json)
    }
    json.append(UInt8(ascii: "]"))
  }

  func position(_ walk: inout PackedShapes.Walk, _ json: inout [UInt8]) {
    walk.step()
    json.append(UInt8(ascii: "["))
    number(walk.x, &json)
    json.append(UInt8(ascii: ","))
    number(walk.y, &json)
    json.append(UInt8(ascii: "]"))
  }

  /// Without zeros behind the last digit.
  private func number(_ value: Int64, _ json: inout [UInt8]) {
    if value < 0 { json.append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    digits(magnitude / unit, width: 1, &json)
    var (fraction, width) = (magnitude % unit, decimals)
    guard fraction > 0 else { return }
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    json.append(UInt8(ascii: "."))
    digits(fraction, width: width, &json)
  }

  private func digits(_ value: UInt64, width: Int, _ json: inout [UInt8]) {
    let start = json.count
    var (value, width) = (value, width)
    repeat {
      json.append(UInt8(ascii: "0") + UInt8(value % 10))
      value /= 10
      width -= 1
    } while value > 0 || width > 0
    json[start...].reverse()
  }
}
