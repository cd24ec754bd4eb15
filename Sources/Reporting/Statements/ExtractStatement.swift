/// Records of one kind that a part of a book holds, and those that stay out.
public struct ExtractLine: Hashable, Sendable {
  /// What the records are.
  public var what: String
  /// Records in the part.
  public var kept: Int
  /// Records that are left out.
  public var leftOut: Int
  /// Of those, the ones that are too sensitive for whom it is made.
  public var restricted: Int

  /// Makes a line of its parts.
  public init(what: String, kept: Int, leftOut: Int, restricted: Int) {
    self.what = what
    self.kept = kept
    self.leftOut = leftOut
    self.restricted = restricted
  }
}

/// What a part of a book holds.
public enum ExtractStatement {
  /// Makes the table of kinds in the order given.
  public static func report(_ lines: [ExtractLine], notes: [String], file: String) -> Report {
    Report(
      title: "Part \(file)", notes: notes,
      tables: [
        Table(
          id: "extract", title: "Records in the part",
          columns: [
            Column("what", "What", .text), Column("kept", "In the part", .count),
            Column("left_out", "Left out", .count),
            Column("restricted", "Of them restricted", .count),
          ],
          rows: lines.map { line in
            Row(
              .body,
              [
                .text(line.what), .count(line.kept), .count(line.leftOut), .count(line.restricted),
              ])
          })
      ])
  }
}
