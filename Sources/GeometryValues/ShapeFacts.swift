/// What one walk along the rings of a record tells of how they were drawn.
///
/// Lengths are in metres and areas in square metres, from differences of longitude and latitude
/// scaled at each ring's first vertex: good to a percent, which is what telling a slip needs.
public struct ShapeFacts: Hashable, Sendable {
  /// Vertices as drawn, the closing one of each ring left out.
  public var vertexCount = 0
  /// The fewest different vertices that any ring has.
  public var fewestVertices = Int.max
  /// Vertices that repeat the one before them within a millionth of a degree.
  public var repeatedVertices = 0
  /// The first of them.
  public var repeatedAt: Position?
  /// The longest leg, the closing one included.
  public var longestLeg = 0.0
  /// Where the longest leg begins.
  public var longestLegAt: Position?
  /// Needles: vertices from which the ring turns back on itself.
  public var spikes = 0
  /// The widest of them.
  public var spikeAt: Position?
  /// The ground of all needles together.
  public var spikeArea = 0.0
  /// The vertex farthest from both its neighbours, where they lie close together: a typing slip.
  public var jumpAt: Position?
  /// How far that vertex is from the nearer neighbour.
  public var jumpLength = 0.0
  /// The ground of the triangle between that vertex and its neighbours.
  public var jumpArea = 0.0
  /// A vertex within a hundredth of a degree of longitude and latitude nought.
  public var nullAt: Position?
  /// Whether the only ring is a circle drawn around a point.
  public var isCircle = false
  /// The sum over vertices of the squared distance between their two neighbours, which says how far
  /// the area moves with the error of a vertex.
  public var leverage = 0.0
  /// Equal for the same rings whatever vertex they begin with and which way they run.
  public var fingerprint: UInt64 = 0

  /// Makes the facts of no rings at all.
  public init() {}

  /// The standard deviation of the area in square metres, for an error of each vertex in metres.
  ///
  /// sigma of the area squared is a quarter of the vertices' variance times the leverage.
  public func areaDeviation(vertexError: Double) -> Double {
    vertexError / 2 * leverage.squareRoot()
  }
}
