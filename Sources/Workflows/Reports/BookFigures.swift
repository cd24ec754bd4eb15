import GeometryEngine
import GeometryValues
import LandRelease
import Reporting
import Storage

/// What a book's records and ledger come to, as statements and claims ask for it.
struct BookFigures {
  let view: BookView
  let reader: BookReader
  let districts: [Stored<District>]
  let isReviewAssumed: Bool
  private let logHead: String?
  /// The layer that sums are of.
  var layer = Layer.land

  /// - Parameter reader: one of the view's.
  init(_ view: BookView, _ reader: BookReader) throws {
    self.view = view
    self.reader = reader
    districts = view.boundaries.districts
    isReviewAssumed = try reader.batches().contains {
      ($0.description.assumptions ?? "").split(separator: ";").first == "review"
        && $0.undoneBy == nil
    }
    logHead = try reader.logHead()?.hash
  }

  func basis(_ period: Period) -> StatementBasis {
    let set = view.ledger == nil ? view.info.ledger.boundarySet : view.boundaries.set
    var basis = StatementBasis(
      bookName: view.info.name, isSynthetic: view.info.isSynthetic, period: period,
      boundarySet: set.map { "\($0) (\(districts.count) leaf districts)" } ?? "none",
      areaMethod:
        "geodesic on WGS 84; overlaps in the \(view.plane ?? "plane of the ledger, which is not posted")",
      ledger: view.standing, recordsBehind: view.recordsBehind, isReviewAssumed: isReviewAssumed,
      districtNames: Dictionary(
        districts.map { ($0.content.code, $0.content.name) },
        uniquingKeysWith: { first, _ in first }))
    basis.clock = view.clock
    basis.knowledge = view.knowledge
    basis.layer = layer.rawValue
    basis.logHead = logHead
    return basis
  }

  /// Sums of movements in the layer, by the dimensions asked for.
  func sums(
    _ dimensions: [LedgerDimension], from: CalendarDate? = nil, to: CalendarDate? = nil
  ) throws -> [LedgerSum] {
    let filter = MovementFilter(layer: layer, from: from, to: to)
    let columns = dimensions.map(\.column)
    return try reader.movementSums(by: columns + Self.accountColumns, filter).map { sum in
      try ledgerSum(sum, group: columns.map { sum[$0] ?? "" })
    }
  }

  /// Sums of movements in one layer, or in each of all, by the dimensions asked for.
  func layeredSums(
    _ dimensions: [LedgerDimension], layer: Layer?, period: Period, isDated: Bool? = nil
  ) throws -> [(layer: Layer, sum: LedgerSum)] {
    let columns = dimensions.map(\.column)
    return try reader.movementSums(
      by: columns + [.layer] + Self.accountColumns,
      MovementFilter(layer: layer, from: period.from, to: period.to, isDated: isDated)
    ).map { sum in
      (
        sum[.layer, as: Layer.self] ?? .land,
        try ledgerSum(sum, group: columns.map { sum[$0] ?? "" })
      )
    }
  }

  /// Sums of the movements that a filter admits, by columns beside those of an account.
  func sums(
    of filter: MovementFilter, by columns: [MovementColumn]
  ) throws -> [(columns: MovementSum, sum: LedgerSum)] {
    try reader.movementSums(by: columns + Self.accountColumns, filter).map {
      ($0, try ledgerSum($0, group: []))
    }
  }

  /// What each record moved in each district by the end of a day.
  func sumsOfRecords(to: CalendarDate?) throws -> [(record: LedgerRecord, sum: LedgerSum)] {
    try reader.movementSums(
      by: [.district, .organisation, .record] + Self.accountColumns,
      MovementFilter(layer: layer, to: to)
    ).map { sum in
      let ledgerSum = try ledgerSum(sum, group: [sum[.district] ?? ""])
      let key = RecordKey(organisation: sum[.organisation] ?? "", id: sum[.record] ?? "")
      return (LedgerRecord(type: ledgerSum.type, key: key), ledgerSum)
    }
  }

  /// Sums of what stands before any day: undated hazards.
  func undatedSums(_ dimensions: [LedgerDimension]) throws -> [LedgerSum] {
    try sums(dimensions, areDated: false, to: nil)
  }

  /// Sums without undated hazards, which stand in the opening of every period.
  func datedSums(_ dimensions: [LedgerDimension], to: CalendarDate?) throws -> [LedgerSum] {
    try sums(dimensions, areDated: true, to: to)
  }

  private func sums(
    _ dimensions: [LedgerDimension], areDated: Bool, to: CalendarDate?
  ) throws -> [LedgerSum] {
    let columns = dimensions.map(\.column)
    return try reader.movementSums(
      by: columns + Self.accountColumns + [.isDated], MovementFilter(layer: layer, to: to)
    ).filter { $0[.isDated] == (areDated ? "1" : "0") }.map { sum in
      try ledgerSum(sum, group: columns.map { sum[$0] ?? "" })
    }
  }

  /// Sums by day, with district and operator as the group; undated movements have no day.
  func dailySums() throws -> [(date: String?, sum: LedgerSum)] {
    try reader.movementSums(
      by: [.date, .district, .operatorName] + Self.accountColumns, MovementFilter(layer: layer)
    ).map { sum in
      (sum[.date], try ledgerSum(sum, group: [sum[.district] ?? "", sum[.operatorName] ?? ""]))
    }
  }

  /// What each record moved in one district.
  func recordSums(district: String, period: Period) throws -> [RecordSum] {
    let filter = MovementFilter(
      districts: [district], layer: layer, from: period.from, to: period.to)
    return try reader.movementSums(by: [.organisation, .record] + Self.accountColumns, filter)
      .map { sum in
        let key = RecordKey(organisation: sum[.organisation] ?? "", id: sum[.record] ?? "")
        return RecordSum(
          record: "\(sum[.recordType] ?? "") \(key)", sum: try ledgerSum(sum, group: []))
      }
  }

  /// A district by code, name or alias.
  func district(named name: String) -> District? {
    let all = districts.map(\.content)
    return all.first { $0.code == name }
      ?? all.first { $0.name == name || $0.aliases.contains(name) }
  }

  private static let accountColumns: [MovementColumn] = [
    .recordType, .kind, .activity, .from, .to, .cause, .again,
  ]

  private func ledgerSum(_ sum: MovementSum, group: [String]) throws -> LedgerSum {
    guard let type = sum[.recordType, as: EventReference.RecordType.self],
      let from = sum[.from, as: LandState.self], let to = sum[.to, as: LandState.self],
      let cause = sum[.cause, as: Cause.self]
    else {
      throw WorkflowError(
        .failed, "the ledger holds a word that is not known", remedy: "Run landbook post.")
    }
    return LedgerSum(
      group: group, type: type, kind: sum[.kind, as: ReleaseKind.self],
      isSurfaceSearch: sum[.activity] == Activity.battleAreaSurface.rawValue, from: from, to: to,
      cause: cause, again: sum[.again] == "1", area: sum.area)
  }
}

extension LedgerDimension {
  var column: MovementColumn {
    switch self {
    case .district: .district
    case .year: .year
    case .quarter: .quarter
    case .month: .month
    case .operatorName: .operatorName
    case .donor: .donor
    case .kind: .kind
    case .activity: .activity
    }
  }
}
