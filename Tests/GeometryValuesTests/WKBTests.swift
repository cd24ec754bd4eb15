import GeometryValues
import Testing

@Suite("Well-known binary")
struct WKBTests {
  private static let square: Geometry = .polygons(
    MultiPolygon(rings: [
      [
        Position(x: 0, y: 0), Position(x: 4, y: 0), Position(x: 4, y: 4), Position(x: 0, y: 4),
        Position(x: 0, y: 0),
      ],
      [
        Position(x: 1, y: 1), Position(x: 1, y: 2), Position(x: 2, y: 2), Position(x: 1, y: 1),
      ],
    ]))

  static let samples: [Geometry] = {
    var two = MultiPolygon(rings: [
      [
        Position(x: 9, y: 9), Position(x: 10, y: 9), Position(x: 10, y: 10), Position(x: 9, y: 9),
      ]
    ])
    if case .polygons(let first) = square { two.append(first) }
    return [
      .points([Position(x: 1.5, y: -2)]), .points([Position(x: 1, y: 2), Position(x: 3, y: 4)]),
      .lines([[Position(x: 1, y: 2), Position(x: 3, y: 4)]]),
      .lines([
        [Position(x: 1, y: 2), Position(x: 3, y: 4)],
        [Position(x: 5, y: 6), Position(x: 7, y: 8), Position(x: 9, y: 0)],
      ]),
      square, .polygons(two), .empty,
    ]
  }()

  @Test("reads what it writes", arguments: samples)
  func roundTrip(geometry: Geometry) throws {
    #expect(try WKB.read(WKB.write(geometry)) == geometry)
  }

  @Test("is cut short at every byte without harm", arguments: samples)
  func truncation(geometry: Geometry) {
    let whole = WKB.write(geometry)
    for length in 0..<whole.count {
      #expect(throws: GeometryFault.self, "\(length) of \(whole.count) bytes") {
        try WKB.read(whole[..<length])
      }
    }
    #expect(throws: GeometryFault.self) { try WKB.read(whole + [0]) }
  }

  @Test(
    "reads Z and M of both flavours and drops them",
    arguments: [
      (1001, 1), (2001, 1), (3001, 2), (0x8000_0001, 1), (0x4000_0001, 1), (0xC000_0001, 2),
    ],
    [true, false])
  func heights(flavour: (type: UInt32, extra: Int), little: Bool) throws {
    var bytes = WKBBytes(little: little).header(flavour.type).numbers(10, 20)
    for _ in 0..<flavour.extra { bytes = bytes.numbers(.nan) }
    #expect(try WKB.read(bytes.bytes) == .points([Position(x: 10, y: 20)]))
  }

  @Test("reads a polygon with heights in both byte orders", arguments: [true, false])
  func polygonWithHeights(little: Bool) throws {
    let bytes = WKBBytes(little: little).header(1003).integer(1).integer(4)
      .numbers(0, 0, 5, 1, 0, 5, 1, 1, 5, 0, 0, 5)
    let ring = [
      Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 1, y: 1), Position(x: 0, y: 0),
    ]
    #expect(try WKB.read(bytes.bytes) == .polygons(MultiPolygon(rings: [ring])))
  }

  @Test("reads past the spatial reference of EWKB and tells its number", arguments: [true, false])
  func extended(little: Bool) throws {
    let bytes = WKBBytes(little: little).header(0x2000_0001).integer(32638).numbers(1, 2).bytes
    #expect(try WKB.read(bytes) == .points([Position(x: 1, y: 2)]))
    #expect(WKB.referenceNumber(bytes) == 32638)
    #expect(WKB.referenceNumber(WKB.write(.points([Position(x: 1, y: 2)]))) == nil)
  }

  @Test("reads members in another byte order than their collection")
  func mixedOrders() throws {
    let bytes = WKBBytes(little: true).header(4).integer(2)
      .adding(WKBBytes(little: false).header(1).numbers(1, 2))
      .adding(WKBBytes(little: true).header(1).numbers(3, 4))
    #expect(
      try WKB.read(bytes.bytes) == .points([Position(x: 1, y: 2), Position(x: 3, y: 4)]))
  }

  @Test("closes a ring that is left open")
  func openRing() throws {
    let bytes = WKBBytes(little: true).header(3).integer(1).integer(3).numbers(0, 0, 1, 0, 1, 1)
    guard case .polygons(let polygon) = try WKB.read(bytes.bytes) else {
      Issue.record("not a polygon")
      return
    }
    #expect(polygon.vertexCount == 4)
    #expect(polygon.vertex(3) == Position(x: 0, y: 0))
  }

  @Test("reads empty geometries of every kind", arguments: 2...7)
  func empties(kind: UInt32) throws {
    #expect(try WKB.read(WKBBytes(little: true).header(kind).integer(0).bytes) == .empty)
  }

  @Test("reads an empty point, which is written with NaN")
  func emptyPoint() throws {
    #expect(try WKB.read(WKBBytes(little: true).header(1).numbers(.nan, .nan).bytes) == .empty)
  }

  @Test("refuses coordinates that are not finite", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    for bytes in [
      WKBBytes(little: true).header(1).numbers(1, value),
      WKBBytes(little: true).header(2).integer(2).numbers(0, 0, value, value),
      WKBBytes(little: true).header(3).integer(1).integer(4).numbers(0, 0, 1, 0, 1, value, 0, 0),
    ] {
      #expect(throws: GeometryFault.self) { try WKB.read(bytes.bytes) }
    }
  }

  @Test("refuses a forged count before it claims memory", arguments: 2...7, [UInt32.max, 1 << 28])
  func forgedCount(kind: UInt32, count: UInt32) {
    let bytes = WKBBytes(little: true).header(kind).integer(count).numbers(1, 2, 3, 4)
    #expect(throws: GeometryFault.self) { try WKB.read(bytes.bytes) }
  }

  @Test(
    "refuses surfaces and unknown kinds by name", arguments: [0, 13, 15, 16, 17, 99, 1016, 5001])
  func refusedKinds(kind: UInt32) throws {
    let bytes = WKBBytes(little: true).header(kind).integer(0).numbers(0, 0)
    let fault = try #require(throws: GeometryFault.self) { try WKB.read(bytes.bytes) }
    if kind == 16 { #expect(fault.description.contains("a TIN")) }
  }

  @Test("refuses unknown flags in the type and a wrong byte order mark")
  func refusedMarks() {
    #expect(throws: GeometryFault.self) {
      try WKB.read(WKBBytes(little: true).header(0x1000_0001).numbers(1, 2).bytes)
    }
    #expect(throws: GeometryFault.self) {
      try WKB.read([2, 1, 0, 0, 0] + [UInt8](repeating: 0, count: 16))
    }
  }

  @Test("refuses a member of another kind than its multiple")
  func wrongMember() {
    let point = WKBBytes(little: true).header(1).numbers(1, 2)
    for kind: UInt32 in [5, 6] {
      #expect(throws: GeometryFault.self) {
        try WKB.read(WKBBytes(little: true).header(kind).integer(1).adding(point).bytes)
      }
    }
  }

  @Test("refuses collections that mix kinds or nest without end")
  func collections() {
    let point = WKBBytes(little: true).header(1).numbers(1, 2)
    let line = WKBBytes(little: true).header(2).integer(2).numbers(1, 2, 3, 4)
    #expect(throws: GeometryFault.self) {
      try WKB.read(
        WKBBytes(little: true).header(7).integer(2).adding(point).adding(line).bytes)
    }
    var nested = point
    for _ in 0..<100_000 / 9 {
      nested = WKBBytes(little: true).header(7).integer(1).adding(nested)
      if nested.bytes.count > 1000 { break }
    }
    #expect(throws: GeometryFault.self) { try WKB.read(nested.bytes) }
  }

  @Test("refuses a polygon whose outline is empty and whose hole is not")
  func emptyOutline() {
    let bytes = WKBBytes(little: true).header(3).integer(2).integer(0).integer(4)
      .numbers(0, 0, 1, 0, 1, 1, 0, 0)
    #expect(throws: GeometryFault.self) { try WKB.read(bytes.bytes) }
  }

  @Test("survives any change of one byte")
  func corruption() {
    let whole = WKB.write(Self.samples[5])
    for place in whole.indices {
      for value: UInt8 in [0, 1, 7, 0x7F, 0x80, 0xFF] {
        var bytes = whole
        bytes[place] = value
        if case .success(.polygons(let polygons)) = Result(catching: { try WKB.read(bytes) }) {
          #expect(polygons.ringEnds.last == polygons.vertexCount)
          #expect(polygons.polygonEnds.last == polygons.ringCount)
        }
      }
    }
  }
}
