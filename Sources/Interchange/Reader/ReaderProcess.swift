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
    let notes = SurveyNotes()
    for note in run.notes { notes.add(note) }
    var waiting: ReaderRun? = run
    return SurveyTable(header: header, notes: notes) { visitor in
      let run: ReaderRun
      if let first = waiting {
        run = first
        waiting = nil
      } else {
        run = try start(program, path, layer)
        guard try run.layer(of: path) == description else {
          throw SurveyFault(
            .notUsable, "\(path) changed while it was read", remedy: "Import it again.")
        }
      }
      defer { run.stop() }
      try send(run, isSheet: isSheet(path), notes, to: visitor)
      for note in run.notes { notes.add(note) }
    }
  }

  private static func send(
    _ run: ReaderRun, isSheet: Bool, _ notes: SurveyNotes, to visitor: SurveyTable.RowVisitor
  ) throws {
    var blank = 0
    while let frame = try run.next() {
      guard case .feature(let feature) = frame else { continue }
      // Sheets end in rows that were emptied or only coloured.
      if isSheet, feature.geometry == nil, feature.cells.allSatisfy({ $0?.isEmpty ?? true }) {
        blank += 1
        continue
      }
      let row = row(feature, number: run.features)
      if row.remarks.hasHeights { notes.tellHeights() }
      try visitor(row)
    }
    if blank > 0 { notes.add("\(blank) rows without any value are passed over.") }
  }

  private static func isSheet(_ path: String) -> Bool {
    ["xlsx", "ods"].contains(URL(fileURLWithPath: path).pathExtension.lowercased())
  }

  private static func start(
    _ program: URL?, _ path: String, _ layer: String?
  ) throws -> ReaderRun {
    var arguments = ["read", try ReaderProgram.plainPath(path)]
    if let layer { arguments += ["--layer", layer] }
    return try ReaderRun(program, file: path, arguments: arguments)
  }

  private static func row(_ feature: FeatureFrame.Feature, number: Int) -> SurveyRow {
    var remarks = GeometryRemarks()
    let geometry = feature.geometry.map { bytes in
      bytes.withUnsafeBytes { bytes in
        Result { () throws(GeometryFault) in try WKB.read(bytes, remarks: &remarks) }
      }
    }
    var row = SurveyRow(
      number: number, cells: feature.cells, geometry: geometry,
      originalText: feature.cells.map { $0 ?? "" }.joined(separator: "\t"))
    row.remarks = remarks
    return row
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
