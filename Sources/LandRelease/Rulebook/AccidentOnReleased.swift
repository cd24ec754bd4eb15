/// Somebody was hurt where the book says that the land was released.
enum AccidentOnReleased: BookRule {
  static let rule = Rule(
    "LR80", .error, "An accident or a victim lies on ground that had been released by that day.",
    remedy:
      "Keep people away, have the position and the releases checked, then revoke the release or record a hazard that reopens it.",
    source: "domain 2.3, reopening by an accident")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.accidents.compactMap { accident in
      guard let layer = accident.ground.layer else { return nil }
      let releases = accident.ground.releases.map(\.spoken).joined(separator: ", ")
      let ground = layer == .land ? "released" : "released in \(layer.rawValue)"
      let accuracy = accident.accuracyMetres.map { "; its position is good to \(metres($0)) m" }
      return Finding(
        rule,
        Remark(
          "of \(accident.date) lies on ground \(ground) by \(releases)\(accuracy ?? "")",
          field: "position", at: accident.position),
        record: accident.record)
    }
  }
}

/// Somebody was hurt so near to released land that the position may be on it.
enum AccidentNearReleased: BookRule {
  static let rule = Rule(
    "LR81", .note,
    "An accident or a victim lies no farther from released ground than positions may be off.",
    remedy:
      "Have the position measured: if it is on the released ground, that release is in question.",
    source: "domain 2.3, reopening by an accident")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.accidents.compactMap { accident in
      guard !accident.ground.isReleased, let nearest = accident.ground.near.first else {
        return nil
      }
      return Finding(
        rule,
        Remark(
          "of \(accident.date) lies \(metres(nearest.metres)) m from \(nearest.spoken)",
          field: "position", at: accident.position),
        record: accident.record)
    }
  }
}

/// The rules about the ground of accidents, which an import asks at once.
public enum AccidentRules {
  /// Their codes.
  public static let codes: Set<String> = [
    AccidentOnReleased.rule.code, AccidentNearReleased.rule.code,
  ]

  /// What they find of some accidents and victims.
  public static func judge(_ accidents: [AccidentFact]) -> [Finding] {
    var book = BookFacts()
    book.accidents = accidents
    return AccidentOnReleased.judge(book) + AccidentNearReleased.judge(book)
  }
}

/// Metres as a sentence has them.
private func metres(_ metres: Double) -> String {
  metres >= 1 ? "\(Int(metres.rounded()))" : "less than 1"
}
