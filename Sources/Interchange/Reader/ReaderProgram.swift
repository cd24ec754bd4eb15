import Foundation

/// Where the reader program is, and what formats it is for.
enum ReaderProgram {
  /// The code it exits with when it was built without formats.
  static let withoutFormats: Int32 = 69

  /// The program named by `LANDBOOK_READER`, else the one beside the running program.
  static func find() -> URL? {
    if let named = ProcessInfo.processInfo.environment["LANDBOOK_READER"], !named.isEmpty {
      return FileManager.default.isExecutableFile(atPath: named)
        ? URL(fileURLWithPath: named) : nil
    }
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let beside = own.resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("landbook-reader")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : nil
  }

  /// What a person calls the format of a file with this ending.
  static func formatName(_ path: String) -> String {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    return [
      "shp": "Shapefile", "zip": "A zipped Shapefile", "kml": "KML", "kmz": "KMZ",
      "gdb": "A file geodatabase", "gpx": "GPX", "xlsx": "XLSX", "ods": "ODS",
      "fgb": "FlatGeobuf", "tab": "MapInfo", "mif": "MapInfo", "json": "This kind of JSON",
      "gpkg": "Writing GeoPackage",
    ][ending] ?? "A file ending in .\(ending)"
  }

  static func missing(_ path: String) -> SurveyFault {
    SurveyFault(
      .notUsable,
      "\(formatName(path)) needs the formats reader, which is not installed (\(path))",
      remedy:
        "Install libgdal-dev and run make build, or convert the file to GeoPackage or GeoJSON.")
  }
}
