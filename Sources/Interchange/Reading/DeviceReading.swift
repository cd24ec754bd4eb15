public import LandRelease

/// Reads rows as devices found.
public struct DeviceReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<Device> {
    var fields = try RowFields(row, context)
    let key = try fields.key("device")
    let category = try fields.requiredCode(.category, Words.deviceCategory)
    var device = Device(key: key, category: category, quantity: try quantity(fields))
    device.release = fields.text(.releaseID)
    device.task = fields.text(.taskID)
    device.date = try fields.date(.date)
    device.fate = try fields.code(.fate, Words.deviceFate)
    device.model = fields.freeText(.model)
    device.district = fields.text(.district)
    device.sensitivity = try fields.code(.sensitivity, Words.sensitivity)
    device.position = try fields.position()
    return Reading(record: device, findings: fields.findings)
  }

  /// A blank is not a zero and not a one: without a number the row is refused.
  private func quantity(_ fields: RowFields) throws(Refusal) -> Int {
    if context.quantityAssumed { return 1 }
    _ = try fields.required(.quantity)
    return try fields.value(.quantity) { text throws(ValueFault) in
      try NumberText.readCount(text)
    } ?? 0
  }
}
