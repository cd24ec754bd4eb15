import GeometryValues
import Interchange

/// Shapes of many features in little room: whole numbers of a fixed number of decimals, each told by
/// its difference from the one before.
///
/// A shape is written as GeoJSON without passing a floating-point number again, so that it is to the
/// digit what an exported file says.
struct PackedShapes: Sendable {
  /// What a shape is made of.
  enum Kind: UInt8 {
    case none, points, lines, polygons
  }

  /// How many decimals degrees keep.
  let decimals: Int
  /// One degree in the unit of the numbers.
  let unit: Double
  private var bytes: [UInt8] = []
  /// Where each shape begins, and the end of the last.
  private var starts: [Int] = [0]

  init(decimals: Int) {
    self.decimals = decimals
    unit = Double((0..<decimals).reduce(UInt64(1)) { unit, _ in unit * 10 })
  }

  var count: Int { starts.count - 1 }
  /// How much room they take.
  var byteCount: Int { bytes.count + starts.count * MemoryLayout<Int>.stride }

  mutating func append(_ geometry: Geometry?) {
    switch geometry {
    case nil, .empty: bytes.append(Kind.none.rawValue)
    case .points(let points):
      bytes.append(Kind.points.rawValue)
      append([[points]])
    case .lines(let lines):
      bytes.append(Kind.lines.rawValue)
      append([lines])
    case .polygons(let polygons):
      bytes.append(Kind.polygons.rawValue)
      append((0..<polygons.polygonCount).map { polygons.woundRings(ofPolygon: $0) })
    }
    starts.append(bytes.count)
  }

  private mutating func append(_ parts: [[[Position]]]) {
    var (x, y) = (Int64(0), Int64(0))
    append(UInt64(parts.count))
    for part in parts {
      append(UInt64(part.count))
      for line in part {
        append(UInt64(line.count))
        for position in line {
          let (nextX, nextY) = (whole(position.x), whole(position.y))
          append(signed: nextX - x)
          append(signed: nextY - y)
          (x, y) = (nextX, nextY)
        }
      }
    }
  }

  private func whole(_ degrees: Double) -> Int64 {
    let scaled = (degrees * unit).rounded()
    return abs(scaled) < 9e17 ? Int64(scaled) : 0
  }

  private mutating func append(signed value: Int64) {
    append(UInt64(bitPattern: value &<< 1 ^ value &>> 63))
  }

  private mutating func append(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  /// The same shapes in another order.
  func reordered(_ order: [Int]) -> PackedShapes {
    var copy = PackedShapes(decimals: decimals)
    copy.bytes.reserveCapacity(bytes.count)
    copy.starts.reserveCapacity(starts.count)
    for place in order {
      copy.bytes.append(contentsOf: bytes[starts[place]..<starts[place + 1]])
      copy.starts.append(copy.bytes.count)
    }
    return copy
  }

  /// Reads one shape.
  func walk(_ place: Int) -> Walk { Walk(bytes, at: starts[place]) }

  /// Reads the numbers of one shape one after the other.
  struct Walk {
    let kind: Kind
    private let bytes: [UInt8]
    private var position: Int
    private(set) var x = Int64(0)
    private(set) var y = Int64(0)

    init(_ bytes: [UInt8], at start: Int) {
      self.bytes = bytes
      kind = Kind(rawValue: bytes[start]) ?? .none
      position = start + 1
    }

    /// How many parts, lines or positions follow.
    mutating func count() -> Int { Int(truncatingIfNeeded: number()) }

    /// Goes on to the next position.
    mutating func step() {
      x &+= signed()
      y &+= signed()
    }

    private mutating func signed() -> Int64 {
      let value = number()
      return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    private mutating func number() -> UInt64 {
      var (value, shift) = (UInt64(0), UInt64(0))
      while true {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
    }
  }
}

extension PackedShapes {
  /// The lines of a shape, part by part, in degrees.
  func parts(_ place: Int) -> (kind: Kind, parts: [[[Position]]]) {
    var walk = walk(place)
    guard walk.kind != .none else { return (.none, []) }
    let parts = (0..<walk.count()).map { _ in
      (0..<walk.count()).map { _ in
        (0..<walk.count()).map { _ in
          walk.step()
          return Position(x: Double(walk.x) / unit, y: Double(walk.y) / unit)
        }
      }
    }
    return (walk.kind, parts)
  }
}
