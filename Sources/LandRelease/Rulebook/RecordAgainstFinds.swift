/// More was found than a minefield record gives.
enum RecordTooLow: BookRule {
  static let rule = Rule(
    "LR85", .warning, "More was found than a minefield record gives: it is not complete.",
    remedy: "Search beyond what the record shows, and have its verdict checked.",
    source: "sources, maps that are not accurate")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.checkedRecords.compactMap { checked in
      guard let recorded = checked.record.recordedQuantity, let found = checked.foundQuantity,
        found > recorded
      else { return nil }
      let how = checked.record.foundQuantity == nil ? "found near it" : "stated as found"
      return Finding(
        rule,
        Remark(
          "gives \(recorded) devices, and \(found) are \(how)", field: "recorded_quantity"),
        record: "minefield record \(checked.record.key)")
    }
  }
}

/// A verdict of accuracy that what was found does not bear out.
enum AccurateElsewhere: BookRule {
  static let rule = Rule(
    "LR86", .warning,
    "A minefield record is called accurate, and what was found lies elsewhere.",
    remedy: "Have the verdict checked; a map never cancels land, whatever its verdict.",
    source: "sources, maps that are not accurate")

  /// Metres beyond the record that a verdict of accuracy bears.
  private static let most = 100.0
  /// Fewer finds say little of where a minefield is.
  private static let leastFinds = 3

  static func judge(_ book: BookFacts) -> [Finding] {
    book.checkedRecords.compactMap { checked in
      guard checked.record.verdict == .accurate else { return nil }
      if let stated = checked.record.displacementMetres, stated > most {
        return finding(checked, "its displacement is stated as \(Int(stated.rounded())) m")
      }
      guard checked.record.displacementMetres == nil, let found = checked.found,
        found.finds >= leastFinds, let outside = found.outside, outside > most
      else { return nil }
      return finding(
        checked,
        "the middle of \(found.finds) finds lies \(Int(outside.rounded())) m outside it")
    }
  }

  private static func finding(_ checked: CheckedRecord, _ what: String) -> Finding {
    Finding(
      rule, Remark("is called accurate, and \(what)", field: "verdict"),
      record: "minefield record \(checked.record.key)")
  }
}
