/// The area that actors state without records: what lies between `records` and `high`.
public enum StatedArea {
  /// Adds up statements of a period, leaving out what would count twice.
  ///
  /// Left out are statements of actors who have releases in the book, and all but one split of a
  /// total that a source splits several ways.
  public static func total(
    _ statements: [Statement], period: Period, actorsWithRecords: Set<String>,
    kinds: Set<ReleaseKind> = Set(ReleaseKind.allCases)
  ) -> Area {
    counted(statements, period: period, actorsWithRecords: actorsWithRecords, kinds: kinds)
      .reduce(.zero) { $0 + ($1.area ?? .zero) }
  }

  /// The statements that ``total(_:period:actorsWithRecords:kinds:)`` adds up.
  public static func counted(
    _ statements: [Statement], period: Period, actorsWithRecords: Set<String>,
    kinds: Set<ReleaseKind> = Set(ReleaseKind.allCases)
  ) -> [Statement] {
    let usable = statements.filter { statement in
      guard let to = statement.to ?? statement.from, statement.area != nil else { return false }
      return period.contains(to) && !actorsWithRecords.contains(statement.actor)
        && kinds.contains(kind(of: statement))
    }
    var chosen: [String: String] = [:]
    for statement in usable {
      guard let split = statement.split else { continue }
      let total = totalKey(statement)
      chosen[total] = min(chosen[total] ?? split, split)
    }
    return usable.filter { $0.split == nil || $0.split == chosen[totalKey($0)] }
  }

  /// What the activity of a statement comes to; clearance where it says nothing else.
  private static func kind(of statement: Statement) -> ReleaseKind {
    let words = (statement.activity ?? "").lowercased()
    if words.contains("non-technical") || words.contains("nts") || words.contains("cancel") {
      return .cancelled
    }
    let isReduced = words == "ts" || words.contains("technical") || words.contains("reduc")
    return isReduced ? .reduced : .cleared
  }

  private static func totalKey(_ statement: Statement) -> String {
    "\(statement.source ?? "")|\(statement.from?.description ?? "")|\(statement.to?.description ?? "")"
  }
}
