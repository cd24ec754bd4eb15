import Foundation
import Interchange
public import Reporting
import Storage

/// Joins another book to one.
public struct MergeBooks {
  /// How it is to be done.
  public struct Request: Sendable {
    /// The other book's file.
    public var file: String
    /// How conflicts are decided that no file decides: latest, ours or theirs; nil leaves them.
    public var take: String?
    /// A table of conflicts with what somebody decided of them.
    public var decisions: String?
    /// Where the table of conflicts goes, to be filled in.
    public var conflicts: String?
    /// Why, for the log.
    public var reason: String?
    /// Who does it.
    public var actor: String?
    /// Whether nothing is to be written.
    public var isDryRun = false
    /// Whether a book is taken that is not as its log says.
    public var takesUnverified = false
    /// Whether a book of other districts is taken.
    public var takesOtherDistricts = false

    /// Makes a request that decides nothing.
    public init(file: String) {
      self.file = file
    }
  }

  /// What it came to.
  public struct Outcome: Sendable {
    /// Records by how they stand, and the conflicts.
    public var report: Report
    /// The batch of the merge; nil where nothing was written.
    public var batch: Int64?
    /// Conflicts that nobody decided.
    public var undecided = 0
    /// Conflicts in all.
    public var conflicts = 0
    /// Whether the other book has nothing that this one lacks.
    public var isNothing = false
    /// What else a person should know, in sentences.
    public var remarks: [String] = []
    /// What came, in a sentence.
    public var sentence = ""
  }

  private let book: Book

  /// Makes the joining of other books to one; nothing is read yet.
  public init(_ book: Book) {
    self.book = book
  }

  /// Joins a book, or says what that would come to.
  ///
  /// - Throws: ``WorkflowError`` where the other file is no book that can be joined to this one.
  public func run(_ request: Request) throws -> Outcome {
    let take = try request.take.map(Self.decision)
    let decisions = try request.decisions.map(DecisionsFile.init)
    if let path = request.conflicts { try OutputPath.check(path, input: request.file) }
    let judge = OtherBook(book.store, file: request.file)
    let other = try judge.open()
    var remarks = try judge.remarks(other)
    try judge.check(
      other, takesUnverified: request.takesUnverified,
      takesOtherDistricts: request.takesOtherDistricts, &remarks)
    var description = BatchDescription(at: Clock.now, verb: "merge", recordType: "books")
    description.file = request.file
    description.fileHash = try FileHash.sha256(request.file, WorkProgress())
    description.actor = request.actor
    description.reason = request.reason.map { PersonalText.masked($0).text }
    var order = MergeOrder(description)
    order.isDryRun = request.isDryRun
    let reason = description.reason
    let decide: @Sendable (MergeConflict) -> (decision: MergeDecision, reason: String)? = {
      if let entry = decisions?.entry($0) {
        return (entry.decision, entry.reason ?? reason ?? "decided for \(entry.decision.rawValue)")
      }
      return take.map { ($0, reason ?? "decided for \($0.rawValue)") }
    }
    order.decide = decide
    let summary = try book.store.merge(other, order)
    let lines = summary.conflicts.flatMap { Self.lines($0, decide($0)) }
    for conflict in summary.conflicts where decisions?.isOutdated(conflict) ?? false {
      remarks.append(
        "\(conflict.record) has changed since \(request.decisions ?? "") was written: that decision was not used."
      )
    }
    if let path = request.conflicts {
      try WriteReport(.csv, Presentation()).run(MergeStatement.decisions(lines), to: path)
    }
    return Self.outcome(summary, lines, remarks, request)
  }

  private static func decision(_ word: String) throws -> MergeDecision {
    guard let decision = MergeDecision(rawValue: word) else {
      throw WorkflowError(
        .usage, "\"\(word)\" is no way to decide", remedy: "Give latest, ours or theirs.")
    }
    return decision
  }

  private static func lines(
    _ conflict: MergeConflict, _ decided: (decision: MergeDecision, reason: String)?
  ) -> [ConflictLine] {
    func from(_ origin: MergeConflict.Origin?) -> [String] {
      origin.map { [$0.at, $0.actor ?? "", $0.source] } ?? ["", "", "taken back"]
    }
    let differences =
      conflict.differences.isEmpty
      ? [MergeConflict.Difference(field: "record")] : conflict.differences
    return differences.map { difference in
      ConflictLine(
        record: conflict.record, state: conflict.state, date: difference.date,
        field: difference.field, ours: difference.ours, theirs: difference.theirs,
        oursFrom: from(conflict.ours), theirsFrom: from(conflict.theirs),
        decision: decided?.decision.rawValue, reason: decided?.reason)
    }
  }

  private static func outcome(
    _ summary: MergeSummary, _ lines: [ConflictLine], _ remarks: [String], _ request: Request
  ) -> Outcome {
    let counts = summary.lines.map { line in
      MergeLine(
        what: BatchWords.table(line.table), new: line.new, changedThere: line.changedThere,
        changedHere: line.changedHere, conflicts: line.conflicts,
        takenBackThere: line.takenBackThere, identical: line.identical, onlyHere: line.onlyHere)
    }
    let file = (request.file as NSString).lastPathComponent
    var outcome = Outcome(
      report: MergeStatement.report(
        counts, conflicts: lines,
        notes: [
          "Ours is the book that is written to; theirs is the other one.",
          "Records are joined by what they say and when it was recorded.",
        ], file: file))
    outcome.batch = summary.batch
    outcome.undecided = summary.undecided
    outcome.conflicts = summary.conflicts.count
    outcome.isNothing = summary.isNothing
    outcome.remarks = remarks
    if summary.handmade > 0 {
      outcome.remarks.append(
        "\(summary.handmade) records edited on the map stay as they are drawn: landbook adopt --dry-run"
      )
    }
    let coming = "\(summary.batches) batches with \(summary.rows) rows"
    let decided =
      summary.conflicts.isEmpty ? "" : ", \(summary.conflicts.count) conflicts decided"
    let findings =
      summary.findings == 0 ? "" : ", \(summary.findings) decisions about findings"
    outcome.sentence = "\(coming)\(findings)\(decided)"
    return outcome
  }
}
