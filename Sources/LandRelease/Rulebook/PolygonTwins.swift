public import GeometryValues

/// Two records with the same rings, for the rules to say what that means.
public struct PolygonTwins: Hashable, Sendable {
  /// One of the two, as far as the rules ask.
  public struct Record: Hashable, Sendable {
    /// Whether it is a hazard or a release.
    public var type: EventReference.RecordType
    /// Organisation and id.
    public var key: RecordKey
    /// The day that counts.
    public var date: CalendarDate?
    /// Kind, or class, activity and types: what tells one sort of work on the ground from another.
    public var work: String
    /// The id of a release's task.
    public var task: String?

    /// Whether it moves land: a release that was rejected and done again has its ground twice.
    public var counts: Bool

    /// Makes a record of its parts.
    public init(
      type: EventReference.RecordType, key: RecordKey, date: CalendarDate?, work: String,
      task: String?, counts: Bool = true
    ) {
      self.type = type
      self.key = key
      self.date = date
      self.work = work
      self.task = task
      self.counts = counts
    }

    var name: String { "\(type.rawValue) \(key)" }
  }

  /// The one that was stored first.
  public var first: Record
  /// The one that came later.
  public var second: Record
  /// The ground of either.
  public var area: Area?
  /// A place inside.
  public var position: Position?

  /// Makes a pair in the order in which they were stored.
  public init(first: Record, second: Record, area: Area?, position: Position? = nil) {
    self.first = first
    self.second = second
    self.area = area
    self.position = position
  }
}

/// One form that came twice under two ids.
public enum ResubmittedForm {
  /// Its code and sentence.
  public static let rule = Rule(
    "LR59", .error,
    "Two records with the same polygon, date and work are one form that came twice.",
    remedy: "Keep one: withdraw or reject the other in the source, and import that.",
    source: "pattern 4; geocheck duplicate_polygons")

  /// The finding about the later of the two; nil where they differ in more than the id.
  public static func judge(_ twins: PolygonTwins) -> Finding? {
    let (first, second) = (twins.first, twins.second)
    guard first.type == second.type, first.key != second.key, first.work == second.work,
      first.date == second.date, first.counts, second.counts
    else { return nil }
    return Finding(
      rule,
      Remark(
        "has the same polygon, date and work as \(first.name)", field: "id", area: twins.area,
        at: twins.position),
      record: second.name)
  }
}

/// The same ground drawn for two records that are not one.
public enum DuplicatePolygon {
  /// Its code and sentence.
  public static let rule = Rule(
    "LR58", .warning, "Two records of the same work have one and the same polygon.",
    remedy: "Look whether the second was drawn, or copied from the first.",
    source: "geocheck duplicate_polygons; pattern 4")

  /// The finding about the later of the two; nil where the same ground is to be expected: one task,
  /// another sort of work, or a form that came twice, which is a finding of its own.
  public static func judge(_ twins: PolygonTwins) -> Finding? {
    let (first, second) = (twins.first, twins.second)
    guard first.type == second.type, first.key != second.key, first.work == second.work,
      first.date != second.date, first.counts, second.counts,
      first.task == nil || first.task != second.task
    else { return nil }
    return Finding(
      rule,
      Remark(
        "has the same polygon as \(first.name)", field: "polygon", area: twins.area,
        at: twins.position),
      record: second.name)
  }
}
