import Interchange

/// One record as somebody corrected it by hand, in place of a file.
struct Amendment: Sendable {
  /// The record, as `hazard ORG/ID`.
  var record: String
  /// What was typed, as `field=value`.
  var typed: String
  /// The record's cells with what was typed.
  var cells: RecordCells
  /// Why it was corrected, for the log.
  var reason: String

  /// What findings and refusals name in place of a file.
  static let name = "amendment"

  var table: SurveyTable { cells.table(named: Self.name) }
}
