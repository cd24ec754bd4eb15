public import LandRelease

/// Reads rows as accidents: where and when, and how many people they hurt.
public struct AccidentReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<Accident> {
    var fields = try RowFields(row, context)
    var accident = Accident(key: try fields.key("accident"))
    accident.date = try fields.date(.date)
    accident.district = fields.text(.district)
    accident.deviceCategory = fields.freeText(.deviceCategory).map(Words.categoryIfKnown)
    accident.activity = fields.freeText(.activity)
    accident.isDemining = try demining(fields)
    accident.killed = try fields.count(.killed)
    accident.injured = try fields.count(.injured)
    accident.accuracyMetres = try fields.metres(.accuracy)
    accident.sensitivity = try fields.code(.sensitivity, Words.sensitivity)
    accident.position = try fields.position()
    return Reading(record: accident, findings: fields.findings)
  }

  private func demining(_ fields: RowFields) throws(Refusal) -> Bool? {
    try fields.value(.demining) { text throws(ValueFault) in
      if let truth = Words.truth(text) { return truth }
      switch ColumnName.folded(text) {
      case "demining", "clearance", "survey", "deminer": return true
      case "civilian", "other": return false
      case "unknown", "na": return nil
      default:
        throw ValueFault(
          reason: "\"\(text)\" does not say whether it happened during demining",
          remedy: "Write yes or no.")
      }
    } ?? nil
  }
}

extension RowFields {
  /// A whole number that is not negative; nil where the row has none.
  func count(_ field: SurveyField) throws(Refusal) -> Int? {
    try value(field) { text throws(ValueFault) in try NumberText.readCount(text) }
  }

  /// A distance that is not negative, in metres or with a unit behind it; nil where there is none.
  func metres(_ field: SurveyField) throws(Refusal) -> Double? {
    try value(field) { text throws(ValueFault) in
      let (number, unit) = NumberText.splitUnit(text)
      let factor: Double? =
        switch ColumnName.folded(unit) {
        case "", "m", "metre", "metres", "meter", "meters", "м", "метр", "метров": 1
        case "km", "kilometres", "kilometers", "км": 1000
        default: nil
        }
      guard let factor else {
        throw ValueFault(
          reason: "\"\(text)\" is no distance in metres", remedy: "Write metres, such as 25.")
      }
      let value = try NumberText.read(number, loneComma: .decimal) * factor
      guard value >= 0 else {
        throw ValueFault(
          reason: "\"\(text)\" is below zero", remedy: "Write a distance of 0 m or more.")
      }
      return value
    }
  }
}

extension Words {
  /// The code of a category of devices where a word is one of them, else the word as it is.
  static func categoryIfKnown(_ text: String) -> String {
    deviceCategory.code(text)?.rawValue ?? text
  }
}
