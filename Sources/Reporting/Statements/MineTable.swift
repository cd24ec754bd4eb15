public import LandRelease

/// Devices of one model found in one district.
public struct MineLine: Hashable, Sendable {
  /// What they are.
  public var category: DeviceCategory
  /// Model or make in the file's own words; nil where no record names one.
  public var model: String?
  /// The district's code.
  public var district: String
  /// How many were found, whatever became of them.
  public var found: Int
  /// How many were destroyed and left marked; not a part taken off those found.
  public var fates: DeviceFates
  /// Records behind the figures.
  public var records: Int

  /// Makes a line of its parts.
  public init(
    category: DeviceCategory, model: String?, district: String, found: Int = 0,
    fates: DeviceFates = DeviceFates(), records: Int = 0
  ) {
    self.category = category
    self.model = model
    self.district = district
    self.found = found
    self.fates = fates
    self.records = records
  }
}

/// Devices by model and district, as treaty forms list what was destroyed.
enum MineTable {
  static func table(
    _ lines: [MineLine], id: String, title: String, basis: StatementBasis
  ) -> Table {
    var table = Table(
      id: id, title: title,
      columns: [
        .words("category", "Category"), Column("model", "Type", .text),
      ] + basis.groupColumns([.district]) + [
        Column("found", "Found", .count), Column("destroyed", "Destroyed", .count),
        Column("left_marked", "Left marked", .count), Column("lot", "Lot", .text),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          [.text(line.category.rawValue), line.model.map { .text($0) } ?? .empty]
            + basis.groupCells([.district], [line.district]) + [
              .count(line.found), line.fates.cell(.destroyed), line.fates.cell(.leftMarked), .empty,
            ])
        row.records = line.records
        return row
      })
    let found = lines.reduce(0) { $0 + $1.found }
    let fates = lines.reduce(DeviceFates()) { $0 + $1.fates }
    var total = Row(
      .total,
      [.text("Total"), .empty, .empty, .empty] + [
        .count(found), fates.cell(.destroyed), fates.cell(.leftMarked), .empty,
      ])
    total.records = lines.reduce(0) { $0 + $1.records }
    table.rows.append(total)
    table.notes =
      [
        "Each device counts once. Destroyed are those whose record says so; count columns of releases say only how many were found."
      ] + fates.notes(found: found)
    return table
  }
}
