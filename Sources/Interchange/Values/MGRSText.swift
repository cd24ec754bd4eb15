internal import GeometryValues

/// Places in the Military Grid Reference System: zone, band, square of 100 km, and digits.
///
/// The digits name a square; its south-west corner is taken, as the standard (NGA.STND.0037) has
/// it. The letters are those of WGS 84. The polar squares (bands A, B, Y, Z) are not read.
struct MGRSText: Hashable {
  var zone: Int
  var isNorth: Bool
  /// The corner in the zone's UTM grid, metres.
  var easting: Double
  var northing: Double
  /// The side of the square, metres.
  var step: Double
  /// The band's latitudes.
  var latitudes: ClosedRange<Double>

  static let bands = Array("CDEFGHJKLMNPQRSTUVWX")
  private static let rows = Array("ABCDEFGHJKLMNPQRSTUV")
  private static let columns = [Array("STUVWXYZ"), Array("ABCDEFGH"), Array("JKLMNPQR")]

  /// The latitudes of a band; X is 12 degrees high.
  static func latitudes(ofBand band: Character) -> ClosedRange<Double>? {
    guard let place = bands.firstIndex(of: band) else { return nil }
    let south = -80 + 8 * Double(place)
    return south...(band == "X" ? 84 : south + 8)
  }

  /// Whether a text has the shape of a reference, right or wrong.
  static func looksLike(_ text: String) -> Bool {
    let letters = compact(text)
    let zone = letters.prefix { $0.isNumber }
    let rest = letters.dropFirst(zone.count)
    return (1...2).contains(zone.count) && rest.prefix(3).count == 3
      && rest.prefix(3).allSatisfy { $0.isASCII && $0.isLetter }
      && rest.dropFirst(3).allSatisfy(\.isNumber)
  }

  private static func compact(_ text: String) -> [Character] {
    NumberText.plainDigits(text).uppercased().filter { !$0.isBlank && $0 != "-" && $0 != "," }
      .map { $0 }
  }

  static func read(_ text: String) throws(ValueFault) -> MGRSText {
    guard looksLike(text) else { throw refused(text, "is not an MGRS reference") }
    let letters = compact(text)
    let zoneDigits = letters.prefix { $0.isNumber }
    let rest = Array(letters.dropFirst(zoneDigits.count))
    guard let zone = Int(String(zoneDigits)), (1...60).contains(zone) else {
      throw refused(text, "has no zone from 1 to 60")
    }
    guard let latitudes = latitudes(ofBand: rest[0]) else {
      throw refused(text, "has the band \(rest[0]), which is none of C to X without I and O")
    }
    guard let column = columns[zone % 3].firstIndex(of: rest[1]),
      let row = rows.firstIndex(of: rest[2])
    else { throw refused(text, "has the square \(rest[1])\(rest[2]), which zone \(zone) has not") }
    let digits = rest.dropFirst(3)
    guard digits.count % 2 == 0, (2...10).contains(digits.count) else {
      throw refused(text, "has \(digits.count) digits: it takes 2, 4, 6, 8 or 10 of them")
    }
    let half = digits.count / 2
    let step = (half..<5).reduce(1.0) { step, _ in step * 10 }
    guard let east = Double(String(digits.prefix(half))),
      let north = Double(String(digits.suffix(half)))
    else { throw refused(text, "is not an MGRS reference") }
    // Rows repeat every 2,000 km; even zones begin five letters later.
    let shifted = (row + (zone % 2 == 0 ? 15 : 0)) % 20
    let place = Double(shifted) * 100_000 + north * step
    return MGRSText(
      zone: zone, isNorth: rest[0] >= "N", easting: Double(column + 1) * 100_000 + east * step,
      northing: unrolled(place, latitudes), step: step, latitudes: latitudes)
  }

  /// The northing in the band, of those that repeat every 2,000 km.
  private static func unrolled(_ northing: Double, _ latitudes: ClosedRange<Double>) -> Double {
    // The lowest northing of a band, at the central meridian, less what a square may reach below.
    let lowest = Self.northing(ofLatitude: latitudes.lowerBound) - 100_000
    var found = northing
    while found < lowest { found += 2_000_000 }
    return found
  }

  /// The northing of a latitude on the central meridian, within some hundred metres.
  static func northing(ofLatitude latitude: Double) -> Double {
    let metres = latitude * 111_000 + (latitude < 0 ? 10_000_000 : 0)
    return metres
  }

  private static func refused(_ text: String, _ why: String) -> ValueFault {
    ValueFault(
      reason: "\"\(text)\" \(why)",
      remedy: "Write zone, band, square and digits, such as 38TNL 12345 67890.")
  }
}
