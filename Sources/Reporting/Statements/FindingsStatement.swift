public import LandRelease

/// One finding of a book with its number and what was decided about it.
public struct FindingLine: Hashable, Sendable {
  /// The number that commands name it by.
  public var number: Int64
  /// What was found.
  public var finding: Finding
  /// open, accepted or fixed.
  public var status: String
  /// Why it was accepted, or how it was fixed.
  public var reason: String?

  /// Joins a finding and what was decided about it.
  public init(number: Int64, finding: Finding, status: String = "open", reason: String? = nil) {
    self.number = number
    self.finding = finding
    self.status = status
    self.reason = reason
  }

  /// Weightiest first, then by the hectares it moves, then as they were found.
  static func ranked(_ lines: [FindingLine]) -> [FindingLine] {
    // A line is long: what decides is taken out once.
    lines.indices.map { place in
      let line = lines[place]
      return Rank(
        severity: line.finding.severity, area: line.finding.areaEffect ?? .zero,
        number: line.number, place: place)
    }.sorted().map { lines[$0.place] }
  }

  private struct Rank: Comparable {
    let severity: Finding.Severity
    let area: Area
    let number: Int64
    let place: Int

    static func < (left: Rank, right: Rank) -> Bool {
      if left.severity != right.severity { return left.severity < right.severity }
      return left.area == right.area ? left.number < right.number : left.area > right.area
    }
  }
}

/// What somebody should look at, weightiest first and by the hectares it moves.
public enum FindingsStatement {
  /// How many findings a person is shown at first.
  public static let shown = 10

  /// Makes the list of all findings, weightiest first, under a count by rule.
  public static func report(
    _ lines: [FindingLine], notes: [String] = [], basis: StatementBasis
  ) -> Report {
    let table = Table(
      id: "findings", title: "Findings",
      columns: [
        Column("rule", "Rule", .text), .words("severity", "Severity"),
        Column("record", "Record", .text, reveals: .record),
        Column("file", "File", .text, reveals: .source),
        Column("row", "Row", .count, reveals: .source), Column("area_effect_m2", "Moves", .area),
        Column("message", "Finding", .text, reveals: .record),
        Column("remedy", "What to do", .text, reveals: .record),
        Column("number", "No.", .text, reveals: .record), .words("status", "Status"),
        Column("reason", "Reason", .text, reveals: .source),
      ],
      rows: FindingLine.ranked(lines).map { line in
        let finding = line.finding
        return Row(
          .body,
          [
            .text(finding.rule), .text(finding.severity.rawValue),
            finding.place.record.map { .text($0) } ?? .empty,
            finding.place.file.map { .text($0) } ?? .empty,
            finding.place.row.map { .count($0) } ?? .empty,
            finding.areaEffect.map { .area($0) } ?? .empty, .text(finding.message),
            .text(finding.remedy), .text("\(line.number)"), .text(line.status),
            line.reason.map { .text($0) } ?? .empty,
          ]
        ).resting(on: 1)
      })
    return basis.report(
      "Findings", notes: notes, tables: [counts(lines), table], mainTable: "findings")
  }

  /// Makes the list for a person: the first ten, and one line a rule for the rest.
  public static func folded(
    _ lines: [FindingLine], notes: [String] = [], basis: StatementBasis
  ) -> Report {
    basis.report("Findings", notes: notes, tables: foldedTables(lines), mainTable: "findings")
  }

  /// The first ten, and one line a rule for the rest where there are more.
  static func foldedTables(_ lines: [FindingLine]) -> [Table] {
    let ranked = FindingLine.ranked(lines)
    let first = ranked.prefix(shown)
    let table = Table(
      id: "findings",
      title: ranked.count > shown ? "The first \(shown) of \(ranked.count) findings" : "Findings",
      columns: [
        Column("number", "No.", .text, reveals: .record), Column("rule", "Rule", .text),
        .words("severity", "Severity"), Column("area_effect_m2", "Moves", .area),
        Column("message", "Finding", .text, reveals: .record),
        Column("remedy", "What to do", .text, reveals: .record),
      ],
      rows: first.map { line in
        let finding = line.finding
        return Row(
          .body,
          [
            .text("\(line.number)"), .text(finding.rule), .text(finding.severity.rawValue),
            finding.areaEffect.map { .area($0) } ?? .empty, .text(named(finding)),
            .text(finding.remedy),
          ]
        ).resting(on: 1)
      })
    let rest = Array(ranked.dropFirst(shown))
    var tables = [table]
    if !rest.isEmpty { tables.append(folding(rest)) }
    return tables
  }

  /// The message with its record, and with the row of the file it came from.
  private static func named(_ finding: Finding) -> String {
    let place = finding.place
    let file = place.file?.split(separator: "/").last.map { "\($0), " } ?? ""
    let row = place.row.map { " (\(file)row \($0))" } ?? ""
    guard let record = place.record, !finding.message.contains(record) else {
      return finding.message + row
    }
    return "\(record): \(finding.message)\(row)"
  }

  private static func folding(_ lines: [FindingLine]) -> Table {
    let groups = Dictionary(grouping: lines, by: \.finding.rule).sorted { left, right in
      let (a, b) = (left.value[0].finding.severity, right.value[0].finding.severity)
      if a != b { return a < b }
      let (first, second) = (moved(left.value), moved(right.value))
      return first == second ? left.key < right.key : first > second
    }
    return Table(
      id: "rest", title: "And by rule",
      columns: [
        Column("rule", "Rule", .text), .words("severity", "Severity"),
        Column("unfold", "List them with", .text), Column("more", "More", .count),
        Column("area_effect_m2", "Moves", .area),
      ],
      rows: groups.map { rule, group in
        Row(
          .body,
          [
            .text(rule), .text(group[0].finding.severity.rawValue),
            .text("landbook check --rule \(rule)"), .count(group.count), .area(moved(group)),
          ]
        ).resting(on: group.count)
      })
  }

  private static func moved(_ lines: [FindingLine]) -> Area {
    lines.reduce(.zero) { $0 + ($1.finding.areaEffect ?? .zero) }
  }

  private static func counts(_ lines: [FindingLine]) -> Table {
    let counts = Dictionary(grouping: lines, by: \.finding.rule).mapValues(\.count)
    return Table(
      id: "rules", title: "Findings by rule",
      columns: [Column("rule", "Rule", .text), Column("findings", "Findings", .count)],
      rows: counts.sorted { $0.key < $1.key }.map {
        Row(.body, [.text($0.key), .count($0.value)]).resting(on: $0.value)
      })
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
            Column("rule", "Rule", .text), .words("severity", "Severity"),
            Column("sentence", "What it says", .text), Column("remedy", "What to do", .text),
            Column("source", "From", .text),
          ],
          rows: rules.map {
            Row(
              .body,
              [
                .text($0.code), .text($0.severity.rawValue), .text($0.sentence), .text($0.remedy),
                .text($0.source),
              ])
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
