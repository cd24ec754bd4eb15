import Foundation
import GeometryEngine
import GeometryValues
import Interchange
import LandRelease
import Storage

/// Takes the rows of a survey file into the book, in one transaction.
///
/// Each row is read, brought to WGS 84, measured and stored before the next, so that a file of any
/// size takes the same memory. Where rows turn out to contradict each other all is undone and done
/// again without them. Rows in = stored + unchanged + refused, always.
public struct ImportRecords {
  let request: ImportRequest
  let book: LandBook
  let at = Clock.now
  var outcome = ImportOutcome()
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
    let table = try SurveySource.open(request.file, layer: request.layer, besides: book.path)
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
    outcome.isStrict = request.isStrict
    outcome.isDryRun = request.isDryRun
    try store(ImportSource(table: table, context: context, georeference: georeference))
    outcome.operation = georeference.operation
    outcome.isReferenceAssumed = georeference.isAssumed
    noteAssumptions(context, georeference, stated: table.header.reference)
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
}

/// A file's rows with all that is needed to read them.
struct ImportSource {
  var table: SurveyTable
  var context: ReadingContext
  var georeference: Georeference
}
