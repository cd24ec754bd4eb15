internal import CGEOS
internal import CPROJ
internal import Foundation

/// What the geometry libraries are, and what PROJ has to work with.
public struct EngineVersions: Sendable {
  /// The version of GEOS, such as 3.11.1.
  public let geos: String
  /// The version of PROJ, such as 9.1.1.
  public let proj: String
  /// Where PROJ's database of references is; nil where it finds none.
  public let database: String?
  /// The versions of what is in that database: EPSG's registry and PROJ's own data.
  public let data: String
  /// The grids of datum shifts that are installed, by the names of their files.
  public let grids: [String]

  /// Asks the libraries, and looks into the folders PROJ reads from.
  public init() throws(EngineError) {
    geos = String(cString: GEOSversion()).split(separator: "-").first.map(String.init) ?? ""
    let info = proj_info()
    proj = info.version.map { String(cString: $0) } ?? ""
    let context = try PROJContext()
    let path = proj_context_get_database_path(context.handle)
    database = path.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    let keys: [String] = ["EPSG.VERSION", "PROJ_DATA.VERSION"]
    data = keys.compactMap { key -> String? in
      proj_context_get_database_metadata(context.handle, key).map { String(cString: $0) }
    }.joined(separator: ", ")
    let folders = info.searchpath.map { String(cString: $0) } ?? ""
    grids = Set(
      folders.split(separator: ":").flatMap { folder in
        let names = try? FileManager.default.contentsOfDirectory(atPath: String(folder))
        return (names ?? []).filter { name in
          [".tif", ".gsb", ".gtx"].contains { name.lowercased().hasSuffix($0) }
        }
      }
    ).sorted()
  }
}
