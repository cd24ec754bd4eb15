public import LandRelease
public import Reporting
import Storage

/// Leads from a record or a district to the movements, records and source rows behind it.
public struct Explain {
  private let book: LandBook

  /// Makes the explanation of figures of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// - Parameter name: a record's id, `organisation/id`, or a district's code or name.
  /// - Throws: ``WorkflowError`` where the book holds nothing of that name.
  public func run(
    _ name: String, period: Period, from viewpoint: Viewpoint = Viewpoint()
  ) throws -> Reporting.Report {
    try BookView(book, from: viewpoint, endingOn: period.to).read { figures in
      if let district = figures.district(named: name) {
        return try explain(district: district, figures: figures, period: period)
      }
      let records = try Self.records(named: name, figures.reader)
      guard !records.isEmpty else {
        if let claim = try Self.claim(named: name, figures) { return claim }
        throw WorkflowError(
          .noInput, "the book holds no record, no district and no claim \"\(name)\"",
          remedy:
            "Give an id, organisation/id, a district's code or name, or a claim's id; a figure of a report with --figure."
        )
      }
      return try explain(records, name: name, figures: figures, period: period)
    }
  }

  /// The bases and the bridge of a claim, with what opens each line; nil where there is no such
  /// claim.
  private static func claim(
    named name: String, _ figures: BookFigures
  ) throws -> Reporting.Report? {
    guard try figures.reader.claims().contains(where: { $0.0 == name }) else { return nil }
    let judged = try JudgedClaims(ProgrammeFigures(figures), ids: [name])
    let lines = judged.claims.flatMap { ClaimFigureRequests(claim: $0.judgement.claim).lines }
    return ReconciliationStatement.claim(
      name, judged.claims,
      opening: lines.map {
        ClaimOpening(label: $0.label, isSubtracted: $0.isSubtracted, command: $0.request.command)
      }, basis: figures.basis(Period()))
  }

  /// One content of a record that the book holds.
  private struct Holding {
    var type: EventReference.RecordType
    var key: RecordKey
    var storedVersion: Int64
    var says: String
    var area: Area?
    var reported: Area?
    var recordedAt: String
    var batch: Int64?
    var sourceRow: Int?
  }

  private static func records(named name: String, _ reader: BookReader) throws -> [Holding] {
    let hazards = try reader.hazards().filter { matches($0.content.key, name) }
    let releases = try reader.releases().filter { matches($0.content.key, name) }
    return hazards.map { stored in
      let hazard = stored.content
      return Holding(
        type: .hazard, key: hazard.key, storedVersion: stored.version,
        says:
          "\(hazard.hazardClass.rawValue)\(hazard.status.map { ", " + $0.rawValue } ?? ""), \(hazard.contamination.text), \(hazard.date?.description ?? "no date")",
        area: stored.measuredArea, reported: hazard.reportedArea?.unitCorrected,
        recordedAt: stored.recordedAt, batch: stored.batch, sourceRow: stored.sourceRow)
    }
      + releases.map { stored in
        let release = stored.content
        return Holding(
          type: .release, key: release.key, storedVersion: stored.version,
          says:
            "\(release.kind.rawValue)\(release.activity.map { ", " + $0.rawValue } ?? ""), \(release.review.rawValue), \(release.date?.description ?? "no date")\(release.hazards.isEmpty ? "" : ", of \(release.hazards.joined(separator: ", "))")",
          area: stored.measuredArea, reported: release.reportedArea?.unitCorrected,
          recordedAt: stored.recordedAt, batch: stored.batch, sourceRow: stored.sourceRow)
      }
  }

  private static func sensitivities(
    _ records: [LedgerRecord], _ reader: BookReader
  ) throws -> [(record: String, judgement: SensitivityJudgement)] {
    try records.map { record in
      switch record.type {
      case .hazard:
        let versions = try reader.hazards(of: record.key)
        return ("\(record)", SensitivityJudgement(ofHazard: versions))
      case .release:
        let contents = try reader.releases(of: record.key)
        return ("\(record)", SensitivityJudgement(ofRelease: contents))
      }
    }
  }

  private static func matches(_ key: RecordKey, _ name: String) -> Bool {
    key.id == name || key.description == name
  }

  private func explain(
    _ records: [Holding], name: String, figures: BookFigures, period: Period
  ) throws -> Reporting.Report {
    let files = try Dictionary(
      figures.reader.batches().map { batch in
        let reason = batch.description.reason.map { "amended by hand: \($0)" }
        return (batch.id, batch.description.file ?? reason ?? "")
      },
      uniquingKeysWith: { first, _ in first })
    let lines = records.map { record in
      RecordLine(
        record: "\(record.type.rawValue) \(record.key)", says: record.says, area: record.area,
        reported: record.reported, recordedAt: record.recordedAt,
        file: record.batch.flatMap { files[$0] } ?? "", row: record.sourceRow,
        batch: record.batch.map(Int.init))
    }
    var movements: [MovementLine] = []
    let keys = Set(records.map { LedgerRecord(type: $0.type, key: $0.key) })
    for record in keys.sorted() {
      let filter = MovementFilter(
        record: record, layer: .land, from: period.from, to: period.to)
      movements += try figures.reader.movements(filter).map {
        MovementLine($0, share: Self.share(of: $0, records))
      }
    }
    return ExplanationStatement.record(
      name, records: lines, movements: movements,
      sensitivities: try Self.sensitivities(keys.sorted(), figures.reader),
      basis: figures.basis(period))
  }

  private static func share(of movement: Movement, _ records: [Holding]) -> Area? {
    guard movement.isInside else { return nil }
    return records.first {
      $0.type == movement.event.type && $0.storedVersion == movement.event.storedVersion
    }?.area
  }

  private func explain(
    district: District, figures: BookFigures, period: Period
  ) throws -> Reporting.Report {
    let sums = try figures.recordSums(district: district.code, period: period)
    return ExplanationStatement.district(
      district, sums: sums, basis: figures.basis(period))
  }
}
