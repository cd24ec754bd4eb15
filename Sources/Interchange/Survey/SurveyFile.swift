import Foundation

/// Opens survey files by their content and ending.
public enum SurveyFile {
  /// Opens one layer of a file as a table.
  ///
  /// GeoJSON, GeoJSON sequences and delimited text are read here; everything else goes through
  /// the reader program. GeoPackage is not read here: see ``isGeoPackage(_:)``.
  /// - Throws: ``SurveyFault`` where the file is missing, unreadable or not usable as data.
  /// - Parameters:
  ///   - encoding: how the characters of a text are written; nil lets the file say.
  ///   - watch: told how far a text was read.
  public static func open(
    _ path: String, layer: String? = nil, encoding: TextEncoding? = nil,
    watch: ReadingWatch? = nil
  ) throws -> SurveyTable {
    try refuseMissing(path)
    let source = TextSource(path, encoding: encoding, watch: watch)
    switch (path as NSString).pathExtension.lowercased() {
    case "geojson", "json":
      try refuseLayer(layer, path)
      if let table = try GeoJSONTable.open(source) { return try checked(table, layer) }
      return try ReaderProcess.open(path, layer: layer)
    case "geojsonl", "geojsons", "ndjson", "geojsonseq":
      try refuseLayer(layer, path)
      return try GeoJSONSequence.open(source)
    case "tab" where isMapInfo(path):
      return try ReaderProcess.open(path, layer: layer)
    case "csv", "tsv", "txt", "tab":
      try refuseLayer(layer, path)
      return try CSVTable.open(source)
    default:
      if let encoding {
        throw SurveyFault(
          .usage, "\(path) is no text file, so it can't be in \(encoding.name)",
          remedy: "Leave --encoding out.")
      }
      return try ReaderProcess.open(path, layer: layer)
    }
  }

  /// Whether a file is a GeoPackage or another SQLite database, by its first bytes.
  public static func isGeoPackage(_ path: String) -> Bool {
    // A pipe that nobody writes to would be waited for without end.
    guard isRegular(path) else { return false }
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  /// Tables of MapInfo and those parted by tabulators have the same ending.
  private static func isMapInfo(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let head = String(decoding: (try? file.read(upToCount: 64)) ?? Data(), as: UTF8.self)
    return head.trimmingBlanks.lowercased().hasPrefix("!table")
  }

  private static func isRegular(_ path: String) -> Bool {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let kind = try? FileManager.default.attributesOfItem(atPath: resolved)[.type]
    return kind as? FileAttributeType == .typeRegular
  }

  private static func refuseMissing(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SurveyFault(.notFound, "there is no file \(path)", remedy: "Check the path.")
    }
    guard isFolder.boolValue || isRegular(path) else {
      throw SurveyFault(
        .notUsable, "\(path) is a pipe or a device, not a file", remedy: "Save it as a file first.")
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
