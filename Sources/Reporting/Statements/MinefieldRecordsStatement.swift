public import LandRelease

/// Minefield records against what was found: verdicts, distances and quantities, always with how
/// many records each figure rests on.
public enum MinefieldRecordsStatement {
  /// - Parameters:
  ///   - within: metres within which a find confirms a record.
  ///   - reach: metres within which a find is of the nearest record.
  public static func report(
    _ records: [CheckedRecord], within: Double, reach: Double, basis: StatementBasis
  ) -> Report {
    let whole = { (metres: Double) in Int(metres.rounded()) }
    var tables = [
      verdicts(records), sources(records), confirmed(records), displacement(records),
      quantities(records), list(records),
    ]
    tables[2].notes = [
      "Confirmed: at least one item was found within \(whole(within)) m of the record."
    ]
    tables[3].notes = [
      "From the middle of the record to the middle of the finds nearest to it, or as survey states it."
    ]
    tables[4].notes = [
      "Only records that give a number and of which something was found: as survey states it, else the items nearest to the record."
    ]
    var basis = basis
    basis.layer = "none: records are no land"
    return basis.report(
      "Minefield records against what was found",
      notes: [
        "A map never cancels land: no minefield record moves the ledger, whatever its verdict.",
        "Mines, or what the record says was laid, are finds of the nearest record no farther than \(whole(reach)) m, once. No find may mean that nobody searched.",
      ], tables: tables, mainTable: "verdicts")
  }

  private static func row(_ style: Row.Style, _ cells: [Cell], _ count: Int) -> Row {
    var row = Row(style, cells)
    row.records = count
    return row
  }

  private static func share(_ part: Int, of whole: Int) -> Cell {
    whole == 0 ? .empty : .share(.count(part), of: .count(whole))
  }

  private static func verdicts(_ records: [CheckedRecord]) -> Table {
    let checked = records.count { $0.record.verdict != .unchecked }
    func row(_ style: Row.Style, _ name: String, _ own: Int, isChecked: Bool) -> Row {
      Self.row(
        style,
        [
          .text(name), .count(own), isChecked ? share(own, of: checked) : .empty,
          share(own, of: records.count),
        ], own)
    }
    return Table(
      id: "verdicts", title: "Verdicts",
      columns: [
        Column.words("verdict", "Verdict"), Column("records", "Minefield records", .count),
        Column("share_of_checked", "Of the checked", .share),
        Column("share_of_all", "Of all", .share),
      ],
      rows: RecordVerdict.allCases.map { verdict in
        row(
          .body, verdict.rawValue, records.count { $0.record.verdict == verdict },
          isChecked: verdict != .unchecked)
      } + [
        row(.subtotal, "Checked", checked, isChecked: true),
        row(.total, "Total", records.count, isChecked: false),
      ])
  }

  private static func sources(_ records: [CheckedRecord]) -> Table {
    func row(_ style: Row.Style, _ name: String, _ own: [CheckedRecord]) -> Row {
      func count(_ verdict: RecordVerdict) -> Int { own.count { $0.record.verdict == verdict } }
      let checked = own.count - count(.unchecked)
      return Self.row(
        style,
        [
          .text(name), .count(own.count), .count(checked), .count(count(.accurate)),
          .count(count(.partly)), .count(count(.notUseful)),
          share(count(.accurate), of: checked),
          share(count(.accurate) + count(.partly), of: checked),
        ], own.count)
    }
    let groups = Dictionary(grouping: records) { $0.record.source ?? "unknown" }
      .sorted { $0.key < $1.key }
    return Table(
      id: "sources", title: "Verdicts by source",
      columns: [
        Column("source", "Source", .text, reveals: .source),
        Column("records", "Minefield records", .count),
        Column("checked", "Checked", .count), Column("accurate", "Accurate", .count),
        Column("partly", "Partly", .count), Column("not_useful", "Not useful", .count),
        Column("share_accurate", "Accurate, of the checked", .share),
        Column("share_useful", "Accurate or partly", .share),
      ],
      rows: groups.map { row(.body, $0.key, $0.value) } + [row(.total, "Total", records)])
  }

  /// A row for each verdict that records have, and one for all.
  private static func byVerdict(
    _ records: [CheckedRecord], _ cells: ([CheckedRecord]) -> [Cell]
  ) -> [Row] {
    let groups = Dictionary(grouping: records, by: \.record.verdict)
    return RecordVerdict.allCases.compactMap { verdict in
      groups[verdict].map {
        row(.body, [.text(verdict.rawValue)] + cells($0), $0.count)
      }
    } + [row(.total, [.text("Total")] + cells(records), records.count)]
  }

  private static func confirmed(_ records: [CheckedRecord]) -> Table {
    Table(
      id: "confirmed", title: "Confirmed by finds",
      columns: [
        Column.words("verdict", "Verdict"), Column("records", "Minefield records", .count),
        Column("with_place", "With a place", .count), Column("confirmed", "Confirmed", .count),
        Column("share_confirmed", "Confirmed, of those with a place", .share),
        Column("nothing_found", "Nothing found near by", .count),
      ],
      rows: byVerdict(records) { own in
        let placed = own.filter { $0.found != nil }
        let confirmed = placed.count { $0.isConfirmed == true }
        return [
          .count(own.count), .count(placed.count), .count(confirmed),
          share(confirmed, of: placed.count), .count(placed.count { $0.found?.finds == 0 }),
        ]
      })
  }

  private static func displacement(_ records: [CheckedRecord]) -> Table {
    Table(
      id: "displacement", title: "How far off records lie",
      columns: [
        Column.words("verdict", "Verdict"), Column("records", "Minefield records", .count),
        Column("stated", "Stated by survey", .count), Column("measured", "Measured", .count),
        Column("least_m", "Least", .number(unit: "m")),
        Column("median_m", "Median", .number(unit: "m")),
        Column("most_m", "Most", .number(unit: "m")),
      ],
      rows: byVerdict(records) { own in
        let stated = own.count { $0.record.displacementMetres != nil }
        let metres = own.compactMap(\.displacement).sorted()
        func cell(_ value: Double?) -> Cell { value.map { .number($0, decimals: 0) } ?? .empty }
        return [
          .count(own.count), .count(stated), .count(metres.count - stated), cell(metres.first),
          cell(Median.of(metres)), cell(metres.last),
        ]
      })
  }

  private static func quantities(_ records: [CheckedRecord]) -> Table {
    Table(
      id: "quantities", title: "Recorded against found",
      columns: [
        Column.words("verdict", "Verdict"), Column("records", "Minefield records", .count),
        Column("with_both", "With both numbers", .count),
        Column("recorded", "Recorded", .count), Column("found", "Found", .count),
        Column("share_found", "Found, of the recorded", .share),
        Column("more_found", "More found than recorded", .count),
      ],
      rows: byVerdict(records) { own in
        let both = own.compactMap { checked in
          checked.record.recordedQuantity.flatMap { recorded in
            checked.foundQuantity.map { (recorded: recorded, found: $0) }
          }
        }
        let recorded = both.reduce(0) { $0 + $1.recorded }
        let found = both.reduce(0) { $0 + $1.found }
        return [
          .count(own.count), .count(both.count), .count(recorded), .count(found),
          share(found, of: recorded), .count(both.count { $0.found > $0.recorded }),
        ]
      })
  }

  private static func list(_ records: [CheckedRecord]) -> Table {
    func metres(_ value: Double?) -> Cell { value.map { .number($0, decimals: 0) } ?? .empty }
    func count(_ value: Int?) -> Cell { value.map { .count($0) } ?? .empty }
    return Table(
      id: "records", title: "Each record",
      columns: [
        Column("record", "Record", .text, reveals: .record), Column.words("verdict", "Verdict"),
        Column.words("type", "Type"),
        Column("recorded", "Recorded", .count), Column("found_stated", "Found, as stated", .count),
        Column("finds", "Finds near by", .count), Column("items", "Items in them", .count),
        Column("items_within", "Items that confirm", .count),
        Column("points", "Points", .count), Column("points_confirmed", "Points confirmed", .count),
        Column("nearest_m", "Nearest", .number(unit: "m"), reveals: .place),
        Column("displacement_m", "Displacement", .number(unit: "m"), reveals: .place),
        Column("displacement_stated_m", "Displacement, as stated", .number(unit: "m")),
      ],
      rows: records.map { checked in
        let (record, found) = (checked.record, checked.found)
        return row(
          .body,
          [
            .text(record.key.description), .text(record.verdict.rawValue),
            record.recordedType.map { .text($0) } ?? .empty, count(record.recordedQuantity),
            count(record.foundQuantity), count(found?.finds), count(found?.items),
            count(found?.itemsWithin), count(record.pointCount), count(found?.pointsConfirmed),
            metres(found?.nearest), metres(found?.displacement),
            metres(record.displacementMetres),
          ], 1)
      })
  }
}

extension MinefieldRecord {
  /// How many points it is drawn as; nil where it is drawn otherwise.
  fileprivate var pointCount: Int? {
    if case .points(let points) = geometry { points.count } else { nil }
  }
}
