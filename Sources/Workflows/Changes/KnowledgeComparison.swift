import LandRelease
import Storage

/// Two states of knowledge of one book, compared record by record.
struct KnowledgeComparison {
  /// Where the figures of a record differ, in order of district and record.
  private(set) var lines: [ChangeLine] = []
  private(set) var earlier = ComparedFigures()
  private(set) var later = ComparedFigures()

  /// - Parameters:
  ///   - earlier: the state that knows less.
  ///   - layer: the layer whose figures are compared.
  ///   - day: figures are of the end of that day; nil is after everything.
  init(
    _ earlier: BookView, _ later: BookView, layer: Layer, to day: CalendarDate?
  ) throws {
    var changes: [Place: ComparedFigures] = [:]
    try earlier.read { figures in
      for (place, part) in try Self.parts(figures, layer, to: day) {
        self.earlier = self.earlier + part
        changes[place] = -part
      }
    }
    try later.read { figures in
      for (place, part) in try Self.parts(figures, layer, to: day) {
        self.later = self.later + part
        changes[place] = changes[place].map { $0 + part } ?? part
      }
    }
    changes = changes.filter { !$0.value.isZero }
    let categories = try RecordCategories(earlier, later)
    let whole = changes.reduce(into: [LedgerRecord: ComparedFigures]()) { sums, change in
      sums[change.key.record, default: ComparedFigures()] =
        sums[change.key.record, default: ComparedFigures()] + change.value
    }
    let isCutOtherwise =
      Set(earlier.boundaries.districts.map(\.content))
      != Set(later.boundaries.districts.map(\.content))
    lines = changes.sorted { $0.key < $1.key }.map { place, change in
      let remainder = whole[place.record]?.magnitude ?? .zero
      return ChangeLine(
        district: place.district, record: "\(place.record.type.rawValue) \(place.record.key)",
        category: categories[place.record]
          ?? (isCutOtherwise && remainder < Self.leastMoved ? .boundary : .consequence),
        change: change)
    }
  }

  /// Below this a record as a whole is where it was, and only its districts are others: 1 m2.
  private static let leastMoved = Area(squareCentimetres: 10_000)

  private struct Place: Hashable, Comparable {
    let district: String
    let record: LedgerRecord

    static func < (left: Place, right: Place) -> Bool {
      left.district == right.district
        ? left.record < right.record
        : left.district.utf8.lexicographicallyPrecedes(right.district.utf8)
    }
  }

  private static func parts(
    _ figures: BookFigures, _ layer: Layer, to day: CalendarDate?
  ) throws -> [Place: ComparedFigures] {
    var figures = figures
    figures.layer = layer
    return try figures.sumsOfRecords(to: day).reduce(into: [:]) { parts, part in
      let place = Place(district: part.sum.group[0], record: part.record)
      parts[place, default: ComparedFigures()].add(part.sum)
    }
  }
}

/// What became of the records between two states of knowledge.
private struct RecordCategories {
  private var categories: [LedgerRecord: ChangeCategory] = [:]

  init(_ earlier: BookView, _ later: BookView) throws {
    let day = Int32(clamping: earlier.knowledge.day?.dayNumber ?? .max)
    let batch = Int64(earlier.knowledge.throughBatch)
    let changed = try later.read { try $0.reader.changedKeys(after: batch) }
    let before = try earlier.read { try Self.records(changed, $0.reader) }
    let now = try later.read { try Self.records(changed, $0.reader) }
    for key in changed.hazards {
      categories[LedgerRecord(type: .hazard, key: key)] = .of(
        hazard: before.hazards[key] ?? [], now.hazards[key] ?? [], day: day)
    }
    for key in changed.releases {
      categories[LedgerRecord(type: .release, key: key)] = .of(
        release: before.releases[key] ?? [], now.releases[key] ?? [], day: day)
    }
  }

  subscript(record: LedgerRecord) -> ChangeCategory? { categories[record] }

  private static func records(
    _ changed: ChangedRecords, _ reader: BookReader
  ) throws -> (hazards: [RecordKey: [LedgerHazard]], releases: [RecordKey: [LedgerRelease]]) {
    (
      Dictionary(
        grouping: try reader.ledgerHazards(keys: changed.hazards).map(\.record), by: \.key),
      Dictionary(
        grouping: try reader.ledgerReleases(keys: changed.releases).map(\.record), by: \.key)
    )
  }
}
