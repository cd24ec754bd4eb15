import Interchange
public import LandRelease
import Storage

/// Corrects one record by hand: the amended row goes the way of an imported one.
public struct AmendRecord {
  /// What an amendment came to.
  public struct Outcome: Sendable {
    /// The record, as `hazard ORG/ID`.
    public var record: String
    /// What was typed over, by field.
    public var changes: [Change] = []
    /// What became of the row.
    public var row: ImportOutcome
    /// The measured area before and after; nil without a usable polygon.
    public var areas: (before: Area?, after: Area?) = (nil, nil)
    /// Why the amended row does not count, where something recorded later does.
    public var note: String?

    /// Whether the date is another one, so that the row is a version and not a correction.
    public var isVersion: Bool { row.versions > 0 }
  }

  /// One field typed over.
  public struct Change: Hashable, Sendable {
    /// The field's name.
    public var field: String
    /// What it said; nil where it was empty.
    public var before: String?
    /// What it says; nil where it was cleared.
    public var after: String?
  }

  private let book: Book

  /// Makes the amendment of one record of a book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book
  }

  /// Stores the record with some of its fields typed over.
  ///
  /// - Parameters:
  ///   - name: an id, `organisation/id`, or either after `hazard` or `release`.
  ///   - values: fields and what they are to say; an empty text clears a field.
  /// - Throws: ``WorkflowError`` where no record or several are meant, or a field is unknown.
  public func run(
    _ name: String, _ values: [(field: String, value: String)], reason: String,
    actor: String? = nil, isDryRun: Bool = false
  ) throws -> Outcome {
    let (target, cells, row) = try book.store.together {
      try store(name, values, reason: reason, actor: actor, isDryRun: isDryRun)
    }
    var outcome = Outcome(record: target.name, row: row)
    outcome.changes = cells.type.fields.compactMap { field in
      target.cells[field] == cells[field]
        ? nil
        : Change(field: field.rawValue, before: target.cells[field], after: cells[field])
    }
    guard let batch = outcome.row.batch, outcome.row.stored > 0 else { return outcome }
    let now = try book.store.read { try AmendedRecord(named: target.name, $0) }
    outcome.areas = (target.area, now.area)
    if now.batch != batch { outcome.note = Self.whyNotCounting(now) }
    return outcome
  }

  /// Nobody may amend the record between the look at it and the new row.
  private func store(
    _ name: String, _ values: [(field: String, value: String)], reason: String, actor: String?,
    isDryRun: Bool
  ) throws -> (AmendedRecord, RecordCells, ImportOutcome) {
    let target = try book.store.read { try AmendedRecord(named: name, $0) }
    var cells = target.cells
    let fields = try values.map { (try Self.field($0.field, of: cells.type), $0.value) }
    // What confirmed or reopened ground in the version before must be said anew of another day.
    if cells.type == .hazards, fields.contains(where: { $0.0 == .date && $0.1 != cells[.date] }) {
      cells.amend(.confirmedChange, to: "")
      cells.amend(.reopens, to: "")
    }
    for (field, value) in fields { cells.amend(field, to: value) }
    guard let subject = ImportRequest.Subject(rawValue: cells.type.rawValue) else {
      throw WorkflowError(.failed, "\(target.name) is of no kind that can be imported", remedy: "")
    }
    var request = ImportRequest(subject: subject, file: Amendment.name)
    let typed = fields.map { "\($0.0.rawValue)=\($0.1)" }.joined(separator: " ")
    request.amendment = Amendment(
      record: target.name, typed: PersonalText.masked(typed).text, rows: [cells],
      reason: PersonalText.masked(reason).text)
    request.actor = actor
    request.isDryRun = isDryRun
    request.isStrict = true
    var importing = ImportRecords(request, into: book)
    return (target, cells, try importing.run())
  }

  private static func whyNotCounting(_ now: AmendedRecord) -> String {
    "The amended row does not count: the content of \(now.cells[.date] ?? "no date"), recorded \(now.recordedAt), comes after it. Amend that one, or give recorded_at as well."
  }

  private static func field(_ name: String, of type: RecordType) throws -> SurveyField {
    let fields = RecordCells.amendable(type)
    let folded = name.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
    if folded == "geometry" { return .geometry }
    if let field = fields.first(where: { $0.rawValue == folded }) { return field }
    throw WorkflowError(
      .usage, "\(type.rawValue) have no field \"\(name)\" that can be amended",
      remedy: "The fields: \(fields.map(\.rawValue).joined(separator: ", ")).")
  }
}
