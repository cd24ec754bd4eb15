public import LandRelease

/// Reads rows as statements: totals that an actor gives without records.
public struct StatementReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<Statement> {
    var fields = try RowFields(row, context)
    var statement = Statement(actor: try fields.required(.actor))
    fields.recordName = "statement \(statement.actor)"
    try readPeriod(&fields, into: &statement)
    statement.districts = fields.identifiers(.districts)
    statement.activity = fields.freeText(.activity)
    statement.split = fields.freeText(.split)
    statement.area = try fields.area()
    statement.items = try fields.value(.items) { text throws(ValueFault) in
      try NumberText.readCount(text)
    }
    statement.source = fields.freeText(.source)
    guard statement.area != nil || statement.items != nil else {
      throw Refusal(
        field: "area, items", reason: "it states neither an area nor items",
        remedy: "Fill in one of them.")
    }
    return Reading(record: statement, findings: fields.findings)
  }

  /// A period that names a year or month runs from its first day to its last.
  private func readPeriod(
    _ fields: inout RowFields, into statement: inout Statement
  ) throws(Refusal) {
    let period: SurveyField = fields.text(.period) == nil ? .from : .period
    statement.from = try fields.value(period, DateText.readStart)
    let end: SurveyField = fields.text(.to) == nil ? .period : .to
    statement.to = try fields.value(end) { text throws(ValueFault) in try DateText.read(text).date }
    if let from = statement.from, let to = statement.to, to < from {
      throw Refusal(
        field: fields.context.columns.columnName(.to), reason: "it ends \(to), before it begins",
        remedy: "Correct one of the dates.")
    }
  }
}
