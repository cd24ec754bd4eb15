/// What joining another book came to, or would come to.
public struct MergeSummary: Sendable {
  /// How the records of one kind stand in the two books.
  public struct Line: Hashable, Sendable {
    /// The table.
    public var table: String
    /// Records that only the other book has.
    public var new = 0
    /// Records of which both say the same.
    public var identical = 0
    /// Records that only the other book changed.
    public var changedThere = 0
    /// Records that only this book changed, or that it alone took back.
    public var changedHere = 0
    /// Records that the other book alone took back.
    public var takenBackThere = 0
    /// Records that only this book has.
    public var onlyHere = 0
    /// Records that both changed.
    public var conflicts = 0
  }

  /// The batch of the merge; nil where nothing was written.
  public var batch: Int64?
  /// What was found, table by table.
  public var lines: [Line] = []
  /// What both changed, decided or not.
  public var conflicts: [MergeConflict] = []
  /// Conflicts that nobody has decided: nothing was written.
  public var undecided = 0
  /// Batches of the other book that came, or would come.
  public var batches = 0
  /// Rows that were written.
  public var rows = 0
  /// Conflicts for which a content was written.
  public var decided = 0
  /// Decisions about findings that came.
  public var findings = 0
  /// Rows of the map, drawn or edited by hand, that were left as they are.
  public var handmade = 0
  /// Whether the other book has something that this one lacks.
  public var isNothing = false
}

extension MergePlan {
  /// The counts, table by table.
  var lines: [MergeSummary.Line] {
    MergeTable.all.compactMap { table in
      guard let counts = counts[table.name] else { return nil }
      func count(_ standing: RecordStanding) -> Int { counts[standing, default: 0] }
      return MergeSummary.Line(
        table: table.name, new: count(.new), identical: count(.identical),
        changedThere: count(.changedThere),
        changedHere: count(.changedHere) + count(.takenBackHere),
        takenBackThere: count(.takenBackThere), onlyHere: count(.ours),
        conflicts: count(.conflict))
    }
  }
}
