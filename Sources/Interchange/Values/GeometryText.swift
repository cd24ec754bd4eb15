import GeometryValues

/// Geometries in a cell: well-known text, or well-known binary in hexadecimal digits.
enum GeometryText {
  static func read(
    _ text: String, reference: CoordinateReference
  ) throws(ValueFault) -> Geometry {
    do throws(GeometryFault) {
      if let bytes = hexadecimal(text) {
        try refuseOther(WKB.referenceNumber(bytes), reference)
        return try WKB.read(bytes)
      }
      try refuseOther(WKT.referenceNumber(text), reference)
      return try WKT.read(text)
    } catch {
      throw ValueFault(
        reason: error.description, remedy: "Write the geometry as WKT, such as POLYGON ((…)).")
    }
  }

  /// Reads a geometry whatever reference it names.
  static func read(_ text: String) throws(GeometryFault) -> Geometry {
    if let bytes = hexadecimal(text) { return try WKB.read(bytes) }
    return try WKT.read(text)
  }

  /// The number of the reference that a geometry names; nil where it names none.
  static func referenceNumber(_ text: String) -> Int? {
    if let bytes = hexadecimal(text) { return WKB.referenceNumber(bytes) }
    return WKT.referenceNumber(text)
  }

  /// A reference in the cell must be the one its table is read in.
  private static func refuseOther(
    _ number: Int?, _ reference: CoordinateReference
  ) throws(GeometryFault) {
    guard let number, number != 0 else { return }
    let own = CoordinateReference(text: "EPSG:\(number)")
    guard own != reference else { return }
    throw GeometryFault(
      "the geometry says it is in EPSG:\(number), the table is read as \(reference): give --crs EPSG:\(number)"
    )
  }

  private static func hexadecimal(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count >= 18, digits.count % 2 == 0, digits[0] == 0x30,
      digits[1] == 0x30 || digits[1] == 0x31
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}
