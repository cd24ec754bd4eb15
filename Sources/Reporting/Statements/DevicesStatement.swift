public import LandRelease

/// Devices of one group and category, once each.
public struct DeviceLine: Hashable, Sendable {
  /// The values of the dimensions asked for, in their order.
  public var group: [String]
  /// What the devices are; small-arms ammunition and fuzes are listed but are no items.
  public var category: DeviceCategory
  /// How many were found, whatever became of them.
  public var found: Int
  /// How many were destroyed and left marked; not a part taken off those found.
  public var fates: DeviceFates
  /// Records behind the figures.
  public var records: Int

  /// Makes a line of figures that count each device once.
  public init(
    group: [String], category: DeviceCategory, found: Int, fates: DeviceFates = DeviceFates(),
    records: Int
  ) {
    self.group = group
    self.category = category
    self.found = found
    self.fates = fates
    self.records = records
  }
}

/// Explosive ordnance by category: each device once, however many reports repeat it.
public enum DevicesStatement {
  /// Makes the statement; `netCleared` is of the same period and stands under items per hectare.
  ///
  /// - Parameter crossed: the same devices by district and activity.
  public static func report(
    _ lines: [DeviceLine], netCleared: Area, by dimensions: [LedgerDimension],
    crossed: [DeviceLine] = [], basis: StatementBasis
  ) -> Report {
    let ofItems = lines.filter(\.category.isItem)
    let others = lines.filter { !$0.category.isItem }
    let items = ofItems.reduce(0) { $0 + $1.found }
    var tables = [
      table(
        ofItems, id: "devices", title: "Devices by \(BalanceStatement.phrase(dimensions))",
        by: dimensions, basis),
      Table(
        id: "items", title: "Items",
        columns: [
          Column("items", "Items", .count),
          Column("net_cleared_m2", "Net cleared", .area),
          Column("items_per_ha", "Items per ha", .ratio(of: "items", per: .hectares)),
        ],
        rows: [
          Row(.body, [.count(items), .area(netCleared), .ratio(items, per: netCleared)])
            .resting(on: ofItems.reduce(0) { $0 + $1.records })
        ]),
    ]
    if !others.isEmpty {
      tables.append(
        table(
          others, id: "not_items", title: "Small-arms ammunition and fuzes", by: dimensions, basis))
    }
    if !crossed.isEmpty {
      tables.append(
        table(
          crossed.filter(\.category.isItem), id: "by_district",
          title: "Devices by district and activity", by: [.district, .activity], basis))
    }
    return basis.report(
      "Devices",
      notes: [
        "Items are all explosive ordnance but small-arms ammunition and fuzes. Items per hectare is over net cleared land of the same period.",
        "Found is whatever became of it; destroyed and left marked are those whose record says so.",
      ], tables: tables, mainTable: "devices")
  }

  /// A row a line and a total.
  private static func table(
    _ lines: [DeviceLine], id: String, title: String, by dimensions: [LedgerDimension],
    _ basis: StatementBasis
  ) -> Table {
    let columns =
      basis.groupColumns(dimensions) + [
        .words("category", "Category"),
        Column("found", "Found", .count), Column("destroyed", "Destroyed", .count),
        Column("left_marked", "Left marked", .count), Column("records", "Records", .count),
      ]
    func fates(_ lines: [DeviceLine]) -> DeviceFates {
      lines.reduce(DeviceFates()) { $0 + $1.fates }
    }
    func row(_ style: Row.Style, _ names: [Cell], _ lines: [DeviceLine]) -> Row {
      func sum(_ part: (DeviceLine) -> Int) -> Int { lines.reduce(0) { $0 + part($1) } }
      return Row(
        style,
        names + [
          .count(sum(\.found)), fates(lines).cell(.destroyed), fates(lines).cell(.leftMarked),
          .count(sum(\.records)),
        ]
      ).resting(on: sum(\.records))
    }
    let blank = Array(repeating: Cell.empty, count: max(0, columns.count - 5))
    var table = Table(
      id: id, title: title, columns: columns,
      rows: lines.map { line in
        row(
          .body, basis.groupCells(dimensions, line.group) + [.text(line.category.rawValue)], [line])
      } + [row(.total, [.text("Total")] + blank, lines)])
    table.notes = fates(lines).notes(found: lines.reduce(0) { $0 + $1.found })
    return table
  }
}
