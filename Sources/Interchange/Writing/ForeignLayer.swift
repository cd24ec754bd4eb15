import Foundation
import GeometryValues

/// Writes a table in a foreign format through the reader program.
enum ForeignLayer {
  /// - Parameter finishing: is given the path of what was written before it takes its name.
  static func write(
    _ table: ExportTable, to path: String, finishing: (String) throws -> Void
  ) throws -> WrittenLayer {
    try OutputFile.check(path)
    let target = URL(fileURLWithPath: path)
    let folder = try DraftFolder(in: target.deletingLastPathComponent().path)
    defer { folder.remove() }
    let draft = folder.path + "/" + target.lastPathComponent
    let written: WrittenLayer
    do {
      written = try send(table, to: draft, named: path)
    } catch let fault as SurveyFault where WritingTrouble.isOfSpace(fault, in: folder.path) {
      throw WritingTrouble.fault(path, saying: fault.message)
    }
    try finishing(draft)
    // A Shapefile is several files: all of them take their names at the end.
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      try folder.release(name)
    }
    return written
  }

  private static func send(
    _ table: ExportTable, to draft: String, named path: String
  ) throws -> WrittenLayer {
    // A reader that dies must not take this program with it.
    signal(SIGPIPE, SIG_IGN)
    let input = Pipe()
    let run = try ReaderRun(file: path, arguments: ["write", draft], input: input)
    var frames = FrameInput(
      input.fileHandleForWriting, patience: ReaderProgram.patience(for: draft))
    var rows = 0
    do {
      try frames.send(.hello(version: FeatureFrame.version))
      if let description = table.description { try frames.send(.note(description)) }
      try frames.send(.layer(layer(of: table)))
      try table.visitRows { row in
        rows += 1
        try frames.send(.feature(feature(row, number: rows)))
      }
      try frames.send(.end(count: UInt64(rows)))
      try frames.finish()
    } catch is BrokenInput {
      // The reader has said why, or how it ended tells.
    }
    var renamings: [WrittenLayer.Renaming] = []
    while let frame = try run.next() {
      guard case .layer(let made) = frame else { continue }
      renamings = zip(table.columns, made.fields).filter { $0.name != $1.name }
        .map { WrittenLayer.Renaming(column: $0.name, written: $1.name) }
    }
    return WrittenLayer(rows: rows, renamings: renamings)
  }

  private static func layer(of table: ExportTable) -> FeatureFrame.Layer {
    let fields = table.columns.map { column in
      let kind: FeatureFrame.FieldKind =
        switch column.kind {
        case .text, .truth: .text
        case .integer: .integer
        case .decimal: .real
        case .date: .date
        }
      return FeatureFrame.Field(name: column.name, kind: kind)
    }
    return FeatureFrame.Layer(
      name: table.name, fields: fields, reference: table.hasGeometry ? "EPSG:4326" : nil,
      hasGeometry: table.hasGeometry)
  }

  private static func feature(_ row: ExportRow, number: Int) -> FeatureFrame.Feature {
    let cells: [String?] = row.cells.map { cell in
      switch cell {
      case .empty: nil
      case .text(let text), .decimal(let text): text
      case .integer(let number): String(number)
      case .date(let date): date.description
      case .truth(let truth): truth ? "yes" : "no"
      }
    }
    return FeatureFrame.Feature(
      id: Int64(number), cells: cells, geometry: row.geometry.map(WKB.write))
  }
}
