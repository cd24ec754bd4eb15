/// What a sweep that makes a map keeps: the borders under way, and the region of each cover.
struct FoldState {
  /// Gives the region of ground by the region it was in and the layers that cover it.
  typealias Classify = (_ region: Int32, _ covering: ArraySlice<Int32>) -> Int32

  /// The map that is being made.
  var made = GroundMap()
  /// For each edge, the node where the border under way began, or -1.
  var starts = GrowingBuffer<Int32>()
  /// For each edge, the edge of a record that it is a piece of.
  var lines = GrowingBuffer<Int32>()
  /// The node of the event at hand, or -1 while nothing meets there.
  var node: Int32 = -1
  /// Region of each cover, as far as it was asked for.
  var regions = GrowingBuffer<Int32>()
  /// Layers below this number are records, the others are regions.
  var layerCount: Int32 = 0
  /// One more than the greatest region ever given.
  var regionCount: Int32 = 0
  var nextLine: Int32 = 0
  var classify: Classify?
  var covering: [Int32] = []

  func free() {
    made.free()
    starts.free()
    lines.free()
    regions.free()
  }

  /// Makes ready for a sweep over `edges` edges.
  mutating func reset(edges: Int, layers: Int32) {
    made.removeAll()
    starts.refill(edges, with: -1)
    regions.removeAll()
    node = -1
    layerCount = layers
  }
}
