import LandRelease

/// What opens a figure that a claim is held against.
public struct ClaimOpening: Hashable, Sendable {
  /// The basis or the line of the bridge.
  public var label: String
  /// Whether the figure is taken off the line rather than added to it.
  public var isSubtracted: Bool
  /// What a person types.
  public var command: String

  /// Makes it of its parts.
  public init(label: String, isSubtracted: Bool, command: String) {
    self.label = label
    self.isSubtracted = isSubtracted
    self.command = command
  }
}

extension ReconciliationStatement {
  /// One claim in full: its verdict, bases and bridge, and what opens each of their lines.
  public static func claim(
    _ name: String, _ claims: [ReconciledClaim], opening: [ClaimOpening], basis: StatementBasis
  ) -> Report {
    var report = report(claims, series: nil, rolls: [], isDetailed: true, basis: basis)
    report.title = "Why: claim \(name)"
    if opening.isEmpty {
      report.notes.append("The figures it is held against are of no report that could be opened.")
      return report
    }
    report.tables.append(
      Table(
        id: "opening", title: "What opens each line",
        columns: [
          Column("line", "Line", .text), Column("part", "Part", .text),
          Column("command", "Command", .text),
        ],
        rows: opening.map {
          Row(
            .body, [.text($0.label), .text($0.isSubtracted ? "less" : "of it"), .text($0.command)])
        }))
    return report
  }
}
