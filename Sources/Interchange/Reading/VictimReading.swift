public import LandRelease

/// Reads rows as victims: never a name, never a way to reach anybody.
public struct VictimReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<Victim> {
    var fields = try RowFields(row, context)
    let key = try fields.key("victim")
    let outcome = try fields.code(.outcome, Words.victimOutcome)
    if outcome == nil {
      fields.find(
        .missingOutcome, .outcome, "no outcome is given: unknown is taken",
        remedy: "Write killed or injured.")
    }
    var victim = Victim(key: key, outcome: outcome ?? .unknown)
    victim.date = try fields.date(.date)
    victim.district = fields.text(.district)
    victim.sex = fields.freeText(.sex).map(sex)
    victim.age = fields.freeText(.age)
    victim.activity = fields.freeText(.activity)
    victim.deviceCategory = fields.freeText(.deviceCategory)
    victim.isCivilian = try civilian(fields)
    victim.accident = fields.text(.accidentID)
    victim.sensitivity = try fields.code(.sensitivity, Words.sensitivity)
    victim.position = try fields.position()
    return Reading(record: victim, findings: fields.findings)
  }

  private func sex(_ text: String) -> String {
    switch ColumnName.folded(text) {
    case "m", "male", "man", "boy": "male"
    case "f", "female", "woman", "girl": "female"
    default: text
    }
  }

  private func civilian(_ fields: RowFields) throws(Refusal) -> Bool? {
    try fields.value(.civilian) { text throws(ValueFault) in
      if let truth = Words.truth(text) { return truth }
      switch ColumnName.folded(text) {
      case "civilian", "civ": return true
      case "military", "mil", "soldier", "deminer", "police", "security": return false
      case "unknown", "na": return nil
      default:
        throw ValueFault(
          reason: "\"\(text)\" does not say whether the victim is a civilian",
          remedy: "Write yes or no.")
      }
    } ?? nil
  }
}
