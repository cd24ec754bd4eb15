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
  var request: ImportRequest
  /// What somebody should know of a file that comes again.
  var exportNotes: [String] = []
  /// How the file is read, where that is worth keeping.
  var keeping: KeptProfile?
  let book: LandBook
  let at = Clock.now
  var outcome = ImportOutcome()
  let progress: WorkProgress
  /// Rows refused for a reason of their own.
  var refusals = 0
  /// Whether the book has changed.
  var isCommitted = false
  /// Where refused rows are written.
  let rejects: String

  /// Makes the import of one file; neither the file nor the book is touched yet.
  ///
  /// - Parameter progress: told how far the import is; asked whether it is to stop.
  public init(
    _ request: ImportRequest, into book: Book, progress: WorkProgress = WorkProgress()
  ) {
    self.request = request
    self.book = book.store
    self.progress = progress
    rejects = request.rejects ?? RejectsPath.fresh(for: request.file)
  }

  /// Reads, measures and stores the rows, and says what became of each of them.
  ///
  /// - Throws: ``WorkStopped`` where somebody stopped it: the book is as it was.
  public mutating func run() throws -> ImportOutcome {
    do {
      return try runToEnd()
    } catch {
      // Whatever fails then, such as a reader that was ended too, fails because of that.
      throw progress.isStopped && !isCommitted ? WorkStopped() : error
    }
  }

  private mutating func runToEnd() throws -> ImportOutcome {
    guard let type = RecordType(rawValue: request.subject.rawValue) else {
      return try ImportClaims(request, into: book, at: at).run()
    }
    if !request.isDryRun, request.rejects != nil {
      try OutputPath.check(rejects, input: request.file)
    }
    progress.begin("Looking through \(URL(fileURLWithPath: request.file).lastPathComponent)")
    let opened =
      try request.amendment?.table ?? SurveySource.open(request, besides: book.path, progress)
    if opened.header.columns.isEmpty { throw Self.withoutRows(request.file) }
    try chooseMapping(opened.header, type)
    var (table, columns, points) = try drawn(opened, as: type)
    let codes = type == .indicators ? try book.read { try KnownIndicators.of($0) } : .none
    columns.findFigures(codes)
    try refuseWithoutIdentifier(columns, opened.header)
    let statement = try ReferenceStatement(request, table, columns, book)
    var source = try statement.source()
    source.points = points
    source.context.indicatorCodes = codes
    source.opened = opened.header
    outcome.columns = type.fields.filter { columns.has($0) }.map {
      ImportOutcome.ColumnRead(field: $0.rawValue, column: columns.columnName($0))
    }
    outcome.notes += table.header.remarks
    outcome.ignoredColumns = columns.ignored
    outcome.personalColumns = columns.refusedNames
    outcome.isStrict = request.isStrict
    outcome.isDryRun = request.isDryRun
    try backUp(source)
    try store(source)
    outcome.notes += exportNotes
    if outcome.rowsIn == 0 { throw Self.withoutRows(request.file) }
    outcome.notes += opened.notes.sentences
    noteAssumptions(source, statement)
    return outcome
  }

  /// Before the transaction begins, which the copying would have to wait for.
  private func backUp(_ source: ImportSource) throws {
    guard let tell = request.tellBackup, !request.isDryRun, request.amendment == nil else { return }
    let rows = source.table.header.estimatedRows
    guard BackupBeforeImport.isNeeded(rows: rows, file: request.file, try book.info()) else {
      return
    }
    progress.begin("Making a backup")
    tell(try BackupBeforeImport.make(book))
  }

  private static func withoutRows(_ file: String) -> WorkflowError {
    WorkflowError(
      .unusable, "\(file) holds no rows",
      remedy: "Nothing was stored. Check that the export it comes from is complete.")
  }

  /// A file without the column that names its records is the wrong file, or needs a mapping.
  private func refuseWithoutIdentifier(
    _ columns: ColumnMap, _ header: SurveyTable.Header
  ) throws {
    let needed: SurveyField =
      switch columns.type {
      case .districts: .code
      case .statements, .indicators: .actor
      case .indicatorCodes: .code
      case .teamDays: .teamID
      default: .id
      }
    guard !columns.has(needed) else { return }
    // A check is called by the release or the task that it is of.
    if columns.type == .environmentChecks, columns.has(.releaseID) || columns.has(.taskID) {
      return
    }
    let names = header.columns.isEmpty ? "no columns" : header.columns.joined(separator: ", ")
    let near = columns.nearestColumns(to: needed).first
    let question = near.map { "Did you mean \"\($0)\"? " } ?? ""
    let column = near.map { $0.contains(" ") ? "\"\($0)\"" : $0 } ?? "COLUMN"
    throw WorkflowError(
      .unusable, "\(request.file) has no column for \(needed.rawValue)",
      remedy: "\(question)Name it with --map \(needed.rawValue)=\(column). The file has: \(names).")
  }

  static func overrides(_ pairs: [String]) throws -> [ColumnMap.Override] {
    try pairs.map { pair in
      guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else {
        throw WorkflowError(
          .usage, "--map \(pair) is not field=column", remedy: "Write --map id=CODE, for example.")
      }
      return (String(pair[..<mark]), String(pair[pair.index(after: mark)...]))
    }
  }

  private mutating func noteAssumptions(_ source: ImportSource, _ statement: ReferenceStatement) {
    if outcome.hasGeometry { outcome.notes += statement.notes }
    if source.context.reviewAssumed {
      outcome.notes.append(
        "The file has neither a review nor an approval column: its releases are taken as accepted.")
    }
    if source.context.quantityAssumed {
      outcome.notes.append("The file has no quantity column: each row counts one device.")
    }
  }
}

/// A file's rows with all that is needed to read them.
struct ImportSource {
  var table: SurveyTable
  var context: ReadingContext
  var georeference: Georeference
  /// Where the rows were made of turning points: how those came to WGS 84.
  var points: PlaceTransforms?
  /// What the file itself says of its rows, which is what refused ones are written under.
  var opened: SurveyTable.Header
  var placing: RowPlacing
}
