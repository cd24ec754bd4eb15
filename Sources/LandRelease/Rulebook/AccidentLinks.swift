/// A victim of an accident that is not there.
enum LostAccident: BookRule {
  static let rule = Rule(
    "LR82", .warning, "A victim names an accident that the book does not hold, or holds twice.",
    remedy: "Import the accident, or correct the id in the source and import it again.",
    source: "pattern 25")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.victimLinks.lost.map { victim, isAmbiguous in
      let name = victim.accident ?? ""
      return Finding(
        rule,
        Remark(
          isAmbiguous
            ? "names accident \"\(name)\", and several organisations have one with that id"
            : "names accident \"\(name)\", which the book does not hold",
          field: "accident_id", at: victim.position),
        record: "victim \(victim.key)")
    }
  }
}

/// More people on record than an accident says it hurt.
enum AccidentCounts: BookRule {
  static let rule = Rule(
    "LR83", .warning,
    "An accident states fewer people killed or injured than its victims' records.",
    remedy:
      "Correct the numbers of the accident or the victims' records; the greater number counts.",
    source: "domain 3.2")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.accidentRecords.compactMap { accident in
      let outcomes = (book.victimLinks.victims[accident.key] ?? []).map(\.outcome)
      let killed = outcomes.count { $0 == .killed }
      let injured = outcomes.count { $0 == .injured }
      var parts: [String] = []
      if let stated = accident.killed, stated < killed {
        parts.append("\(stated) killed where \(killed) are on record")
      }
      if let stated = accident.injured, stated < injured {
        parts.append("\(stated) injured where \(injured) are on record")
      }
      guard !parts.isEmpty else { return nil }
      return Finding(
        rule,
        Remark(
          "states \(parts.joined(separator: " and "))", field: "killed", at: accident.position),
        record: "accident \(accident.key)")
    }
  }
}

/// A victim of another day than its accident.
enum AccidentDay: BookRule {
  static let rule = Rule(
    "LR84", .warning, "A victim and the accident that it names are of different days.",
    remedy: "Correct the day of one of them, or the accident that the victim names.",
    source: "pattern 21")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.accidentRecords.flatMap { accident in
      (book.victimLinks.victims[accident.key] ?? []).compactMap { victim in
        guard let day = accident.date, let other = victim.date, day != other else { return nil }
        return Finding(
          rule,
          Remark(
            "is dated \(other), and its accident \(accident.key) is dated \(day)", field: "date",
            at: victim.position),
          record: "victim \(victim.key)")
      }
    }
  }
}
