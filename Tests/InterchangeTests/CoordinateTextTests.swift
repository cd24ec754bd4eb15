import Foundation
import Testing

@testable import Interchange

@Suite("Coordinates as people write them")
struct CoordinateTextTests {
  static let place = 40 + 23.0 / 60 + 15.2 / 3600

  @Test(
    "every spelling of one latitude",
    arguments: [
      "40°23'15.2\"N", "40°23′15.2″N", "40° 23' 15.2\" N", "N 40°23'15,2\"", "40 23 15.2",
      "40-23-15.2N", "40:23:15.2", "40d23m15.2s", "40D23M15.2SN", "40d 23m 15.2s N",
      "40º23’15.2”N", "40˚23´15.2´´N", "40°23''15.2", "С 40°23'15.2\"", "40°23'15.2\"с.ш.",
      "40 23 15.2 North", "N40°23.253333333'", "40 23.253333333N", "+40.387555556",
      "40.387555556 N",
      "40,387555556", "٤٠٫٣٨٧٥٥٥٥٥٦", "Lat: 40.387555556", "lat 40 23 15.2", "40deg23min15.2sec N",
      "\u{00A0}40°\u{202F}23'15.2\"N\u{200B}", "–40.387555556 ",
    ])
  func latitudes(text: String) throws {
    if text.hasPrefix("40°23''") {
      // Seconds in the place of minutes.
      #expect(throws: ValueFault.self) { try CoordinateText.read(text, isLatitude: true) }
      return
    }
    let sign = text.hasPrefix("–") ? -1.0 : 1
    #expect(abs(try CoordinateText.read(text, isLatitude: true) - sign * Self.place) < 1e-9)
  }

  @Test(
    "letters and signs of every side",
    arguments: [
      ("46.5 W", false, -46.5), ("З 46.5", false, -46.5), ("46,5 з.д.", false, -46.5),
      ("В46°30'", false, 46.5), ("46°30'E", false, 46.5), ("Ю40.5", true, -40.5),
      ("-46 30 00", false, -46.5), ("S 0°30'", true, -0.5),
      ("179 59 59.9E", false, 179 + 59.0 / 60 + 59.9 / 3600),
    ])
  func sides(text: String, isLatitude: Bool, value: Double) throws {
    #expect(abs(try CoordinateText.read(text, isLatitude: isLatitude) - value) < 1e-12)
  }

  @Test(
    "what can't be read is refused with the value",
    arguments: [
      "40°60'", "40 23 60", "40°23'75\"", "-40 S", "+40 N", "-40.5 N", "40 N 46 E", "40.5°30'",
      "40 23.5 15", "40.23.15", "forty", "40°15\"", "23'15\"", "1 2 3 4", "N40S", "40..5", "4O.5",
      "40 -23", "46.5 E",
    ])
  func refused(text: String) throws {
    let fault = try #require(throws: ValueFault.self) {
      try CoordinateText.read(text, isLatitude: true)
    }
    #expect(fault.reason.contains("\"\(text)\""))
    #expect(!fault.remedy.isEmpty)
  }

  @Test("degrees, minutes and seconds come back", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    let seconds = Double((seed * 7_919_317 + 12_345) % 6_480_000) / 10
    let (degrees, minutes) = (Int(seconds / 3600), Int(seconds / 60) % 60)
    let rest = seconds - Double(degrees * 3600 + minutes * 60)
    let letter = seed % 2 == 0 ? "E" : "W"
    let text = "\(degrees)°\(minutes)'\(String(format: "%.1f", rest))\"\(letter)"
    let decimal = "\(degrees) \(String(format: "%.5f", Double(minutes) + rest / 60))\(letter)"
    // A rounding up to 60 is what a careless program writes; it is refused.
    guard !text.contains("'60.0"), !decimal.contains(" 60.") else { return }
    let known = (seed % 2 == 0 ? 1 : -1) * seconds / 3600
    #expect(abs(try CoordinateText.read(text, isLatitude: false) - known) < 1e-9)
    #expect(abs(try CoordinateText.read(decimal, isLatitude: false) - known) < 2e-7)
  }

  @Test(
    "both coordinates in one cell",
    arguments: [
      ("40°23'15.2\"N 46°45'10\"E", false), ("N40°23'15.2\" E46°45'10\"", false),
      ("46°45'10\"E, 40°23'15.2\"N", false), ("40.387555556, 46.752777778", true),
      ("40,387555556; 46,752777778", true), ("40.387555556 46.752777778", true),
      ("40,387555556 46,752777778", true), ("40.387555556,46.752777778", true),
      ("40°23'15.2\" 46°45'10\"", true), ("lat 40.387555556 lon 46.752777778", false),
      ("С40 23 15.2 В46 45 10", false), ("40 23 15.2N/46 45 10E", false),
    ])
  func pairs(text: String, isAssumed: Bool) throws {
    let pair = try CoordinatePair.read(text)
    #expect(abs(pair.latitude.degrees - Self.place) < 1e-8)
    #expect(abs(pair.longitude.degrees - 46.752777778) < 1e-8)
    #expect(pair.isOrderAssumed == isAssumed)
  }

  @Test(
    "one cell that is no pair",
    arguments: ["40.1", "40 23 15 46 45 10", "40.1N 40.2N", "40.1N", "40,46", "a b", "", "1,2,3"])
  func noPairs(text: String) {
    #expect(throws: ValueFault.self) { try CoordinatePair.read(text) }
  }
}

@Suite("Grids as people write them")
struct GridTextTests {
  /// `GeoConvert -m` of random places, and `GeoConvert -u -n` of what it gave (GeographicLib 2.1.2).
  static func oracle() throws -> [[String]] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Oracle/mgrs.txt")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
  }

  @Test("1,000 squares are where GeographicLib has them")
  func squares() throws {
    let rows = try Self.oracle()
    #expect(rows.count == 1000)
    for row in rows {
      let square = try MGRSText.read(row[0])
      #expect("\(String(format: "%02d", square.zone))\(square.isNorth ? "n" : "s")" == row[1])
      #expect(square.easting == Double(row[2]) && square.northing == Double(row[3]), "\(row)")
      #expect(square.step == pow(10, Double(5 - (row[0].count - 5) / 2)), "\(row)")
    }
  }

  @Test(
    "blanks and small letters don't count", arguments: ["38tnl 12345 67890", "38 T NL 12345 67890"])
  func spellings(text: String) throws {
    #expect(try MGRSText.read(text) == MGRSText.read("38TNL1234567890"))
  }

  @Test(
    "squares that are none",
    arguments: [
      "61TNL11", "38INL11", "38TIL11", "38TNL123", "38TNL", "38TNL123456123456", "38TNW11",
      "38TAL11",
    ])
  func noSquares(text: String) {
    #expect(throws: ValueFault.self) { try MGRSText.read(text) }
  }

  @Test(
    "zones and their halves",
    arguments: [
      ("38N", 4_451_234.0, false, Bool?.none, true), ("38T", 4_451_234, false, nil, true),
      ("UTM 38 north", 4_451_234, false, nil, true), ("38 South", 4_451_234, false, nil, false),
      ("EPSG:32738", 4_451_234, false, nil, false), ("38S", 4_000_000, true, nil, true),
      ("38S", 7_500_000, false, nil, false), ("38S", 4_000_000, false, true, true),
      ("38", 4_451_234, false, true, true), ("38K", 7_500_000, false, nil, false),
    ])
  func zones(
    text: String, northing: Double, lettersAreBands: Bool, stated: Bool?, isNorth: Bool
  ) throws {
    let zone = try #require(ZoneText(text))
    #expect(zone.number == 38)
    #expect(
      try zone.isNorth(northing: northing, lettersAreBands: lettersAreBands, stated: stated)
        == isNorth)
  }

  @Test("a half that can't be told is refused", arguments: ["38S", "38"])
  func unknownHalves(text: String) throws {
    let zone = try #require(ZoneText(text))
    #expect(throws: ValueFault.self) {
      try zone.isNorth(northing: 4_000_000, lettersAreBands: false, stated: nil)
    }
  }

  @Test(
    "a zone and metres in one cell",
    arguments: [
      ("38N 512345 4451234", "38N", "512345", "4451234", true),
      ("38T 512345.5mE 4451234mN", "38T", "512345.5", "4451234", true),
      ("UTM 38N E512345 N4451234", "38N", "512345", "4451234", true),
      ("38N 512345E 4451234N", "38N", "512345", "4451234", true),
      ("38N N 4451234 E 512345", "38N", "512345", "4451234", true),
      ("38N 512345,50 4451234,25", "38N", "512345,50", "4451234,25", true),
      ("38N 512345,4451234", "38N", "512345", "4451234", true),
      ("X=4451234 Y=8512345", "", "4451234", "8512345", false),
      ("4451234 8512345", "", "4451234", "8512345", false),
      ("E 512345 N 4451234", "", "512345", "4451234", true),
    ])
  func cells(text: String, zone: String, first: String, second: String, isNamed: Bool) throws {
    let cell = try #require(GridCell(text))
    #expect(cell.zone == ZoneText(zone) && cell.isNamed == isNamed)
    #expect(cell.first == first && cell.second == second)
  }

  @Test(
    "cells that are none",
    arguments: [
      "40.38756 46.75278", "38N 512,345 4,451,234", "512345 4451234 120", "zone 38N", "512345",
      "near 512345 4451234", "Y=8512345 X=4451234",
    ])
  func noCells(text: String) { #expect(GridCell(text) == nil) }

  @Test("words that are no zone", arguments: ["", "0", "61N", "38I", "N38", "north", "38 NN"])
  func noZones(text: String) { #expect(ZoneText(text) == nil) }

  @Test(
    "references in words",
    arguments: [
      ("WGS84", PlaceReference.code(.wgs84)), ("WGS 84", .code(.wgs84)),
      ("EPSG:4326", .code(.wgs84)), ("EPSG:28408", .pulkovo(zone: 8)),
      ("CK-42", .pulkovo(zone: nil)),
      ("СК-42 зона 8", .pulkovo(zone: 8)), ("Pulkovo 1942", .pulkovo(zone: nil)),
      ("Pulkovo 1942 / Gauss-Kruger zone 9", .pulkovo(zone: 9)),
      ("EPSG:4284", .code(.code("EPSG:4284"))),
    ])
  func references(text: String, known: PlaceReference) throws {
    #expect(try PlaceReference(text) == known)
  }
}
