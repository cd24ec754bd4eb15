/// The place of a point as a table has it: coordinates, and what they are measured in.
public struct WrittenPlace: Hashable, Sendable {
  /// The text as the table has it.
  public var text: String
  /// What the coordinates are measured in; `unstated` is what the file or `--crs` says.
  public var reference: CoordinateReference
  /// Longitude or easting.
  public var x: Double
  /// Latitude or northing.
  public var y: Double
  /// Whether x and y are degrees rather than metres.
  public var isDegrees = false
  /// What one of the last digit is worth, metres.
  public var step: Double
  /// The latitudes that the text itself names, by its band; nil where it names none.
  public var latitudes: ClosedRange<Double>?
  /// Whether neither letters nor column names say that latitude comes first.
  public var isOrderAssumed = false
  /// Whether nothing names the datum of its degrees.
  public var isAssumed = false
  /// Whether it is a square, whose corner is taken.
  public var isSquare = false

  /// Metres in a degree of the meridian, for what a digit is worth.
  static let metresPerDegree = 111_000.0

  init(
    _ text: String, _ reference: CoordinateReference, x: Double, y: Double, step: Double,
    latitudes: ClosedRange<Double>? = nil
  ) {
    self.text = text
    self.reference = reference
    self.x = x
    self.y = y
    self.step = step
    self.latitudes = latitudes
  }

  /// A place in degrees.
  ///
  /// - Throws: ``ValueFault`` where the Earth has no such degrees.
  static func degrees(
    _ text: String, latitude: CoordinateText.Written, longitude: CoordinateText.Written,
    in reference: CoordinateReference
  ) throws(ValueFault) -> WrittenPlace {
    guard abs(latitude.degrees) <= 90, abs(longitude.degrees) <= 180 else {
      let swapped = abs(longitude.degrees) <= 90 && abs(latitude.degrees) <= 180
      throw ValueFault(
        reason: "\"\(text)\" is outside the Earth's degrees",
        remedy: swapped
          ? "Latitude and longitude look swapped: put each into its own column."
          : "Check the figures; metres of a grid need columns easting, northing and zone, or --crs."
      )
    }
    var place = WrittenPlace(
      text, reference, x: longitude.degrees, y: latitude.degrees,
      step: max(latitude.step, longitude.step) * metresPerDegree)
    place.isDegrees = true
    return place
  }

  static func mgrs(_ text: String) throws(ValueFault) -> WrittenPlace {
    let square = try MGRSText.read(text)
    var place = WrittenPlace(
      text, .utm(square.zone, isNorth: square.isNorth), x: square.easting, y: square.northing,
      step: square.step, latitudes: square.latitudes)
    place.isSquare = true
    return place
  }
}

/// What a table as a whole says of its coordinates, in the file or by `--crs`.
public struct StatedReference: Hashable, Sendable {
  /// The reference; `unstated` where neither says one.
  public var reference: CoordinateReference
  /// Whether it is one of degrees.
  public var isGeographic: Bool

  /// Joins a reference with what is known of it.
  public init(_ reference: CoordinateReference, isGeographic: Bool) {
    self.reference = reference
    self.isGeographic = isGeographic
  }
}

extension CoordinateReference {
  /// The UTM zone on WGS 84.
  static func utm(_ zone: Int, isNorth: Bool) -> CoordinateReference {
    .code("EPSG:\((isNorth ? 32600 : 32700) + zone)")
  }

  /// The half of the Earth of a UTM zone on WGS 84; nil for anything else.
  var isNorthernUTM: Bool? {
    guard case .code(let code) = self else { return nil }
    return ZoneText(code)?.saysNorth
  }
}
