/// Two contents of one day, of which other systems keep the first and this one the last.
enum SameDayVersions: BookRule {
  static let rule = Rule(
    "LR63", .note, "Of two contents of one day, what was recorded last counts.",
    remedy: "Look whether the later one was meant as a correction.", source: "pattern 21")

  static func judge(_ book: BookFacts) -> [Finding] {
    var counts: [RecordKey: Int] = [:]
    var first: [RecordKey: BookFacts.HazardMoment] = [:]
    for hazard in book.hazards where hazard.isSuperseded {
      counts[hazard.key, default: 0] += 1
      if first[hazard.key] == nil { first[hazard.key] = hazard }
    }
    return first.values.sorted { $0.key < $1.key }.map { hazard in
      Finding(
        rule,
        Remark(
          "has \((counts[hazard.key] ?? 1) + 1) contents of \(hazard.date?.description ?? "no date")",
          field: "date", area: hazard.area),
        record: "hazard \(hazard.key)")
    }
  }
}
