public import LandRelease

/// The work in which explosive ordnance was found.
public enum FindingWork: String, CaseIterable, Sendable {
  case mineClearance = "mine_clearance"
  case battleArea = "battle_area"
  case survey
  case spotTask = "spot_task"
  /// A find that names no release.
  case unlinked

  /// The work of a release of that kind and activity; nil for both where a device names none.
  public init(kind: ReleaseKind?, activity: Activity?) {
    switch (kind, activity) {
    case (_, .spotTask?): self = .spotTask
    case (_, .battleAreaClearance?), (_, .battleAreaSurface?): self = .battleArea
    case (_, .nonTechnicalSurvey?), (_, .technicalSurvey?): self = .survey
    case (_, .clearance?), (_, .roadClearance?), (.cleared?, nil): self = .mineClearance
    case (.cancelled?, nil), (.reduced?, nil): self = .survey
    case (nil, nil): self = .unlinked
    }
  }

  var label: String {
    switch self {
    case .mineClearance: "Mine clearance"
    case .battleArea: "Battle area clearance"
    case .survey: "Survey"
    case .spotTask: "Spot tasks"
    case .unlinked: "No release named"
    }
  }
}

/// Items found in one sort of work.
public struct WorkLine: Hashable, Sendable {
  /// The work.
  public var work: FindingWork
  /// What was found.
  public var items: ItemCounts

  /// Makes a line of its parts.
  public init(work: FindingWork, items: ItemCounts) {
    self.work = work
    self.items = items
  }
}

/// All items by the work they were found in.
enum ItemsByWorkTable {
  static func table(_ lines: [WorkLine], basis: StatementBasis) -> Table {
    func row(_ style: Row.Style, _ name: String, _ items: ItemCounts) -> Row {
      var row = Row(style, [.text(name)] + items.cells)
      row.records = items.records
      return row
    }
    let total = lines.reduce(ItemCounts()) { $0 + $1.items }
    var table = Table(
      id: "items", title: "Items found by work",
      columns: [Column.words("work", "Work")] + ItemCounts.columns,
      rows: lines.map { row(.body, $0.work.label, $0.items) } + [row(.total, "Total", total)])
    table.notes = total.notes
    return table
  }
}
