/// What releases declare, beside what their polygons measure: the way from gross to reported, and
/// the area without a polygon (accounting rules, section 4).
public struct Declared: Hashable, Sendable {
  /// Declared (unit corrected) less measured, where a record has both.
  public private(set) var overMeasured: [ReleaseKind: Area] = [:]
  /// Declared by records without a polygon, each as it stands.
  public private(set) var withoutPolygon: [ReleaseKind: Area] = [:]
  /// Measured on records that declare nothing.
  public private(set) var undeclared: [ReleaseKind: Area] = [:]
  /// As typed less unit corrected.
  public private(set) var unitSlips: [ReleaseKind: Area] = [:]
  /// Declared progress that an accepted completion of the same task covers.
  public private(set) var superseded: [ReleaseKind: Area] = [:]
  /// Area without a polygon, once per record and task, capped at a named unplaced hazard.
  public private(set) var unplaced: [ReleaseKind: Area] = [:]
  /// What the cap on unplaced area left out.
  public private(set) var unplacedExcess = Area.zero

  /// Starts with nothing declared.
  public init() {}

  /// Puts one release on the lines it belongs to, all of them under its kind.
  public mutating func add(_ entry: DeclaredRelease) {
    let kind = entry.kind
    overMeasured[kind, default: .zero] += Figure(.declaredLessMeasured).part(of: entry)
    withoutPolygon[kind, default: .zero] += Figure(.declaredWithoutPolygon).part(of: entry)
    undeclared[kind, default: .zero] += -Figure(.measuredUndeclared).part(of: entry)
    unitSlips[kind, default: .zero] += Figure(.wrongUnits).part(of: entry)
    if entry.isSuperseded {
      superseded[kind, default: .zero] += Figure(.superseded).part(of: entry)
    }
    unplaced[kind, default: .zero] += Figure(.unplaced).part(of: entry)
    unplacedExcess += Figure(.unplacedExcess).part(of: entry)
  }

  /// Adds what two groups of different releases declare.
  public static func + (left: Declared, right: Declared) -> Declared {
    var sum = left
    sum.overMeasured.merge(right.overMeasured, uniquingKeysWith: +)
    sum.withoutPolygon.merge(right.withoutPolygon, uniquingKeysWith: +)
    sum.undeclared.merge(right.undeclared, uniquingKeysWith: +)
    sum.unitSlips.merge(right.unitSlips, uniquingKeysWith: +)
    sum.superseded.merge(right.superseded, uniquingKeysWith: +)
    sum.unplaced.merge(right.unplaced, uniquingKeysWith: +)
    sum.unplacedExcess += right.unplacedExcess
    return sum
  }
}

/// One accepted release as declarations count it.
public struct DeclaredRelease: Hashable, Sendable {
  /// The row of the stored version in the book, by which the release can be opened.
  public var storedVersion: Int64
  /// The organisation and id of the release, for listings that a reader opens.
  public var key: RecordKey
  /// How the land was released; every line of ``Declared`` is kept apart by it.
  public var kind: ReleaseKind
  /// The completion date, which decides the period that the release counts in.
  public var date: CalendarDate
  /// What it declares; none where the cell was empty.
  public var reported: ReportedArea?
  /// Its polygon's area; none without one.
  public var measured: Area?
  /// Progress that an accepted completion of its task covers.
  public var isSuperseded: Bool
  /// Declared area that has no polygon, after the cap of named unplaced hazards; zero if
  /// superseded.
  public var unplaced: Area
  /// Declared area above what the named unplaced hazards had left: shown, never counted.
  public var unplacedExcess: Area
}
