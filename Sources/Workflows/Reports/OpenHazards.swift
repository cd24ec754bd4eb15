import GeometryEngine
import GeometryValues
import LandRelease
import Reporting

/// The hazards that hold open ground at the end of a day, and how much of it in each layer.
///
/// The ground is cut into faces as for a map, and each face is asked which hazards hold it, so the
/// areas of one hazard are its own, also where another holds the same ground. They are measured
/// in the map's equal-area plane: 1e-6 of the ledger's.
struct OpenHazards {
  /// What one hazard holds in one layer.
  struct Holding: Hashable {
    let key: RecordKey
    /// The highest state of what it holds.
    let state: LandState
    /// Where most of it lies.
    let district: String
    let area: Area
    /// Whether it is enough to be an area, and no remainder at an edge.
    let isArea: Bool
    /// Longitude and latitude of a point inside, in the largest piece.
    let place: Position?
  }

  /// Open ground that is less than this, in m2, and a smaller share of the hazard's own polygon
  /// than ``leastShare`` is a remainder at an edge, and no area of its own.
  static let leastArea = 100.0
  /// The share of its own polygon from which on a small hazard is an area too.
  static let leastShare = 0.01
  /// Square metres; less than this is what cutting leaves, and no remainder either.
  private static let leastRemainder = 1.0

  private let holdings: [Layer: [Holding]]

  /// The areas of a layer, in order of key.
  subscript(layer: Layer) -> [Holding] { held(in: layer).filter(\.isArea) }

  /// What hazards hold in a layer, remainders too, in order of key.
  func held(in layer: Layer) -> [Holding] { holdings[layer] ?? [] }

  /// What is too little to be an area, in a layer.
  func remainders(in layer: Layer) -> OpenRemainders {
    held(in: layer).filter { !$0.isArea }.reduce(into: OpenRemainders()) { $0.add($1.area) }
  }

  /// How many hazards of a layer have most of their open ground in each district.
  func counts(in layer: Layer) -> [String: HazardCounts] {
    self[layer].reduce(into: [:]) { counts, holding in
      counts[holding.district, default: HazardCounts()].add(holding.state)
    }
  }

  /// Whether open ground is an area of its own.
  ///
  /// - Parameters:
  ///   - squareMetres: what is open.
  ///   - own: the hazard's own polygon, in square metres; none where it was never measured.
  static func isArea(_ squareMetres: Double, of own: Double?) -> Bool {
    squareMetres >= leastArea || squareMetres >= leastShare * (own ?? .infinity)
  }

  /// - Parameters:
  ///   - sums: what was added up for one day.
  ///   - own: what hazards measure themselves.
  fileprivate init(
    _ sums: [HeldGround.Place: HeldGround], _ ground: MapGround, own: [RecordKey: Area]
  ) throws {
    let back = try PlaneReturn(ground.plane)
    var hazards: [HeldGround.Hazard: [(place: HeldGround.Place, held: HeldGround)]] = [:]
    for (place, held) in sums {
      let hazard = HeldGround.Hazard(subject: place.hazard, layer: place.layer)
      hazards[hazard, default: []].append((place, held))
    }
    var holdings: [Layer: [Holding]] = [:]
    for (hazard, unordered) in hazards {
      // Sums of fractions depend on the order, and must not change from run to run.
      let parts = unordered.sorted { $0.place.district < $1.place.district }
      let whole = parts.reduce(into: HeldGround()) { $0.add($1.held) }
      let key = ground.register.subjects[Int(hazard.subject)].key
      guard whole.squareMetres >= Self.leastRemainder, let state = whole.state,
        let area = Area(squareMetres: whole.squareMetres),
        let main = parts.max(by: { Self.isSmaller($0, $1) })
      else { continue }
      let degrees = try whole.inside.map { try back.degrees([$0.x, $0.y]) }
      holdings[hazard.layer, default: []].append(
        Holding(
          key: key, state: state,
          district: main.place.district < 0
            ? District.none : ground.districtCodes[Int(main.place.district)],
          area: area, isArea: Self.isArea(whole.squareMetres, of: own[key]?.squareMetres),
          place: degrees.map { Position(x: $0[0], y: $0[1]) }))
    }
    self.holdings = holdings.mapValues { $0.sorted { $0.key < $1.key } }
  }

  private static func isSmaller(
    _ left: (place: HeldGround.Place, held: HeldGround),
    _ right: (place: HeldGround.Place, held: HeldGround)
  ) -> Bool {
    let (a, b) = (left.held.squareMetres, right.held.squareMetres)
    return a == b ? left.place.district > right.place.district : a < b
  }
}

extension OpenHazards {
  /// The open hazards at the end of each of some days, cut and measured once for all.
  ///
  /// - Parameter own: what hazards measure themselves.
  static func list(
    _ figures: BookFigures, at days: [CalendarDate?], own: [RecordKey: Area]
  ) throws -> [OpenHazards] {
    let input = try LedgerInput(figures.reader, leaves: figures.districts.map(\.content))
    let ground = try MapGround(input, input.register(clock: figures.view.clock))
    let clusters = MapClusters(ground)
    let blocks = try Threads.tryMap(
      clusters.blocks(), worker: { try HeldFaces(ground, days) }
    ) { faces, block in
      try faces.sums(of: block, clusters)
    }
    return try days.indices.map { day in
      var sums: [HeldGround.Place: HeldGround] = [:]
      for block in blocks {
        for (place, held) in block[day] { sums[place, default: HeldGround()].add(held) }
      }
      return try OpenHazards(sums, ground, own: own)
    }
  }
}
