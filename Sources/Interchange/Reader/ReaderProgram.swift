import Foundation

/// Where the reader program is, what it is started with, and what formats it is for.
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

  /// What the reader gets to know of our environment.
  ///
  /// That is where libraries and projections are, and the moment that files are dated by. It reads
  /// and writes the same in every language and time zone. A crash of it is told by us, not by a
  /// backtrace with our paths in it.
  static var environment: [String: String] {
    let kept = [
      "PATH", "TMPDIR", "LD_LIBRARY_PATH", "PROJ_DATA", "PROJ_LIB", "GDAL_DATA",
      "SOURCE_DATE_EPOCH",
    ]
    var environment = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
    environment["LC_ALL"] = "C.UTF-8"
    environment["TZ"] = "UTC0"
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["PROJ_NETWORK"] = "OFF"
    return environment
  }

  /// How many seconds a reader may be silent: a minute, and a second for each MiB of the file,
  /// because some formats are read whole before the first row comes.
  static func patience(for file: String) -> Double {
    let asked = ProcessInfo.processInfo.environment["LANDBOOK_READER_PATIENCE"].flatMap(Double.init)
    if let asked, asked > 0, asked.isFinite { return asked }
    let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    return 60 + Double((size ?? 0) >> 20)
  }

  /// The path as the reader gets it, from the root, so that no name is taken for an option, an
  /// address or a database.
  ///
  /// - Throws: ``SurveyFault`` for addresses and the file systems of libraries.
  static func plainPath(_ path: String) throws(SurveyFault) -> String {
    guard !path.isEmpty, !path.hasPrefix("/vsi"), !path.contains("://"), !path.contains("\0") else {
      throw SurveyFault(
        .usage, "\"\(path)\" is not a plain file path",
        remedy: "Fetch the file to this machine and name it.")
    }
    if path.hasPrefix("/") { return path }
    return FileManager.default.currentDirectoryPath + "/" + path
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
