/// A geometry as a survey file carries it; area is only ever measured on polygons.
public enum Geometry: Hashable, Sendable {
  case points([Position])
  case lines([[Position]])
  case polygons(MultiPolygon)
  /// A geometry with nothing in it, such as `POLYGON EMPTY`.
  case empty

  /// The word a person uses for this kind of geometry.
  public var kind: String {
    switch self {
    case .points(let points): points.count == 1 ? "point" : "multipoint"
    case .lines(let lines): lines.count == 1 ? "line" : "multiline"
    case .polygons(let polygons): polygons.polygonCount == 1 ? "polygon" : "multipolygon"
    case .empty: "empty geometry"
    }
  }

  /// The box around everything in it; empty for the empty geometry.
  public var envelope: Envelope {
    var box = Envelope()
    switch self {
    case .points(let points): for point in points { box.add(x: point.x, y: point.y) }
    case .lines(let lines):
      for line in lines { for point in line { box.add(x: point.x, y: point.y) } }
    case .polygons(let polygons): box = polygons.envelope
    case .empty: break
    }
    return box
  }
}

/// Why a geometry's bytes or text can't be read, in words that can follow a file and a row.
public struct GeometryFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the bytes or the text, in words that can follow a file and a row.
  public var description: String

  /// Makes a fault of its words.
  public init(_ description: String) {
    self.description = description
  }
}
