public import LandRelease

/// Reads rows as checks of the environment on completion.
public struct EnvironmentCheckReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<EnvironmentCheck> {
    var fields = try RowFields(row, context)
    let key = try key(&fields)
    var check = EnvironmentCheck(key: key)
    check.release = fields.text(.releaseID)
    check.task = fields.text(.taskID)
    check.date = try fields.date(.date)
    check.district = fields.text(.district)
    check.remarks = fields.freeText(.remarks)
    try fields.readEnvironment(into: &check)
    guard check.saysAnything else {
      throw Refusal(
        reason: "the check says nothing of any theme",
        remedy:
          "Fill in one of \(SurveyField.environment.map(\.rawValue).joined(separator: ", ")).")
    }
    return Reading(record: check, findings: fields.findings)
  }

  /// A check without an id of its own is called by what it is of.
  private func key(_ fields: inout RowFields) throws(Refusal) -> RecordKey {
    guard fields.text(.id) == nil, let name = fields.text(.releaseID) ?? fields.text(.taskID) else {
      return try fields.key("environment check")
    }
    let key = RecordKey(organisation: fields.text(.organisation) ?? "", id: name)
    fields.recordName = "environment check \(key)"
    return key
  }
}

extension RowFields {
  /// Reads what the row says of the environment; nothing said stays nothing.
  func readEnvironment(into check: inout EnvironmentCheck) throws(Refusal) {
    let units: [(SurveyField, AreaUnit)] = [
      (.vegetationM2, .squareMetres), (.vegetationHa, .hectares),
    ]
    for (field, unit) in units where check.vegetationRemoved == nil {
      check.vegetationRemoved = try value(field) { text throws(ValueFault) in
        try AreaText.read(text, unit: unit)
      }
    }
    check.detonationsInPlace = try value(.detonations) { text throws(ValueFault) in
      try NumberText.readCount(text)
    }
    check.isWasteTaken = try yesOrNo(.wasteTaken)
    check.isSoilReinstated = try yesOrNo(.soilReinstated)
    check.isErosionSeen = try yesOrNo(.erosionSeen)
    check.isWaterAffected = try yesOrNo(.waterAffected)
    check.isHeritageFound = try yesOrNo(.heritageFound)
  }

  private func yesOrNo(_ field: SurveyField) throws(Refusal) -> Bool? {
    try value(field) { text throws(ValueFault) in
      if let truth = Words.truth(text) { return truth }
      guard ["unknown", "na", "notknown", "notchecked"].contains(ColumnName.folded(text)) else {
        throw ValueFault(
          reason: "\"\(text)\" says neither yes nor no",
          remedy: "Write yes or no, or leave it empty.")
      }
      return nil
    } ?? nil
  }
}
