import GeometryValues
import LandRelease

/// The fields of one row, read one after another, with the findings that come up.
struct RowFields {
  let row: SurveyRow
  let context: ReadingContext
  private(set) var findings: [Finding] = []
  /// What the findings call the record, once its id is read.
  var recordName: String? {
    get { name ?? key.map { "\(noun) \($0)" } }
    set { name = newValue }
  }
  private var name: String?
  private var noun = ""
  private var key: RecordKey?

  init(_ row: SurveyRow, _ context: ReadingContext) throws(Refusal) {
    self.row = row
    self.context = context
    if let fault = row.fault {
      throw Refusal(reason: fault, remedy: "Repair the row in the file.")
    }
    guard let points = row.points else { return }
    if let refusal = points.refusal { throw refusal }
    findings = points.findings.map { finding in
      var placed = finding
      (placed.place.file, placed.place.layer) = (context.file, context.layer)
      return placed
    }
  }

  func has(_ field: SurveyField) -> Bool { context.columns.has(field) }

  /// The text of a field, or the word that this import takes it for.
  func text(_ field: SurveyField) -> String? {
    let text = context.columns.text(field, of: row)
    if context.codes.isEmpty { return text }
    return text.map { context.codes[field]?[ColumnName.folded($0)] ?? $0 }
  }

  /// The text of a field that people write freely, without what names or reaches a person.
  mutating func freeText(_ field: SurveyField) -> String? {
    guard let text = text(field) else { return nil }
    let (masked, leftOut) = PersonalText.masked(text)
    if !leftOut.isEmpty {
      find(
        .personalText, field,
        "left out of \(field.rawValue): \(leftOut.joined(separator: " and "))",
        remedy: "Keep what names or reaches people outside the book, and take it out of the file.")
    }
    return masked
  }

  func required(_ field: SurveyField) throws(Refusal) -> String {
    if let text = text(field) { return text }
    let remedy =
      has(field)
      ? "Fill it in."
      : "Name its column with --map \(field.rawValue)=COLUMN, or give all rows one with --map \(field.rawValue)==VALUE."
    throw Refusal(
      field: context.columns.columnName(field), reason: "there is no \(field.rawValue)",
      remedy: remedy)
  }

  /// Reads the record's key; `noun` is what findings call the record.
  mutating func key(_ noun: String) throws(Refusal) -> RecordKey {
    let key = RecordKey(organisation: text(.organisation) ?? "", id: try required(.id))
    self.noun = noun
    self.key = key
    return key
  }

  /// Reads a field with a reader of values; nil where the row has none.
  func value<Value>(
    _ field: SurveyField, _ read: (String) throws(ValueFault) -> Value
  ) throws(Refusal) -> Value? {
    guard let text = text(field) else { return nil }
    do throws(ValueFault) {
      return try read(try context.spelling.plain(text, field))
    } catch {
      throw refusal(field, error)
    }
  }

  func code<Code>(_ field: SurveyField, _ words: CodeWords<Code>) throws(Refusal) -> Code? {
    try value(field) { text throws(ValueFault) in try words.read(text, as: field) }
  }

  func requiredCode<Code>(
    _ field: SurveyField, _ words: CodeWords<Code>
  ) throws(Refusal) -> Code {
    let text = try required(field)
    do throws(ValueFault) {
      return try words.read(text, as: field)
    } catch {
      throw refusal(field, error)
    }
  }

  func refusal(_ field: SurveyField, _ fault: ValueFault) -> Refusal {
    Refusal(
      field: context.columns.columnName(field), reason: fault.reason, remedy: fault.remedy)
  }

  /// Reads a date; a year or month alone is its last day, with a finding.
  mutating func date(_ field: SurveyField) throws(Refusal) -> CalendarDate? {
    let read = try value(field) { text throws(ValueFault) in try DateText.read(text) }
    guard let (date, precision) = read else { return nil }
    if precision != .day {
      find(
        .coarseDate, field,
        "\"\(text(field) ?? "")\" names no day: \(date) is taken",
        remedy: "Write the day, if it is known.")
    }
    return date
  }

  mutating func find(
    _ rule: ReadingRule, _ field: SurveyField?, _ message: String, remedy: String
  ) {
    findings.append(
      Finding(
        rule: rule.rawValue, severity: rule.severity,
        message: PersonalText.masked(message).text,
        place: Finding.Place(
          file: context.file, layer: context.layer, row: row.number,
          field: field.map(context.columns.columnName), record: recordName),
        remedy: remedy))
  }

  private static func partsIdentifiers(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\n"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Ids in one cell, parted by commas, semicolons, bars or line ends.
  func identifiers(_ field: SurveyField) -> [String] {
    guard let text = text(field) else { return [] }
    // Nearly every cell names one.
    if !text.utf8.contains(where: Self.partsIdentifiers) { return [text] }
    var seen: Set<String> = []
    return text.split { ",;|\n\r".contains($0) }.map(\.trimmingBlanks)
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
