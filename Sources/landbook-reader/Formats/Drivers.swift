#if Formats
  import CGDAL
  import Foundation

  /// The formats that may be used, and the settings that keep GDAL at home.
  enum Drivers {
    static let readable = [
      "ESRI Shapefile", "LIBKML", "KML", "OpenFileGDB", "GPX", "XLSX", "ODS", "FlatGeobuf",
      "MapInfo File", "ESRIJSON", "TopoJSON",
    ]

    /// LIBKML is left out: its writing time grows with the square of the features.
    private static let writable = [
      "gpkg": "GPKG", "shp": "ESRI Shapefile", "fgb": "FlatGeobuf", "xlsx": "XLSX", "ods": "ODS",
      "kml": "KML",
    ]

    static func driver(writing file: String) throws(ReaderFault) -> String {
      let ending = URL(fileURLWithPath: file).pathExtension.lowercased()
      guard let name = writable[ending] else {
        throw ReaderFault(
          "files ending in .\(ending) can't be written; "
            + "known endings: \(writable.keys.sorted().joined(separator: ", "))")
      }
      return name
    }

    /// Formats that are there, each by GDAL's name.
    static var registered: [String] {
      register()
      return readable.filter { GDALGetDriverByName($0) != nil }
    }

    static var writableEndings: [String] {
      register()
      return writable.keys.filter { writable[$0].map { GDALGetDriverByName($0) } ?? nil != nil }
        .sorted()
    }

    static var version: String { String(cString: GDALVersionInfo("RELEASE_NAME")) }

    /// Registers the formats of the lists; web services, databases, GML and virtual files are gone
    /// before a file is opened.
    static func register() {
      let settings = [
        "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none", "GDAL_HTTP_TIMEOUT": "1",
        "GDAL_PAM_ENABLED": "NO", "OGR_XLSX_HEADERS": "FORCE", "OGR_ODS_HEADERS": "FORCE",
        "KML_READ_EMPTY_LAYERS": "NO",
        // The driver's own names would stand beside columns of the same name.
        "LIBKML_TIMESTAMP_FIELD": "kml_timestamp", "LIBKML_BEGIN_FIELD": "kml_begin",
        "LIBKML_END_FIELD": "kml_end", "LIBKML_ALTITUDEMODE_FIELD": "kml_altitude_mode",
        "LIBKML_TESSELLATE_FIELD": "kml_tessellate", "LIBKML_EXTRUDE_FIELD": "kml_extrude",
        "LIBKML_VISIBILITY_FIELD": "kml_visibility", "LIBKML_DRAWORDER_FIELD": "kml_draw_order",
        "LIBKML_ICON_FIELD": "kml_icon",
      ]
      for (name, value) in settings { CPLSetConfigOption(name, value) }
      if let moment = FileMoment.asked { CPLSetConfigOption("OGR_CURRENT_DATE", moment.text) }
      GDALAllRegister()
      let kept = Set(readable + writable.values)
      for index in (0..<GDALGetDriverCount()).reversed() {
        guard let driver = GDALGetDriver(index), let name = GDALGetDriverShortName(driver),
          !kept.contains(String(cString: name))
        else { continue }
        GDALDeregisterDriver(driver)
      }
    }
  }

  /// Hands a list of texts to C for the length of a call.
  func withTexts<Result>(
    _ texts: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) throws -> Result
  ) rethrows -> Result {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for text in texts { list = CSLAddString(list, text) }
    defer { CSLDestroy(list) }
    return try body(list)
  }
#endif
