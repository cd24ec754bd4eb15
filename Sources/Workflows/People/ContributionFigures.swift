import LandRelease
import Reporting
import Storage

/// Money of a book and the ground it paid for.
struct ContributionFigures {
  private struct Ground {
    var key: RecordKey
    var day: CalendarDate
    var task: String?
    var donor: String?
    var district: String
    var area: Area
    var items: Int
  }

  private let contributions: [Contribution]
  private let grounds: [Ground]
  private let chains: DistrictChains

  /// - Parameter day: the last day of releases that count.
  init(_ programme: ProgrammeFigures, to day: CalendarDate?) throws {
    contributions = try programme.figures.reader.contributions().map(\.content)
    chains = DistrictChains(try programme.allDistricts())
    guard !contributions.isEmpty else {
      grounds = []
      return
    }
    let gross = try programme.grossByRelease(until: day)
    let places = try programme.places()
    let releases = try programme.releaseByVersion()
    var items: [RecordKey: Int] = [:]
    for device in try programme.records().devices where device.category.isItem {
      guard let key = device.release.flatMap({ releases[$0]?.content.key }) else { continue }
      items[key, default: 0] += device.quantity
    }
    let donors = Dictionary(
      try programme.tasks().map { ($0.key.id, $0.donor) }, uniquingKeysWith: { first, _ in first })
    grounds = try programme.records().accepted.compactMap { stored in
      let release = stored.content
      guard let date = release.date, let area = gross[release.key] else { return nil }
      return Ground(
        key: release.key, day: date, task: release.task,
        donor: release.donor ?? release.task.flatMap { donors[$0] ?? nil },
        district: places.district(of: stored), area: area, items: items[release.key] ?? 0)
    }
  }

  var isEmpty: Bool { contributions.isEmpty }

  /// The agreements whose days are of the period, each once.
  func agreements(_ period: Period) -> [Agreement] {
    let within = contributions.filter { counts($0, period) }
    let groups = Dictionary(grouping: within) { money in
      [
        money.key.organisation, money.key.id, money.donor, money.currency,
        money.from.map { "\($0)" } ?? "", money.to.map { "\($0)" } ?? "",
      ]
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, rows in
      let first = rows[0]
      return Agreement(
        key: first.key, donor: first.donor, donorType: rows.compactMap(\.donorType).first,
        currency: first.currency,
        amounts: Dictionary(rows.map { ($0.kind, $0.amount) }, uniquingKeysWith: +),
        from: first.from, to: first.to,
        releases: releases(of: contributions.filter { $0.key == first.key }))
    }
  }

  /// What the money of a period comes to, cut by dimensions.
  func contents(_ period: Period, by dimensions: [LedgerDimension]) -> ContributionContents {
    let all = agreements(period)
    let grouped = Dictionary(grouping: all) { group(of: $0, dimensions) + [$0.currency] }
    let lines = grouped.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, own in
      let ground = own.reduce(into: Set<Int>()) { $0.formUnion($1.releases) }
      let others = grouped.filter { $0.key != key }.values.joined()
        .reduce(into: Set<Int>()) { $0.formUnion($1.releases) }
      return ContributionLine(
        group: Array(key.dropLast()), currency: key.last ?? "",
        agreements: Set(own.map(\.key)).count,
        amounts: own.reduce(into: [:]) { $0.merge($1.amounts, uniquingKeysWith: +) },
        area: area(ground), shared: area(ground.intersection(others)))
    }
    let dated = contributions.filter { $0.from != nil }
    return ContributionContents(
      lines: lines, costs: costs(all),
      crossing: dated.count { money in
        money.from.map { from in
          period.meets(from, money.to ?? from) && !period.holds(from, money.to ?? from)
        } ?? false
      },
      undated: period == Period() ? 0 : contributions.count - dated.count,
      withoutGround: Set(all.filter(\.releases.isEmpty).map(\.key)).count)
  }

  /// Ground with the money that paid for it, a line a currency.
  func costs(_ agreements: [Agreement]) -> [CostLine] {
    FundedGround.list(agreements).flatMap { ground in
      ground.currencies.map { currency in
        let own = ground.agreements.filter { $0.currency == currency }
        return CostLine(
          donors: Set(own.map(\.donor)).sorted(), currency: currency, days: Self.days(of: own),
          agreements: Set(own.map(\.key)).count, money: ground.money(in: currency),
          isWhole: ground.wholeCost != nil, area: area(ground.releases),
          items: ground.releases.reduce(0) { $0 + grounds[$1].items },
          releases: ground.releases.count)
      }
    }.sorted { left, right in
      let (a, b) = (left.donors.joined(), right.donors.joined())
      if left.currency != right.currency { return left.currency < right.currency }
      if a != b { return a < b }
      return (left.days?.lowerBound.dayNumber ?? 0) < (right.days?.lowerBound.dayNumber ?? 0)
    }
  }

  private static func days(of agreements: [Agreement]) -> ClosedRange<CalendarDate>? {
    guard let first = agreements.compactMap(\.from).min(),
      let last = agreements.compactMap({ $0.to ?? $0.from }).max()
    else { return nil }
    return first...last
  }

  private func counts(_ money: Contribution, _ period: Period) -> Bool {
    guard let from = money.from else { return period.from == nil && period.to == nil }
    return period.holds(from, money.to ?? from)
  }

  private func area(_ releases: Set<Int>) -> Area {
    releases.reduce(.zero) { $0 + grounds[$1].area }
  }

  /// Releases of its tasks, else in its districts, else those that name its donor, in its days.
  ///
  /// An agreement of a single day tells when money moved, not for which days: its tasks count
  /// whole, and districts and donor tell nothing.
  private func releases(of rows: [Contribution]) -> Set<Int> {
    let tasks = Set(rows.flatMap(\.tasks))
    let districts = Set(rows.flatMap(\.districts).compactMap { chains.chain($0).first })
    let donor = BookFacts.folded(rows[0].donor)
    let first = rows.compactMap(\.from).min()
    let last = rows.compactMap { $0.to ?? $0.from }.max()
    let isOneDay = first != nil && first == last
    let days = isOneDay ? Period() : Period(from: first, to: last)
    return Set(
      grounds.indices.filter { place in
        let ground = grounds[place]
        guard days.contains(ground.day) else { return false }
        if !tasks.isEmpty { return ground.task.map(tasks.contains) ?? false }
        if isOneDay { return false }
        if !districts.isEmpty {
          return !districts.isDisjoint(with: chains.chain(ground.district))
        }
        return ground.donor.map { BookFacts.folded($0) == donor } ?? false
      })
  }

  private func group(of agreement: Agreement, _ dimensions: [LedgerDimension]) -> [String] {
    dimensions.map { dimension in
      guard dimension.isPeriod else { return agreement.donor }
      let first = agreement.from?.group(dimension)
      let last = (agreement.to ?? agreement.from)?.group(dimension)
      return first == last ? first ?? "" : ""
    }
  }
}
