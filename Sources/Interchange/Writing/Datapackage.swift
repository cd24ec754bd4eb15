import Foundation

/// A Frictionless data package beside a file: what a reader has to know, and what the columns are,
/// for formats that have no place for it.
struct Datapackage {
  private static let profile = "\"profile\": \"data-package\""

  private let table: ExportTable
  private let file: URL
  private let ending: String

  init(_ table: ExportTable, beside path: String) {
    self.table = table
    file = URL(fileURLWithPath: path)
    ending = file.pathExtension.lowercased()
  }

  private var path: String {
    file.deletingPathExtension().appendingPathExtension("datapackage.json").path
  }

  /// GeoJSON and GeoPackages say themselves what they are.
  var isNeeded: Bool {
    table.description != nil && !["geojson", "json", "gpkg"].contains(ending)
  }

  /// - Throws: ``SurveyFault`` where a file of somebody else's has the name.
  func check() throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let there = try? String(contentsOfFile: path, encoding: .utf8)
    guard there?.contains(Self.profile) ?? false else {
      throw SurveyFault(
        .cannotCreate, "\(path) is there already and is no data package",
        remedy: "Name another file, or move that one.")
    }
  }

  func write() throws {
    let out = try OutputFile(path)
    try out.write(text)
    try out.finish()
  }

  private var text: String {
    let geometry =
      table.hasGeometry && ending == "csv" ? [field("wkt", "string", "WKT on WGS 84")] : []
    let fields = table.columns.map { field($0.name, Self.type($0.kind)) } + geometry
    return """
      {
        \(Self.profile),
        "name": \(JSONWriting.text(table.name)),
        "description": \(JSONWriting.text(table.description ?? "")),
        "resources": [
          {
            "name": \(JSONWriting.text(table.name)),
            "path": \(JSONWriting.text(file.lastPathComponent)),
            "format": \(JSONWriting.text(ending)),
            "schema": {
              "fields": [
      \(fields.map { "          \($0)" }.joined(separator: ",\n"))
              ]
            }
          }
        ]
      }

      """
  }

  private func field(_ name: String, _ type: String, _ description: String? = nil) -> String {
    let more = description.map { ", \"description\": \(JSONWriting.text($0))" } ?? ""
    return "{ \"name\": \(JSONWriting.text(name)), \"type\": \"\(type)\"\(more) }"
  }

  private static func type(_ kind: ExportTable.Kind) -> String {
    switch kind {
    case .text: "string"
    case .integer: "integer"
    case .decimal: "number"
    case .date: "date"
    // Written as yes and no.
    case .truth: "string"
    }
  }
}
