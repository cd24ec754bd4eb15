import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// A country that is a box, parted into square districts, with polygons inside.
struct RandomCountry {
  let districts: [District]
  let ground: DistrictGround
  private let box: Envelope
  private let columns: Int

  init(_ dice: inout SeededDice) throws {
    let width = Double.random(in: 0.5...16, using: &dice)
    let height = Double.random(in: 0.5...12, using: &dice)
    let west = Double.random(in: -179...(179 - width), using: &dice)
    let south = Double.random(in: -60...(72 - height), using: &dice)
    box = Envelope(minX: west, minY: south, maxX: west + width, maxY: south + height)
    columns = Int.random(in: 2...5, using: &dice)
    var districts: [District] = []
    for row in 0..<columns {
      for column in 0..<columns {
        let (w, h) = (width / Double(columns), height / Double(columns))
        let (x, y) = (west + Double(column) * w, south + Double(row) * h)
        districts.append(
          DistrictFitTests.district("D\(districts.count + 10)", x, y, x + w, y + h))
      }
    }
    self.districts = districts
    ground = try #require(DistrictGround(districts))
  }

  /// A polygon of some hundred metres inside a district, with the district's number.
  func polygon(_ dice: inout SeededDice) -> (polygon: [Double], district: Int) {
    let district = Int.random(in: districts.indices, using: &dice)
    let inside = districts[district].polygon.envelope
    let size = Double.random(in: 0.001...0.01, using: &dice)
    let x = Double.random(in: inside.minX...(inside.maxX - size), using: &dice)
    let y = Double.random(in: inside.minY...(inside.maxY - size), using: &dice)
    return ([x, y, x + size, y, x + size, y + size, x, y + size, x, y], district)
  }

  /// The UTM zone of a place.
  static func zone(_ place: [Double]) -> Int {
    (place[1] < 0 ? 32700 : 32600) + min(60, Int((place[0] + 180) / 6) + 1)
  }
}
