/// Every parser that meets bytes of somebody else, by the name of its corpus.
enum FuzzedParser: String, CaseIterable {
  case archive, book, cells, claims, coordinates, csv, dates, frames, geojson, geopackage, guards
  case legs, maxml, numbers, points, profiles, wkb, wkt

  /// Reads the bytes and holds what came of it against what must be true of it.
  ///
  /// - Returns: what is wrong, nil where nothing is; a crash speaks for itself.
  func run(_ bytes: [UInt8]) -> String? {
    switch self {
    case .archive: ArchiveFuzzing.run(bytes)
    case .book: BookFuzzing.run(bytes)
    case .cells: CellFuzzing.run(bytes)
    case .claims: ClaimFuzzing.run(bytes)
    case .coordinates: CoordinateFuzzing.run(bytes)
    case .csv: TableFuzzing.csv(bytes)
    case .dates: DateFuzzing.run(bytes)
    case .frames: FrameFuzzing.run(bytes)
    case .geojson: TableFuzzing.geoJSON(bytes)
    case .geopackage: GeometryFuzzing.geoPackage(bytes)
    case .guards: GuardFuzzing.run(bytes)
    case .legs: LegFuzzing.run(bytes)
    case .maxml: MaXMLFuzzing.run(bytes)
    case .numbers: NumberFuzzing.run(bytes)
    case .points: TableFuzzing.points(bytes)
    case .profiles: ProfileFuzzing.run(bytes)
    case .wkb: GeometryFuzzing.wkb(bytes)
    case .wkt: GeometryFuzzing.wkt(bytes)
    }
  }
}
