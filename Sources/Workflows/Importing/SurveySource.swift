import Foundation
import GeometryValues
import Interchange
import Storage

/// Opens a file of any format as one table of survey rows.
enum SurveySource {
  /// - Parameter book: the book that is written to while the rows come.
  static func open(_ path: String, layer: String?, besides book: String) throws -> SurveyTable {
    let table = try open(path, layer: layer)
    return resolved(path) == resolved(book) ? held(table) : table
  }

  /// The rows of a book that goes into itself are all read before the first comes out, because a
  /// file that is being read can't be written to.
  private static func held(_ table: SurveyTable) -> SurveyTable {
    SurveyTable(header: table.header) { visitor in
      var rows: [SurveyRow] = []
      try table.forEachRow { rows.append($0) }
      for row in rows { try visitor(row) }
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  private static func open(_ path: String, layer: String?) throws -> SurveyTable {
    guard SurveyFile.isGeoPackage(path) else { return try SurveyFile.open(path, layer: layer) }
    let package = try ForeignGeoPackage(path: path)
    let chosen = try choose(layer, from: package)
    return SurveyTable(
      header: SurveyTable.Header(
        file: URL(fileURLWithPath: path).lastPathComponent, layer: chosen.name,
        columns: chosen.columns, reference: reference(of: chosen)),
      visitRows: { visitor in
        var number = 0
        try package.forEachRow(of: chosen) { row in
          number += 1
          try visitor(
            SurveyRow(number: number, cells: row.cells, geometry: row.geometry))
        }
      })
  }

  private static func reference(of layer: ForeignLayer) -> Interchange.CoordinateReference {
    guard layer.geometryColumn != nil, let reference = layer.reference else { return .unstated }
    return Interchange.CoordinateReference(text: reference.authority ?? reference.definition)
  }

  /// The layer asked for, or the only one there is.
  private static func choose(
    _ layer: String?, from package: ForeignGeoPackage
  ) throws -> ForeignLayer {
    let names = package.layers.map(\.name).joined(separator: ", ")
    if let layer {
      if let found = package.layers.first(where: { $0.name == layer }) { return found }
      throw WorkflowError(
        .noInput, "\(package.path) has no layer \"\(layer)\"", remedy: "It has: \(names).")
    }
    if let only = package.layers.first, package.layers.count == 1 { return only }
    if package.layers.isEmpty {
      throw WorkflowError(
        .unusable, "\(package.path) has no layer", remedy: "Export it again with its layer.")
    }
    throw WorkflowError(
      .usage, "\(package.path) has \(package.layers.count) layers",
      remedy: "Choose one with --layer: \(names).")
  }
}
