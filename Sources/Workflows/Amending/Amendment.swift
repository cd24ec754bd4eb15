import Interchange

/// Records as somebody corrected them by hand or drew them on a map, in place of a file.
struct Amendment: Sendable {
  /// What was done: `amend` or `adopt`.
  var verb = "amend"
  /// What findings and refusals name in place of a file.
  var name = Self.name
  /// The record, as `hazard ORG/ID`, or the layer.
  var record: String
  /// What was typed, as `field=value`.
  var typed: String
  /// The cells of each record with what was typed.
  var rows: [RecordCells]
  /// Why they were corrected, for the log.
  var reason: String?

  /// What findings and refusals name in place of a file.
  static let name = "amendment"

  var table: SurveyTable { RecordCells.table(of: rows, named: name) }
}
