internal import Foundation
internal import GRDB

extension BookReader {
  /// What other programs did to the layers `hazard` and `release`, record by record.
  public func layerEdits() throws -> [LayerEdit] {
    try LayerEdits.layers.flatMap { try LayerEdits(db, $0).all() }
  }

  /// How many records of the layers other programs edited, drew or deleted.
  public func layerEditCount() throws -> Int {
    try LayerEdits.layers.reduce(0) { try $0 + LayerEdits(db, $1).count() }
  }
}

extension LandBook {
  /// Puts rows of the layers back as the records say; what they said is kept in the log.
  ///
  /// - Parameters:
  ///   - edits: the records, as ``BookReader/layerEdits()`` gives them.
  ///   - waiting: versions of hazards that the map shows while later ones wait to be confirmed.
  ///   - mask: leaves out of a text what the book must not keep.
  public func putBack(
    _ edits: [LayerEdit], waiting: [Int64], at moment: Timestamp, actor: String?, reason: String?,
    mask: (String) -> String = { $0 }
  ) throws {
    if edits.isEmpty { return }
    try inWriteTransaction { db in
      var draft = LogDraft(
        at: moment, actor: actor, verb: "adopt", subject: "rows put back: \(edits.count)")
      draft.about["reason"] = reason
      var layers = CurrentLayers()
      for edit in edits {
        draft.about[edit.name] = try Self.row(of: edit, mask, db)
        if edit.layer == "hazard" {
          layers.touchHazard(edit.key)
        } else {
          layers.touchRelease(edit.key)
        }
      }
      let writer = try BatchWriter(db, batch: 0, at: moment)
      try layers.rewrite(writer)
      try Self.drawHazards(by: waiting, db)
      try writer.finishIndexes()
      return ((), .kept(draft))
    }
  }

  /// A row of a layer as JSON, its bytes in hexadecimal.
  private static func row(
    of edit: LayerEdit, _ mask: (String) -> String, _ db: Database
  ) throws -> String {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM \"\(edit.layer)\" WHERE organisation = ? AND id = ?",
      arguments: [edit.key.organisation, edit.key.id])
    guard let row else { return "{}" }
    var cells: [String: String] = [:]
    for (name, value) in row {
      switch value.storage {
      case .null: break
      case .int64(let number): cells[name] = "\(number)"
      case .double(let number): cells[name] = "\(number)"
      case .string(let text): cells[name] = mask(text)
      case .blob(let bytes): cells[name] = ContentHash.hexadecimal(bytes)
      }
    }
    return JSONText.write(cells)
  }
}
