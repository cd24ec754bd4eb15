public import LandRelease

/// Every sum of movements from state to state by cause, those that change nothing included.
public enum TransitionsStatement {
  /// Makes the statement; sums that differ only in the record's kind are one row.
  public static func report(
    _ sums: [(layer: Layer, sum: LedgerSum)], by dimensions: [LedgerDimension],
    basis: StatementBasis
  ) -> Report {
    let columns =
      dimensions.map { Column($0.rawValue, $0.label, .text) } + [
        .words("layer", "Layer"),
        .words("from", "From"),
        .words("to", "To"),
        .words("cause", "Cause"),
        .words("again", "Again"),
        Column("area_m2", "Area", .area),
      ]
    let rows = merged(sums).map { layer, sum in
      Row(
        .body,
        sum.group.map { $0.isEmpty ? .empty : .text($0) } + [
          .text(layer.rawValue), .text(sum.from.rawValue), .text(sum.to.rawValue),
          .text(sum.cause.rawValue), .text(sum.again ? "yes" : "no"), .area(sum.area),
        ]
      )
    }
    return basis.report(
      "Transitions",
      notes: [
        "Rows with the same state before and after explain area and move no balance.",
        "Layers are accounts of the same ground: their areas do not add up.",
      ],
      tables: [
        Table(
          id: "transitions", title: "Movements by \(BalanceStatement.phrase(dimensions))",
          columns: columns, rows: rows)
      ])
  }

  private struct Key: Hashable {
    let group: [String]
    let layer: Layer
    let from: LandState
    let to: LandState
    let cause: Cause
    let again: Bool
  }

  /// One row for each transition, whatever the record's kind; undated groups come first.
  private static func merged(
    _ sums: [(layer: Layer, sum: LedgerSum)]
  ) -> [(layer: Layer, sum: LedgerSum)] {
    var places: [Key: Int] = [:]
    var rows: [(layer: Layer, sum: LedgerSum)] = []
    for (layer, sum) in sums {
      let key = Key(
        group: sum.group, layer: layer, from: sum.from, to: sum.to, cause: sum.cause,
        again: sum.again)
      if let place = places[key] {
        rows[place].sum.area += sum.area
      } else {
        places[key] = rows.count
        rows.append((layer, sum))
      }
    }
    return rows.map { (order($0, $1), ($0, $1)) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  private static func order(_ layer: Layer, _ sum: LedgerSum) -> [String] {
    let place = Layer.allCases.firstIndex(of: layer) ?? 0
    return sum.group + [
      "\(place)", sum.from.rawValue, sum.to.rawValue, sum.cause.rawValue, sum.again ? "1" : "0",
    ]
  }
}
