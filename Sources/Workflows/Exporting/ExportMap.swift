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
  /// - Returns: how many features were written, and what was left out.
  public func run(
    _ request: StateMapRequest, to path: String, sharing: SharingProfile = .internal
  ) throws -> ExportOutcome {
    try OutputPath.check(path)
    let shared = try table(request, sharing: sharing)
    let style = request.subject == .released ? "release" : shared.whole.name
    let rows = try LayerWriter.write(shared.shown, to: path) {
      try ExportedStyle.add(
        to: $0, layer: shared.shown.name, like: style, holdingRestricted: shared.hasSquares)
    }.rows
    return ExportOutcome(rows: rows, gap: shared.gap)
  }

  /// The map as the profile lets it out, its rows in memory.
  func table(_ request: StateMapRequest, sharing: SharingProfile) throws -> SharedTable {
    let restricted = try ShareReports(book, sharing).restricted()
    var shared = try SharedExport(
      request.subject.rawValue, of: sharing, isSynthetic: book.info().isSynthetic,
      leavingOut: restricted.hazards.count + restricted.releases.count)
    var request = request
    try shared.check(request)
    let set = try book.info().defaultBoundarySet
    let input = try book.read {
      try LedgerInput($0, boundarySet: set, keeping: .planeAndDegrees, leavingOut: restricted)
    }
    let ground = try MapGround(input, input.register(), byDistrict: request.byDistrict)
    if shared.isOfHandedOver {
      let day = request.asOf ?? Clock.now.day
      request.handedOver = try book.read { try HandedOver($0, by: day).subjects(ground.register) }
    }
    var features = try StateMap(ground: ground, request: request).features()
    let held = try heldBack(restricted)
    if request.subject != .remaining {
      features.removeAll { feature in held.contains { $0.meets(feature.polygon.envelope) } }
    }
    var squares: [MultiPolygon] = []
    if shared.restricted > 0, !shared.isOfHandedOver {
      let whole = try whole(request, set: set)
      shared.restrictedSquareMetres =
        whole.reduce(0) { $0 + $1.squareMetres } - features.reduce(0) { $0 + $1.squareMetres }
      if request.subject == .remaining {
        squares = RestrictedSquares(whole: whole, shown: features, within: held).polygons
        shared.hasSquares = !squares.isEmpty
      }
    }
    let table = Self.table(features, squares, ground, request)
    return SharedTable(
      whole: table, shown: try shared.applied(to: table), gap: shared.gap,
      hasSquares: shared.hasSquares)
  }

  /// The map as the programme itself has it.
  private func whole(_ request: StateMapRequest, set: String?) throws -> [MapFeature] {
    let input = try book.read {
      try LedgerInput($0, boundarySet: set, keeping: .planeAndDegrees, leavingOut: .none)
    }
    let ground = try MapGround(input, input.register(), byDistrict: request.byDistrict)
    return try StateMap(ground: ground, request: request).features()
  }

  /// The boxes of restricted hazards: the map is drawn without them, and what lies near one must not
  /// look released.
  private func heldBack(_ restricted: RestrictedRecords) throws -> [Envelope] {
    if restricted.hazards.isEmpty { return [] }
    var boxes: [Envelope] = []
    try book.read { reader in
      try reader.forEachEnvelope(.hazard) { version, box in
        if restricted.hazardVersions.contains(version) { boxes.append(box) }
      }
    }
    return boxes
  }

  private static func table(
    _ features: [MapFeature], _ squares: [MultiPolygon], _ ground: MapGround,
    _ request: StateMapRequest
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
      for square in squares {
        let own: [ExportCell] = [
          .text(RestrictedSquares.state), .text("no"), .text("no"),
        ]
        let cells = district.map { _ in ExportCell.empty } + own + shared
        try visit(
          ExportRow(
            cells: cells + [.empty, .text(RestrictedSquares.note)], geometry: .polygons(square)))
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
