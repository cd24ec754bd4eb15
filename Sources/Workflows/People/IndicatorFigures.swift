import LandRelease
import Reporting
import Storage

/// Figures of indicators by group and period.
struct IndicatorFigures {
  let codes: IndicatorCodes
  let account: IndicatorAccount

  init(_ programme: ProgrammeFigures) throws {
    let reader = programme.figures.reader
    codes = try KnownIndicators.of(reader)
    let chains = DistrictChains(try programme.allDistricts())
    account = IndicatorAccount(
      try reader.indicators().map(\.content), codes: codes, places: chains.chain)
  }

  var isEmpty: Bool { account.flows.isEmpty && account.stocks(on: nil).isEmpty }

  /// What the figures of a period come to, cut by dimensions.
  func contents(_ period: Period, by dimensions: [LedgerDimension]) -> IndicatorContents {
    var lines: [[String]: IndicatorLine] = [:]
    func add(_ figure: CountedFigure, _ group: [String], oldest: CalendarDate?) {
      guard let code = codes[figure.code] else { return }
      let key = [code.theme, code.code] + group
      var line =
        lines[key]
        ?? IndicatorLine(
          code: code, group: group, people: PeopleCount(), records: 0, oldest: nil)
      line.people = line.people + figure.people
      line.records += figure.records
      line.oldest = [line.oldest, oldest].compactMap(\.self).min()
      lines[key] = line
    }
    for figure in account.flows where period.holds(figure.from, figure.to) {
      add(figure, Self.group(figure, dimensions), oldest: nil)
    }
    for day in stockDays(period, by: dimensions) {
      for figure in account.stocks(on: day) {
        if let from = period.from, figure.to < from, !Self.isCutByTime(dimensions) { continue }
        add(figure, Self.group(figure, dimensions, on: day), oldest: figure.to)
      }
    }
    let touching = account.flows.filter { period.meets($0.from, $0.to) }
    return IndicatorContents(
      lines: lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value),
      doubts: account.doubts.filter { period.meets($0.from, $0.to) },
      crossing: touching.count { !period.holds($0.from, $0.to) })
  }

  /// The flow, or the stock, of one code.
  func total(
    of code: IndicatorCode, _ period: Period, where isWanted: (CountedFigure) -> Bool
  ) -> (people: PeopleCount, records: Int) {
    let figures =
      code.adding == .stock
      ? account.stocks(on: period.to) : account.flows.filter { period.holds($0.from, $0.to) }
    return figures.filter { $0.code == code.code && isWanted($0) }
      .reduce((PeopleCount(), 0)) { ($0.0 + $1.people, $0.1 + $1.records) }
  }

  /// The days on which stocks are looked at: the last of each span, or of the period.
  private func stockDays(_ period: Period, by dimensions: [LedgerDimension]) -> [CalendarDate?] {
    guard let unit = dimensions.first(where: \.isPeriod) else { return [period.to] }
    // Of nested spans the shortest tells the days.
    let finest = dimensions.filter(\.isPeriod).max {
      Self.length($0) > Self.length($1)
    }
    let days = account.stockDays.filter(period.contains)
    return Set(days.map { $0.group(finest ?? unit) }).sorted().map { name in
      let end = Period(named: name)?.to
      return [end, period.to].compactMap(\.self).min()
    }
  }

  private static func length(_ dimension: LedgerDimension) -> Int {
    switch dimension {
    case .month: 1
    case .quarter: 3
    default: 12
    }
  }

  private static func isCutByTime(_ dimensions: [LedgerDimension]) -> Bool {
    dimensions.contains(where: \.isPeriod)
  }

  /// Where a figure counts; one of several spans is in none of them.
  private static func group(
    _ figure: CountedFigure, _ dimensions: [LedgerDimension], on day: CalendarDate?? = nil
  ) -> [String] {
    dimensions.map { dimension in
      switch dimension {
      case .district: figure.district.isEmpty ? District.none : figure.district
      case .year, .quarter, .month:
        if let day {
          day?.group(dimension) ?? ""
        } else {
          figure.from.group(dimension) == figure.to.group(dimension)
            ? figure.to.group(dimension) : ""
        }
      default: figure.actor
      }
    }
  }
}

extension Period {
  /// Whether all days of a span are of the period.
  func holds(_ from: CalendarDate, _ to: CalendarDate) -> Bool { contains(from) && contains(to) }

  /// Whether any day of a span is of the period.
  func meets(_ first: CalendarDate, _ last: CalendarDate) -> Bool {
    (from.map { last >= $0 } ?? true) && (to.map { first <= $0 } ?? true)
  }
}

/// The district of a spelling, and those above it.
struct DistrictChains {
  private var codes: [String: String] = [:]
  private var parents: [String: String] = [:]

  /// - Parameter districts: with those that are others' parents.
  init(_ districts: [District]) {
    for district in districts {
      for name in [district.name] + district.aliases {
        let folded = BookFacts.folded(name)
        if codes[folded] == nil { codes[folded] = district.code }
      }
    }
    for district in districts {
      codes[BookFacts.folded(district.code)] = district.code
      parents[district.code] = district.parent
    }
  }

  /// The code and those above it; a name that no district has stands for itself.
  func chain(_ name: String) -> [String] {
    guard var code = codes[BookFacts.folded(name)] else { return [name] }
    var chain = [code]
    while let parent = parents[code], !chain.contains(parent) {
      chain.append(parent)
      code = parent
    }
    return chain
  }
}

extension ProgrammeFigures {
  /// Districts of the boundary set, those above others included.
  func allDistricts() throws -> [District] {
    guard let set = figures.view.info.ledger.boundarySet ?? figures.view.info.defaultBoundarySet
    else { return figures.districts.map(\.content) }
    let all = try figures.reader.districts(set: set).map(\.content)
    return all.isEmpty ? figures.districts.map(\.content) : all
  }
}
