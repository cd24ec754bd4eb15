public import LandRelease

/// Devices of one group and category, once each.
public struct DeviceLine: Hashable, Sendable {
  /// The values of the dimensions asked for, in their order.
  public var group: [String]
  /// What the devices are; small-arms ammunition and fuzes are listed but are no items.
  public var category: DeviceCategory
  /// How many were found, whatever became of them.
  public var found: Int
  /// How many were destroyed; not a part taken off those found.
  public var destroyed: Int
  /// How many were left in place and marked.
  public var leftMarked: Int
  /// Records behind the figures.
  public var records: Int

  /// Makes a line of figures that count each device once.
  public init(
    group: [String], category: DeviceCategory, found: Int, destroyed: Int, leftMarked: Int,
    records: Int
  ) {
    self.group = group
    self.category = category
    self.found = found
    self.destroyed = destroyed
    self.leftMarked = leftMarked
    self.records = records
  }
}

/// Explosive ordnance by category: each device once, however many reports repeat it.
public enum DevicesStatement {
  /// Makes the statement; `netCleared` is of the same period and stands under items per hectare.
  public static func report(
    _ lines: [DeviceLine], netCleared: Area, by dimensions: [LedgerDimension], basis: StatementBasis
  ) -> Report {
    let columns =
      basis.groupColumns(dimensions) + [
        Column("category", "Category", .text),
        Column("found", "Found", .count),
        Column("destroyed", "Destroyed", .count),
        Column("left_marked", "Left marked", .count),
        Column("records", "Records", .count),
        Column("is_item", "Item", .text),
      ]
    let rows = lines.map { line in
      Row(
        .body,
        basis.groupCells(dimensions, line.group) + [
          .text(line.category.rawValue), .count(line.found), .count(line.destroyed),
          .count(line.leftMarked), .count(line.records),
          .text(line.category.isItem ? "yes" : "no"),
        ])
    }
    let items = lines.filter(\.category.isItem).reduce(0) { $0 + $1.found }
    return basis.report(
      "Devices",
      notes: [
        "Items are all explosive ordnance but small-arms ammunition and fuzes. Items per hectare is over net cleared land of the same period."
      ],
      tables: [
        Table(
          id: "devices", title: "Devices by \(BalanceStatement.phrase(dimensions))",
          columns: columns, rows: rows),
        Table(
          id: "items", title: "Items",
          columns: [
            Column("items", "Items", .count),
            Column("net_cleared_m2", "Net cleared", .area),
            Column("items_per_ha", "Items per ha", .ratio(of: "items", per: .hectares)),
          ],
          rows: [Row(.body, [.count(items), .area(netCleared), .ratio(items, per: netCleared)])]),
      ], mainTable: "devices")
  }
}
