import LandRelease

/// Areas as people write them: a number, perhaps with a unit.
enum AreaText {
  /// The surface of the Earth, in square metres.
  private static let greatest = 510_100_000_000_000.0
  private static let known = "m2, ha or km2"

  /// Reads an area; the unit stands in the cell or comes from the column.
  static func read(_ text: String, unit: AreaUnit?) throws(ValueFault) -> Area {
    let (number, word) = NumberText.splitUnit(text)
    let value = try NumberText.read(number)
    var chosen = unit
    if !word.isEmpty {
      let own = try self.unit(word)
      if let unit, unit != own {
        throw ValueFault(
          reason: "\"\(text)\" is in \(own.rawValue), its column in \(unit.rawValue)",
          remedy: "Correct the cell, or map a column without a unit in its name.")
      }
      chosen = own
    }
    guard let chosen else {
      throw ValueFault(
        reason: "nothing says what unit the area \"\(text)\" is in",
        remedy: "Give --unit \(AreaUnit.allCases.map(\.rawValue).joined(separator: "|")).")
    }
    guard value >= 0 else {
      throw ValueFault(reason: "the area \"\(text)\" is negative", remedy: "Correct it.")
    }
    let metres = value * chosen.inSquareMetres
    guard metres <= greatest, let area = Area(squareMetres: metres) else {
      throw ValueFault(reason: "the area \"\(text)\" is too great", remedy: "Check its unit.")
    }
    return area
  }

  /// Reads the word of a unit.
  static func unit(_ word: String) throws(ValueFault) -> AreaUnit {
    switch ColumnName.folded(word) {
    case "m2", "sqm", "sqmetre", "sqmetres", "sqmeter", "sqmeters", "squaremetre", "squaremetres",
      "squaremeter", "squaremeters", "м2", "квм", "квметр", "квметров":
      return .squareMetres
    case "ha", "hectare", "hectares", "га", "гектар", "гектаров", "hektar": return .hectares
    case "km2", "sqkm", "squarekilometre", "squarekilometres", "squarekilometer",
      "squarekilometers", "км2", "квкм":
      return .squareKilometres
    default: throw unknown(word)
    }
  }

  private static func unknown(_ word: String) -> ValueFault {
    ValueFault(
      reason: "\"\(word)\" is not a known unit of area", remedy: "Write the area in \(known).")
  }
}
