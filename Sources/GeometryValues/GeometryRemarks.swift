/// What reading a geometry left out or drew otherwise than it stands.
public struct GeometryRemarks: Hashable, Sendable {
  /// Whether a vertex had a height or a measure that is not 0; both are dropped.
  public var hasHeights = false
  /// Arcs that were drawn as chords.
  public var arcs = 0
  /// How far a chord lies from its arc at most, in the units of the coordinates.
  public var deviation = 0.0

  /// Rings that were open and are closed by their first vertex.
  public var openRings = 0

  /// Makes remarks on a geometry that stands as it is.
  public init() {}
}
