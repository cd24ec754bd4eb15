import Interchange
import Storage

/// Takes a batch back, so that the book reads as if it had never come.
public struct UndoBatch {
  /// What an undo came to.
  public struct Outcome: Sendable {
    /// The number of the undo in the log; undoing it brings the batch back.
    public var batch: Int64
    /// What the batch was, such as `import of hazards.csv`.
    public var undone: String
    /// Rows that no longer count, by table, in the words of the log.
    public var taken: [(table: String, rows: Int)] = []
    /// Rows that count again, by table.
    public var restored: [(table: String, rows: Int)] = []
    /// Rows of the map drawn or edited by hand, which were left as they are.
    public var handmade = 0
    /// Whether the ledger can be another one now.
    public var movesLand = false
  }

  private let book: LandBook

  /// Makes the undoing of one batch of a book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// Undoes a batch; undoing an undo brings back what it took.
  ///
  /// - Parameters:
  ///   - batch: its number in the log.
  ///   - withRepeated: takes rows back that later batches brought again.
  /// - Throws: ``WorkflowError`` where the batch can't be taken back as the book stands.
  public func run(
    _ batch: Int64, reason: String? = nil, withRepeated: Bool = false, actor: String? = nil
  ) throws -> Outcome {
    let batches = try book.read { try $0.batches() }
    guard let target = batches.first(where: { $0.id == batch }) else {
      throw Self.unknown(batch, batches.last?.id)
    }
    var description = BatchDescription(
      at: Clock.now, verb: "undo", recordType: target.description.recordType)
    description.reverses = batch
    description.reason = reason.map { PersonalText.masked($0).text }
    description.actor = actor
    let summary: UndoSummary
    do {
      summary = try book.undo(description, withRepeated: withRepeated)
    } catch let obstacle as UndoObstacle {
      throw Self.error(obstacle, target, batches)
    }
    var outcome = Outcome(batch: summary.batch, undone: BatchWords.what(target, batches))
    outcome.taken = Self.inOrder(summary.taken)
    outcome.restored = Self.inOrder(summary.restored)
    outcome.handmade = summary.handmade
    let moved = Set(summary.taken.keys).union(summary.restored.keys)
    outcome.movesLand = !moved.isDisjoint(
      with: ["district", "hazard_version", "release_version", "task"])
    return outcome
  }

  private static func inOrder(_ counts: [String: Int]) -> [(table: String, rows: Int)] {
    counts.sorted { $0.key < $1.key }.map { (BatchWords.table($0.key), $0.value) }
  }

  private static func unknown(_ batch: Int64, _ last: Int64?) -> WorkflowError {
    WorkflowError(
      .noInput, "the book has no batch \(batch)",
      remedy: last.map { "It has batches 1 to \($0): see landbook log." } ?? "It has none yet.")
  }

  private static func error(
    _ obstacle: UndoObstacle, _ target: LoggedBatch, _ batches: [LoggedBatch]
  ) -> WorkflowError {
    func names(_ ids: [Int64]) -> String {
      ids.map { id in
        let file = batches.first { $0.id == id }?.description.file
        return file.map { "\(id) (\($0))" } ?? "\(id)"
      }.joined(separator: ", ")
    }
    switch obstacle {
    case .unknown: return unknown(target.id, batches.last?.id)
    case .undone(let by):
      return WorkflowError(
        .failed, "batch \(target.id) is undone already, by batch \(by)",
        remedy: "landbook undo \(by) brings it back.")
    case .repeated(let later, let rows):
      let (batchWord, file) = later.count == 1 ? ("batch", "its file") : ("batches", "their files")
      return WorkflowError(
        .failed,
        "\(batchWord) \(names(later)) brought \(rows) of the rows of batch \(target.id) again, which would go with it",
        remedy:
          "Undo the later first, or give --with-repeated and then import \(file) once more.")
    case .present(let other):
      return WorkflowError(
        .failed, "what batch \(target.id) took back has come again with batch \(names([other]))",
        remedy: "Undo batch \(other) first: the same districts or statements would count twice.")
    }
  }
}
