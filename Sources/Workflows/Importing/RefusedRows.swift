import Interchange
import Storage

/// Takes the refused rows of one pass as they come: into the book, the file of rejects, the count.
final class RefusedRows {
  private(set) var count = RefusalCount()
  private let path: String?
  private let source: ImportSource
  private var file: RejectsWriter?

  /// - Parameter path: where the rejects go once there are some; nil where none are to be written.
  init(_ source: ImportSource, rejects path: String?) {
    self.source = source
    self.path = path
  }

  /// - Parameter row: with its text, which goes into the file of rejects alone.
  func add(_ row: SurveyRow, _ refusal: Refusal, _ writer: BatchWriter) throws {
    var refusal = refusal
    refusal.reason = PersonalText.masked(refusal.reason).text
    count.add(row, refusal)
    try writer.refuse(
      RefusedRow(
        row: row.number, field: refusal.field, reason: refusal.reason, remedy: refusal.remedy,
        original: Self.text(of: row, source.context.columns)))
    guard let path else { return }
    var header = source.opened
    header.reference = source.context.reference
    let file =
      try file
      ?? RejectsWriter(
        path: path, header: header, columns: source.context.columns, points: row.points?.read ?? [])
    self.file = file
    try file.add(row, refusal)
  }

  /// Brings the file of rejects to disk, while the book can still stay as it was.
  func settle() throws { try file?.settle() }

  /// Gives the file of rejects its name; without this nothing is left of it.
  ///
  /// - Returns: where it is; nil where nothing was refused.
  func finish() throws -> String? {
    try file?.finish()
    return file == nil ? nil : path
  }

  /// The cells of a row under their names, those of a record of points row by row, without what names
  /// or reaches a person; what no field is read from is stored of no row.
  private static func text(of row: SurveyRow, _ columns: ColumnMap) -> String {
    let names = row.points?.columns ?? columns.columns
    let hidden = names.indices.filter { place in
      columns.isPersonal(names[place])
        || !columns.isRead(place) && row.points?.read.contains(place) != true
    }
    return (row.points?.rows ?? [row]).map { row in
      zip(names, row.cells).enumerated().compactMap { place, cell in
        hidden.contains(place)
          ? nil : cell.1.map { "\(cell.0)=\(PersonalText.masked($0).text)" }
      }.joined(separator: "; ")
    }.joined(separator: "\n")
  }
}
