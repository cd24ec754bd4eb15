import LandRelease

/// Findings as a table: rule, severity, what and what to do.
enum FindingsTable {
  static func table(_ findings: [Finding], id: String, title: String) -> Table {
    Table(
      id: id, title: title,
      columns: [
        Column("rule", "Rule", .text), Column("severity", "Severity", .text),
        Column("message", "Finding", .text), Column("remedy", "What to do", .text),
      ],
      rows: findings.map {
        Row(
          .body,
          [.text($0.rule), .text($0.severity.rawValue), .text($0.message), .text($0.remedy)])
      })
  }
}
