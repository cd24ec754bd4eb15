import GeometryEngine
import GeometryValues

/// How often a ledger is worked out with the vertices of its records moved, and how far.
public struct VertexDraws: Codable, Hashable, Sendable {
  /// How many draws there are beside the records as they are, which are draw 0.
  public var count: Int
  /// The standard deviation of a vertex along each axis, metres.
  public var metres: Double
  /// Tells one series of draws from another.
  public var seed: UInt64

  enum CodingKeys: String, CodingKey {
    case count, seed
    case metres = "vertex_error_m"
  }

  /// Makes draws of a vertex error in metres.
  public init(count: Int, metres: Double, seed: UInt64) {
    (self.count, self.metres, self.seed) = (count, metres, seed)
  }

  var error: VertexError { VertexError(metres: metres, seed: seed) }

  /// How many ledgers there are: the records as they are, and the draws.
  var ledgers: Int { count + 1 }

  /// No vertex moves farther than so many metres.
  var reach: Double { VertexError.reach * metres }
}

extension VertexDraws {
  /// Writes draws, or that there are none.
  static func add(_ draws: VertexDraws?, to writer: inout NumberWriter) {
    writer.add(UInt32(draws?.count ?? 0))
    writer.add(draws?.metres ?? 0)
    writer.add(draws?.seed ?? 0)
  }

  init?(_ reader: inout NumberReader) throws {
    let (count, metres) = (try reader.read(UInt32.self), try reader.readDouble())
    let seed = try reader.read(UInt64.self)
    if count == 0 { return nil }
    guard metres > 0, metres <= 1000, count <= 100_000 else { throw NumberFault() }
    self.init(count: Int(count), metres: metres, seed: seed)
  }
}
