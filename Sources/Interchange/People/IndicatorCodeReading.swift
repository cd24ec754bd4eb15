public import LandRelease

/// Reads rows as codes of indicators that a programme adds to those that come with the program.
public struct IndicatorCodeReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<IndicatorCode> {
    var fields = try RowFields(row, context)
    let code = try fields.required(.code)
    fields.recordName = "indicator code \(code)"
    guard Self.isCode(code) else {
      throw Refusal(
        field: context.columns.columnName(.code),
        reason: "\"\(code)\" is not a code",
        remedy: "Write small letters, digits and underscores, a letter first: water_points.")
    }
    let unit = try fields.required(.unit).lowercased()
    guard !["percent", "%", "share", "rate", "ratio", "per cent"].contains(unit) else {
      throw Refusal(
        field: context.columns.columnName(.unit),
        reason: "shares of different wholes don't add up",
        remedy: "Make two codes, for the part and for the whole.")
    }
    let adding = try fields.requiredCode(.adding, Words.adding)
    let whole = try fields.value(.whole) { text throws(ValueFault) -> Bool in
      if let truth = Words.truth(text) { return truth }
      throw ValueFault(reason: "\"\(text)\" is neither yes nor no", remedy: "Write yes or no.")
    }
    return Reading(
      record: IndicatorCode(
        code: code, label: fields.freeText(.label) ?? code, unit: unit,
        theme: fields.text(.theme) ?? "other", adding: adding,
        isWhole: whole ?? (unit == "people"), aliases: fields.identifiers(.aliases)),
      findings: fields.findings)
  }

  private static func isCode(_ text: String) -> Bool {
    text.first.map { ("a"..."z").contains($0) } == true
      && text.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
  }
}
