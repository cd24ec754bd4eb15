/// The contents of each hazard that count, in order of date, for rules about what follows what.
enum HazardHistory {
  typealias Step = (before: BookFacts.HazardMoment, after: BookFacts.HazardMoment)

  /// Each version with the one before it, hazards in the order they were first stored.
  static func steps(_ book: BookFacts) -> [Step] {
    var versions: [RecordKey: [BookFacts.HazardMoment]] = [:]
    var order: [RecordKey] = []
    for hazard in book.hazards where !hazard.isSuperseded {
      if versions[hazard.key] == nil { order.append(hazard.key) }
      versions[hazard.key, default: []].append(hazard)
    }
    return order.flatMap { key -> [Step] in
      guard let history = versions[key], history.count > 1 else { return [] }
      let sorted = history.sorted { left, right in
        guard let first = left.date else { return right.date != nil }
        return right.date.map { first < $0 } ?? false
      }
      return zip(sorted, sorted.dropFirst()).map { ($0, $1) }
    }
  }
}
