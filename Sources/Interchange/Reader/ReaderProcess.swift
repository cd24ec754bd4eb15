import Foundation
import GeometryValues

/// Reads foreign formats through the second program, `landbook-reader`.
enum ReaderProcess {
  /// Opens one layer of a file; the reader keeps running until its rows are read.
  static func open(
    _ path: String, layer: String?, program: URL? = ReaderProgram.find()
  ) throws -> SurveyTable {
    let run = try start(program, path, layer)
    let description = try run.layer(of: path)
    let header = SurveyTable.Header(
      file: path, layer: description.name, columns: description.fields.map(\.name),
      reference: CoordinateReference(text: description.reference))
    var waiting: ReaderRun? = run
    return SurveyTable(header: header) { visitor in
      let run: ReaderRun
      if let first = waiting {
        run = first
        waiting = nil
      } else {
        run = try start(program, path, layer)
        _ = try run.layer(of: path)
      }
      defer { run.stop() }
      while let frame = try run.next() {
        guard case .feature(let feature) = frame else { continue }
        try visitor(row(feature, number: run.features))
      }
    }
  }

  private static func start(
    _ program: URL?, _ path: String, _ layer: String?
  ) throws -> ReaderRun {
    var arguments = ["read", path]
    if let layer { arguments += ["--layer", layer] }
    return try ReaderRun(program, file: path, arguments: arguments)
  }

  private static func row(_ feature: FeatureFrame.Feature, number: Int) -> SurveyRow {
    let geometry = feature.geometry.map { bytes in
      Result { () throws(GeometryFault) -> Geometry in try WKB.read(bytes) }
    }
    return SurveyRow(
      number: number, cells: feature.cells, geometry: geometry,
      originalText: feature.cells.map { $0 ?? "" }.joined(separator: "\t"))
  }
}

extension ReaderRun {
  /// Reads on to the frame that describes the layer.
  fileprivate func layer(of path: String) throws -> FeatureFrame.Layer {
    while let frame = try next() {
      if case .layer(let layer) = frame { return layer }
    }
    throw SurveyFault(.notUsable, "\(path) has no layers", remedy: "Check the file.")
  }
}
