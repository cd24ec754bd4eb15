import Foundation
import GeometryValues
import Interchange
import Storage

/// Opens a file of any format as one table of survey rows.
enum SurveySource {
  /// - Parameter book: the book that is written to while the rows come.
  static func open(
    _ request: ImportRequest, besides book: String, _ progress: WorkProgress
  ) throws -> SurveyTable {
    let table = try open(request, progress)
    return resolved(request.file) == resolved(book) ? held(table) : table
  }

  /// The rows of a book that goes into itself are all read before the first comes out, because a
  /// file that is being read can't be written to.
  private static func held(_ table: SurveyTable) -> SurveyTable {
    SurveyTable(header: table.header, notes: table.notes) { visitor in
      var rows: [SurveyRow] = []
      try table.forEachRow { rows.append($0) }
      for row in rows { try visitor(row) }
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  private static func open(
    _ request: ImportRequest, _ progress: WorkProgress
  ) throws -> SurveyTable {
    let path = request.file
    guard SurveyFile.isGeoPackage(path) else {
      return try SurveyFile.open(
        path, layer: request.layer, encoding: try encoding(request.encoding),
        watch: progress.watch)
    }
    if let encoding = request.encoding {
      throw WorkflowError(
        .usage, "\(path) is a GeoPackage, so its text is never in \(encoding)",
        remedy: "Leave --encoding out.")
    }
    let package = try ForeignGeoPackage(path: path)
    let chosen = try choose(request.layer, from: package)
    if chosen.hasLostGeometry {
      throw WorkflowError(
        .unusable,
        "\(path): the layer \"\(chosen.name)\" has features, and gpkg_geometry_columns does not say in which column",
        remedy: "Export it again: without that line every polygon would be lost.")
    }
    let notes = SurveyNotes()
    var header = SurveyTable.Header(
      file: URL(fileURLWithPath: path).lastPathComponent, layer: chosen.name,
      columns: chosen.columns, reference: reference(of: chosen))
    header.estimatedRows = try package.estimatedRows(of: chosen)
    return SurveyTable(
      header: header, notes: notes,
      visitRows: { visitor in
        var number = 0
        try package.forEachRow(of: chosen) { row in
          number += 1
          var survey = SurveyRow(number: number, cells: row.cells, geometry: row.geometry)
          survey.remarks = row.remarks
          if row.remarks.hasHeights { notes.tellHeights() }
          try visitor(survey)
        }
      })
  }

  private static func encoding(_ name: String?) throws -> TextEncoding? {
    guard let name else { return nil }
    if let encoding = TextEncoding(named: name) { return encoding }
    throw WorkflowError(
      .usage, "no encoding is called \"\(name)\"",
      remedy: "Known ones: \(TextEncoding.names.joined(separator: ", ")).")
  }

  private static func reference(of layer: ForeignLayer) -> Interchange.CoordinateReference {
    guard layer.geometryColumn != nil, let reference = layer.reference else { return .unstated }
    return Interchange.CoordinateReference(text: reference.authority ?? reference.definition)
  }

  /// The layer asked for, or the only one that has rows.
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
    let counts = try package.layers.map { try package.rowCount(of: $0) }
    let filled = package.layers.indices.filter { counts[$0] > 0 }
    if filled.count == 1 { return package.layers[filled[0]] }
    let list = zip(package.layers, counts).map { "\($0.name) (\($1) rows)" }
    throw WorkflowError(
      .usage, "\(package.path) has \(package.layers.count) layers",
      remedy: "Choose one with --layer: \(list.joined(separator: ", ")).")
  }
}
