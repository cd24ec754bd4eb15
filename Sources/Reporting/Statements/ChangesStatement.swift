public import LandRelease

/// What changed between two states of knowledge, by district, category and record.
public enum ChangesStatement {
  private static let recordsNamed = 5

  /// - Parameters:
  ///   - lines: one a record and district.
  ///   - earlier: all figures as they were known first.
  ///   - later: all figures as they are known in the state that the basis is of.
  ///   - known: what was known first.
  public static func report(
    _ lines: [ChangeLine], from earlier: ComparedFigures, to later: ComparedFigures,
    known: Knowledge, by dimensions: [ChangeDimension], basis: StatementBasis
  ) -> Report {
    let groups = grouped(lines, by: dimensions)
    let changed = Set(lines.map(\.record)).count
    var rows = groups.map { group in
      Row(.body, names(group, dimensions, basis) + cells(group.change))
        .resting(on: group.records.count)
    }
    if !dimensions.isEmpty {
      let width = columns(dimensions).count
      let total = lines.reduce(ComparedFigures()) { $0 + $1.change }
      rows.append(
        Row(.total, [.text("Total")] + Array(repeating: .empty, count: width - 1) + cells(total))
          .resting(on: changed))
    }
    var report = basis.report(
      "Changes between two states of knowledge",
      notes: [
        "New and late records were first recorded in between, late ones although their day was over; a consequence is an unchanged record whose ground others now share otherwise.",
        "Net cleared counts each square metre once ever; cancelled, reduced and cleared are what left open land.",
      ],
      tables: [
        Table(
          id: "changes", title: "What changed", columns: columns(dimensions) + figureColumns,
          rows: rows),
        totals(earlier, later, changed: changed),
      ], mainTable: "changes")
    report.subtitle =
      "From known at \(known.text) to known at \(basis.knowledge?.text ?? "today")"
    return report
  }

  private struct Group {
    var values: [String]
    var records: [String] = []
    var seen: Set<String> = []
    var change: ComparedFigures
  }

  private static func grouped(_ lines: [ChangeLine], by dimensions: [ChangeDimension]) -> [Group] {
    var places: [[String]: Int] = [:]
    var groups: [Group] = []
    for line in lines {
      let values = dimensions.map { dimension in
        switch dimension {
        case .district: line.district
        case .category: line.category.rawValue
        case .record: line.record
        }
      }
      let place = places[values] ?? groups.count
      if place == groups.count {
        places[values] = place
        groups.append(Group(values: values, change: ComparedFigures()))
      }
      groups[place].change = groups[place].change + line.change
      if groups[place].seen.insert(line.record).inserted {
        groups[place].records.append(line.record)
      }
    }
    return groups.sorted { $0.values.lexicographicallyPrecedes($1.values) }
  }

  private static func columns(_ dimensions: [ChangeDimension]) -> [Column] {
    let ofGroup = dimensions.flatMap { dimension -> [Column] in
      switch dimension {
      case .district: [Column("district", "District", .text), Column("name", "Name", .text)]
      case .category: [.words("category", "Category")]
      case .record: [Column("record", "Record", .text, reveals: .record)]
      }
    }
    return dimensions.contains(.record)
      ? ofGroup
      : ofGroup + [
        Column("records", "Records", .count), Column("keys", "Which", .text, reveals: .record),
      ]
  }

  private static let figureColumns = [
    Column("open_m2", "Open", .area),
    Column("cancelled_m2", "Cancelled", .area),
    Column("reduced_m2", "Reduced", .area),
    Column("cleared_m2", "Cleared", .area),
    Column("net_cleared_m2", "Net cleared", .area),
  ]

  private static func names(
    _ group: Group, _ dimensions: [ChangeDimension], _ basis: StatementBasis
  ) -> [Cell] {
    let cells = zip(dimensions, group.values).flatMap { dimension, value -> [Cell] in
      dimension == .district
        ? basis.groupCells([.district], [value]) : [.text(value)]
    }
    if dimensions.contains(.record) { return cells }
    let shown = group.records.prefix(recordsNamed).joined(separator: ", ")
    let rest = group.records.count - recordsNamed
    return cells + [
      .count(group.records.count), .text(rest > 0 ? "\(shown) and \(rest) more" : shown),
    ]
  }

  private static func cells(_ change: ComparedFigures) -> [Cell] {
    ([change.open] + ReleaseKind.allCases.map { change.released[$0] ?? .zero }
      + [change.netCleared]).map { .area($0) }
  }

  private static func totals(
    _ earlier: ComparedFigures, _ later: ComparedFigures, changed: Int
  ) -> Table {
    let measures: [(String, (ComparedFigures) -> Area)] =
      [("open", { $0.open })]
      + ReleaseKind.allCases.map { kind in (kind.rawValue, { $0.released[kind] ?? .zero }) }
      + [("net cleared", { $0.netCleared })]
    return Table(
      id: "totals", title: "The two states",
      columns: [
        .words("measure", "Measure"), Column("from_m2", "Known first", .area),
        Column("to_m2", "Known later", .area), Column("change_m2", "Change", .area),
      ],
      rows: measures.map { name, value in
        Row(
          .body,
          [
            .text(name), .area(value(earlier)), .area(value(later)),
            .area(value(later) - value(earlier)),
          ]
        ).resting(on: changed)
      })
  }
}
