public import LandRelease

/// What the block of a country profile in the Monitor is filled from.
public struct MonitorFigures: Hashable, Sendable {
  /// Open areas at the end of the period in each layer.
  public var contamination: [OpenLandLine] = []
  /// What is too little to be an area, in the layer of all land.
  public var remainders = OpenRemainders()
  /// Land released in the period in each layer.
  public var release: [LayerReleaseLine] = []
  /// Operators of all work.
  public var operators: [OperatorLine] = []
  /// Items found by work.
  public var items: [WorkLine] = []
  /// Low, records and high of the period for all land.
  public var headline: ProgressLine?

  /// Starts with nothing to tell.
  public init() {}
}

/// Land released and confirmed in one layer.
public struct LayerReleaseLine: Hashable, Sendable {
  /// The layer.
  public var layer: Layer
  /// Opening, flows and closing of open land.
  public var balance: Balance
  /// What hazards made confirmed: new ground and ground that was only suspected.
  public var confirmed: Area
  /// Net and gross of the releases.
  public var account: ReleaseAccount

  /// Makes a line of its parts.
  public init(layer: Layer, balance: Balance, confirmed: Area, account: ReleaseAccount) {
    self.layer = layer
    self.balance = balance
    self.confirmed = confirmed
    self.account = account
  }
}

/// The block of a country profile: contamination, land release, items; in square kilometres.
public enum MonitorStatement {
  /// Makes the block.
  public static func report(_ figures: MonitorFigures, basis: StatementBasis) -> Report {
    var tables = [
      FormTable.table(
        id: "treaties", title: "Treaty status",
        lines: ["Mine Ban Convention", "Convention on Cluster Munitions", "Clearance deadline"]),
      contamination(figures, basis), release(figures.release),
      operators(figures.operators),
      ItemsByWorkTable.table(figures.items, basis: basis),
    ]
    if let headline = figures.headline {
      var table = HeadlineTable.table(headline)
      table.columns = table.columns.map {
        $0.kind == .area ? $0.fixed(in: .squareKilometres) : $0
      }
      table.title = "How sure: all land released in the period"
      tables.append(table)
    }
    var basis = basis
    basis.layer = "all, each by itself"
    var report = basis.report(
      "Monitor profile",
      notes: [
        "An area of several types is in several layers; land is all together, each square metre once.",
        "Confirmed is what became confirmed in the period: it is no release.",
      ], tables: tables, mainTable: "contamination")
    report.charts = [
      Chart(
        "Released by layer", of: "release", as: .stackedBars, by: "layer",
        ["cleared_m2", "reduced_m2", "cancelled_m2"])
    ]
    return report
  }

  private static func contamination(_ figures: MonitorFigures, _ basis: StatementBasis) -> Table {
    var table = OpenLandTable.table(
      figures.contamination, id: "contamination", title: "Contamination at the end of the period",
      byDistrict: false, unit: .squareKilometres, basis: basis)
    table.notes =
      [
        "ap is anti-personnel mines, av anti-vehicle mines, cmr cluster munition remnants, erw other explosive remnants, ied improvised devices; unknown names no type."
      ] + figures.remainders.notes
    return table
  }

  private static func release(_ lines: [LayerReleaseLine]) -> Table {
    let columns = [
      ("cleared_m2", "Cleared"), ("reduced_m2", "Reduced"), ("cancelled_m2", "Cancelled"),
      ("released_m2", "Released"), ("confirmed_m2", "Confirmed"),
      ("identified_m2", "Newly identified"), ("net_cleared_m2", "Net cleared"),
      ("gross_cleared_m2", "Gross cleared"),
    ].map { Column($0.0, $0.1, .area).fixed(in: .squareKilometres) }
    return Table(
      id: "release", title: "Land release in the period",
      columns: [Column.words("layer", "Layer")] + columns,
      rows: lines.map { line in
        let released = line.balance.released
        return Row(
          .body,
          [.text(line.layer.rawValue)]
            + [
              released[.cleared, default: .zero], released[.reduced, default: .zero],
              released[.cancelled, default: .zero], line.balance.releasedTotal, line.confirmed,
              line.balance.identified, line.account.netCleared,
              line.account.gross[.cleared, default: .zero],
            ].map { .area($0) })
      })
  }

  private static func operators(_ lines: [OperatorLine]) -> Table {
    func row(_ style: Row.Style, _ line: OperatorLine) -> Row {
      let released = line.account.netReleased
      let areas = [
        released[.cleared, default: .zero], released[.reduced, default: .zero],
        released[.cancelled, default: .zero], line.account.netReleasedTotal,
        line.account.grossTotal,
      ]
      let count = line.releases.values.reduce(0, +)
      var row = Row(
        style,
        [line.operatorName.isEmpty ? .empty : .text(line.operatorName), .count(count)]
          + areas.map { .area($0) } + [.count(line.items.items)])
      row.records = count
      return row
    }
    let columns = [
      ("cleared_m2", "Cleared"), ("reduced_m2", "Reduced"), ("cancelled_m2", "Cancelled"),
      ("released_m2", "Released"), ("gross_m2", "Gross"),
    ].map { Column($0.0, $0.1, .area).fixed(in: .squareKilometres) }
    return Table(
      id: "operators", title: "Operators",
      columns: [Column("operator", "Operator", .text), Column("releases", "Releases", .count)]
        + columns + [Column("items", "All items", .count)],
      rows: lines.map { row(.body, $0) } + [row(.total, .sum(lines))])
  }
}

extension OperatorLine {
  /// All operators together.
  static func sum(_ lines: [OperatorLine]) -> OperatorLine {
    lines.reduce(into: OperatorLine(operatorName: "Total")) { sum, line in
      sum.releases.merge(line.releases, uniquingKeysWith: +)
      sum.withoutMines += line.withoutMines
      sum.account = sum.account + line.account
      sum.items = sum.items + line.items
    }
  }
}
