public import LandRelease

/// What the country tables of a review of mine action are filled from.
public struct MineActionReviewFigures: Hashable, Sendable {
  /// Open areas at the end of the period by district, in the layer of anti-personnel mines.
  public var openLand: [OpenLandLine] = []
  /// What is too little to be one of the areas.
  public var remainders = OpenRemainders()
  /// The same over all districts in other layers.
  public var otherLayers: [OpenLandLine] = []
  /// Releases in the layer of anti-personnel mines by operator.
  public var operators: [OperatorLine] = []
  /// Battle areas of all contamination by operator.
  public var battleAreas: [OperatorLine] = []
  /// The years up to the end of the period.
  public var years: [YearLine] = []
  /// Spot tasks by operator.
  public var spotTasks: [OperatorLine] = []
  /// All items of the period by the work they were found in.
  public var items: [WorkLine] = []

  /// Starts with nothing to tell.
  public init() {}
}

/// What one operator released and found in a period.
public struct OperatorLine: Hashable, Sendable {
  /// The name as files spell it; empty where they name none.
  public var operatorName: String
  /// Releases by kind.
  public var releases: [ReleaseKind: Int] = [:]
  /// Cleared areas in which no anti-personnel mine was found.
  public var withoutMines = 0
  /// Net and gross of the releases.
  public var account = ReleaseAccount()
  /// Explosive ordnance found in the same work.
  public var items = ItemCounts()

  /// Makes a line without any release.
  public init(operatorName: String) { self.operatorName = operatorName }
}

/// What was released in one year.
public struct YearLine: Hashable, Sendable {
  /// The year in four digits.
  public var year: String
  /// Net and gross of the releases.
  public var account: ReleaseAccount
  /// Explosive ordnance of all work.
  public var items: ItemCounts

  /// Makes a line of its parts.
  public init(year: String, account: ReleaseAccount, items: ItemCounts) {
    self.year = year
    self.account = account
    self.items = items
  }
}

/// The tables T1 to T6 in the shape of Mine Action Review's country reports.
public enum MineActionReviewStatement {
  /// Makes the tables; areas are in square metres, those of years in square kilometres.
  public static func report(_ figures: MineActionReviewFigures, basis: StatementBasis) -> Report {
    var contamination = [
      OpenLandTable.table(
        figures.openLand, id: "t1", title: "T1 Anti-personnel mined area by district",
        byDistrict: true, unit: .squareMetres, basis: basis),
      OpenLandTable.table(
        figures.otherLayers, id: "t1_layers", title: "T1 Contamination of other types",
        byDistrict: false, unit: .squareMetres, basis: basis),
    ]
    contamination[0].notes = figures.remainders.notes
    for index in contamination.indices { contamination[index].section = "Contamination" }
    var release = [
      survey(.cancelled, id: "t2", title: "T2 Cancelled by operator", figures.operators),
      survey(.reduced, id: "t3", title: "T3 Reduced by operator", figures.operators),
      clearance(figures.operators), years(figures.years),
      spotTasks(figures.spotTasks), battleAreas(figures.battleAreas),
      ItemsByWorkTable.table(figures.items, basis: basis),
    ]
    for index in release.indices { release[index].section = "Land release" }
    var report = basis.report(
      "Mine Action Review tables",
      notes: [
        "T1 to T5 are of anti-personnel mined area; battle areas stand apart.",
        "Net counts each square metre once, gross adds measured polygons up: ground that two operators worked on is in the gross of both.",
      ], tables: contamination + release, mainTable: "t1")
    report.charts = [
      Chart(
        "Cleared by year", of: "t5", as: .bars, by: "year",
        ["cleared_m2", "reduced_m2", "cancelled_m2"])
    ]
    return report
  }

  private static let operatorColumn = Column("operator", "Operator", .text)

  private static func area(_ key: String, _ label: String, _ unit: AreaUnit = .squareMetres)
    -> Column
  {
    Column(key, label, .area).fixed(in: unit)
  }

  private static func name(_ line: OperatorLine) -> Cell {
    line.operatorName.isEmpty ? .empty : .text(line.operatorName)
  }

  /// A row a line and a total.
  private static func rows(
    _ lines: [OperatorLine], records: (OperatorLine) -> Int, _ cells: (OperatorLine) -> [Cell]
  ) -> [Row] {
    func row(_ style: Row.Style, _ line: OperatorLine) -> Row {
      var row = Row(style, [name(line)] + cells(line))
      row.records = records(line)
      return row
    }
    return lines.map { row(.body, $0) } + [row(.total, .sum(lines))]
  }

  private static func survey(
    _ kind: ReleaseKind, id: String, title: String, _ lines: [OperatorLine]
  ) -> Table {
    let acting = lines.filter {
      $0.releases[kind] != nil || $0.account.gross[kind, default: .zero] != .zero
        || $0.account.netReleased[kind, default: .zero] != .zero
    }
    return Table(
      id: id, title: title,
      columns: [
        operatorColumn, Column("releases", "Releases", .count),
        area("\(kind.rawValue)_m2", kind == .cancelled ? "Cancelled" : "Reduced"),
        area("gross_m2", "Gross"),
      ],
      rows: rows(acting, records: { $0.releases[kind, default: 0] }) { line in
        [
          .count(line.releases[kind, default: 0]),
          .area(line.account.netReleased[kind, default: .zero]),
          .area(line.account.gross[kind, default: .zero]),
        ]
      })
  }

  private static func clearance(_ lines: [OperatorLine]) -> Table {
    let acting = lines.filter {
      $0.releases[.cleared] != nil || $0.account.gross[.cleared, default: .zero] != .zero
        || !$0.items.isEmpty
    }
    var table = Table(
      id: "t4", title: "T4 Mined area cleared by operator",
      columns: [
        operatorColumn, Column("areas", "Areas cleared", .count),
        area("cleared_m2", "Cleared"), area("net_cleared_m2", "Net cleared"),
        area("gross_cleared_m2", "Gross cleared"),
      ] + ItemCounts.columns + [Column("without_mines", "Areas without AP mines", .count)],
      rows: rows(acting, records: { $0.releases[.cleared, default: 0] }) { line in
        [
          .count(line.releases[.cleared, default: 0]),
          .area(line.account.netReleased[.cleared, default: .zero]),
          .area(line.account.netCleared),
          .area(line.account.gross[.cleared, default: .zero]),
        ] + line.items.cells + [.count(line.withoutMines)]
      })
    table.notes =
      [
        "Cleared is what left open mined area; net cleared counts each square metre once ever, also where it was open no more."
      ] + OperatorLine.sum(acting).items.notes
    return table
  }

  private static func years(_ lines: [YearLine]) -> Table {
    var table = Table(
      id: "t5", title: "T5 Mined area released by year",
      columns: [
        Column("year", "Year", .text), area("cleared_m2", "Cleared", .squareKilometres),
        area("reduced_m2", "Reduced", .squareKilometres),
        area("cancelled_m2", "Cancelled", .squareKilometres),
        area("released_m2", "Released", .squareKilometres),
        area("net_cleared_m2", "Net cleared", .squareKilometres),
      ] + ItemCounts.columns,
      rows: lines.map { line in
        var row = Row(
          .body,
          [.text(line.year)]
            + [
              line.account.netReleased[.cleared, default: .zero],
              line.account.netReleased[.reduced, default: .zero],
              line.account.netReleased[.cancelled, default: .zero],
              line.account.netReleasedTotal, line.account.netCleared,
            ].map { .area($0) } + line.items.cells)
        row.records = nil
        return row
      })
    table.notes =
      ["A year that the period ends in goes to its last day. Items are of all work."]
      + lines.reduce(ItemCounts()) { $0 + $1.items }.notes
    return table
  }

  private static func spotTasks(_ lines: [OperatorLine]) -> Table {
    var table = Table(
      id: "t6", title: "T6 Spot tasks by operator",
      columns: [operatorColumn, Column("tasks", "Spot tasks", .count)] + ItemCounts.columns,
      rows: rows(lines, records: { $0.releases[.cleared, default: 0] }) { line in
        [.count(line.releases.values.reduce(0, +))] + line.items.cells
      })
    table.notes = OperatorLine.sum(lines).items.notes
    return table
  }

  private static func battleAreas(_ lines: [OperatorLine]) -> Table {
    var table = Table(
      id: "bac", title: "Battle area cleared by operator",
      columns: [
        operatorColumn, Column("areas", "Areas", .count), area("net_cleared_m2", "Net cleared"),
        area("gross_cleared_m2", "Gross cleared"), area("surface_m2", "Surface search"),
      ] + ItemCounts.columns,
      rows: rows(lines, records: { $0.releases[.cleared, default: 0] }) { line in
        [
          .count(line.releases[.cleared, default: 0]), .area(line.account.netCleared),
          .area(line.account.gross[.cleared, default: .zero]), .area(line.account.surfaceSearch),
        ] + line.items.cells
      })
    table.notes = ["Battle area clearance covers cluster munitions and other remnants, not mines."]
    return table
  }
}
