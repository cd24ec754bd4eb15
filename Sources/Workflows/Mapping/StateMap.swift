import GeometryEngine
import GeometryValues
public import LandRelease

/// What a map of the state is asked to show.
public struct StateMapRequest: Sendable {
  /// Which ground is shown.
  public enum Subject: String, CaseIterable, Sendable {
    /// Open ground by class; ground of versions that wait is drawn with it.
    case remaining
    /// Released ground that nothing holds, by kind.
    case released
    /// Ground that more than one release covers.
    case overlaps
  }

  /// Which ground is shown.
  public var subject: Subject
  /// All events up to the end of this day; nil for all there are.
  public var asOf: CalendarDate?
  /// The contamination the state is read for.
  public var layer: Layer
  /// Whether ground is told apart by district.
  public var byDistrict: Bool
  /// Of released ground, that of these releases alone, as subjects of the register; nil is all.
  var handedOver: Set<Int32>?

  /// Makes a request, of all contamination today unless it is said otherwise.
  public init(
    _ subject: Subject, asOf: CalendarDate? = nil, layer: Layer = .land, byDistrict: Bool = false
  ) {
    self.subject = subject
    self.asOf = asOf
    self.layer = layer
    self.byDistrict = byDistrict
  }
}

/// What a piece of a map has in common: ground of one group is drawn as one.
struct MapGroup: Hashable, Sendable {
  /// The place of the district; -1 for none, or for all where districts are not told apart.
  var district: Int32
  /// The state that balances count, also under a version that waits.
  var state: LandState
  var isContested: Bool
  var isPending: Bool
  /// Subjects of the register, on a map of overlaps alone.
  var releases: [Int32]
}

/// One connected piece of a map.
struct MapFeature: Sendable {
  var group: MapGroup
  /// Longitude and latitude on WGS 84.
  var polygon: MultiPolygon
  /// Measured on the ellipsoid.
  var squareMetres: Double
}

/// Draws ground of one state together.
struct StateMap {
  let ground: MapGround
  let request: StateMapRequest
  var largestCell = MapClusters.largestCell

  /// The features of the map in a fixed order: district, state, place.
  func features() throws -> [MapFeature] {
    let clusters = MapClusters(ground, largestCell: largestCell)
    let blocks = try Threads.tryMap(
      clusters.blocks(), worker: { try MapDrawing(ground, request) }
    ) { drawing, block in
      var features: [MapFeature] = []
      for cluster in block { features += try drawing.features(clusters.cells(of: cluster)) }
      return features
    }
    return blocks.flatMap { $0 }.map { (key: SortKey($0), feature: $0) }
      .sorted { $0.key < $1.key }.map(\.feature)
  }

  private struct SortKey: Comparable {
    let words: [Double]

    init(_ feature: MapFeature) {
      let group = feature.group
      let box = feature.polygon.envelope
      let state = LandState.allCases.firstIndex(of: group.state) ?? 0
      words = [
        Double(group.district), -Double(state), group.isContested ? 1 : 0,
        group.isPending ? 1 : 0, box.minX, box.minY, box.maxX, box.maxY, feature.squareMetres,
      ]
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      left.words.lexicographicallyPrecedes(right.words)
    }
  }
}
