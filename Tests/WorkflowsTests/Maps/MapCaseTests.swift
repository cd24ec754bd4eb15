import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// Maps of small books, from files through import to features.
struct MapCaseTests {
  @Test(arguments: MapCase.all)
  func everySquareIsDrawnAsWorkedOut(of example: MapCase) throws {
    let folder = try TemporaryFolder()
    let map = try MapBook(folder.book(of: example))
    let features = try StateMap(ground: map.ground, request: example.request).features()
    var drawn: [String] = []
    for square in 0..<8 {
      let centre = Position(x: 45.505 + Double(square) / 100, y: 40.005)
      for feature in features where GroundLocator([feature.polygon]).first(holding: centre) == 0 {
        drawn.append("\(UnicodeScalar(UInt8(65 + square))) \(words(feature, map))")
      }
    }
    #expect(drawn.joined(separator: ", ") == example.expected)
    let area = features.reduce(0) { $0 + $1.squareMetres }
    #expect(abs(area - Double(drawn.count) * Strip.squareArea) <= 1 + 1e-6 * area)
  }

  private func words(_ feature: MapFeature, _ map: MapBook) -> String {
    let group = feature.group
    let flags = (group.isContested ? ["contested"] : []) + (group.isPending ? ["pending"] : [])
    let records = group.releases.map { map.ground.register.subjects[Int($0)].key.id }
    return ([map.district(feature), group.state.rawValue] + flags + records)
      .joined(separator: " ")
  }

  /// The hole of a record stays a hole, with the record's own vertices.
  @Test func aLoneRecordIsDrawnAsItIs() throws {
    let drawn = try feature(
      of: "POLYGON ((45.5 40, 45.6 40, 45.6 40.1, 45.5 40.1, 45.5 40), "
        + "(45.52 40.02, 45.52 40.04, 45.54 40.04, 45.54 40.02, 45.52 40.02))")
    #expect(drawn.polygon.ringCount == 2)
    #expect(drawn.polygon.vertexCount == 10)
    #expect(
      drawn.polygon.vertices(ofRing: 0).map(drawn.polygon.vertex).contains(
        Position(x: 45.6, y: 40.1)))
  }

  @Test func groundOverTheAntimeridianIsDrawnOnBothSides() throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Far", isSynthetic: false)
    try folder.importText(
      "id,class,date,wkt\nH1,SHA,2020-01-01,"
        + "\"POLYGON ((179.99 -17, -179.99 -17, -179.99 -16.99, 179.99 -16.99, 179.99 -17))\"",
      as: .hazards, into: book)
    let map = try MapBook(book)
    let features = try map.features(.remaining)
    #expect(features.count == 2)
    for feature in features {
      let box = feature.polygon.envelope
      #expect(box.minX >= -180 && box.maxX <= 180 && box.maxX - box.minX < 1)
    }
    let area = features.reduce(0) { $0 + $1.squareMetres }
    let booked = map.booked(nil).values.reduce(0, +)
    #expect(abs(area - booked) <= 1 + 1e-6 * booked)
  }

  /// The file says what it shows, of which day, and what it does not say.
  @Test func theFileCarriesDayAreaAndWarning() throws {
    let folder = try TemporaryFolder()
    let example = try #require(MapCase.all.first)
    let file = folder.path("remaining.geojson")
    let request = StateMapRequest(.remaining, asOf: CalendarDate("2020-06-30"))
    #expect(try ExportMap(try folder.book(of: example)).run(request, to: file).rows == 1)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("\"as_of\":\"2020-06-30\""))
    #expect(text.contains("\"state\":\"suspected\""))
    #expect(text.contains("No record does not mean no hazard."))
    #expect(!text.contains("\"district\""))
  }

  private func feature(of polygon: String) throws -> MapFeature {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "One", isSynthetic: false)
    try folder.importText(
      "id,class,date,wkt\nH1,SHA,2020-01-01,\"\(polygon)\"", as: .hazards, into: book)
    let map = try MapBook(book)
    return try #require(try map.features(.remaining).first)
  }
}

extension TemporaryFolder {
  /// A book with the records of a case.
  fileprivate func book(of example: MapCase) throws -> Book {
    let book = try Book.make(at: path("book.gpkg"), name: "Map", isSynthetic: false)
    for file in example.records.files {
      let subject = try #require(ImportRequest.Subject(rawValue: file.subject))
      try importText(file.csv, as: subject, into: book)
    }
    return book
  }
}
