/// The state of reading one well-known text: its bytes, the place in them, the ordinates a vertex has.
struct WKTReader {
  private static let deepestNesting = 8

  private let bytes: [UInt8]
  private var place = 0
  /// How many ordinates the first vertex had; the others must have as many.
  private var ordinates: Int?

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func wholeText() throws(GeometryFault) -> Geometry {
    if word() == "SRID" {
      guard let end = bytes.prefix(32).firstIndex(of: UInt8(ascii: ";")) else {
        throw GeometryFault("WKT begins with SRID= and has no ; after it")
      }
      place = end + 1
    } else {
      place = 0
    }
    let geometry = try geometry(depth: 0)
    skipBlanks()
    guard place == bytes.count else { throw fault("the end of the text") }
    return geometry
  }

  private mutating func geometry(depth: Int) throws(GeometryFault) -> Geometry {
    guard depth < Self.deepestNesting else {
      throw GeometryFault("WKT nests collections deeper than \(Self.deepestNesting)")
    }
    let kind = kind()
    let isEmpty = takeWord("EMPTY")
    switch kind {
    case "POINT":
      if isEmpty { return .empty }
      let points = try positions()
      guard points.count == 1 else { throw GeometryFault("a POINT has \(points.count) vertices") }
      return .points(points)
    case "MULTIPOINT":
      if isEmpty { return .empty }
      return try joined { reader throws(GeometryFault) in try reader.multipointMember() }
    case "LINESTRING": return isEmpty ? .empty : .lines([try line()])
    case "MULTILINESTRING":
      if isEmpty { return .empty }
      return try joined { reader throws(GeometryFault) in .lines([try reader.line()]) }
    case "POLYGON": return isEmpty ? .empty : .polygons(try polygon())
    case "MULTIPOLYGON":
      if isEmpty { return .empty }
      return try joined { reader throws(GeometryFault) in .polygons(try reader.polygon()) }
    case "GEOMETRYCOLLECTION":
      if isEmpty { return .empty }
      return try joined { reader throws(GeometryFault) in
        try reader.geometry(depth: depth + 1)
      }
    case "": throw fault("a geometry such as POLYGON ((…))")
    default: throw GeometryFault("\(kind) can't be used: convert it to points or polygons")
    }
  }

  /// The word of a geometry without its Z, M or ZM, which stand behind it or on their own.
  private mutating func kind() -> String {
    var kind = word()
    for mark in ["ZM", "Z", "M"] {
      if takeWord(mark) { break }
      if kind.hasSuffix(mark), kind.count > 4 {
        kind.removeLast(mark.count)
        break
      }
    }
    return kind
  }

  /// A list of members, `EMPTY` ones left out, joined into one geometry.
  private mutating func joined(
    _ member: (inout WKTReader) throws(GeometryFault) -> Geometry
  ) throws(GeometryFault) -> Geometry {
    let members = try list { reader throws(GeometryFault) -> Geometry in
      reader.takeWord("EMPTY") ? .empty : try member(&reader)
    }
    return try Geometry.joining(members)
  }

  private mutating func polygon() throws(GeometryFault) -> MultiPolygon {
    let rings = try list { reader throws(GeometryFault) in try reader.positions() }
    for ring in rings where ring.count < 3 {
      throw GeometryFault("a ring has \(ring.count) vertices: a polygon needs three or more")
    }
    return MultiPolygon(rings: rings)
  }

  private mutating func line() throws(GeometryFault) -> [Position] {
    let line = try positions()
    guard line.count > 1 else { throw GeometryFault("a line has a single vertex") }
    return line
  }

  /// Both `MULTIPOINT ((1 2), (3 4))` and the older `MULTIPOINT (1 2, 3 4)`.
  private mutating func multipointMember() throws(GeometryFault) -> Geometry {
    skipBlanks()
    return .points(peek == UInt8(ascii: "(") ? try positions() : [try position()])
  }

  private mutating func positions() throws(GeometryFault) -> [Position] {
    try list { reader throws(GeometryFault) in try reader.position() }
  }

  private mutating func list<Member>(
    _ member: (inout WKTReader) throws(GeometryFault) -> Member
  ) throws(GeometryFault) -> [Member] {
    try expect("(")
    var members = [try member(&self)]
    skipBlanks()
    while peek == UInt8(ascii: ",") {
      place += 1
      members.append(try member(&self))
      skipBlanks()
    }
    try expect(")")
    return members
  }

  private mutating func position() throws(GeometryFault) -> Position {
    let x = try number()
    let y = try number()
    var count = 2
    skipBlanks()
    while let next = peek, next != UInt8(ascii: ","), next != UInt8(ascii: ")") {
      _ = try number()
      count += 1
      skipBlanks()
    }
    guard count == ordinates ?? min(count, 4) else {
      throw GeometryFault(
        "WKT at character \(place + 1): a vertex has \(count) numbers: a comma may be missing")
    }
    ordinates = count
    guard x.isFinite && y.isFinite else {
      throw GeometryFault("a vertex is \(x), \(y): a coordinate is not a finite number")
    }
    return Position(x: x, y: y)
  }

  private mutating func number() throws(GeometryFault) -> Double {
    skipBlanks()
    let read = bytes.withUnsafeBufferPointer { DecimalText.read($0, at: place) }
    guard let (value, end) = read, end == bytes.count || Self.endsNumber(bytes[end])
    else { throw fault("a number") }
    place = end
    return value
  }

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let next = peek, Self.isBlank(next) { place += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func endsNumber(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }

  private mutating func expect(_ mark: Character) throws(GeometryFault) {
    skipBlanks()
    guard let next = peek, next == mark.asciiValue else { throw fault("\"\(mark)\"") }
    place += 1
  }

  private mutating func word() -> String {
    skipBlanks()
    let start = place
    while let next = peek, (next | 0x20) >= UInt8(ascii: "a"), (next | 0x20) <= UInt8(ascii: "z") {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self).uppercased()
  }

  private mutating func takeWord(_ expected: String) -> Bool {
    let start = place
    if word() == expected { return true }
    place = start
    return false
  }

  private func fault(_ expected: String) -> GeometryFault {
    let rest = String(decoding: bytes[min(place, bytes.count)...].prefix(20), as: UTF8.self)
    return GeometryFault(
      "WKT at character \(place + 1): expected \(expected), found \(rest.isEmpty ? "the end" : "\"\(rest)\"")"
    )
  }
}
