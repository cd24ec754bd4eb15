public import GeometryValues

/// One version of a hazardous area, as one survey row says it.
///
/// Same key and another date is another version; same key and date with other content is a
/// correction. The polygon is longitude and latitude on WGS 84.
public struct Hazard: Hashable, Sendable {
  /// The organisation and the id that all versions of the hazard share.
  public var key: RecordKey
  /// Missing in the row means suspected, with a finding.
  public var hazardClass: HazardClass
  /// What the file's status column says; nil where it is empty, which moves no land.
  public var status: HazardStatus?
  /// Why the record is withdrawn or corrected; a withdrawal without one only gives the ground up.
  public var reason: String?
  /// Who approved a withdrawal or a correction.
  public var approver: String?
  /// The types the version names, `unknown` where it names none; each has a layer of its own.
  public var contamination: ContaminationTypes
  /// Date of information; none is before everything.
  public var date: CalendarDate?
  /// When this content was recorded, ISO 8601 in UTC; none takes the batch's time.
  public var recordedAt: String?
  /// The district's code or name as the file has it; the polygon decides where ground is booked.
  public var district: String?
  /// The day of the evidence behind the class, where the file tells it apart from the date.
  public var evidenceDate: CalendarDate?
  /// The record whose ground this version says is open again.
  public var reopens: String?
  /// `legacy` or `new`, where it is known.
  public var origin: String?
  /// Where the information comes from; a version from another source waits to be confirmed.
  public var source: String?
  /// Confirms a version that shares no ground with the last one or comes from another source.
  public var isConfirmedChange: Bool
  /// How sensitive the record is; nil where it does not say, which takes back nothing said before.
  public var sensitivity: Sensitivity?
  /// What the organisation declares the area to be; nil where the cell is empty.
  public var reportedArea: ReportedArea?
  /// The ground of this version; nil keeps the polygon of the version before.
  public var polygon: MultiPolygon?

  /// Makes a version that is suspected ground of unknown type unless something else is given.
  public init(
    key: RecordKey, hazardClass: HazardClass = .suspected, status: HazardStatus? = nil,
    reason: String? = nil, approver: String? = nil, contamination: ContaminationTypes = .unknown,
    date: CalendarDate? = nil, recordedAt: String? = nil, district: String? = nil,
    evidenceDate: CalendarDate? = nil, reopens: String? = nil, origin: String? = nil,
    source: String? = nil, isConfirmedChange: Bool = false, reportedArea: ReportedArea? = nil,
    polygon: MultiPolygon? = nil
  ) {
    self.key = key
    self.hazardClass = hazardClass
    self.status = status
    self.reason = reason
    self.approver = approver
    self.contamination = contamination
    self.date = date
    self.recordedAt = recordedAt
    self.district = district
    self.evidenceDate = evidenceDate
    self.reopens = reopens
    self.origin = origin
    self.source = source
    self.isConfirmedChange = isConfirmedChange
    self.reportedArea = reportedArea
    self.polygon = polygon
  }
}

/// An area as somebody declared it, beside what it is once its unit is right.
public struct ReportedArea: Hashable, Sendable {
  /// In square metres by the unit the file names.
  public var asTyped: Area
  /// The same figure with a wrong unit corrected; equal to `asTyped` where the unit is right.
  public var unitCorrected: Area

  /// Takes the figure as right unless a corrected one is given.
  public init(asTyped: Area, unitCorrected: Area? = nil) {
    self.asTyped = asTyped
    self.unitCorrected = unitCorrected ?? asTyped
  }
}
