public import LandRelease

/// Reads rows as teams: a row for each strength.
public struct TeamReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<Team> {
    var fields = try RowFields(row, context)
    var team = Team(key: try fields.key("team"))
    if RowFields.isTotal(team.key.id) {
      throw Refusal(
        field: context.columns.columnName(.id),
        reason: "it is a line of totals, whose figures stand in the other rows",
        remedy: "Leave the line out.")
    }
    team.type = fields.freeText(.type)
    team.from = try fields.value(.from, DateText.readStart)
    team.to = try fields.date(.to)
    team.source = fields.freeText(.source)
    (team.women, team.men, team.members) = try Self.members(fields)
    if let from = team.from, let to = team.to, to < from {
      throw Refusal(
        field: context.columns.columnName(.to), reason: "the team ends \(to), before it begins",
        remedy: "Correct one of the dates.")
    }
    return Reading(record: team, findings: fields.findings)
  }

  /// Women, men and all members; two of the three give the third.
  private static func members(
    _ fields: RowFields
  ) throws(Refusal) -> (Int?, Int?, Int?) {
    let (women, men) = (try fields.people(.women), try fields.people(.men))
    guard let total = try fields.people(.total) else {
      return (women, men, women.flatMap { women in men.map { women + $0 } })
    }
    switch (women, men) {
    case (let women?, let men?) where women + men != total:
      throw fault(fields, "\(women) women and \(men) men are not \(total)")
    case (let women?, nil):
      guard women <= total else { throw fault(fields, "\(women) women are more than \(total)") }
      return (women, total - women, total)
    case (nil, let men?):
      guard men <= total else { throw fault(fields, "\(men) men are more than \(total)") }
      return (total - men, men, total)
    default: return (women, men, total)
    }
  }

  private static func fault(_ fields: RowFields, _ reason: String) -> Refusal {
    Refusal(
      field: fields.context.columns.columnName(.total), reason: reason,
      remedy: "Correct one of the numbers.")
  }
}

/// Reads rows as days that teams worked on tasks.
public struct TeamDayReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<TeamDay> {
    var fields = try RowFields(row, context)
    let team = try fields.required(.teamID)
    fields.recordName = "team day of \(team)"
    guard let (from, to) = try fields.days() else {
      throw Refusal(
        field: context.columns.columnName(.date), reason: "there is no day",
        remedy: "Fill in a date, from and to, or year and month.")
    }
    let span = to.dayNumber - from.dayNumber + 1
    let given = try fields.value(.days, RowFields.amount)
    guard let days = given ?? (span == 1 ? ExactDecimal(1) : nil) else {
      throw Refusal(
        field: context.columns.columnName(.days),
        reason: "it does not say on how many of \(span) days the team worked",
        remedy: "Fill in days, or write a row for each day.")
    }
    guard days <= ExactDecimal(Int64(span)) else {
      throw Refusal(
        field: context.columns.columnName(.days),
        reason: "\(days.plain) days don't fit between \(from) and \(to)",
        remedy: "Correct the days or the dates: a team works no more than one day a day.")
    }
    var day = TeamDay(
      organisation: fields.text(.organisation) ?? "", team: team, from: from, to: to, days: days)
    day.id = fields.text(.id) ?? ""
    day.task = fields.text(.taskID) ?? ""
    (day.women, day.men) = (try fields.people(.women), try fields.people(.men))
    return Reading(record: day, findings: fields.findings)
  }
}
