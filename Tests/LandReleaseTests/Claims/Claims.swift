import LandRelease
import Testing

/// One row of a claim table: `id | measure | value | unit | qualifier | as of | key=value ...`.
///
/// Keys are from, since, source, series, part, split, actor, same, printed, district and territory;
/// the source is the id up to the last hyphen, the printed figure has commas unless given.
func claims(_ table: String) throws -> [Claim] {
  try table.split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return try claim(cells)
  }
}

private func claim(_ cells: [String]) throws -> Claim {
  let pairs = cells.dropFirst(6).map { $0.split(separator: "=").map(String.init) }
  let keys = Dictionary(uniqueKeysWithValues: try pairs.map { ($0[0], try #require($0.last)) })
  let id = cells[0]
  let source = id.split(separator: "-").dropLast().joined(separator: "-")
  let value = ExactDecimal(cells[2])
  #expect((value == nil) == cells[2].isEmpty)
  var claim = Claim(
    id: id, source: ClaimSource(key: keys["source"] ?? source, title: source),
    measure: try #require(Measure(code: cells[1])), value: value,
    printed: keys["printed"] ?? value?.description ?? "", unit: cells[3])
  claim.qualifier = try #require(Qualifier(word: cells[4]))
  claim.scope.asOf = CalendarDate(cells[5])
  #expect((claim.scope.asOf == nil) == cells[5].isEmpty)
  claim.scope.since = keys["since"].flatMap { CalendarDate($0) }
  claim.scope.territory = keys["territory"]
  claim.scope.districts = keys["district"].map { [$0] } ?? []
  claim.scope.actors = keys["actor"].map { [$0] } ?? []
  claim.periodFrom = keys["from"].flatMap { CalendarDate($0) }
  claim.series = keys["series"]
  claim.partOf = keys["part"]
  claim.split = keys["split"]
  claim.sameAs = keys["same"].map { [$0] } ?? []
  return claim
}

extension SeriesReport {
  /// The claims at each finding of a rule.
  func claims(of rule: ReconciliationRule) -> [String] {
    findings.filter { $0.rule == rule.rawValue }.map { finding in
      (finding.place.record ?? "").split(separator: ",").map {
        String($0.split(separator: " ").last ?? "")
      }.joined(separator: " ")
    }
  }
}
