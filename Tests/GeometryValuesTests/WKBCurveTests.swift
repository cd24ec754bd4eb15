import Foundation
import GeometryValues
import Testing

@Suite("Curves in well-known binary")
struct WKBCurveTests {
  private static func string(_ kind: UInt32, _ numbers: Double..., width: Int = 2) -> WKBBytes {
    numbers.reduce(
      WKBBytes(little: true).header(kind).integer(UInt32(numbers.count / width))
    ) { $0.numbers($1) }
  }

  private static func read(_ bytes: WKBBytes) throws -> (Geometry, GeometryRemarks) {
    var remarks = GeometryRemarks()
    let geometry = try bytes.bytes.withUnsafeBytes { try WKB.read($0, remarks: &remarks) }
    return (geometry, remarks)
  }

  @Test("a full circle loses less than a ten-thousandth of its area, as is said")
  func circle() throws {
    let ring = Self.string(8, 110, 50, 90, 50, 110, 50)
    let polygon = WKBBytes(little: true).header(10).integer(1).adding(ring)
    let (geometry, remarks) = try Self.read(polygon)
    guard case .polygons(let polygons) = geometry else {
      Issue.record("it is a \(geometry.kind)")
      return
    }
    var area = 0.0
    for index in 0..<polygons.vertexCount - 1 {
      let (a, b) = (polygons.vertex(index), polygons.vertex(index + 1))
      area += a.x * b.y - b.x * a.y
    }
    #expect(abs(abs(area) / 2 / (100 * .pi) - 1) < 1e-4)
    #expect(remarks.arcs == 1)
    #expect(remarks.deviation > 0 && remarks.deviation < 10 * 0.00004)
  }

  @Test("surveyed points stay, and an arc walked backwards has the same vertices")
  func backwards() throws {
    guard case .lines(let there) = try Self.read(Self.string(8, 0, 0, 1, 1, 2, 0)).0,
      case .lines(let back) = try Self.read(Self.string(8, 2, 0, 1, 1, 0, 0)).0
    else {
      Issue.record("no lines")
      return
    }
    #expect(there[0] == back[0].reversed())
    #expect(there[0].contains(Position(x: 1, y: 1)))
    #expect(there[0].allSatisfy { abs(hypot($0.x - 1, $0.y) - 1) < 1e-12 })
    #expect(there[0].count == 181)
  }

  @Test("a compound curve joins its pieces, and pieces that do not meet are refused")
  func compound() throws {
    let straight = Self.string(2, 0, 0, 2, 0)
    let arc = Self.string(8, 2, 0, 1, 1, 0, 0)
    let whole = WKBBytes(little: true).header(9).integer(2).adding(straight).adding(arc)
    let ring = WKBBytes(little: true).header(10).integer(1).adding(whole)
    let surface = WKBBytes(little: true).header(12).integer(2).adding(ring).adding(
      WKBBytes(little: true).header(3).integer(1).integer(4).numbers(5, 5, 6, 5, 6, 6, 5, 5))
    guard case .polygons(let polygons) = try Self.read(surface).0 else {
      Issue.record("no polygons")
      return
    }
    #expect(polygons.polygonCount == 2)
    let apart = WKBBytes(little: true).header(9).integer(2).adding(straight)
      .adding(Self.string(8, 3, 0, 1, 1, 0, 0))
    let fault = try #require(throws: GeometryFault.self) { try WKB.read(apart.bytes) }
    #expect(fault.description.contains("do not meet"))
  }

  @Test("points on a line make no arc, and a wrong number of points is refused")
  func degenerate() throws {
    let (line, remarks) = try Self.read(Self.string(8, 0, 0, 1, 0, 2, 0))
    #expect(line == .lines([[.init(x: 0, y: 0), .init(x: 1, y: 0), .init(x: 2, y: 0)]]))
    #expect(remarks.arcs == 0)
    #expect(throws: GeometryFault.self) { try WKB.read(Self.string(8, 0, 0, 1, 0).bytes) }
    #expect(throws: GeometryFault.self) {
      try WKB.read(Self.string(8, 0, 0, 1, 1, 2, 0, 3, 1).bytes)
    }
  }

  @Test("heights are dropped and told, but not those that are nought")
  func heights() throws {
    let high = Self.string(1002, 0, 0, 7, 1, 1, 0, width: 3)
    #expect(try Self.read(high).1.hasHeights)
    #expect(try Self.read(high).0 == .lines([[.init(x: 0, y: 0), .init(x: 1, y: 1)]]))
    #expect(try !Self.read(Self.string(1002, 0, 0, 0, 1, 1, 0, width: 3)).1.hasHeights)
    #expect(try Self.read(Self.string(3002, 0, 0, 0, 4, 1, 1, 0, 0, width: 4)).1.hasHeights)
  }
}
