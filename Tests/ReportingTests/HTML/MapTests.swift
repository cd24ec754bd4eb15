import Foundation
import GeometryValues
import LandRelease
import Testing

@testable import Reporting

/// A map shows every shape where it lies.
struct MapTests {
  static func square(_ x: Double, _ y: Double, side: Double) -> MultiPolygon {
    MultiPolygon(rings: [
      [
        Position(x: x, y: y), Position(x: x + side, y: y), Position(x: x + side, y: y + side),
        Position(x: x, y: y + side),
      ]
    ])
  }

  static func map(_ shapes: [MultiPolygon]) -> MapFigure {
    MapFigure(
      title: "Land",
      layers: [
        MapFigure.Layer(
          .confirmed, title: "Confirmed", shapes: shapes.map { .init($0, title: "HA") })
      ])
  }

  static func picture(_ map: MapFigure) throws -> PageElement? {
    guard let picture = MapPicture(map, Presentation(), id: "m") else { return nil }
    return try PageDocument(picture.markup.written).root
  }

  @Test func aSquareOfDegreesIsNarrowedByItsLatitude() throws {
    let frame = try #require(MapFrame(Self.map([Self.square(40, 59.5, side: 1)])))
    let corner = frame.place(longitude: 40, latitude: 60.5)
    let opposite = frame.place(longitude: 41, latitude: 59.5)
    let shape = (opposite.x - corner.x) / (opposite.y - corner.y)
    #expect(abs(shape - 0.5) < 1e-9)
    let bar = frame.scaleBar(atMost: 150)
    #expect(bar.metres == 20_000)
    #expect(abs(bar.pixels / (opposite.y - corner.y) - 20 / 111.195) < 1e-9)
  }

  @Test func outlinesAreStepsOfTenthsOfPixels() throws {
    let map = Self.map([Self.square(46, 39, side: 1)])
    let group = try #require(try Self.picture(map)?.all("g").first { $0.classes == ["confirmed"] })
    let path = try #require(group.children.first?.attributes["d"])
    let parts = try #require(path.wholeMatch(of: /M(\d+) (\d+)l(\d+) 0 0 (\d+)(-\d+) 0z/))
    #expect(parts.output.3 == parts.output.5.dropFirst())
  }

  @Test func holesGoTheOtherWayThanWhatTheyAreIn() throws {
    var outer = [Position(x: 46, y: 39), Position(x: 47, y: 39), Position(x: 46.5, y: 40)]
    let hole = [Position(x: 46.4, y: 39.2), Position(x: 46.6, y: 39.2), Position(x: 46.5, y: 39.5)]
    for _ in 0..<2 {
      outer.reverse()
      let picture = try Self.picture(Self.map([MultiPolygon(rings: [outer, hole])]))
      let group = try #require(picture?.all("g").first { $0.classes == ["confirmed"] })
      #expect(group.attributes["fill-rule"] == "nonzero")
      let path = try #require(group.children.first?.attributes["d"])
      let areas = path.split(separator: "z").map { ring in
        var place = (x: 0.0, y: 0.0)
        var area = 0.0
        for step in ring.matches(of: /[Ml ]?(-?\d+)[ ]?(-?\d+)/) {
          let by = (x: Double(step.output.1) ?? 0, y: Double(step.output.2) ?? 0)
          area += place.x * (place.y + by.y) - (place.x + by.x) * place.y
          place = (place.x + by.x, place.y + by.y)
        }
        let start = ring.firstMatch(of: /M(\d+) (\d+)/)
        let first = (x: Double(start?.output.1 ?? "") ?? 0, y: Double(start?.output.2 ?? "") ?? 0)
        return area + place.x * first.y - first.x * place.y
      }
      #expect(areas.map { $0 > 0 } == [true, false])
    }
  }

  @Test func smallGroundIsADotAndNeverNothing() throws {
    let map = Self.map([
      Self.square(46, 39, side: 1), Self.square(46.5, 39.5, side: 0.0001),
      Self.square(46.5, 39.5, side: 0.0001),
    ])
    let group = try #require(try Self.picture(map)?.all("g").first { $0.classes == ["confirmed"] })
    #expect(group.children.count == 2)
    #expect(group.children.last?.attributes["d"]?.contains("h0") == true)
    #expect(group.children.last?.attributes["stroke-linecap"] == "round")
  }

  @Test func classesAreToldApartWithoutColour() {
    let open: [MapFigure.Subject] = [.suspected, .confirmed, .givenUp]
    let released: [MapFigure.Subject] = [.cancelled, .reduced, .cleared]
    let hatches = (open + released).compactMap { MapStyle($0).swatch?.hatch }
    #expect(Set(hatches).count == 6)
  }

  @Test func nothingToShowIsSaid() throws {
    let report = Report(title: "R", tables: everyKind.tables)
    var empty = report
    empty.maps = [MapFigure(title: "Land", layers: [])]
    #expect(try PageTests.page(empty).text.contains("There is nothing to show on the map."))
  }

  @Test func dataOfTheMovingMapLeadsBackToThePlaces() throws {
    let polygon = MultiPolygon(rings: [
      [Position(x: 46.123456, y: 39.5), Position(x: 46.2, y: 39.6), Position(x: 46.1, y: 39.7)]
    ])
    var map = Self.map([polygon])
    map.layers[0].shapes[0].title = "</script><b>&"
    let anchors = PageAnchors(Report(title: "R"))
    let text = MapData(map, anchors, Presentation(), id: "m").written
    #expect(!text.contains("<") && !text.contains(">") && !text.contains("&"))
    let json = try JSONDocument(text)
    guard case .number(let steps)? = json["steps"],
      case .string(let ring)? = json["layers"]?[0]?["shapes"]?[0]?[2]?[0]?[0]
    else {
      Issue.record("no ring in \(text)")
      return
    }
    let numbers = ring.split(separator: " ").compactMap { Double(String($0)) }
    #expect(numbers.count == 6)
    var place = (x: 0.0, y: 0.0)
    for index in 0..<3 {
      place = (place.x + numbers[2 * index], place.y + numbers[2 * index + 1])
      let vertex = polygon.vertex(index)
      #expect(abs(place.x / (Double(steps) ?? 1) - vertex.x) <= 0.5e-5 + 1e-12)
      #expect(abs(place.y / (Double(steps) ?? 1) - vertex.y) <= 0.5e-5 + 1e-12)
    }
    #expect(json["layers"]?[0]?["shapes"]?[0]?[0] == .string("</script><b>&"))
  }
}
