import Storage

/// What somebody should know who imports the export of a database again and again.
enum ExportNotes {
  /// - Parameter subject: what the rows are, in the plural.
  static func of(_ writer: BatchWriter) throws -> [String] {
    var notes: [String] = []
    let alike = writer.alikePolygons
    if alike > 0 {
      notes.append(
        "\(alike) polygon\(alike == 1 ? " is" : "s are") the book's but for rounding (at most 0.0000006 degrees, 7 cm, or rings begun elsewhere): the book's \(alike == 1 ? "is" : "are") kept, and what came stays beside."
      )
    }
    for lack in try writer.recordsNotInFile() {
      let owner = lack.organisation.isEmpty ? "" : " of \(lack.organisation)"
      notes.append(
        "\(lack.missing) of the book's \(lack.known) \(lack.type)s\(owner) \(lack.missing == 1 ? "is" : "are") not in the file: nothing of them changes. A record ends by its status, never by being left out."
      )
    }
    let outdated = writer.outdatedRows
    if outdated > 0 {
      notes.append(
        "This very file has come before, and later files say otherwise in \(outdated) of its rows: these stay as the later files say. To go back, undo those."
      )
    }
    return notes
  }
}
