import GeometryEngine
import GeometryValues
import LandRelease

@testable import Workflows

/// Records with their ledger and the ground that maps of it are drawn from.
struct MapBook {
  let ledger: PostedLedger
  let movements: [Movement]
  let ground: MapGround

  init(_ random: RandomBook) throws {
    try self.init(
      try LedgerInput(
        hazards: random.hazards, releases: random.releases, tasks: random.tasks,
        districts: random.districts, keeping: .planeAndDegrees))
  }

  init(_ book: Book) throws {
    let set = try book.store.info().defaultBoundarySet
    try self.init(
      book.store.read { try LedgerInput($0, boundarySet: set, keeping: .planeAndDegrees) })
  }

  init(_ input: LedgerInput) throws {
    let register = input.register()
    ledger = input.computation(register).ledger()
    movements = ledger.movements(of: register)
    ground = try MapGround(input, register)
  }

  /// Ground by state and district, as a key of words.
  typealias Stock = [String: Double]

  /// What the ledger has in square metres at the end of a day.
  func booked(_ asOf: CalendarDate?, layer: Layer = .land) -> Stock {
    var stock: Stock = [:]
    for movement in movements where movement.layer == layer && movement.from != movement.to {
      if let asOf, let date = movement.date, date > asOf { continue }
      let area = movement.area.squareMetres
      stock["\(movement.district) \(movement.to)", default: 0] += area
      stock["\(movement.district) \(movement.from)", default: 0] -= area
    }
    return stock.filter { !$0.key.hasSuffix("unrecorded") }
  }

  /// What a map shows in square metres.
  func drawn(_ features: [MapFeature]) -> Stock {
    features.reduce(into: [:]) { stock, feature in
      stock["\(district(feature)) \(feature.group.state)", default: 0] += feature.squareMetres
    }
  }

  func district(_ feature: MapFeature) -> String {
    let place = Int(feature.group.district)
    return place < 0 ? District.none : ground.districtCodes[place]
  }

  func features(
    _ subject: StateMapRequest.Subject, asOf: CalendarDate? = nil, layer: Layer = .land,
    largestCell: Int = MapClusters.largestCell
  ) throws -> [MapFeature] {
    let request = StateMapRequest(subject, asOf: asOf, layer: layer, byDistrict: true)
    return try StateMap(ground: ground, request: request, largestCell: largestCell).features()
  }
}
