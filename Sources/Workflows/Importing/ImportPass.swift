import Interchange
import LandRelease
import Storage

/// One pass over the rows of a file: each is prepared, then stored or refused.
///
/// Nothing is kept of a row but the counts, so that a file of any size takes the same memory.
struct ImportPass {
  private(set) var rowsIn = 0
  /// Whether any row has a place on the map.
  private(set) var hasGeometry = false
  /// What somebody should look at in the rows that were stored.
  private(set) var findings = FindingTally()
  /// What was stored, by kind.
  private(set) var tally = ImportTally()
  private let places: ImportPlaces?
  let refused: RefusedRows
  private(set) var preparation: RowPreparation
  private let request: ImportRequest
  private let leaving: RowsToLeave?
  private let isSynthetic: Bool
  private var districts: [District] = []
  private var polygons = SamePolygons()
  /// Accidents and victims that were stored, whose ground is looked at when all are in.
  private var hurt: (accidents: [Accident], victims: [Victim]) = ([], [])
  private var repeated = RepeatedFigures()

  /// - Parameter leaving: the rows to leave out; nil where it is hoped that there are none.
  init(
    _ preparation: RowPreparation, _ request: ImportRequest, leaving: RowsToLeave?,
    refused: RefusedRows, _ writer: BatchWriter
  ) throws {
    self.preparation = preparation
    self.request = request
    self.leaving = leaving
    self.refused = refused
    isSynthetic = try writer.isSynthetic()
    places = request.isDryRun ? try ImportPlaces(writer) : nil
  }

  mutating func take(_ row: SurveyRow, _ writer: BatchWriter) throws {
    rowsIn += 1
    let prepared: PreparedRow
    do {
      prepared = try preparation.place(row)
    } catch let refusal as Refusal {
      return try refused.add(row, refusal, writer)
    }
    if !hasGeometry { hasGeometry = prepared.hasPlace }
    if let refusal = refusal(of: prepared) { return try refused.add(row, refusal, writer) }
    try store(prepared, row, writer)
  }

  /// Ends the pass, once all rows were taken.
  ///
  /// - Throws: ``RowsToLeave/Needed`` where rows may contradict each other.
  mutating func finish(_ writer: BatchWriter, _ source: ImportSource) throws {
    let contradicted = writer.contradictedEvents
    if leaving == nil, !contradicted.isEmpty { throw RowsToLeave.Needed(events: contradicted) }
    let placed = try preparation.finishPlacing(writer, hasGeometry: hasGeometry)
    try writer.setOperation(source.points?.operation ?? preparation.operation)
    try writer.setAssumptions(preparation.assumptions)
    if writer.summary.stored > 0 {
      for finding in placed { try writer.add(finding) }
      findings.add(placed)
    }
    let fit = try DistrictFit.findings(districts, file: request.file)
    if writer.summary.stored > 0 {
      for finding in fit { try writer.add(finding) }
      findings.add(fit)
    }
    try judgeAccidents(writer, file: source.context.file)
    try judgeTogether(writer, file: source.context.file)
  }

  /// Says at once where somebody was hurt on ground that had been released.
  private mutating func judgeAccidents(_ writer: BatchWriter, file: String) throws {
    guard
      let facts = try AccidentGrounds.facts(
        hurt.accidents, alone: hurt.victims.filter { $0.accident == nil }, of: writer.reader)
    else { return }
    for var finding in AccidentRules.judge(facts) {
      finding.place.file = file
      try writer.add(finding)
      findings.add([finding])
    }
  }

  /// What the rules find between the rows, and what they find no longer.
  private mutating func judgeTogether(_ writer: BatchWriter, file: String) throws {
    try polygons.forEachFinding(writer.reader, batch: writer.batch) { found in
      var finding = found
      finding.place.file = file
      try writer.add(finding)
      findings.add([finding])
    }
    try writer.settleFindings(of: RowRules.codes)
  }

  /// Why a row that can be read must not be stored all the same.
  private mutating func refusal(of prepared: PreparedRow) -> Refusal? {
    if let leaving, leaving.contradictions.contains(prepared.row.number) {
      return RowsToLeave.contradiction(prepared.record.name)
    }
    guard RowsToLeave.isStranger(prepared.record, isSynthetic: isSynthetic) else {
      return repeated.refusal(of: prepared)
    }
    return RowsToLeave.strangeness(prepared.record.name, isSynthetic: isSynthetic)
  }

  /// - Parameter row: as the file has it, with the geometry that a refused row keeps.
  private mutating func store(
    _ prepared: PreparedRow, _ row: SurveyRow, _ writer: BatchWriter
  ) throws {
    if case .district(let district) = prepared.record { districts.append(district) }
    switch try Self.store(prepared, boundarySet: request.boundarySet, writer) {
    case .stored(let version, let novelty):
      count(prepared, novelty)
      for finding in prepared.findings { try writer.add(finding) }
      findings.add(prepared.findings)
      try note(prepared, version, novelty, writer)
    case .unchanged: break
    case .refused(let field, let reason, let remedy):
      let refusal = Refusal(field: field, reason: reason, remedy: remedy)
      try refused.add(row, refusal, writer)
    }
  }

  /// Keeps what the rules between rows need of a record that was stored.
  private mutating func note(
    _ prepared: PreparedRow, _ version: Int64, _ novelty: StoreOutcome.Novelty,
    _ writer: BatchWriter
  ) throws {
    let type: EventReference.RecordType?
    switch prepared.record {
    case .hazard: type = .hazard
    case .release: type = .release
    default: type = nil
    }
    if case .accident(let accident) = prepared.record { hurt.accidents.append(accident) }
    if case .victim(let victim) = prepared.record { hurt.victims.append(victim) }
    if let type, let fingerprint = prepared.fingerprint {
      try polygons.add(fingerprint, type, version: version)
    }
    // An older version of a hazard still stands beside a new one; everything else is replaced.
    if novelty == .correction || (novelty == .version && type != .hazard) {
      writer.noteReplaced(prepared.record.name)
    }
  }

  private mutating func count(_ prepared: PreparedRow, _ novelty: StoreOutcome.Novelty) {
    let area = prepared.measured.area
    switch novelty {
    case .first: tally.add(prepared.record.kindName, .new, area: area)
    case .version: tally.add(prepared.record.kindName, .version, area: area)
    case .correction, .contradiction:
      tally.add(prepared.record.kindName, .correction, area: area)
    }
    if let place = places?.name(of: prepared.record) { tally.add(at: place, area: area) }
  }

  private static func store(
    _ row: PreparedRow, boundarySet: String, _ writer: BatchWriter
  ) throws -> StoreOutcome {
    let (number, measured) = (row.row.number, row.measured)
    switch row.record {
    case .district(let district):
      return try writer.store(
        district, boundarySet: boundarySet, row: number, measured: measured)
    case .hazard(let hazard): return try writer.store(hazard, row: number, measured: measured)
    case .release(let release):
      let outcome = try writer.store(
        release.release, counts: release.counts, row: number, measured: measured)
      guard let check = release.check else { return outcome }
      return try writer.store(check, along: outcome, row: number)
    case .task(let task): return try writer.store(task, row: number)
    case .device(let device): return try writer.store(device, row: number)
    case .victim(let victim): return try writer.store(victim, row: number)
    case .accident(let accident): return try writer.store(accident, row: number)
    case .minefieldRecord(let record): return try writer.store(record, row: number)
    case .zone(let zone):
      return try writer.store(zone, area: measured.area ?? .zero, row: number)
    case .environmentCheck(let check): return try writer.store(check, row: number)
    case .statement(let statement): return try writer.store(statement, row: number)
    case .indicators(let figures): return try writer.store(figures, row: number)
    case .indicatorCode(let code): return try writer.store(code, row: number)
    case .team(let team): return try writer.store(team, row: number)
    case .teamDay(let day): return try writer.store(day, row: number)
    case .contributions(let amounts): return try writer.store(amounts, row: number)
    }
  }
}
