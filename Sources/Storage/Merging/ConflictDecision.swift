internal import Foundation
internal import GRDB
internal import GeometryValues
internal import LandRelease

/// Writes what was decided of conflicts as contents of their own, which travel to other books.
struct ConflictDecision {
  let db: Database
  let other: Database
  let writer: BatchWriter
  /// After everything that was recorded.
  let at: String

  /// - Returns: whether anything had to be written for the decision to hold.
  func write(_ contested: MergePlan.Contested, _ decision: MergeDecision) throws -> Bool {
    let comparison = contested.comparison
    let (side, rest) = sides(comparison, decision)
    if decision != .latest, side.isEmpty {
      return try withdraw(contested, rest)
    }
    var isWritten = false
    for (event, row, source) in wanted(comparison, decision) {
      let isThere = comparison.joined[event]?.hash == row.hash && row.event == event
      if isThere, !comparison.torn.contains(event) { continue }
      try write(contested.table, row, source, on: event)
      isWritten = true
    }
    return isWritten
  }

  private func sides(
    _ comparison: RecordComparison, _ decision: MergeDecision
  ) -> (side: [String: RecordContent], rest: [String: RecordContent]) {
    decision == .theirs
      ? (comparison.there, comparison.here) : (comparison.here, comparison.there)
  }

  /// What each event is to say, and the book that has it.
  private func wanted(
    _ comparison: RecordComparison, _ decision: MergeDecision
  ) -> [(event: String, row: RecordContent, source: Database)] {
    func book(_ row: RecordContent) -> Database {
      comparison.ours.contains { $0.row == row.row && $0.hash == row.hash } ? db : other
    }
    if decision == .latest {
      let stays = (comparison.ours + comparison.theirs).filter(\.stays)
      return comparison.torn.sorted().compactMap { event in
        // Two contents that give one moment themselves: the rule lets neither count.
        let isRefused = stays.filter { $0.event == event }.max { $0.at < $1.at }?.isGiven ?? false
        if isRefused { return nil }
        return stays.filter { $0.event == event || comparison.choice != .recorded }
          .max { ($0.at, $0.hash) < ($1.at, $1.hash) }
          .map { (event, $0, book($0)) }
      }
    }
    let (side, rest) = sides(comparison, decision)
    let source = decision == .theirs ? other : db
    let known = side.keys.sorted()
    return Set(known).union(rest.keys).sorted().compactMap { event in
      // On a day of which the side says nothing, the record is as it was for that side.
      let last = side[event] ?? known.last { $0 <= event }.flatMap { side[$0] }
      return (last ?? known.first.flatMap { side[$0] }).map { (event, $0, source) }
    }
  }

  private func write(
    _ table: MergeTable, _ row: RecordContent, _ source: Database, on event: String
  ) throws {
    switch table.name {
    case "hazard_version":
      guard var stored = try hazard(row, source) else { return }
      stored.hazard.date = event.isEmpty ? nil : CalendarDate(event)
      try store(stored.hazard, stored.measured)
    case "release_version":
      guard let stored = try release(row, source) else { return }
      try store(stored.release, stored.counts, stored.measured)
    default:
      let (new, blob) = try RowCopying(db, source, table.name).copy(row.row, batch: writer.batch)
      if table.isLayer, let blob {
        try writer.index(of: table.name).note(
          new, (try? GeoPackageBlob.envelope(blob)) ?? .init())
      }
    }
  }

  /// Takes a record back by a content that says so.
  private func withdraw(
    _ contested: MergePlan.Contested, _ rest: [String: RecordContent]
  ) throws -> Bool {
    let source = rest.values.first.map { row in
      contested.comparison.ours.contains { $0.row == row.row && $0.hash == row.hash } ? db : other
    }
    guard let last = rest.keys.max().flatMap({ rest[$0] }), let source else { return false }
    switch contested.table.name {
    case "hazard_version":
      guard var stored = try hazard(last, source) else { return false }
      stored.hazard.status = .withdrawn
      stored.hazard.reason = stored.hazard.reason ?? "taken back when two books were joined"
      try store(stored.hazard, stored.measured)
    case "release_version":
      guard var stored = try release(last, source) else { return false }
      stored.release.review = .rejected
      try store(stored.release, stored.counts, stored.measured)
    default: return false
    }
    return true
  }

  private func store(_ hazard: Hazard, _ measured: Measured) throws {
    var hazard = hazard
    hazard.recordedAt = at
    try judge(try writer.store(hazard, measured: measured))
  }

  private func store(
    _ release: Release, _ counts: [DeviceCategory: Int], _ measured: Measured
  ) throws {
    var release = release
    release.recordedAt = at
    try judge(try writer.store(release, counts: counts, measured: measured))
  }

  private func judge(_ outcome: StoreOutcome) throws {
    guard case .refused(_, let reason, let remedy) = outcome else { return }
    throw BookError(.refused, path: BookError.somewhere, reason, remedy: remedy)
  }

  private func hazard(
    _ content: RecordContent, _ source: Database
  ) throws -> (hazard: Hazard, measured: Measured)? {
    try Row.fetchOne(
      source, sql: HazardRow.select + " WHERE fid = ?", arguments: [content.row]
    ).map {
      let stored = try HazardRow.read($0)
      return (
        stored.content,
        try measured("hazard_version", content.row, stored.measuredArea, source)
      )
    }
  }

  private func release(
    _ content: RecordContent, _ source: Database
  ) throws -> (release: Release, counts: [DeviceCategory: Int], measured: Measured)? {
    guard
      let row = try Row.fetchOne(
        source, sql: ReleaseRow.select + " WHERE fid = ?", arguments: [content.row])
    else { return nil }
    let stored = try ReleaseRow.read(row)
    let counts =
      try String.fetchOne(
        source, sql: "SELECT counts FROM release_version WHERE fid = ?", arguments: [content.row]
      ).flatMap { JSONText.read($0, as: [String: Int].self) } ?? [:]
    let categories = counts.compactMap { name, count in
      DeviceCategory(rawValue: name).map { ($0, count) }
    }
    return (
      stored.content, Dictionary(categories, uniquingKeysWith: +),
      try measured("release_version", content.row, stored.measuredArea, source)
    )
  }

  private func measured(
    _ table: String, _ row: Int64, _ area: Area?, _ source: Database
  ) throws -> Measured {
    let found = try Row.fetchOne(
      source, sql: "SELECT is_valid, invalid_reason, original_wkb FROM \(table) WHERE fid = ?",
      arguments: [row])
    var measured = Measured(area: area, isValid: found?[0], invalidReason: found?[1])
    let original: Data? = found?[2]
    if let original, case .polygons(let polygons) = try? WKB.read(original) {
      measured.original = polygons
    }
    return measured
  }
}
