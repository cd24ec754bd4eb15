import Workflows

extension ServedLayer {
  /// The property that decides how a feature is drawn.
  var drawnBy: String? {
    switch self {
    case .hazards: "class"
    case .releases, .released: "kind"
    case .remaining: "state"
    case .devices: "category"
    case .districts, .accidents: nil
    }
  }
}

extension Site {
  /// A tile of the map: zoom, column from the west, row from the north.
  func tile(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    try Parameters(ask.query).end(known: [])
    let sharing = try visitor.shown
    let layer = try layer(ask.path[1], sharing)
    let numbers = ask.path[2...].map { part in
      part.utf8.count <= 8 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard let zoom = numbers[0], let column = numbers[1], let row = numbers[2],
      let grid = TileGrid(zoom: zoom, column: column, row: row)
    else {
      throw Problem(404, "There is no such tile: zoom is 0 to \(TileGrid.nearest).")
    }
    return try await made(ask, visitor, "tile", on: layer.subject.map == nil ? readers : makers) {
      [book] in
      let shared = try book.table(layer, for: sharing)
      let tile = shared.table.tile(grid, kind: layer.drawnBy)
      return (shared.state, Answer(200, MediaType.geoJSON, tile))
    }
  }
}
