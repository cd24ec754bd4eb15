public import LandRelease

/// The way from net to reported area, line by line, for each kind of release.
public enum BridgeStatement {
  /// - Parameters:
  ///   - lines: one a group; a single line without dimensions for the nation.
  public static func report(
    _ lines: [ProgressLine], by dimensions: [LedgerDimension],
    basis: StatementBasis
  ) -> Report {
    let rows = lines.flatMap { line in
      self.rows(line).map { row in
        Row(row.style, basis.groupCells(dimensions, line.group) + row.cells)
      }
    }
    return basis.report(
      "Bridge from net to reported area",
      notes: [
        "Net: cleared counts each square metre once ever, cancelled and reduced count what left open land.",
        "Superseded is progress that a completion of its task covers; it is part of the reported line. Surface search stands apart.",
      ],
      tables: [
        Table(
          id: "bridge", title: "Bridge by \(BalanceStatement.phrase(dimensions))",
          columns: basis.groupColumns(dimensions) + valueColumns, rows: rows)
      ])
  }

  static let valueColumns = [
    .words("line", "Line"),
    Column("cancelled_m2", "Cancelled", .area),
    Column("reduced_m2", "Reduced", .area),
    Column("cleared_m2", "Cleared", .area),
    Column("total_m2", "Total", .area),
  ]

  private static func rows(_ line: ProgressLine) -> [Row] { steps(line) + beside(line) }

  /// From net to what was typed, each line adding to the one before.
  static func steps(_ line: ProgressLine) -> [Row] {
    let declared = line.declared
    let net = net(line.account)
    let gross = line.account.gross
    let corrected = sum([gross, declared.overMeasured, declared.withoutPolygon])
      .merging(declared.undeclared.mapValues { -$0 }, uniquingKeysWith: +)
    return [
      row("net", net, .result),
      row("repeated, strengthened, partial, without effect", difference(gross, net)),
      row("gross (measured polygons)", gross, .result),
      row("declared less measured", declared.overMeasured),
      row("declared without a polygon", declared.withoutPolygon),
      row("less measured, nothing declared", declared.undeclared.mapValues { -$0 }),
      row("reported, units corrected", corrected, .result),
      row("wrong units as typed", declared.unitSlips),
      row("reported as typed", sum([corrected, declared.unitSlips]), .result),
    ]
  }

  /// What stands beside the bridge and is no step of it.
  static func beside(_ line: ProgressLine) -> [Row] {
    [
      row("of it superseded progress", line.declared.superseded),
      row("unplaced, once per record and task", line.declared.unplaced),
      row("surface search, apart", [.cleared: line.account.surfaceSearch]),
    ]
  }

  private static func net(_ account: ReleaseAccount) -> [ReleaseKind: Area] {
    var net = account.netReleased
    net[.cleared] = account.netCleared
    return net
  }

  private static func sum(_ parts: [[ReleaseKind: Area]]) -> [ReleaseKind: Area] {
    parts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  private static func difference(
    _ left: [ReleaseKind: Area], _ right: [ReleaseKind: Area]
  ) -> [ReleaseKind: Area] {
    left.merging(right.mapValues { -$0 }, uniquingKeysWith: +)
  }

  private static func row(
    _ name: String, _ areas: [ReleaseKind: Area], _ style: Row.Style = .body
  ) -> Row {
    Row(
      style,
      [
        .text(name), .area(areas[.cancelled, default: .zero]),
        .area(areas[.reduced, default: .zero]), .area(areas[.cleared, default: .zero]),
        .area(areas.values.reduce(.zero, +)),
      ])
  }
}
