/// How files of one kind are read.
public struct ProfileLine: Hashable, Sendable {
  /// The name for `--profile`; nil is used by itself for files with the same columns.
  public var name: String?
  /// What the rows are, such as hazards.
  public var recordType: String
  /// `field=column`, parted by blanks.
  public var columns: String
  /// `field:word=code`, parted by blanks.
  public var codes: String
  /// The coordinate reference for files that name none.
  public var crs: String?
  /// The unit for areas that name none.
  public var unit: String?
  /// The batch that brought it; nil for those that come with the program.
  public var batch: Int?
  /// Who brought it.
  public var actor: String?
  /// When, ISO 8601 in UTC.
  public var at: String?

  /// Makes a line of its parts.
  public init(
    name: String?, recordType: String, columns: String, codes: String, crs: String?, unit: String?,
    batch: Int?, actor: String?, at: String?
  ) {
    self.name = name
    self.recordType = recordType
    self.columns = columns
    self.codes = codes
    self.crs = crs
    self.unit = unit
    self.batch = batch
    self.actor = actor
    self.at = at
  }
}

/// The mapping profiles there are.
public enum ProfilesStatement {
  /// Makes the list in the order given.
  public static func report(_ lines: [ProfileLine]) -> Report {
    Report(
      title: "Mapping profiles",
      notes: [
        "A profile without a name is used for files with the same columns; --no-profile leaves it out.",
        "Of several columns parted by | the first that a file has counts.",
      ],
      tables: [
        Table(
          id: "profiles", title: "Profiles",
          columns: [
            Column("name", "Name", .text), .words("record_type", "For"),
            Column("batch", "Batch", .count), Column("at", "Kept", .text),
            Column("actor", "By", .text), Column("crs", "Reference", .text),
            Column("unit", "Unit", .text), Column("columns", "Columns", .text),
            Column("codes", "Codes", .text),
          ],
          rows: lines.map { line in
            func text(_ text: String?) -> Cell {
              text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
            }
            return Row(
              .body,
              [
                text(line.name), .text(line.recordType),
                line.batch.map { .count($0) } ?? .empty, text(line.at), text(line.actor),
                text(line.crs), text(line.unit), text(line.columns), text(line.codes),
              ])
          })
      ])
  }
}
