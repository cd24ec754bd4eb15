import LandRelease
import Storage

/// Movements of releases by what their land is for, for claims that are of one use.
struct ClaimUseSums {
  /// The uses that accepted releases give; nil where none gives any, or nobody asked.
  let known: Set<LandUse>?
  private let sums: [(use: LandUse?, date: CalendarDate?, sum: LedgerSum)]

  init(_ figures: BookFigures, _ accepted: [Stored<Release>], isWanted: Bool) throws {
    let uses = Dictionary(
      accepted.compactMap { stored in
        stored.content.landUse.map { (stored.content.key, Self.use($0)) }
      }, uniquingKeysWith: { first, _ in first })
    guard isWanted, !uses.isEmpty else {
      (known, sums) = (nil, [])
      return
    }
    known = Set(uses.values)
    sums = try figures.sums(
      of: MovementFilter(type: .release, layer: figures.layer),
      by: [.date, .district, .operatorName, .organisation, .record]
    ).map { found, sum in
      var sum = sum
      sum.group = [found[.district] ?? "", found[.operatorName] ?? ""]
      let key = RecordKey(organisation: found[.organisation] ?? "", id: found[.record] ?? "")
      return (uses[key], found[.date].flatMap { CalendarDate($0) }, sum)
    }
  }

  /// The use that a word of a record or a claim counts as.
  static func use(_ text: String) -> LandUse { LandUse.reading(text).counted }

  /// Movements of a period that a claim's districts and actors take in, each with its use; nil where
  /// its record gives none.
  func forEach(
    _ period: Period, districts: Set<String>, actors: Set<String>,
    _ body: (LandUse?, LedgerSum) -> Void
  ) {
    for (use, date, sum) in sums {
      guard date.map(period.contains) ?? false else { continue }
      if !districts.isEmpty, !districts.contains(sum.group[0]) { continue }
      if !actors.isEmpty, !actors.contains(sum.group[1]) { continue }
      body(use, sum)
    }
  }
}
