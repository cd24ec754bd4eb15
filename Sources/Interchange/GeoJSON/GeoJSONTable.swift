import Foundation

/// Opens GeoJSON: a feature collection, one feature or a bare geometry.
///
/// The file is walked once for its columns and once for its rows, so that a property which first
/// appears in the last feature has its column from the first.
enum GeoJSONTable {
  /// - Returns: nil where the file is JSON and not GeoJSON.
  static func open(_ source: TextSource) throws -> SurveyTable? {
    var columns = GeoJSONColumns()
    let outline = try outline(source, &columns)
    if outline.isSequence { return try GeoJSONSequence.open(source) }
    switch outline.shape {
    case .foreign: return nil
    case .collection: break
    case .feature, .geometry: try GeoJSONWalk.whole(source) { columns.note($0.bytes) }
    }
    columns.finish()
    let header = SurveyTable.Header(
      file: source.path, layer: outline.name, columns: columns.names, reference: outline.reference,
      featureIDColumn: columns.idColumn)
    let reader = GeoJSONFeature(columns: columns)
    return SurveyTable(header: header) { visitor in
      guard case .collection = outline.shape else {
        return try GeoJSONWalk.whole(source) { try visitor(reader.row($0)) }
      }
      try withoutActuallyEscaping(visitor) { visitor in
        _ = try GeoJSONWalk.run(
          source,
          shortcut: { piece in
            guard let (row, length) = reader.soundRow(piece) else { return nil }
            try visitor(row)
            return length
          }, visit: { try visitor(reader.row($0)) })
      }
    }
  }

  /// Walks the file for what it says of itself, and notes its columns.
  private static func outline(
    _ source: TextSource, _ columns: inout GeoJSONColumns
  ) throws -> GeoJSONOutline {
    // Both closures note into the same columns.
    var noted = columns
    defer { columns = noted }
    return try withoutActuallyEscaping({ (piece: GeoJSONWalk.Piece) in noted.note(piece.bytes) }) {
      note in
      try GeoJSONWalk.run(source, shortcut: note, visit: { _ = note($0) })
    }
  }
}
