import GeometryValues

extension RecordFacts {
  /// The facts of a version of a hazard, without its shape and what was measured.
  public init(_ hazard: Hazard, today: CalendarDate) {
    self.init(.hazard, today: today)
    recordedOn = Self.day(hazard.recordedAt)
    date = hazard.date
    evidenceDate = hazard.evidenceDate
    typedArea = hazard.reportedArea?.asTyped
    reportedArea = hazard.reportedArea?.unitCorrected
    hazardClass = hazard.hazardClass
    status = hazard.status
  }

  /// The facts of a release with what it counts, without its shape and what was measured.
  public init(
    _ release: Release, counts: [DeviceCategory: Int], today: CalendarDate
  ) {
    self.init(.release, today: today)
    recordedOn = Self.day(release.recordedAt)
    date = release.date
    approvedOn = release.approvedOn
    revokedOn = release.revokedOn
    handedOverOn = release.handedOverOn
    typedArea = release.reportedArea?.asTyped
    reportedArea = release.reportedArea?.unitCorrected
    depthCentimetres = release.depthCentimetres
    releaseKind = release.kind
    activity = release.activity
    review = release.review
    for (category, count) in counts {
      if category != .smallArmsAmmunition { largestCount = max(largestCount, count) }
      if category.isItem { itemCount += count }
    }
  }

  /// The facts of a task.
  public init(_ task: LandTask, today: CalendarDate) {
    self.init(.task, today: today)
    start = task.start
    end = task.end
  }

  /// The facts of a device.
  public init(_ device: Device, today: CalendarDate) {
    self.init(.device, today: today)
    date = device.date
    position = device.position
    if device.category != .smallArmsAmmunition { largestCount = device.quantity }
    if device.category.isItem { itemCount = device.quantity }
  }

  /// The facts of a victim.
  public init(_ victim: Victim, today: CalendarDate) {
    self.init(.victim, today: today)
    date = victim.date
    position = victim.position
  }

  /// The facts of an accident.
  public init(_ accident: Accident, today: CalendarDate) {
    self.init(.accident, today: today)
    date = accident.date
    position = accident.position
  }

  /// The facts of a minefield record.
  public init(_ record: MinefieldRecord, today: CalendarDate) {
    self.init(.minefieldRecord, today: today)
    date = record.date
    largestCount = record.recordedQuantity ?? 0
    repeatedPoints = record.repeatedPoints
    if case .points(let points) = record.geometry, points.count == 1 { position = points.first }
  }

  /// The facts of a zone, without its shape, which is no perimeter that anybody walked.
  public init(_ zone: Zone, today: CalendarDate) {
    self.init(.zone, today: today)
    date = zone.date
    if case .points(let points) = zone.drawn, points.count == 1 { position = points.first }
  }

  /// The facts of a check of the environment.
  public init(_ check: EnvironmentCheck, today: CalendarDate) {
    self.init(.environmentCheck, today: today)
    date = check.date
    largestCount = check.detonationsInPlace ?? 0
  }

  /// The facts of a statement.
  public init(_ statement: Statement, today: CalendarDate) {
    self.init(.statement, today: today)
    start = statement.from
    end = statement.to
    reportedArea = statement.area
    typedArea = statement.area
    largestCount = statement.items ?? 0
  }

  private static func day(_ moment: String?) -> CalendarDate? {
    moment.flatMap { CalendarDate(String($0.prefix(10))) }
  }
}

extension MinefieldRecord {
  /// Points of the record that repeat one before them within a millionth of a degree.
  var repeatedPoints: Int {
    guard case .points(let points) = geometry, points.count > 1 else { return 0 }
    let places = Set(points.map { SIMD2(($0.x * 1e6).rounded(), ($0.y * 1e6).rounded()) })
    return points.count - places.count
  }
}
