/// One operator or donor in several spellings, which reports by name take for several.
enum SpelledSeveralWays: BookRule {
  static let rule = Rule(
    "LR41", .warning, "A name in several spellings stands on several lines of a report.",
    remedy: "Settle on one spelling in the source and import the records again.",
    source: "geocheck Enum Value Review; pattern 22")

  static func judge(_ book: BookFacts) -> [Finding] {
    judge("operator", book.releases.map { ($0.operatorName, $0.area) })
      + judge("donor", book.releases.map { ($0.donor, $0.area) })
  }

  private static func judge(_ field: String, _ names: [(name: String?, area: Area?)]) -> [Finding] {
    var spellings: [String: [String: (count: Int, area: Area)]] = [:]
    for (name, area) in names {
      guard let name else { continue }
      let letters = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
      var entry = spellings[letters, default: [:]][name] ?? (0, .zero)
      entry.count += 1
      entry.area += area ?? .zero
      spellings[letters, default: [:]][name] = entry
    }
    return spellings.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { _, forms in
      let sorted = forms.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
      let list = sorted.map { "\"\($0.key)\" (\($0.value.count))" }.joined(separator: ", ")
      return Finding(
        rule,
        Remark(
          "is spelled \(list)", field: field,
          area: sorted.dropFirst().reduce(.zero) { $0 + $1.value.area }),
        record: "\(field) \(sorted[0].key)")
    }
  }
}
