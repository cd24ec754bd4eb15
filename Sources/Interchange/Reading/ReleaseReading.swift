public import LandRelease

/// A release as its row has it, with the devices that its count columns stand for.
public struct ReleaseRow: Hashable, Sendable {
  /// The release itself.
  public var release: Release
  /// What was found, one device a count column.
  public var devices: [Device]
  /// What it says of the environment; nil where it says nothing.
  public var check: EnvironmentCheck?

  /// Joins a release and its devices.
  public init(release: Release, devices: [Device] = []) {
    self.release = release
    self.devices = devices
  }
}

/// Reads rows as releases of land.
public struct ReleaseReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<ReleaseRow> {
    var fields = try RowFields(row, context)
    let key = try fields.key("release")
    var release = Release(key: key, kind: try fields.requiredCode(.kind, Words.releaseKind))
    release.activity = try fields.code(.activity, Words.activity)
    release.stage = try fields.code(.stage, Words.stage)
    try readReview(&fields, into: &release)
    release.contamination = try contamination(&fields)
    release.date = try date(&fields)
    release.recordedAt = try fields.value(.recordedAt, TimestampText.read)
    release.district = fields.text(.district)
    release.hazards = fields.identifiers(.hazardID)
    release.task = fields.text(.taskID)
    release.releaseMethod = fields.freeText(.method)
    release.operatorName = fields.text(.operatorName)
    release.donor = fields.text(.donor)
    release.depthCentimetres = try depth(fields)
    release.landUse = fields.freeText(.landUse)
    release.handedOverOn = try fields.date(.handedOverOn)
    release.sensitivity = try fields.code(.sensitivity, Words.sensitivity)
    release.reportedArea = try fields.reportedArea()
    release.polygon = try fields.polygon()
    noteUnknownUse(of: release, &fields)
    var read = ReleaseRow(release: release, devices: try devices(fields, of: release))
    read.check = try check(fields, of: release)
    return Reading(record: read, findings: fields.findings)
  }

  private func noteUnknownUse(of release: Release, _ fields: inout RowFields) {
    guard let text = release.landUse, LandUse.reading(text) == .unknown else { return }
    fields.find(
      .unknownLandUse, .landUse, "\"\(text)\" is no known use of land: it counts as other",
      remedy: "Say --code \"land_use:\(text)=agriculture\", or another of "
        + "\(LandUse.allCases.map(\.rawValue).joined(separator: ", ")).")
  }

  /// The check of the environment that the row makes, if it says anything of a theme.
  private func check(
    _ fields: RowFields, of release: Release
  ) throws(Refusal) -> EnvironmentCheck? {
    guard SurveyField.environment.contains(where: fields.has) else { return nil }
    var check = EnvironmentCheck(key: release.key)
    check.release = release.key.id
    check.task = release.task
    check.date = release.date
    check.district = release.district
    try fields.readEnvironment(into: &check)
    return check.saysAnything ? check : nil
  }

  /// Unknown words are refused: read as nothing, they would let the release cover more than it says.
  private func contamination(_ fields: inout RowFields) throws(Refusal) -> ContaminationTypes? {
    guard let text = fields.text(.contamination) else { return nil }
    let named = ContaminationText.read(text, codes: context.codes[.contamination] ?? [:])
    guard named.unknownWords.isEmpty else {
      throw fields.refusal(
        .contamination,
        ValueFault(
          reason: "\"\(named.unknownWords.joined(separator: ", "))\" is no known contamination",
          remedy: ContaminationText.remedy(named)))
    }
    fields.noteUnspecifiedMines(named)
    return named.types.isEmpty ? nil : named.types
  }

  /// The completion date: `date`, else `end`; a start completes nothing.
  private func date(_ fields: inout RowFields) throws(Refusal) -> CalendarDate? {
    if let date = try fields.date(.date) { return date }
    if let date = try fields.date(.end) { return date }
    if let start = fields.text(.start) {
      fields.find(
        .startOnly, .start, "it started \(start) and has no end: it is kept and not posted",
        remedy: "Give the completion date.")
    }
    return nil
  }

  private func depth(_ fields: RowFields) throws(Refusal) -> Double? {
    let depth = try fields.value(.depth) { text throws(ValueFault) in
      let (number, unit) = NumberText.splitUnit(text)
      guard unit.isEmpty || unit.lowercased() == "cm" else {
        throw ValueFault(reason: "the depth \"\(text)\" is not in cm", remedy: "Write it in cm.")
      }
      let value = try NumberText.read(number)
      guard value >= 0 else {
        throw ValueFault(reason: "the depth \"\(text)\" is negative", remedy: "Correct it.")
      }
      return value
    }
    return depth
  }

  /// Each count column of the row, a recorded 0 included.
  private func devices(_ fields: RowFields, of release: Release) throws(Refusal) -> [Device] {
    let categories: [(SurveyField, DeviceCategory)] = [
      (.apMines, .apMine), (.avMines, .avMine), (.submunitions, .submunition), (.uxo, .uxo),
      (.axo, .axo), (.ied, .ied),
    ]
    var devices: [Device] = []
    for (field, category) in categories {
      let count = try fields.value(field) { text throws(ValueFault) in
        try NumberText.readCount(text)
      }
      guard let count else { continue }
      let key = RecordKey(
        organisation: release.key.organisation, id: "\(release.key.id):\(category.rawValue)")
      var device = Device(key: key, category: category, quantity: count)
      device.release = release.key.id
      device.task = release.task
      device.date = release.date
      device.fate = .found
      device.district = release.district
      devices.append(device)
    }
    return devices
  }
}
