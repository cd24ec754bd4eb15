/// A total and the claims that should add up to it.
struct SplitGroup {
  var total: Claim
  var split: String?
  var parts: [Claim]

  /// Splits that claims name, then those that follow from the measures of one publication.
  static func all(in claims: [Claim]) -> [SplitGroup] {
    let named = named(in: claims)
    let known = Set(named.map(\.members))
    return named + ofMeasures(in: claims).filter { !known.contains($0.members) }
  }

  private var members: Set<String> { Set([total.id] + parts.map(\.id)) }

  private static func named(in claims: [Claim]) -> [SplitGroup] {
    let parts = claims.filter { $0.partOf != nil && addsUp($0) }
    let byTotal = Dictionary(grouping: parts) { $0.partOf ?? "" }
    return claims.flatMap { total in
      let splits = Dictionary(grouping: byTotal[total.id] ?? [], by: \.split)
      return splits.sorted { ($0.key ?? "") < ($1.key ?? "") }.compactMap { split, parts in
        let fitting = parts.filter { isCountedAlike($0, total) }
        return fitting.count > 1 ? SplitGroup(total: total, split: split, parts: fitting) : nil
      }
    }
  }

  private static func ofMeasures(in claims: [Claim]) -> [SplitGroup] {
    let publications = Dictionary(grouping: claims.filter(addsUp)) { Publication($0) }
    return publications.values.flatMap { claims in
      Measure.sums.compactMap { sum in
        guard let total = only(sum.total, in: claims) else { return nil }
        let parts = sum.parts.compactMap { only($0, in: claims) }
        guard parts.count == sum.parts.count, parts.allSatisfy({ isCountedAlike($0, total) }) else {
          return nil
        }
        return SplitGroup(total: total, split: nil, parts: parts)
      }
    }.sorted { $0.total.id.utf8Precedes($1.total.id) }
  }

  /// "Including" and "mostly" name some of the parts, never all of them.
  private static func addsUp(_ claim: Claim) -> Bool {
    claim.value != nil && ![.including, .mostly, .unquantified].contains(claim.qualifier)
  }

  private static func only(_ measure: Measure, in claims: [Claim]) -> Claim? {
    let fitting = claims.filter { $0.measure == measure }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// Areas add up with areas, pieces with pieces, whatever the word for a piece.
  private static func isCountedAlike(_ part: Claim, _ total: Claim) -> Bool {
    part.comparableUnit == total.comparableUnit || (part.isCount && total.isCount)
  }

  private struct Publication: Hashable {
    var source: String
    var scope: ClaimScope
    var periodFrom: CalendarDate?
    var actor: String?

    init(_ claim: Claim) {
      source = claim.source.key
      scope = claim.scope
      scope.items = nil
      periodFrom = claim.periodFrom
      actor = claim.actor
    }
  }
}

extension Claim {
  /// Whether the figure counts pieces or persons, which have no decimals.
  var isCount: Bool { areaUnit == nil && unit != "percent" && unit != "km" && !unit.isEmpty }
}
