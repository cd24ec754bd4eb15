/// Completed clearance of which nobody says what it did to the environment.
///
/// A book that holds no check at all is one in which nobody records them: its data quality report
/// says so, and no finding does.
enum NoEnvironmentCheck: BookRule {
  static let rule = Rule(
    "EN01", .note, "Completed clearance should have a check of the environment (IMAS 07.13).",
    remedy: "Import the checks with landbook import environment-checks, or with the releases.",
    source: "IMAS 07.13")

  static func judge(_ book: BookFacts) -> [Finding] {
    guard !book.environmentChecks.isEmpty else { return [] }
    let links = EnvironmentLinks(book.environmentChecks)
    let completed = book.releases.filter(\.isCompletedClearance)
    return Dictionary(grouping: completed, by: \.key.organisation).sorted { $0.key < $1.key }
      .compactMap { organisation, releases in
        let without = releases.count { !links.hasCheck(of: $0.key, task: $0.task) }
        guard without > 0 else { return nil }
        let name = organisation.isEmpty ? "an organisation that is not named" : organisation
        return Finding(
          rule,
          Remark(
            "has \(without) of \(releases.count) completed clearances without a check of the environment"
          ), record: name)
      }
  }
}

extension BookFacts.ReleaseMoment {
  /// Whether it is an accepted report of completed clearance.
  var isCompletedClearance: Bool {
    kind == .cleared && review == .accepted && stage != .progress
      && activity != .battleAreaSurface && activity != .spotTask
  }
}
