import LandRelease
import Reporting
import Storage

/// The records, statements and devices whose parts add up to one figure.
struct FigureParts {
  let programme: ProgrammeFigures
  /// Of the layer that is asked for.
  let figures: BookFigures
  let figure: Figure
  let cut: FigureCut
  /// Of the report that the figure stands in.
  let period: Period

  func lines() throws -> [FigurePart] {
    let sources = try FigureSources(figures.reader)
    var lines: [FigurePart] = []
    if figure.countsMovements { lines += try ofMovements(sources) }
    guard figure.countsDeclared || figure.countsStatements || figure.line == .items else {
      return lines
    }
    let progress = try ProgressFigures(
      programme, figures, period: period, dimensions: cut.dimensions)
    if figure.line == .items { return try ofDevices(progress, sources) }
    lines += ofDeclared(progress, sources)
    if figure.countsStatements { lines += ofStatements(progress) }
    return lines
  }

  /// Refuses what no report has: balances of operators, statements of a part.
  func check() throws {
    let ofRelease = cut.dimensions.first(where: \.isOfRelease)
    if let ofRelease, !figure.isOfReleases {
      throw WorkflowError(
        .usage, "\(figure.name) is a figure of ground, which has no \(ofRelease.rawValue)",
        remedy: "Ask for it by district or period.")
    }
    if figure.countsStatements, !cut.dimensions.isEmpty {
      throw WorkflowError(
        .usage, "\(figure.name) holds statements, which are of the whole book",
        remedy: "Ask for all, with --from and --to, or for records.")
    }
  }

  private static let columns: [MovementColumn] = [
    .date, .district, .organisation, .record, .storedVersion, .operatorName, .donor,
  ]

  private func ofMovements(_ sources: FigureSources) throws -> [FigurePart] {
    try figures.sums(of: filter, by: Self.columns).compactMap { sum, ledgerSum in
      let area = figure.part(of: ledgerSum)
      guard area != .zero, admits(sum, ledgerSum) else { return nil }
      let key = RecordKey(organisation: sum[.organisation] ?? "", id: sum[.record] ?? "")
      var line = FigurePart(
        record: "\(ledgerSum.type.rawValue) \(key)", date: sum[.date].flatMap { CalendarDate($0) },
        cause: ledgerSum.cause.rawValue)
      line.district = sum[.district] ?? ""
      line.states = (ledgerSum.from, ledgerSum.to)
      line.again = ledgerSum.again
      line.area = area
      if let version = sum[.storedVersion].flatMap({ Int64($0) }) {
        (line.file, line.row) = sources.place(of: ledgerSum.type, version)
      }
      return line
    }
  }

  private var filter: MovementFilter {
    var filter = MovementFilter(districts: cut.districts, layer: figures.layer)
    switch figure.span {
    case .before:
      guard let first = cut.period.from else {
        filter.isDated = false
        return filter
      }
      guard let before = first.dayBefore else { return filter }
      filter.to = before
    case .within:
      // Without a first day a query takes undated movements in; they stand in the opening.
      (filter.from, filter.to, filter.isDated) = (cut.period.from, cut.period.to, true)
    case .through: filter.to = cut.period.to
    }
    return filter
  }

  /// District and days are in the filter; the rest is of the release.
  private func admits(_ sum: MovementSum, _ ledgerSum: LedgerSum) -> Bool {
    cut.admits(
      cut.dimensions.map { dimension in
        switch dimension {
        case .district: return sum[.district] ?? ""
        case .year, .quarter, .month:
          return cut.values.first { $0.dimension == dimension }?.value ?? ""
        default: return sum[dimension.column] ?? ""
        }
      })
  }

  private func ofDeclared(
    _ progress: ProgressFigures, _ sources: FigureSources
  ) -> [FigurePart] {
    progress.declaredByGroup().compactMap { group, entry in
      let area = figure.part(of: entry)
      guard area != .zero, cut.admits(group) else { return nil }
      var line = FigurePart(
        record: "release \(entry.key)", date: entry.date, cause: figure.causeOfDeclared)
      line.area = area
      line.district = progress.district(of: entry)
      (line.file, line.row) = sources.place(of: .release, entry.storedVersion)
      return line
    }
  }

  private func ofStatements(_ progress: ProgressFigures) -> [FigurePart] {
    progress.counted(figure.kind.map { [$0] } ?? Set(ReleaseKind.allCases)).map { statement in
      var line = FigurePart(
        record: "statement \(statement.actor)", date: statement.to ?? statement.from,
        cause: "stated")
      line.area = statement.area ?? .zero
      line.file = statement.source ?? ""
      return line
    }
  }

  private func ofDevices(
    _ progress: ProgressFigures, _ sources: FigureSources
  ) throws -> [FigurePart] {
    let rows = try Dictionary(
      figures.reader.devices().map { ($0.content.key, $0.version) },
      uniquingKeysWith: { first, _ in first })
    let ofDevices = try figures.reader.sourcesOfDevices()
    return progress.itemsByGroup().compactMap { group, device in
      guard device.quantity != 0, cut.admits(group) else { return nil }
      var line = FigurePart(
        record: "\(device.isCountColumn ? "release" : "device") \(device.key)", date: device.date,
        cause: device.category.rawValue)
      line.quantity = device.quantity
      if device.isCountColumn, let version = device.release {
        (line.file, line.row) = sources.place(of: .release, version)
      } else if let source = rows[device.key].flatMap({ ofDevices[$0] }) {
        (line.file, line.row) = (sources.file(ofBatch: source.batch), source.row)
      }
      return line
    }
  }
}

extension Figure {
  /// Whether operators, donors, kinds and activities have one of their own.
  fileprivate var isOfReleases: Bool {
    switch line {
    case .opening, .identified, .reopened, .contested, .revoked, .withdrawn, .closing, .confirmed,
      .suspected, .givenUp, .open, .everRecorded:
      false
    default: true
    }
  }

  /// What is counted of a declaration, in the words of the bridge.
  fileprivate var causeOfDeclared: String {
    switch line {
    case .records, .high: Line.unplaced.rawValue
    case .corrected, .reported: "declared"
    default: line.rawValue
    }
  }
}

/// Files and rows of stored versions.
struct FigureSources {
  private let files: [Int64: String]
  private let hazards: [Int64: VersionSource]
  private let releases: [Int64: VersionSource]

  init(_ reader: BookReader) throws {
    files = try Dictionary(
      reader.batches().map { batch in
        let reason = batch.description.reason.map { "amended by hand: \($0)" }
        return (batch.id, batch.description.file ?? reason ?? "")
      }, uniquingKeysWith: { first, _ in first })
    hazards = try reader.sources(of: .hazard)
    releases = try reader.sources(of: .release)
  }

  func place(of type: EventReference.RecordType, _ version: Int64) -> (file: String, row: Int?) {
    let source = type == .hazard ? hazards[version] : releases[version]
    return (source.flatMap { files[$0.batch] } ?? "", source?.row)
  }

  func file(ofBatch batch: Int64) -> String { files[batch] ?? "" }
}
