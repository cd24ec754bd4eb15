import LandRelease

/// Names of districts that a file uses and the book does not have, each once with its count.
struct UnknownDistricts {
  private var counts: [String: Int] = [:]

  mutating func note(_ text: String) {
    counts[text, default: 0] += 1
  }

  func findings(_ names: DistrictNames?, file: String) -> [Finding] {
    guard let names else { return [] }
    return counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map { text, count in
      let near = names.nearest(to: text)
      let rows = count == 1 ? "1 row names" : "\(count) rows name"
      let question = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
      let mapping = names.nearestCode(to: text).map { "--code \"district:\(text)=\($0)\"" }
      return Finding(
        rule: PlaceRules.district, severity: .warning,
        message: "\(rows) the district \"\(text)\", which the book does not have",
        place: Finding.Place(file: file, field: "district"),
        remedy:
          "\(question)Add the spelling to the district's aliases, \(mapping.map { "say \($0), " } ?? "")or correct the file."
      )
    }
  }
}
