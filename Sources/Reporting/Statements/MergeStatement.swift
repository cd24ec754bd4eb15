/// How the records of one kind stand in two books that are joined.
public struct MergeLine: Hashable, Sendable {
  /// What the records are.
  public var what: String
  /// Records by how they stand, in the order of the columns.
  public var counts: [Int]

  /// Makes a line of its parts.
  public init(
    what: String, new: Int, changedThere: Int, changedHere: Int, conflicts: Int,
    takenBackThere: Int, identical: Int, onlyHere: Int
  ) {
    self.what = what
    counts = [new, changedThere, changedHere, conflicts, takenBackThere, identical, onlyHere]
  }
}

/// One thing that two books say differently of a record.
public struct ConflictLine: Hashable, Sendable {
  /// The record, as `hazard ORG/ID`.
  public var record: String
  /// What tells this conflict from a later one of the same record.
  public var state: String
  /// The date of the version, where a record has several.
  public var date: String?
  /// The column.
  public var field: String
  /// What this book says.
  public var ours: String?
  /// What the other book says.
  public var theirs: String?
  /// When this book's content was recorded, by whom and from what file.
  public var oursFrom: [String]
  /// When the other book's content was recorded, by whom and from what file.
  public var theirsFrom: [String]
  /// What was decided: latest, ours or theirs; nil where nothing was.
  public var decision: String?
  /// Why.
  public var reason: String?

  /// Makes a line of its parts.
  public init(
    record: String, state: String, date: String?, field: String, ours: String?, theirs: String?,
    oursFrom: [String], theirsFrom: [String], decision: String?, reason: String?
  ) {
    self.record = record
    self.state = state
    self.date = date
    self.field = field
    self.ours = ours
    self.theirs = theirs
    self.oursFrom = oursFrom
    self.theirsFrom = theirsFrom
    self.decision = decision
    self.reason = reason
  }
}

/// What joining two books comes to.
public enum MergeStatement {
  /// The records by how they stand, and the conflicts field by field.
  public static func report(
    _ lines: [MergeLine], conflicts: [ConflictLine], notes: [String], file: String
  ) -> Report {
    Report(
      title: "Merge of \(file)", notes: notes,
      tables: [
        Table(
          id: "merge", title: "Records of the two books",
          columns: [Column("what", "What", .text)]
            + [
              ("new", "New"), ("changed_there", "Changed there"),
              ("changed_here", "Changed here"), ("conflicts", "Conflicts"),
              ("taken_back_there", "Taken back there"), ("identical", "Identical"),
              ("only_here", "Only here"),
            ].map { Column($0.0, $0.1, .count) },
          rows: lines.map { line in
            Row(.body, [.text(line.what)] + line.counts.map { .count($0) })
          })
      ] + (conflicts.isEmpty ? [] : [table(of: conflicts, isToDecide: false)]))
  }

  /// The conflicts as a table with columns to fill in, a row for each thing said differently.
  public static func decisions(_ conflicts: [ConflictLine]) -> Report {
    Report(title: "Conflicts", tables: [table(of: conflicts, isToDecide: true)])
  }

  private static func table(of conflicts: [ConflictLine], isToDecide: Bool) -> Table {
    Table(
      id: "conflicts", title: "Conflicts: what both books changed",
      columns: [
        Column("record", "Record", .text), Column("date", "Date", .text),
        Column("field", "Field", .text), Column("ours", "Ours", .text),
        Column("theirs", "Theirs", .text), Column("ours_recorded", "Ours recorded", .text),
        Column("ours_by", "Ours by", .text), Column("ours_source", "Ours from", .text),
        Column("theirs_recorded", "Theirs recorded", .text),
        Column("theirs_by", "Theirs by", .text), Column("theirs_source", "Theirs from", .text),
        Column("decision", "Decision", .text), Column("reason", "Reason", .text),
      ] + (isToDecide ? [Column("state", "State", .text)] : []),
      rows: conflicts.map { line in
        let texts: [String?] =
          [line.record, line.date, line.field, line.ours, line.theirs]
          + (0..<3).map { line.oursFrom.count > $0 ? line.oursFrom[$0] : nil }
          + (0..<3).map { line.theirsFrom.count > $0 ? line.theirsFrom[$0] : nil }
          + [line.decision, line.reason] + (isToDecide ? [line.state] : [])
        return Row(
          .body, texts.map { text in text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty })
      })
  }
}
