import Foundation

/// Opens survey files by their content and ending.
public enum SurveyFile {
  /// Opens one layer of a file as a table.
  ///
  /// GeoJSON, GeoJSON sequences and delimited text are read here; everything else goes through
  /// the reader program. GeoPackage is not read here: see ``isGeoPackage(_:)``.
  /// - Throws: ``SurveyFault`` where the file is missing, unreadable or not usable as data.
  public static func open(_ path: String, layer: String? = nil) throws -> SurveyTable {
    try refuseMissing(path)
    switch (path as NSString).pathExtension.lowercased() {
    case "geojson", "json":
      try refuseLayer(layer, path)
      if let table = try GeoJSONTable.open(path) { return try checked(table, layer) }
      return try ReaderProcess.open(path, layer: layer)
    case "geojsonl", "geojsons", "ndjson", "geojsonseq":
      try refuseLayer(layer, path)
      return try GeoJSONSequence.open(path)
    case "csv", "tsv", "txt", "tab":
      try refuseLayer(layer, path)
      return try CSVTable.open(path)
    default:
      return try ReaderProcess.open(path, layer: layer)
    }
  }

  /// Whether a file is a GeoPackage or another SQLite database, by its first bytes.
  public static func isGeoPackage(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  private static func refuseMissing(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SurveyFault(.notFound, "there is no file \(path)", remedy: "Check the path.")
    }
    // A file geodatabase is a folder.
    guard !isFolder.boolValue || path.lowercased().trimmingSlashes.hasSuffix(".gdb") else {
      throw SurveyFault(
        .notUsable, "\(path) is a folder", remedy: "Name a file, or a geodatabase folder (.gdb).")
    }
  }

  private static func refuseLayer(_ layer: String?, _ path: String) throws {
    guard let layer, !path.lowercased().hasSuffix("json") else { return }
    throw SurveyFault(
      .usage, "\(path) has no layers, so \"\(layer)\" can't be chosen", remedy: "Leave --layer out."
    )
  }

  private static func checked(_ table: SurveyTable, _ layer: String?) throws -> SurveyTable {
    guard let layer, layer != table.header.layer else { return table }
    throw SurveyFault(
      .notFound,
      "\(table.header.file) holds one layer, \"\(table.header.layer ?? "without a name")\", not \"\(layer)\"",
      remedy: "Leave --layer out.")
  }
}

extension String {
  fileprivate var trimmingSlashes: String {
    var text = self[...]
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
