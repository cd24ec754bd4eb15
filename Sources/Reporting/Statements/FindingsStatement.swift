public import LandRelease

/// What somebody should look at, weightiest first and by the hectares it moves.
public enum FindingsStatement {
  /// Makes the list of findings, weightiest first, under a count by rule.
  public static func report(_ findings: [Finding], basis: StatementBasis) -> Report {
    let sorted = findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity < b.severity }
      let (first, second) = (a.areaEffect ?? .zero, b.areaEffect ?? .zero)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    let counts = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
    let table = Table(
      id: "findings", title: "Findings",
      columns: [
        Column("rule", "Rule", .text), Column("severity", "Severity", .text),
        Column("record", "Record", .text), Column("file", "File", .text),
        Column("row", "Row", .count), Column("area_effect_m2", "Moves", .area),
        Column("message", "Finding", .text), Column("remedy", "What to do", .text),
      ],
      rows: sorted.map { finding in
        Row(
          .body,
          [
            .text(finding.rule), .text(finding.severity.rawValue),
            finding.place.record.map { .text($0) } ?? .empty,
            finding.place.file.map { .text($0) } ?? .empty,
            finding.place.row.map { .count($0) } ?? .empty,
            finding.areaEffect.map { .area($0) } ?? .empty, .text(finding.message),
            .text(finding.remedy),
          ])
      })
    let summary = Table(
      id: "rules", title: "Findings by rule",
      columns: [Column("rule", "Rule", .text), Column("findings", "Findings", .count)],
      rows: counts.sorted { $0.key < $1.key }.map { Row(.body, [.text($0.key), .count($0.value)]) })
    return basis.report(
      "Findings", notes: [], tables: [summary, table], mainTable: "findings")
  }
}

/// The rulebook as a table.
public enum RulesStatement {
  /// Makes the list of rules in the order they come.
  public static func report(_ rules: [Rule]) -> Report {
    Report(
      title: "Rules",
      tables: [
        Table(
          id: "rules", title: "Every rule, with its permanent code",
          columns: [
            Column("rule", "Rule", .text), Column("severity", "Severity", .text),
            Column("sentence", "What it says", .text),
          ],
          rows: rules.map {
            Row(.body, [.text($0.code), .text($0.severity.rawValue), .text($0.sentence)])
          })
      ])
  }
}

/// The invariants of the ledger, with what was checked and what was left over.
public enum InvariantsStatement {
  /// Makes the list of invariants, and of no more than twenty faults of each.
  public static func report(
    _ results: [LedgerInvariants.Result], basis: StatementBasis
  ) -> Report {
    let faults = results.flatMap { result in
      result.faults.prefix(20).map { Row(.body, [.text("\(result.number)"), .text($0)]) }
    }
    var tables = [
      Table(
        id: "invariants", title: "Invariants of the ledger",
        columns: [
          Column("invariant", "No.", .text), Column("sentence", "Invariant", .text),
          Column("checked", "Checked", .count), Column("faults", "Faults", .count),
          Column("residual_m2", "Residual", .number(unit: "m2")),
        ],
        rows: results.map {
          Row(
            .body,
            [
              .text("\($0.number)"), .text($0.sentence), .count($0.checked),
              .count($0.faults.count), .number($0.residual.squareMetres, decimals: 4),
            ])
        })
    ]
    if !faults.isEmpty {
      tables.append(
        Table(
          id: "faults", title: "Faults",
          columns: [Column("invariant", "No.", .text), Column("fault", "Fault", .text)],
          rows: faults))
    }
    return basis.report("Check of the ledger", notes: [], tables: tables)
  }
}
