import Foundation

/// What was written.
public struct WrittenLayer: Hashable, Sendable {
  /// A column whose name the format could not keep.
  public struct Renaming: Hashable, Sendable {
    /// The name asked for.
    public var column: String
    /// The name in the file.
    public var written: String
  }

  /// How many rows were written.
  public var rows: Int
  /// Columns that carry another name in the file.
  public var renamings: [Renaming]
}

/// Writes tables and layers to files, the format chosen by the ending.
public enum LayerWriter {
  /// The endings that can be written; those after `ndjson` need the formats reader.
  public static let endings = [
    "csv", "geojson", "json", "geojsonl", "geojsons", "ndjson", "gpkg", "shp", "fgb", "xlsx", "ods",
    "kml",
  ]

  /// Writes a table; the file appears under its name only when it is whole.
  ///
  /// - Parameter finishing: is given the path of a file made by the formats reader before that.
  /// - Throws: ``SurveyFault`` where the ending is unknown or the file can't be written.
  public static func write(
    _ table: ExportTable, to path: String, finishing: (String) throws -> Void = { _ in }
  ) throws -> WrittenLayer {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    let package = Datapackage(table, beside: path)
    if package.isNeeded { try package.check() }
    let written = try write(table, to: path, ending, finishing)
    if package.isNeeded { try package.write() }
    return written
  }

  private static func write(
    _ table: ExportTable, to path: String, _ ending: String,
    _ finishing: (String) throws -> Void
  ) throws -> WrittenLayer {
    switch ending {
    case "csv": return try CSVLayer.write(table, to: path)
    case "geojson", "json": return try GeoJSONLayer.write(table, to: path, isSequence: false)
    case "geojsonl", "geojsons", "ndjson":
      return try GeoJSONLayer.write(table, to: path, isSequence: true)
    case _ where endings.contains(ending):
      return try ForeignLayer.write(table, to: path, finishing: finishing)
    default:
      throw SurveyFault(
        .usage, "files ending in .\(ending) can't be written",
        remedy: "Known endings: \(endings.joined(separator: ", ")).")
    }
  }
}
