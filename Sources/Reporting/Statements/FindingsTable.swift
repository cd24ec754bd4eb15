import LandRelease

/// Findings as a table: rule, severity, what and what to do.
enum FindingsTable {
  static func table(_ findings: [Finding], id: String, title: String) -> Table {
    Table(
      id: id, title: title,
      columns: [
        Column("rule", "Rule", .text), .words("severity", "Severity"),
        Column("message", "Finding", .text, reveals: .record),
        Column("remedy", "What to do", .text, reveals: .record),
      ],
      rows: findings.map {
        Row(
          .body,
          [.text($0.rule), .text($0.severity.rawValue), .text($0.message), .text($0.remedy)])
      })
  }
}
