public import LandRelease

/// Reads rows as tasks.
public struct TaskReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<LandTask> {
    var fields = try RowFields(row, context)
    var task = LandTask(key: try fields.key("task"))
    task.hazards = fields.identifiers(.hazardID)
    task.operatorName = fields.text(.operatorName)
    task.donor = fields.text(.donor)
    task.type = fields.freeText(.type)
    task.status = fields.freeText(.status)
    task.start = try fields.value(.start, DateText.readStart)
    task.end = try fields.date(.end)
    if let start = task.start, let end = task.end, end < start {
      throw Refusal(
        field: context.columns.columnName(.end), reason: "the task ends \(end), before it starts",
        remedy: "Correct one of the dates.")
    }
    return Reading(record: task, findings: fields.findings)
  }
}
