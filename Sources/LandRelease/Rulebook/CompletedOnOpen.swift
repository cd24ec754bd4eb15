/// Everything released, and the status column has not heard of it.
enum CompletedOnOpen: BookRule {
  static let rule = Rule(
    "LR53", .note,
    "A hazard that is released by completed tasks still has the status open.",
    remedy: "Close the hazard in the source; figures go by releases, not by this column.",
    source: "pattern 29")

  static func judge(_ book: BookFacts) -> [Finding] {
    var done: [String: Bool] = [:]
    for task in book.tasks {
      for hazard in task.hazards {
        done[hazard] = (done[hazard] ?? true) && task.isCompleted
      }
    }
    var released: [String: Area] = [:]
    for release in book.releases where release.review == .accepted && release.hazards.count == 1 {
      released[release.hazards[0], default: .zero] += release.area ?? .zero
    }
    var latest: [RecordKey: BookFacts.HazardMoment] = [:]
    for hazard in book.hazards where !hazard.isSuperseded {
      if let held = latest[hazard.key], let day = held.date, (hazard.date ?? day) < day { continue }
      latest[hazard.key] = hazard
    }
    return latest.values.sorted { $0.key < $1.key }.compactMap { hazard in
      guard hazard.status == .open || hazard.status == .workedOn, done[hazard.key.id] == true,
        let area = hazard.area, area > .zero, let gone = released[hazard.key.id],
        gone.squareMetres >= 0.99 * area.squareMetres
      else { return nil }
      return Finding(
        rule,
        Remark(
          "has the status \(hazard.status?.rawValue ?? ""); its tasks are completed and \(gone.squareMetresText) of its \(area.squareMetresText) m2 released",
          field: "status", area: area),
        record: "hazard \(hazard.key)")
    }
  }
}
