public import LandRelease

/// Open land of one district or layer, with the hazards that hold it.
public struct OpenLandLine: Hashable, Sendable {
  /// The district's code, or the layer.
  public var group: String
  /// The hazards that hold open ground.
  public var counts: HazardCounts
  /// The ground by state, each square metre once.
  public var stock: Stock

  /// Makes a line of its parts.
  public init(group: String, counts: HazardCounts, stock: Stock) {
    self.group = group
    self.counts = counts
    self.stock = stock
  }
}

/// Confirmed and suspected hazardous areas: how many, and how much ground.
enum OpenLandTable {
  /// Ground that prints as nothing in square metres.
  private static let nothing = Area(squareCentimetres: 5_000)

  /// A row a district, with a total, or a row a layer; layers share ground and have none.
  ///
  /// A district without areas, whose ground prints as nothing, is in the total alone.
  static func table(
    _ lines: [OpenLandLine], id: String, title: String, byDistrict: Bool, unit: AreaUnit?,
    basis: StatementBasis
  ) -> Table {
    let names = byDistrict ? basis.groupColumns([.district]) : [Column.words("layer", "Layer")]
    let shown = lines.filter {
      !byDistrict || $0.counts.total > 0 || $0.stock.open >= nothing
    }
    var rows = shown.map { line in
      row(
        .body, byDistrict ? basis.groupCells([.district], [line.group]) : [.text(line.group)],
        line.counts, line.stock)
    }
    if byDistrict {
      var stock = Stock()
      for state in LandState.allCases {
        stock[state] = lines.reduce(.zero) { $0 + $1.stock[state] }
      }
      rows.append(
        row(
          .total, basis.totalCells([.district]),
          lines.reduce(HazardCounts()) { $0 + $1.counts }, stock))
    }
    return Table(
      id: id, title: title,
      columns: names + columns.map { $0.kind == .area ? $0.fixed(in: unit) : $0 },
      rows: rows)
  }

  private static let columns = [
    Column("confirmed_areas", "CHAs", .count),
    Column("confirmed_m2", "Confirmed", .area),
    Column("suspected_areas", "SHAs", .count),
    Column("suspected_m2", "Suspected", .area),
    Column("given_up_areas", "Given up, areas", .count),
    Column("given_up_m2", "Given up", .area),
    Column("areas", "All areas", .count),
    Column("open_m2", "Total", .area),
  ]

  private static func row(
    _ style: Row.Style, _ names: [Cell], _ counts: HazardCounts, _ stock: Stock
  ) -> Row {
    var row = Row(
      style,
      names
        + [LandState.confirmed, .suspected, .givenUp].flatMap { state -> [Cell] in
          [.count(counts[state]), .area(stock[state])]
        } + [.count(counts.total), .area(stock.open)])
    row.records = counts.total
    return row
  }
}
