/// The state of reading one WKB geometry: bytes, place and byte order.
struct WKBReader {
  private static let deepestNesting = 8

  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  private var isLittleEndian = true
  /// What was left out or drawn otherwise so far.
  var remarks = GeometryRemarks()

  /// Reads the bytes where they lie; they must outlive the reader.
  init(bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var atEnd: Bool { place == bytes.count }

  mutating func geometry(depth: Int) throws(GeometryFault) -> Geometry {
    guard depth < Self.deepestNesting else {
      throw GeometryFault("WKB nests collections deeper than \(Self.deepestNesting)")
    }
    let (kind, dimensions) = try header()
    switch kind {
    case 1:
      let point = try vertex(dimensions, mayBeEmpty: true)
      return point.map { .points([$0]) } ?? .empty
    case 2:
      let line = try line(dimensions)
      return line.isEmpty ? .empty : .lines([line])
    case 3:
      var polygons = MultiPolygon()
      try polygon(into: &polygons, dimensions)
      return polygons.isEmpty ? .empty : .polygons(polygons)
    case 8, 9:
      let line = try curve(kind, dimensions)
      return line.isEmpty ? .empty : .lines([line])
    case 10: return try curvePolygon()
    case 4, 5, 6, 7, 11, 12: return try collection(kind, depth: depth)
    default:
      throw GeometryFault("\(Self.name(kind)) can't be used: convert it to points or polygons")
    }
  }

  /// Members of one kind are joined; a multiple holds members of its kind alone.
  private mutating func collection(_ kind: UInt32, depth: Int) throws(GeometryFault) -> Geometry {
    var members: [Geometry] = []
    for _ in 0..<(try count(smallest: 5)) {
      let member = try geometry(depth: depth + 1)
      switch (kind, member) {
      case (7, _), (_, .empty), (4, .points), (5, .lines), (6, .polygons), (11, .lines),
        (12, .polygons):
        members.append(member)
      default: throw GeometryFault("\(Self.name(kind)) holds a \(member.kind)")
      }
    }
    return try Geometry.joining(members)
  }

  /// The base kind (1 to 17) and the number of ordinates a vertex has.
  mutating func header() throws(GeometryFault) -> (kind: UInt32, dimensions: Int) {
    switch try byte() {
    case 0: isLittleEndian = false
    case 1: isLittleEndian = true
    case let mark: throw GeometryFault("WKB has byte order mark \(mark), not 0 or 1")
    }
    let type = try integer()
    let hasSRID = type & 0x2000_0000 != 0
    if hasSRID { _ = try integer() }
    let low = type & 0x1FFF_FFFF
    let thousands = low / 1000
    guard thousands <= 3 else { throw GeometryFault("WKB has unknown geometry type \(type)") }
    let hasZ = type & 0x8000_0000 != 0 || thousands == 1 || thousands == 3
    let hasM = type & 0x4000_0000 != 0 || thousands == 2 || thousands == 3
    return (low % 1000, 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0))
  }

  mutating func line(_ dimensions: Int) throws(GeometryFault) -> [Position] {
    var line: [Position] = []
    for _ in 0..<(try count(smallest: 8 * dimensions)) {
      if let point = try vertex(dimensions, mayBeEmpty: false) { line.append(point) }
    }
    return line
  }

  private mutating func polygon(
    into polygons: inout MultiPolygon, _ dimensions: Int
  ) throws(GeometryFault) {
    for _ in 0..<(try count(smallest: 4)) {
      let vertices = try count(smallest: 8 * dimensions)
      // Dropping an empty outer ring would make a hole the outline.
      guard vertices > 0 else { throw GeometryFault("a polygon has a ring without vertices") }
      if dimensions == 2, isLittleEndian == (1 == 1.littleEndian) {
        try copyRing(of: vertices, to: &polygons)
      } else {
        for _ in 0..<vertices {
          if let point = try vertex(dimensions, mayBeEmpty: false) {
            polygons.append(x: point.x, y: point.y)
          }
        }
      }
      if polygons.closeRing() { remarks.openRings += 1 }
    }
    polygons.endPolygon()
  }

  /// Takes a ring over as it lies in memory: its bytes are the machine's own doubles.
  private mutating func copyRing(
    of vertices: Int, to polygons: inout MultiPolygon
  ) throws(GeometryFault) {
    let start = place
    place += 16 * vertices
    guard polygons.append(vertices: UnsafeRawBufferPointer(rebasing: bytes[start..<place])) else {
      place = start
      for _ in 0..<vertices { _ = try vertex(2, mayBeEmpty: false) }
      return
    }
  }

  private mutating func vertex(
    _ dimensions: Int, mayBeEmpty: Bool
  ) throws(GeometryFault) -> Position? {
    let x = try number()
    let y = try number()
    for _ in 2..<max(2, dimensions) {
      let dropped = try number()
      if dropped != 0, !dropped.isNaN { remarks.hasHeights = true }
    }
    if mayBeEmpty && x.isNaN && y.isNaN { return nil }
    guard x.isFinite && y.isFinite else {
      throw GeometryFault("a vertex is \(x), \(y): a coordinate is not a finite number")
    }
    return Position(x: x, y: y)
  }

  /// A count that the bytes left can hold, so that a forged one can't claim memory.
  mutating func count(smallest: Int) throws(GeometryFault) -> Int {
    let count = Int(try integer())
    guard count <= (bytes.count - place) / smallest else {
      throw GeometryFault("WKB is cut short: it announces \(count) members")
    }
    return count
  }

  private mutating func byte() throws(GeometryFault) -> UInt8 {
    guard place < bytes.count else { throw GeometryFault("WKB is cut short") }
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func integer() throws(GeometryFault) -> UInt32 {
    let raw: UInt32 = try load()
    return isLittleEndian ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  private mutating func number() throws(GeometryFault) -> Double {
    let raw: UInt64 = try load()
    return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }

  private mutating func load<Value: FixedWidthInteger>() throws(GeometryFault) -> Value {
    let size = MemoryLayout<Value>.size
    guard place + size <= bytes.count else { throw GeometryFault("WKB is cut short") }
    defer { place += size }
    return bytes.loadUnaligned(fromByteOffset: place, as: Value.self)
  }

  static func name(_ kind: UInt32) -> String {
    let names: [UInt32: String] = [
      4: "a multipoint", 5: "a multiline", 6: "a multipolygon",
      8: "a circular string", 9: "a compound curve", 10: "a curve polygon", 11: "a multicurve",
      12: "a multisurface", 13: "a curve", 14: "a surface", 15: "a polyhedral surface", 16: "a TIN",
      17: "a triangle",
    ]
    return names[kind] ?? "geometry type \(kind)"
  }
}
