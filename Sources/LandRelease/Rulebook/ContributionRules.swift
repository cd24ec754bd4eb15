/// Money for a task or a district that is not there.
enum OrphanContribution: BookRule {
  static let rule = Rule(
    "CN01", .warning, "Money names a task or a district that the book does not hold.",
    remedy: "Import what it names, or correct the id in the source and import it again.",
    source: "pattern 25")

  static func judge(_ book: BookFacts) -> [Finding] {
    let tasks = Set(book.tasks.map(\.key.id))
    return book.contributions.compactMap { money in
      var missing = money.tasks.filter { !tasks.contains($0) }.map { "task \"\($0)\"" }
      if !book.districtNames.isEmpty {
        missing += money.districts.filter { !book.districtNames.contains(BookFacts.folded($0)) }
          .map { "district \"\($0)\"" }
      }
      guard let first = missing.first else { return nil }
      let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
      return Finding(
        rule, Remark("names \(first)\(others), which the book does not hold", field: "task_id"),
        record: money.name)
    }
  }
}

/// More spent than came.
enum MoreSpentThanCame: BookRule {
  static let rule = Rule(
    "CN02", .warning, "An agreement of which more is spent than was received has an amount wrong.",
    remedy: "Correct the amount in the source, or import what was received since.",
    source: "domain 4, R7")

  static func judge(_ book: BookFacts) -> [Finding] {
    let agreements = Dictionary(grouping: book.contributions) {
      [$0.key.organisation, $0.key.id, $0.currency]
    }
    return agreements.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { key, rows in
      func sum(_ kind: ContributionKind) -> ExactDecimal? {
        let amounts = rows.filter { $0.kind == kind }.map(\.amount)
        return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
      }
      guard let spent = sum(.spent), let received = sum(.received), spent > received else {
        return nil
      }
      return Finding(
        rule,
        Remark(
          "spent \(spent.plain) \(key[2]) and received \(received.plain)", field: "amount"),
        record: "contribution \(rows[0].key)")
    }
  }
}
