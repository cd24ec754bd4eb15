@testable import GeometryValues
@testable import Interchange

enum CoordinateFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = ZoneText(text)
    _ = GridCell(text)
    _ = try? PlaceReference(text)
    _ = CoordinateReference(text: text)
    _ = CoordinateReference(typed: text)
    _ = LegSettings.declination(text)
    for isLatitude in [true, false] {
      guard let degrees = try? CoordinateText.read(text, isLatitude: isLatitude) else { continue }
      if !degrees.isFinite { return "is a coordinate without end" }
    }
    return pair(text) ?? square(text) ?? grids(text)
  }

  private static func pair(_ text: String) -> String? {
    guard let pair = try? CoordinatePair.read(text),
      let place = try? WrittenPlace.degrees(
        text, latitude: pair.latitude, longitude: pair.longitude, in: .wgs84)
    else { return nil }
    return abs(place.y) <= 90 && abs(place.x) <= 180 && place.step >= 0
      ? nil : "is a place that is not on Earth"
  }

  private static func square(_ text: String) -> String? {
    _ = MGRSText.looksLike(text)
    guard let square = try? MGRSText.read(text) else { return nil }
    guard (1...60).contains(square.zone), (0...10_000_000).contains(square.northing),
      (0...1_000_000).contains(square.easting), square.step > 0
    else { return "is a square outside its zone" }
    return nil
  }

  private static func grids(_ text: String) -> String? {
    guard let metres = try? GridPlace.Metres(text) else { return nil }
    if !metres.value.isFinite || !metres.step.isFinite { return "is a length without end" }
    let grid = GridPlace(
      stated: StatedReference(.unstated, isGeographic: false), lettersAreBands: false)
    for zone in [nil, 8, Int.max, Int.min] {
      if let other = try? GridPlace.Metres("4451234"),
        let place = try? grid.gaussKrueger(text, north: other, east: metres, zone: zone),
        !(4_000_000..<33_000_000).contains(place.x)
      {
        return "is a place outside its zone"
      }
      _ = try? grid.gaussKrueger(text, north: metres, east: metres, zone: zone)
    }
    if let zone = ZoneText("38N"),
      let place = try? grid.utm(text, zone: zone, easting: metres, northing: metres),
      !GridPlace.eastings.contains(place.x)
    {
      return "is a place outside its zone"
    }
    return nil
  }
}
