internal import GeometryValues

/// Reads places in metres of a grid: UTM with its zone, Gauss-Krueger of Pulkovo 1942, or the grid
/// that the file or `--crs` names.
struct GridPlace {
  /// What the table as a whole says of its coordinates.
  var stated: StatedReference
  /// Whether a zone letter of the table can only be a band.
  var lettersAreBands: Bool

  /// Eastings of UTM, with some room beside the zone, metres.
  static let eastings = 100_000.0...900_000.0
  /// Zones of six degrees that EPSG has codes for on Pulkovo 1942.
  private static let pulkovoZones = 4...32

  func utm(
    _ text: String, zone: ZoneText, easting: Metres, northing: Metres
  ) throws(ValueFault) -> WrittenPlace {
    try checkUTM(text, easting.value, northing.value)
    let isNorth = try zone.isNorth(
      northing: northing.value, lettersAreBands: lettersAreBands,
      stated: stated.reference.isNorthernUTM)
    let isBand = zone.isBand || (lettersAreBands && zone.letter == "S")
    return WrittenPlace(
      text, .utm(zone.number, isNorth: isNorth), x: easting.value, y: northing.value,
      step: max(easting.step, northing.step),
      latitudes: isBand ? zone.letter.flatMap(MGRSText.latitudes) : nil)
  }

  private func checkUTM(
    _ text: String, _ easting: Double, _ northing: Double
  ) throws(ValueFault) {
    if Self.eastings.contains(easting), (0...10_000_000).contains(northing) { return }
    let isSwapped = Self.eastings.contains(northing) && (0...10_000_000).contains(easting)
    throw ValueFault(
      reason: "\"\(text)\" is no place in a UTM zone",
      remedy: isSwapped
        ? "Easting and northing look swapped: put each into its own column."
        : "Eastings go from 100000 to 900000 m, northings from 0 to 10000000 m.")
  }

  /// Gauss-Krueger: x points north and y east, the zone's number in front of y.
  ///
  /// - Parameters:
  ///   - north: the column x of a Soviet list, or northing.
  ///   - zone: the zone where it stands apart or in the reference's code.
  func gaussKrueger(
    _ text: String, north: Metres, east: Metres, zone: Int?
  ) throws(ValueFault) -> WrittenPlace {
    var easting = east.value
    if easting < 1_000_000, let zone { easting += Double(zone) * 1_000_000 }
    let written = Self.millions(easting)
    let rest = easting - Double(written) * 1_000_000
    guard Self.pulkovoZones.contains(written), Self.eastings.contains(rest),
      (0...10_000_000).contains(north.value), zone ?? written == written
    else {
      let zoneInX = Self.millions(north.value)
      let isSwapped = zone.map { zoneInX == $0 } ?? (easting < 1_000_000)
      throw ValueFault(
        reason: "\"\(text)\" is no place in a Gauss-Krueger zone\(zone.map { " \($0)" } ?? "")",
        remedy: isSwapped && Self.pulkovoZones.contains(zoneInX)
          ? "x is the northing and y the easting, with the zone in front: y = 8512345. Name the columns northing and easting if they are the other way round."
          : "Write x as the northing (4451234) and y as the easting with its zone in front (8512345)."
      )
    }
    return WrittenPlace(
      text, .code("EPSG:\(28400 + written)"), x: easting, y: north.value,
      step: max(east.step, north.step))
  }

  /// The zone in front of an easting; 0 for a length that is none.
  static func millions(_ metres: Double) -> Int {
    Int(exactly: (metres / 1_000_000).rounded(.towardZero)) ?? 0
  }

  /// x and y as the file or `--crs` means them.
  func plane(_ text: String, x: Metres, y: Metres) throws(ValueFault) -> WrittenPlace {
    guard stated.reference != .unstated else {
      throw ValueFault(
        reason: "nothing says what \"\(text)\" is measured in",
        remedy: "Add a column zone (38N) or crs (EPSG:32638), or name it with --crs EPSG:n.")
    }
    return WrittenPlace(
      text, .unstated, x: x.value, y: y.value, step: max(x.step, y.step))
  }

  /// A length in metres as it was written.
  struct Metres: Hashable {
    var value: Double
    /// What one of the last digit is worth.
    var step: Double

    /// Reads metres; a mark that can be read two ways is refused.
    init(_ text: String) throws(ValueFault) {
      let plain = NumberText.plainDigits(text).lowercased()
      let digits = plain.hasSuffix("m") ? String(plain.dropLast()) : plain
      value = try NumberText.read(digits.trimmingBlanks)
      let decimals =
        digits.lastIndex { $0 == "." || $0 == "," }.map {
          digits[digits.index(after: $0)...].prefix { $0.isNumber }.count
        } ?? 0
      step = (0..<decimals).reduce(1.0) { step, _ in step / 10 }
    }
  }
}
