/// Well-known binary (OGC 06-103r4), ISO and EWKB flavours, either byte order.
///
/// Z and M are read past and dropped, arcs are drawn as chords of one degree; surfaces of many faces
/// and unknown kinds are refused by name.
/// Writing gives little-endian two-dimensional ISO WKB.
public enum WKB {
  /// Reads one geometry; `bytes` must hold nothing after it.
  ///
  /// - Throws: ``GeometryFault`` on truncated, unknown, unclosed or non-finite input.
  public static func read(_ bytes: some Collection<UInt8>) throws(GeometryFault) -> Geometry {
    let result = Array(bytes).withUnsafeBytes { bytes in
      Result { () throws(GeometryFault) in try read(bytes) }
    }
    return try result.get()
  }

  /// Reads one geometry from memory that nobody changes meanwhile.
  ///
  /// - Throws: ``GeometryFault`` on truncated, unknown, unclosed or non-finite input.
  public static func read(_ bytes: UnsafeRawBufferPointer) throws(GeometryFault) -> Geometry {
    var remarks = GeometryRemarks()
    return try read(bytes, remarks: &remarks)
  }

  /// Reads one geometry and says what was left out of it or drawn otherwise.
  ///
  /// - Throws: ``GeometryFault`` on truncated, unknown, unclosed or non-finite input.
  public static func read(
    _ bytes: UnsafeRawBufferPointer, remarks: inout GeometryRemarks
  ) throws(GeometryFault) -> Geometry {
    var reader = WKBReader(bytes: bytes)
    let geometry = try reader.geometry(depth: 0)
    remarks = reader.remarks
    guard reader.atEnd else { throw GeometryFault("WKB has bytes left over after the geometry") }
    return geometry
  }

  /// The number of the spatial reference that EWKB carries, usually an EPSG code.
  ///
  /// - Returns: nil for ISO WKB, which carries none, and for bytes too short to tell.
  public static func referenceNumber(_ bytes: some Collection<UInt8>) -> Int? {
    let head = Array(bytes.prefix(9))
    guard head.count == 9, head[0] <= 1 else { return nil }
    func integer(at place: Int) -> UInt32 {
      let ordered =
        head[0] == 1 ? Array(head[place..<place + 4].reversed()) : Array(head[place..<place + 4])
      return ordered.reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard integer(at: 1) & 0x2000_0000 != 0 else { return nil }
    return Int(integer(at: 5))
  }

  /// Writes little-endian two-dimensional ISO WKB; a lone member is written without its multiple.
  public static func write(_ geometry: Geometry) -> [UInt8] {
    var writer = WKBWriter()
    switch geometry {
    case .points(let points) where points.count == 1: writer.point(points[0])
    case .points(let points):
      writer.header(4, count: points.count)
      for point in points { writer.point(point) }
    case .lines(let lines) where lines.count == 1: writer.line(lines[0])
    case .lines(let lines):
      writer.header(5, count: lines.count)
      for line in lines { writer.line(line) }
    case .polygons(let polygons): writer.polygons(polygons)
    case .empty: writer.header(7, count: 0)
    }
    return writer.bytes
  }

  /// How many bytes polygons take as ``write(_:to:)`` writes them.
  public static func length(of polygons: MultiPolygon) -> Int {
    let rings = polygons.polygonEnds.last ?? 0
    let vertices = rings == 0 ? 0 : polygons.ringEnds[rings - 1]
    let outer = polygons.polygonCount == 1 ? 0 : 9
    return outer + 9 * polygons.polygonCount + 4 * rings + 16 * vertices
  }

  /// Writes polygons as ``write(_:)`` does into memory of exactly their ``length(of:)``.
  public static func write(_ polygons: MultiPolygon, to target: UnsafeMutableRawBufferPointer) {
    var place = 0
    func put(_ type: UInt32?, count: Int) {
      if let type {
        target[place] = 1
        target.storeBytes(of: type.littleEndian, toByteOffset: place + 1, as: UInt32.self)
        place += 5
      }
      target.storeBytes(of: UInt32(count).littleEndian, toByteOffset: place, as: UInt32.self)
      place += 4
    }
    if polygons.polygonCount != 1 { put(6, count: polygons.polygonCount) }
    for polygon in 0..<polygons.polygonCount {
      let rings = polygons.rings(ofPolygon: polygon)
      put(3, count: rings.count)
      for ring in rings {
        let vertices = polygons.vertices(ofRing: ring)
        put(nil, count: vertices.count)
        let bytes = UnsafeMutableRawBufferPointer(
          rebasing: target[place..<place + 16 * vertices.count])
        copy(polygons.coordinates, vertices, to: bytes)
        place += bytes.count
      }
    }
  }

  private static func copy(
    _ coordinates: [Double], _ vertices: Range<Int>, to target: UnsafeMutableRawBufferPointer
  ) {
    guard 1 == 1.littleEndian else {
      for (place, index) in (2 * vertices.lowerBound..<2 * vertices.upperBound).enumerated() {
        target.storeBytes(
          of: coordinates[index].bitPattern.littleEndian, toByteOffset: 8 * place, as: UInt64.self)
      }
      return
    }
    coordinates.withUnsafeBytes { memory in
      target.copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: memory[16 * vertices.lowerBound..<16 * vertices.upperBound]))
    }
  }
}

private struct WKBWriter {
  var bytes: [UInt8] = []

  mutating func header(_ type: UInt32, count: Int? = nil) {
    bytes.append(1)
    integer(type)
    if let count { integer(UInt32(count)) }
  }

  mutating func integer(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func point(_ point: Position) {
    header(1)
    number(point.x)
    number(point.y)
  }

  mutating func line(_ line: [Position]) {
    header(2, count: line.count)
    for point in line {
      number(point.x)
      number(point.y)
    }
  }

  mutating func polygons(_ polygons: MultiPolygon) {
    let length = WKB.length(of: polygons)
    bytes = [UInt8](unsafeUninitializedCapacity: length) { memory, filled in
      WKB.write(polygons, to: UnsafeMutableRawBufferPointer(memory))
      filled = length
    }
  }
}
