extension PointReading {
  /// The leg that leads to a row's point; nil where it gives neither bearing nor distance.
  func leg(_ row: SurveyRow) throws(Refusal) -> WrittenLeg? {
    try refuseHalf(.bearing, .distance, of: row)
    let unit = try angleUnit(row)
    let bearing = try value(.bearing, of: row) { text throws(ValueFault) in
      try Self.bearing(text, unit ?? .degrees)
    }
    let length = try lengthUnit(row)
    let distance = try value(.distance, of: row) { text throws(ValueFault) in
      try Self.distance(text, length ?? .metres)
    }
    guard let bearing, let distance else { return nil }
    let declination = try value(.declination, of: row) { text throws(ValueFault) in
      try Self.declination(text)
    }
    func isBare(_ field: PointField) -> Bool {
      columns.text(field, of: row).map { NumberText.splitUnit($0).unit.isEmpty } ?? false
    }
    return WrittenLeg(
      from: columns.text(.from, of: row), bearing: bearing, north: try north(row),
      declination: declination ?? settings.declination, distance: distance,
      assumesDegrees: unit == nil && isBare(.bearing),
      assumesMetres: length == nil && isBare(.distance))
  }

  private func angleUnit(_ row: SurveyRow) throws(Refusal) -> AngleUnit? {
    let named = try value(.bearingUnit, of: row) { text throws(ValueFault) in
      if let unit = AngleUnit(word: text) { return unit }
      throw ValueFault(
        reason: "\"\(text)\" is no unit of bearings",
        remedy: "Write deg, gon, mils (6400 to the circle) or mils6000.")
    }
    return named ?? columns.bearingUnit ?? settings.bearingUnit
  }

  private func lengthUnit(_ row: SurveyRow) throws(Refusal) -> LengthUnit? {
    let named = try value(.distanceUnit, of: row) { text throws(ValueFault) in
      try Self.lengthUnit(text)
    }
    return named ?? columns.distanceUnit
  }

  private static func lengthUnit(_ text: String) throws(ValueFault) -> LengthUnit {
    if let unit = LengthUnit(word: text) { return unit }
    throw ValueFault(
      reason: "\"\(text)\" is no unit of distances", remedy: "Write m, ft, yd or km.")
  }

  private func north(_ row: SurveyRow) throws(Refusal) -> NorthReference {
    let named = try value(.north, of: row) { text throws(ValueFault) in
      if let north = NorthReference(word: text) { return north }
      throw ValueFault(
        reason: "\"\(text)\" is no north that bearings are counted from",
        remedy: "Write true, magnetic or grid.")
    }
    if let north = named ?? settings.north { return north }
    throw Refusal(
      field: columns.name(.north), reason: "nothing says which north the bearings are counted from",
      remedy: "Add a column north (true, magnetic or grid), or say it with --north.")
  }

  /// Degrees, minutes and seconds too; in other units a plain number.
  static func bearing(_ text: String, _ unit: AngleUnit) throws(ValueFault) -> Double {
    var (digits, named) = (text, unit)
    let split = NumberText.splitUnit(text)
    if !split.unit.isEmpty, let other = AngleUnit(word: split.unit) {
      (digits, named) = (split.number, other)
    }
    let value: Double
    if named == .degrees {
      guard let tokens = CoordinateScan.tokens(digits), !tokens.contains(.comma) else {
        throw notABearing(text)
      }
      let written = try CoordinateText.coordinate(tokens[...], of: text)
      guard written.isLatitude == nil else { throw notABearing(text) }
      value = written.degrees
    } else {
      value = try NumberText.read(digits, loneComma: .decimal)
    }
    guard (0...named.circle).contains(value) else {
      throw ValueFault(
        reason: "the bearing \(text) is not from 0 to \(Int(named.circle)) \(named.rawValue)",
        remedy:
          "Check the figure, or name its unit in a column bearing_unit or with --bearing-unit: deg, gon, mils, mils6000."
      )
    }
    return (value / named.circle * 360).truncatingRemainder(dividingBy: 360)
  }

  private static func notABearing(_ text: String) -> ValueFault {
    ValueFault(
      reason: "\"\(text)\" is not a bearing",
      remedy: "Write it clockwise from north, such as 123.5 or 123°30'.")
  }

  static func distance(_ text: String, _ unit: LengthUnit) throws(ValueFault) -> Double {
    let split = NumberText.splitUnit(text)
    let named = split.unit.isEmpty ? unit : try lengthUnit(split.unit)
    let value = try NumberText.read(split.number, loneComma: .decimal) * named.metres
    guard value > 0, value <= 100_000 else {
      throw ValueFault(
        reason: "the distance \(text) is not from 0 to 100 km",
        remedy: "Check the figure and its unit.")
    }
    return value
  }

  /// East is above zero; a letter says it as well.
  static func declination(_ text: String) throws(ValueFault) -> Double {
    let degrees = try CoordinateText.read(text, isLatitude: false)
    guard abs(degrees) <= 90 else {
      throw ValueFault(
        reason: "a declination of \(text) degrees is too great", remedy: "Check the figure.")
    }
    return degrees
  }
}
