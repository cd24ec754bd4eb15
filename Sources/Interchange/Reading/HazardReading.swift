public import LandRelease

/// Reads rows as versions of hazardous areas.
public struct HazardReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<Hazard> {
    var fields = try RowFields(row, context)
    var hazard = Hazard(key: try fields.key("hazard"))
    hazard.hazardClass = try hazardClass(&fields)
    try readStatus(&fields, into: &hazard)
    hazard.contamination = contamination(&fields)
    hazard.date = try date(&fields)
    hazard.recordedAt = try fields.value(.recordedAt, TimestampText.read)
    hazard.district = fields.text(.district)
    hazard.evidenceDate = try fields.date(.evidenceDate)
    hazard.reopens = fields.text(.reopens)
    hazard.origin = try origin(fields)
    hazard.source = fields.freeText(.source)
    hazard.sensitivity = try fields.code(.sensitivity, Words.sensitivity)
    hazard.isConfirmedChange = try fields.truth(.confirmedChange) ?? false
    hazard.reportedArea = try fields.reportedArea()
    hazard.polygon = try fields.polygon()
    return Reading(record: hazard, findings: fields.findings)
  }

  private func hazardClass(_ fields: inout RowFields) throws(Refusal) -> HazardClass {
    if let text = fields.text(.hazardClass) {
      if let read = Words.hazardClass.code(text) { return read }
      // A column called "type" may hold anything; one called "class" holds classes.
      guard context.columns.isWeak(.hazardClass) else {
        throw fields.refusal(
          .hazardClass,
          ValueFault(
            reason: "\"\(text)\" is not a class of hazard",
            remedy: Words.hazardClass.remedy(
              text, as: .hazardClass, known: "SHA (suspected), CHA (confirmed)")))
      }
    }
    let said = fields.text(.hazardClass).map { "\"\($0)\" is no class" } ?? "no class is given"
    fields.find(
      .missingClass, .hazardClass, "\(said): suspected (SHA) is taken",
      remedy: "Write SHA or CHA.")
    return .suspected
  }

  private func readStatus(_ fields: inout RowFields, into hazard: inout Hazard) throws(Refusal) {
    hazard.reason = fields.freeText(.reason)
    hazard.approver = fields.freeText(.approver)
    guard let text = fields.text(.status) else { return }
    hazard.status = Words.hazardStatus.code(text)
    if hazard.status == nil {
      fields.find(
        .unknownStatus, .status, "the status \"\(text)\" is not known and moves no land",
        remedy: Words.hazardStatus.nearest(to: text).isEmpty
          ? "Write closed to give the ground up, withdrawn to take the record back."
          : Words.hazardStatus.remedy(text, as: .status))
    } else if hazard.status == .withdrawn, hazard.reason == nil {
      fields.find(
        .withdrawnWithoutReason, .status, "the record is withdrawn without a reason",
        remedy: "Give the reason, or the ground left counts as given up.")
    }
  }

  /// Nothing named is unknown; so is any word that is not known, beside those that are.
  private func contamination(_ fields: inout RowFields) -> ContaminationTypes {
    guard let text = fields.text(.contamination) else { return .unknown }
    var named = ContaminationText.read(text, codes: context.codes[.contamination] ?? [:])
    if !named.unknownWords.isEmpty {
      fields.find(
        .unknownContamination, .contamination,
        "\"\(named.unknownWords.joined(separator: ", "))\" is no known contamination: unknown is taken",
        remedy: ContaminationText.remedy(named))
      named.types.insert(.unknown)
    }
    fields.noteUnspecifiedMines(named)
    return named.types.isEmpty ? .unknown : named.types
  }

  private func date(_ fields: inout RowFields) throws(Refusal) -> CalendarDate? {
    if let date = try fields.date(.date) { return date }
    return try fields.date(.start)
  }

  private func origin(_ fields: RowFields) throws(Refusal) -> String? {
    guard let text = fields.text(.origin) else { return nil }
    switch ColumnName.folded(text) {
    case "legacy", "old", "historic": return "legacy"
    case "new", "newcontamination", "recent": return "new"
    default:
      throw fields.refusal(
        .origin,
        ValueFault(
          reason: "\"\(text)\" is not an origin", remedy: "Known words: legacy, new."))
    }
  }
}

extension RowFields {
  func truth(_ field: SurveyField) throws(Refusal) -> Bool? {
    try value(field) { text throws(ValueFault) in
      if let truth = Words.truth(text) { return truth }
      throw ValueFault(reason: "\"\(text)\" is neither yes nor no", remedy: "Write yes or no.")
    }
  }

  mutating func noteUnspecifiedMines(_ named: ContaminationText.Named) {
    guard named.hasUnspecifiedMines else { return }
    find(
      .unspecifiedMines, .contamination, "mines of no stated kind: ap and av are taken",
      remedy: "Write ap, av or both.")
  }
}
