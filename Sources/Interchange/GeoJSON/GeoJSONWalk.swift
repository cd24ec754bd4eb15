/// What a GeoJSON file says of itself outside its features.
struct GeoJSONOutline {
  /// The shape of the file's top value.
  enum Shape {
    case collection, feature, geometry
    /// Not GeoJSON; the string is what it calls itself.
    case foreign(String)
  }

  var shape = Shape.foreign("")
  var name: String?
  var reference = CoordinateReference.wgs84
  /// Another object follows the first: the file is a sequence.
  var isSequence = false
}

/// Walks the top object of a GeoJSON file and hands over its features one at a time.
struct GeoJSONWalk {
  /// A feature's bytes, its number from 1, the line it begins on and its place in the file.
  struct Piece {
    var bytes: UnsafeBufferPointer<UInt8>
    var number: Int
    var line: Int
    var offset: Int
  }

  /// Reads a piece whose bytes may go on behind the feature; returns the feature's length, or nil
  /// where it is not whole or not sound, so that `visit` gets it with its end found.
  typealias Shortcut = (Piece) throws -> Int?

  private let stream: JSONStream
  private let shortcut: Shortcut
  private var outline = GeoJSONOutline()
  private var type: String?
  private var hasForeignMember = false
  private var features = 0

  private init(_ source: TextSource, shortcut: @escaping Shortcut) throws {
    stream = try JSONStream(source)
    self.shortcut = shortcut
  }

  /// Walks the whole file.
  ///
  /// - Throws: ``SurveyFault`` where the file's own structure breaks, naming the last whole feature.
  static func run(
    _ source: TextSource, shortcut: @escaping Shortcut, visit: (Piece) throws -> Void
  ) throws -> GeoJSONOutline {
    var walk = try GeoJSONWalk(source, shortcut: shortcut)
    do {
      return try walk.topObject(visit)
    } catch var fault as SurveyFault where walk.features > 0 && fault.kind == .notUsable {
      fault.message += " (the last whole feature is number \(walk.features))"
      throw fault
    }
  }

  /// Hands over the top value as the only piece: a single feature or a bare geometry.
  static func whole(_ source: TextSource, visit: (Piece) throws -> Void) throws {
    let stream = try JSONStream(source)
    guard try stream.peek() != nil else { return }
    let (line, offset) = (stream.line, stream.window.offset)
    try stream.withValue { bytes in
      try visit(Piece(bytes: bytes, number: 1, line: line, offset: offset))
    }
  }

  private mutating func topObject(_ visit: (Piece) throws -> Void) throws -> GeoJSONOutline {
    guard try stream.peek() != nil else {
      throw SurveyFault(
        .notUsable, "\(stream.file) is empty", remedy: "Export it again.")
    }
    try stream.expect("{")
    if try !stream.take("}") {
      repeat { try member(visit) } while try stream.take(",")
      try stream.expect("}")
    }
    outline.shape = shape
    guard let next = try stream.peek() else { return outline }
    guard case .feature = outline.shape, next == UInt8(ascii: "{") || next == 0x1E else {
      throw SurveyFault(
        .notUsable, "\(stream.file) has text after its end at \(stream.place)",
        remedy: "Remove it, or export the file again.")
    }
    outline.isSequence = true
    return outline
  }

  private mutating func member(_ visit: (Piece) throws -> Void) throws {
    let key = try text()
    try stream.expect(":")
    switch key {
    case "features" where try stream.peek() == UInt8(ascii: "["): try featureArray(visit)
    case "type": type = try text()
    case "name": outline.name = try text()
    case "crs": try reference()
    default:
      if ["spatialReference", "geometryType", "rings", "objects"].contains(key) {
        hasForeignMember = true
      }
      try stream.withValue { _ in }
    }
  }

  private mutating func featureArray(_ visit: (Piece) throws -> Void) throws {
    try stream.expect("[")
    if try stream.take("]") { return }
    repeat {
      guard try stream.peek() != nil else { throw stream.cut() }
      let (line, offset) = (stream.line, stream.window.offset)
      let number = features + 1
      let isRead = try stream.readAhead { bytes in
        try shortcut(Piece(bytes: bytes, number: number, line: line, offset: offset))
      }
      if !isRead {
        try stream.withValue { bytes in
          try visit(Piece(bytes: bytes, number: number, line: line, offset: offset))
        }
      }
      features = number
    } while try stream.take(",")
    try stream.expect("]")
  }

  /// A value as text; anything but a string gives an empty one.
  private func text() throws -> String {
    try stream.withValue { bytes in
      var cursor = JSONCursor(bytes)
      guard cursor.peek() == UInt8(ascii: "\"") else { return "" }
      return (try? cursor.text(cursor.rawString())) ?? ""
    }
  }

  /// The `crs` member of GeoJSON before RFC 7946: a name somewhere inside its properties.
  private mutating func reference() throws {
    outline.reference = try stream.withValue { bytes in
      var cursor = JSONCursor(bytes)
      var name: String?
      try? cursor.eachMember { (cursor: inout JSONCursor, key) throws(JSONFault) in
        guard cursor.matches(key, "properties"), cursor.peek() == UInt8(ascii: "{") else {
          return _ = try cursor.skipValue()
        }
        try cursor.eachMember { (cursor: inout JSONCursor, key) throws(JSONFault) in
          if cursor.matches(key, "name") || cursor.matches(key, "code") {
            name = try cursor.cell()
          } else {
            try cursor.skipValue()
          }
        }
      }
      guard let name else { return .wgs84 }
      return CoordinateReference(text: name.allSatisfy(\.isNumber) ? "EPSG:\(name)" : name)
    }
  }

  private var shape: GeoJSONOutline.Shape {
    if hasForeignMember { return .foreign(type ?? "an Esri JSON object") }
    switch type {
    case "FeatureCollection": return .collection
    case "Feature": return .feature
    case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
      "GeometryCollection":
      return .geometry
    case let other: return .foreign(other ?? "an object without a type")
    }
  }
}
