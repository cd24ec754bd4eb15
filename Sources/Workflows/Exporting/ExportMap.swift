import GeometryEngine
import GeometryValues
import Interchange
import LandRelease
public import Reporting
import Storage

/// Writes a map of the state of the land on a day, the format by the file's ending.
public struct ExportMap {
  private let book: LandBook

  /// Makes the map of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  init(_ book: LandBook) {
    self.book = book
  }

  /// - Parameter sharing: whom the file is for.
  /// - Returns: how many features were written.
  public func run(
    _ request: StateMapRequest, to path: String, sharing: SharingProfile = .internal
  ) throws -> Int {
    try OutputPath.check(path)
    let shared = try SharedExport(
      request.subject.rawValue, of: sharing, isSynthetic: book.info().isSynthetic)
    var request = request
    try shared.check(request)
    let set = try book.info().defaultBoundarySet
    let input = try book.read { try LedgerInput($0, boundarySet: set, keepsDegrees: true) }
    let ground = try MapGround(input, input.register(), byDistrict: request.byDistrict)
    if shared.isOfHandedOver {
      let day = request.asOf ?? Clock.now.day
      request.handedOver = try book.read { try HandedOver($0, by: day).subjects(ground.register) }
    }
    let features = try StateMap(ground: ground, request: request).features()
    let table = try shared.applied(to: Self.table(features, ground, request))
    let rows = try LayerWriter.write(table, to: path).rows
    try ExportedStyle.add(
      to: path, layer: table.name, like: request.subject == .released ? "release" : table.name)
    return rows
  }

  private static func table(
    _ features: [MapFeature], _ ground: MapGround, _ request: StateMapRequest
  ) -> ExportTable {
    let asOf = request.asOf ?? ground.history.days.last
    let shared: [ExportCell] = [
      .text(request.layer.rawValue), asOf.map { .date($0) } ?? .empty,
    ]
    let district: [ExportTable.Column] = request.byDistrict ? [.init("district")] : []
    var table = ExportTable(
      name: request.subject.rawValue,
      columns: district + columns(of: request.subject) + [
        .init("layer"), .init("as_of", .date), .init("area_m2", .decimal), .init("note"),
      ], hasGeometry: true
    ) { visit in
      for feature in features {
        let area = Area(squareMetres: feature.squareMetres)
        var cells: [ExportCell] = request.byDistrict ? [code(feature.group.district, ground)] : []
        cells += own(feature.group, request.subject, ground.register) + shared
        cells += [
          area.map { .decimal($0.squareMetresText) } ?? .empty, .text(StatementBasis.hazardNote),
        ]
        try visit(ExportRow(cells: cells, geometry: .polygons(feature.polygon)))
      }
    }
    // Pieces stand as close as the grid of the map, and must not run into each other.
    table.coordinateDecimals = 12
    return table
  }

  private static func columns(of subject: StateMapRequest.Subject) -> [ExportTable.Column] {
    switch subject {
    case .remaining: [.init("state"), .init("contested"), .init("pending")]
    case .released: [.init("kind"), .init("pending")]
    case .overlaps: [.init("state"), .init("times", .integer), .init("records")]
    }
  }

  private static func own(
    _ group: MapGroup, _ subject: StateMapRequest.Subject, _ register: LandRegister
  ) -> [ExportCell] {
    func truth(_ value: Bool) -> ExportCell { .text(value ? "yes" : "no") }
    switch subject {
    case .remaining:
      // What waits is drawn as open, but no balance counts it.
      let state = group.state.isOpen ? group.state.rawValue : Cause.pending.rawValue
      return [.text(state), truth(group.isContested), truth(group.isPending)]
    case .released: return [.text(group.state.rawValue), truth(group.isPending)]
    case .overlaps:
      let records = group.releases.map { "\(register.subjects[Int($0)].key)" }
      return [
        .text(group.state.rawValue), .integer(records.count),
        .text(records.joined(separator: ", ")),
      ]
    }
  }

  private static func code(_ district: Int32, _ ground: MapGround) -> ExportCell {
    .text(district < 0 ? District.none : ground.districtCodes[Int(district)])
  }
}
