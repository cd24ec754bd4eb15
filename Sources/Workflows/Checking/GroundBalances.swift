import GeometryEngine
import GeometryValues
import LandRelease

/// Invariant 5: balances against the area of the geometry, cut by GEOS and not by the ledger.
///
/// Ground is cut into faces, each face is asked what stands there on a day, and the faces' areas
/// in the plane are added up. Clusters of records that meet share no movement with others, so on a
/// large book some of them, chosen by a fixed rule, are held against their own movements.
struct GroundBalances {
  /// Books with more vertices than this are checked in part.
  static let mostVertices = 2_000_000

  private struct Account: Hashable {
    /// The place of the day in ``days``.
    var end: Int
    var layer: Layer
    var district: Int32
    var state: LandState
  }

  private let ground: MapGround
  private let clusters: MapClusters
  private let chosen: [Int]
  /// Ends of the years in which something happened, and all there is.
  private let days: [CalendarDate?]

  /// - Parameter mostVertices: how many vertices of records are looked at, about.
  init(_ ground: MapGround, mostVertices: Int = Self.mostVertices) {
    self.ground = ground
    let clusters = MapClusters(ground)
    self.clusters = clusters
    var years: [CalendarDate?] = []
    for day in ground.history.days {
      let end = CalendarDate(year: day.year, month: 12, day: 31)
      if years.last != end { years.append(end) }
    }
    days = years + [nil]
    let all = clusters.clusters.indices
    let vertices = all.reduce(0) { $0 + clusters.weight($1) }
    let every = max(1, (vertices + mostVertices - 1) / max(1, mostVertices))
    chosen = Array(stride(from: 0, to: all.count, by: every))
  }

  /// Holds a ledger against the ground, in every layer that it has.
  func check(_ ledger: PostedLedger) throws -> LedgerInvariants.Result {
    let layers = ledger.parts.reduce(into: LayerSet(.land)) { $0.formUnion($1.layers) }
    let booked = booked(ledger)
    let drawn = try drawn(layers.layers)
    var faults: [String] = []
    var residual = 0.0
    let accounts = Set(booked.keys).union(drawn.keys)
    for account in accounts {
      let (has, should) = (booked[account] ?? 0, drawn[account] ?? 0)
      residual = max(residual, abs(has - should))
      if abs(has - should) > 1e-6 * should + 1 { faults.append(fault(account, has, should)) }
    }
    let total = clusters.clusters.count
    let share =
      chosen.count == total
      ? "all \(total) clusters of records that meet"
      : "\(chosen.count) of \(total) clusters of records that meet"
    return LedgerInvariants.ground(
      checked: accounts.count, share: share, faults: faults.sorted(),
      residual: Area(squareMetres: residual) ?? .zero)
  }

  private func fault(_ account: Account, _ has: Double, _ should: Double) -> String {
    let district =
      account.district < 0 ? District.none : ground.districtCodes[Int(account.district)]
    let day = days[account.end].map { "on \($0)" } ?? "after all events"
    return
      "\(account.state.rawValue) in \(district), layer \(account.layer.rawValue), \(day): the ledger has \(Self.text(has)) m2, the ground \(Self.text(should)) m2"
  }

  private static func text(_ squareMetres: Double) -> String {
    Area(squareMetres: squareMetres)?.squareMetresText ?? "\(squareMetres)"
  }

  /// The balances of the chosen clusters by their movements, in square metres.
  private func booked(_ ledger: PostedLedger) -> [Account: Double] {
    var isChosen = Array(repeating: false, count: ground.groundCount)
    for cluster in chosen {
      for number in clusters.clusters[cluster] { isChosen[Int(number)] = true }
    }
    let included = Set(
      ground.register.events.filter { isChosen[Int($0.ground)] }.map {
        ground.register.posted($0).id
      })
    let codes = Dictionary(
      ground.districtCodes.enumerated().map { ($0.element, Int32($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    let places = ledger.districtCodes.map { codes[$0] ?? -1 }
    var flows: [Account: Int64] = [:]
    for (number, event) in ledger.events.enumerated() where included.contains(event.id) {
      let end = days.firstIndex { day in
        day.map { event.day <= Int32($0.dayNumber) } ?? true
      }
      for part in ledger.parts(of: number) where part.transition.from != part.transition.to {
        let district = part.district < 0 ? -1 : places[Int(part.district)]
        for layer in part.layers.layers {
          var account = Account(
            end: end ?? 0, layer: layer, district: district, state: part.transition.to)
          flows[account, default: 0] += part.area
          account.state = part.transition.from
          flows[account, default: 0] -= part.area
        }
      }
    }
    return balances(flows)
  }

  /// What flowed in years, added up to what stands at the end of each.
  private func balances(_ flows: [Account: Int64]) -> [Account: Double] {
    var balances: [Account: Int64] = [:]
    for (account, area) in flows where account.state != .unrecorded {
      for end in account.end..<days.count {
        var later = account
        later.end = end
        balances[later, default: 0] += area
      }
    }
    return balances.mapValues { Area(squareCentimetres: $0).squareMetres }
  }

  /// The areas of the chosen clusters' ground, in square metres of the plane.
  private func drawn(_ layers: [Layer]) throws -> [Account: Double] {
    try Threads.tryMap(
      clusters.blocks(chosen),
      worker: { (try MapFaces(ground), StateAtPoint(ground.history)) }
    ) { worker, block in
      var areas: [Account: Double] = [:]
      for cluster in block {
        for cell in clusters.cells(of: cluster) {
          for face in try worker.0.faces(of: cell) {
            add(face, layers, &worker.1, to: &areas)
          }
        }
      }
      return areas
    }.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  private func add(
    _ face: MapFace, _ layers: [Layer], _ point: inout StateAtPoint,
    to areas: inout [Account: Double]
  ) {
    let area = PlanarArea.area(of: face.polygon)
    for (end, day) in days.enumerated() {
      point.replay(covering: face.covering, asOf: day)
      for layer in layers {
        let state = point.standing(in: layer).state
        guard state != .unrecorded else { continue }
        let account = Account(end: end, layer: layer, district: face.district, state: state)
        areas[account, default: 0] += area
      }
    }
  }
}
