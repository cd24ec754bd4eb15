public import LandRelease

/// Reads rows as figures of indicators: one figure a row, or several side by side.
///
/// Side by side stand groups of people (women, men, girls, boys, total), months, or codes.
public struct IndicatorReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken: no figure is taken alone.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<[Indicator]> {
    var fields = try RowFields(row, context)
    let actor = try fields.required(.actor)
    let names: [SurveyField] = [.actor, .district, .code, .period, .month, .year, .date, .from]
    for field in names where RowFields.isTotal(fields.text(field)) {
      throw Refusal(
        field: context.columns.columnName(field),
        reason: "it is a line of totals, whose figures stand in the other rows",
        remedy: "Leave the line out.")
    }
    fields.recordName = "indicator of \(actor)"
    let code = try code(fields)
    let days = try fields.days()
    var base = Base(
      actor: actor, id: fields.text(.id) ?? "", district: fields.text(.district) ?? "")
    base.source = fields.freeText(.source)
    var figures: [Indicator] = []
    let group = try group(fields)
    try readValue(fields, base, code, days, group, into: &figures)
    try readGroups(fields, base, code, days, into: &figures)
    try readColumns(fields, base, code, days, group, into: &figures)
    guard !figures.isEmpty else {
      throw Refusal(
        reason: "it holds no figure",
        remedy: "Fill in a figure, or leave the row out: 0 is a figure, a blank is none.")
    }
    return Reading(record: figures, findings: fields.findings)
  }

  private struct Base {
    var actor: String
    var id: String
    var district: String
    var source: String?
  }

  private typealias Days = (from: CalendarDate, to: CalendarDate)
  private typealias Group = (sex: PersonSex?, age: AgeGroup?)

  private func code(_ fields: RowFields) throws(Refusal) -> IndicatorCode? {
    guard let word = fields.text(.code) else { return nil }
    if let code = context.indicatorCodes[word] { return try checked(code, fields) }
    let near = NearWords.nearest(to: word, among: context.indicatorCodes.words)
      .compactMap { context.indicatorCodes[$0]?.code }
    let question =
      near.isEmpty
      ? "" : NearWords.question(Array(Set(near)).sorted()).capitalisedFirst + " "
    throw Refusal(
      field: context.columns.columnName(.code), reason: "no indicator has the code \"\(word)\"",
      remedy:
        "\(question)Say --code code:\"\(word)\"=CODE for a code there is, or add it with landbook import indicator-codes FILE."
    )
  }

  private func checked(_ code: IndicatorCode, _ fields: RowFields) throws(Refusal) -> IndicatorCode
  {
    guard let unit = fields.text(.unit),
      IndicatorCodes.folded(unit) != IndicatorCodes.folded(code.unit)
    else { return code }
    let isPeople = code.isOfPeople && Self.people.contains(ColumnName.folded(unit))
    if isPeople { return code }
    throw Refusal(
      field: context.columns.columnName(.unit),
      reason: "\(code.code) is counted in \(code.unit), not in \"\(unit)\"",
      remedy: "Convert the figure, or use a code of that unit.")
  }

  private static let people: Set<String> = [
    "people", "persons", "person", "beneficiaries", "individuals", "participants", "personnes",
    "personas", "pessoas", "nəfər", "человек", "чел", "осіб", "شخص",
  ]

  /// The sex and age that the row is of.
  private func group(_ fields: RowFields) throws(Refusal) -> Group {
    var group: Group = (nil, nil)
    if let text = fields.text(.sex), !Words.everybody.contains(ColumnName.folded(text)) {
      group.sex = try fields.code(.sex, Words.personSex)
      if Words.childWords.contains(ColumnName.folded(text)) { group.age = .child }
      if ["woman", "women", "man", "men"].contains(ColumnName.folded(text)) { group.age = .adult }
    }
    guard let text = fields.text(.ageGroup), !Words.everybody.contains(ColumnName.folded(text))
    else { return group }
    let age: AgeGroup
    switch PersonGroup(sex: "male", age: text) {
    case .men: age = .adult
    case .boys: age = .child
    default: age = try fields.requiredCode(.ageGroup, Words.ageGroup)
    }
    guard group.age == nil || group.age == age else {
      throw Refusal(
        field: context.columns.columnName(.ageGroup),
        reason: "\"\(fields.text(.sex) ?? "")\" and \"\(text)\" are not of one age",
        remedy: "Correct one of them.")
    }
    group.age = age
    return group
  }

  private func readValue(
    _ fields: RowFields, _ base: Base, _ code: IndicatorCode?, _ days: Days?, _ group: Group,
    into figures: inout [Indicator]
  ) throws(Refusal) {
    guard let value = try fields.value(.value, RowFields.amount) else { return }
    figures.append(
      try figure(value, .value, base, try needed(code), try needed(days, fields), group))
  }

  private func readGroups(
    _ fields: RowFields, _ base: Base, _ code: IndicatorCode?, _ days: Days?,
    into figures: inout [Indicator]
  ) throws(Refusal) {
    for field in SurveyField.groups {
      guard let value = try fields.value(field, RowFields.amount) else { continue }
      if field == .total, fields.text(.value) != nil {
        throw Refusal(
          field: context.columns.columnName(.total),
          reason: "the row has a value and a total", remedy: "Leave one of the columns out.")
      }
      figures.append(
        try figure(
          value, field, base, try needed(code), try needed(days, fields), Self.people(field)))
    }
  }

  private func readColumns(
    _ fields: RowFields, _ base: Base, _ code: IndicatorCode?, _ days: Days?, _ group: Group,
    into figures: inout [Indicator]
  ) throws(Refusal) {
    for column in context.columns.figures {
      guard let text = context.columns.text(at: column.place, of: fields.row) else { continue }
      let value: ExactDecimal
      do throws(ValueFault) {
        value = try RowFields.amount(try context.spelling.plain(text, .value))
      } catch {
        throw Refusal(field: column.name, reason: error.reason, remedy: error.remedy)
      }
      switch column.subject {
      case .days(let from, let to):
        figures.append(
          try figure(value, column.name, base, try needed(code), (from, to), group))
      case .month(let month):
        guard let year = year(days), let own = PeriodText.month(month, of: year) else {
          throw Refusal(
            field: column.name, reason: "the column names a month and the row no year",
            remedy: "Add a column year, or say --map year==2024.")
        }
        figures.append(try figure(value, column.name, base, try needed(code), own, group))
      case .code(let code, let field):
        let people = field == .total ? group : Self.people(field)
        figures.append(
          try figure(value, column.name, base, code, try needed(days, fields), people))
      }
    }
  }

  /// The year that the days of a row are in; nil where they are in several.
  private func year(_ days: Days?) -> Int? {
    days.flatMap { $0.from.year == $0.to.year ? $0.from.year : nil }
  }

  private static func people(_ field: SurveyField) -> Group {
    switch field {
    case .women: (.female, .adult)
    case .men: (.male, .adult)
    case .girls: (.female, .child)
    case .boys: (.male, .child)
    case .female: (.female, nil)
    case .male: (.male, nil)
    case .adults: (nil, .adult)
    case .children: (nil, .child)
    default: (nil, nil)
    }
  }

  private func figure(
    _ value: ExactDecimal, _ field: SurveyField, _ base: Base, _ code: IndicatorCode, _ days: Days,
    _ group: Group
  ) throws(Refusal) -> Indicator {
    try figure(value, context.columns.columnName(field), base, code, days, group)
  }

  private func figure(
    _ value: ExactDecimal, _ column: String, _ base: Base, _ code: IndicatorCode, _ days: Days,
    _ group: Group
  ) throws(Refusal) -> Indicator {
    if code.isWhole, value.scale > 0 {
      throw Refusal(
        field: column, reason: "\(value.plain) \(code.unit) is no whole number",
        remedy: "Write a whole number.")
    }
    if !code.isOfPeople, group.sex != nil || group.age != nil {
      throw Refusal(
        field: column, reason: "\(code.code) counts \(code.unit), which have no sex and no age",
        remedy: "Use a code that counts people, or leave sex and age out.")
    }
    var figure = Indicator(
      actor: base.actor, code: code.code, from: days.from, to: days.to, value: value)
    (figure.id, figure.district, figure.source) = (base.id, base.district, base.source)
    (figure.sex, figure.ageGroup) = group
    return figure
  }

  private func needed(_ code: IndicatorCode?) throws(Refusal) -> IndicatorCode {
    if let code { return code }
    throw Refusal(
      field: context.columns.columnName(.code), reason: "there is no code",
      remedy:
        "Fill it in, name its column with --map code=COLUMN, or say what all rows count: --map code==eore_people."
    )
  }

  private func needed(_ days: Days?, _ fields: RowFields) throws(Refusal) -> Days {
    if let days { return days }
    throw Refusal(
      field: context.columns.columnName(.from), reason: "there is no period",
      remedy: "Fill in from and to, period, a date, or year and month.")
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
