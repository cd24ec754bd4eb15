import Foundation
import GeometryEngine
import GeometryValues
import Interchange
import LandRelease
import Storage

/// Takes the rows of a survey file into the book, in one transaction.
///
/// All rows are read, brought to WGS 84 and measured before the first is stored, so that rows
/// which contradict each other are found together and a strict import can refuse them all.
/// Rows in = stored + unchanged + refused, always.
public struct ImportRecords {
  let request: ImportRequest
  let book: LandBook
  let at = Clock.now
  var outcome = ImportOutcome()
  var prepared: [PreparedRow] = []
  var refused: [(row: SurveyRow, refusal: Refusal)] = []

  /// Makes the import of one file; neither the file nor the book is touched yet.
  public init(_ request: ImportRequest, into book: Book) {
    self.request = request
    self.book = book.store
  }

  /// Reads, measures and stores the rows, and says what became of each of them.
  public mutating func run() throws -> ImportOutcome {
    guard let type = RecordType(rawValue: request.subject.rawValue) else {
      return try ImportClaims(request, into: book, at: at).run()
    }
    let rejects = request.rejects ?? Self.rejectsBeside(request.file)
    if !request.isDryRun, request.rejects != nil {
      try OutputPath.check(rejects, input: request.file)
    }
    let table = try SurveySource.open(request.file, layer: request.layer)
    let columns = try ColumnMap(
      type: type, header: table.header, overrides: try Self.overrides(request.map))
    try refuseWithoutIdentifier(columns, table.header)
    let georeference = try Georeference(table.header.reference, override: request.crs)
    let stated =
      request.crs.map { Interchange.CoordinateReference(text: $0) }
      ?? table.header.reference
    let context = ReadingContext(
      header: table.header, columns: columns,
      reference: stated == .unstated ? .wgs84 : stated, defaultUnit: request.unit)
    outcome.ignoredColumns = columns.ignored
    outcome.personalColumns = columns.refusedNames
    try prepare(table, context, georeference)
    outcome.operation = georeference.operation
    outcome.isReferenceAssumed = georeference.isAssumed
    outcome.hasGeometry = prepared.contains(where: \.hasPlace)
    noteAssumptions(context, georeference, stated: table.header.reference)
    refuseContradictions()
    refuseOtherWorld(try book.info().isSynthetic)
    outcome.isStrict = request.isStrict
    outcome.isDryRun = request.isDryRun
    try store(table.header, context)
    if !request.isDryRun { try writeRejects(table.header, columns, to: rejects) }
    return outcome
  }

  /// Beside the file, or in the working folder where the file lies on something read-only.
  private static func rejectsBeside(_ file: String) -> String {
    let url = URL(fileURLWithPath: file)
    let folder = url.deletingLastPathComponent().path
    if FileManager.default.isWritableFile(atPath: folder) { return file + ".rejects.csv" }
    return url.lastPathComponent + ".rejects.csv"
  }

  /// A file without the column that names its records is the wrong file, or needs a mapping.
  private func refuseWithoutIdentifier(
    _ columns: ColumnMap, _ header: SurveyTable.Header
  ) throws {
    let needed: SurveyField =
      switch columns.type {
      case .districts: .code
      case .statements: .actor
      default: .id
      }
    guard !columns.has(needed) else { return }
    let names = header.columns.isEmpty ? "no columns" : header.columns.joined(separator: ", ")
    throw WorkflowError(
      .unusable, "\(request.file) has no column for \(needed.rawValue)",
      remedy: "Name it with --map \(needed.rawValue)=COLUMN. The file has: \(names).")
  }

  private static func overrides(_ pairs: [String]) throws -> [ColumnMap.Override] {
    try pairs.map { pair in
      guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else {
        throw WorkflowError(
          .usage, "--map \(pair) is not field=column", remedy: "Write --map id=CODE, for example.")
      }
      return (String(pair[..<mark]), String(pair[pair.index(after: mark)...]))
    }
  }

  private mutating func prepare(
    _ table: SurveyTable, _ context: ReadingContext, _ georeference: Georeference
  ) throws {
    var preparation = try RowPreparation(context, georeference, repairs: request.repairs)
    var rows: [PreparedRow] = []
    var bad: [(row: SurveyRow, refusal: Refusal)] = []
    var count = 0
    try table.forEachRow { row in
      count += 1
      do {
        rows.append(try preparation.prepare(row))
      } catch let refusal as Refusal {
        bad.append((row, refusal))
      }
    }
    (prepared, refused) = (rows, bad)
    outcome.rowsIn = count
  }

  private mutating func noteAssumptions(
    _ context: ReadingContext, _ georeference: Georeference,
    stated: Interchange.CoordinateReference
  ) {
    if georeference.isAssumed, outcome.hasGeometry {
      outcome.notes.append(
        "The file names no coordinate reference: its coordinates are taken as longitude and latitude on WGS 84. If that is wrong, import it into a new book with --crs EPSG:n."
      )
    }
    if let crs = request.crs, stated != .unstated,
      stated.description.uppercased() != crs.uppercased()
    {
      outcome.notes.append(
        "The file says its coordinates are \(stated); --crs \(crs) was used instead.")
    }
    if context.reviewAssumed {
      outcome.notes.append(
        "The file has neither a review nor an approval column: its releases are taken as accepted.")
    }
    if context.quantityAssumed {
      outcome.notes.append("The file has no quantity column: each row counts one device.")
    }
  }

  /// Two contents for one event of one moment: both are refused.
  private mutating func refuseContradictions() {
    let events = prepared.enumerated().compactMap { place, row in
      row.record.identity.map { (place, $0) }
    }
    let conflicts = Set(EventIdentity.conflicts(in: events.map(\.1)).map { events[$0].0 })
    refuse(conflicts) { row in
      Refusal(
        field: "id",
        reason: "\(row.record.name) has another content in this file, recorded at the same time",
        remedy: "Keep one row, or give recorded_at so that the later one counts.")
    }
  }

  /// Made-up records never stand beside real ones.
  private mutating func refuseOtherWorld(_ isSynthetic: Bool) {
    let strangers = prepared.indices.filter { place in
      guard let id = prepared[place].record.identifier else { return false }
      return id.hasPrefix("SYN-") != isSynthetic
    }
    refuse(Set(strangers)) { row in
      isSynthetic
        ? Refusal(
          field: "id", reason: "this book is synthetic and \(row.record.name) is not",
          remedy: "Make a book of its own for real records.")
        : Refusal(
          field: "id", reason: "\(row.record.name) is synthetic, by its SYN- id",
          remedy: "Make a book for made-up records with landbook init --synthetic.")
    }
  }

  private mutating func refuse(_ places: Set<Int>, _ why: (PreparedRow) -> Refusal) {
    guard !places.isEmpty else { return }
    for place in places.sorted() {
      refused.append((prepared[place].row, why(prepared[place])))
    }
    prepared = prepared.enumerated().filter { !places.contains($0.offset) }.map(\.element)
  }
}
