/// Figures of indicators with nothing counted twice.
///
/// A total stands beside its parts, a year beside its months, a country beside its districts, a
/// month beside its sessions. The finer figures count; of the coarser one counts what they leave.
/// Where they leave nothing the difference is a doubt, and is added nowhere.
public struct IndicatorAccount: Sendable {
  /// What counts, of flows: add them up as you like.
  public let flows: [CountedFigure]
  /// What counts, of stocks: of each actor, code and place the last one up to a day.
  private let stocks: [CountedFigure]
  /// The days of stocks.
  public var stockDays: [CalendarDate] { stocks.map(\.to) }
  /// What says different things.
  public let doubts: [FigureDoubt]

  /// - Parameter places: the code of a district, as it is spelled, and of those above it.
  public init(
    _ indicators: [Indicator], codes: IndicatorCodes, places: (String) -> [String]
  ) {
    var doubts: [FigureDoubt] = []
    let cells = Self.cells(indicators, places, &doubts)
    var (flows, stocks): ([CountedFigure], [CountedFigure]) = ([], [])
    let series = Dictionary(grouping: cells) { [$0.actor, $0.code] }
    for (key, cells) in series.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let counted = cells.map { cell in
        let (people, differences) = cell.figures.counted
        for difference in differences { doubts.append(.init(.parts, cell, difference)) }
        return (cell, people)
      }
      if codes[key[1]]?.adding == .stock {
        stocks += counted.map { CountedFigure($0.0, $0.1) }
      } else {
        flows += Self.once(counted, &doubts)
      }
    }
    (self.flows, self.stocks, self.doubts) = (flows, stocks, doubts)
  }

  private static func cells(
    _ indicators: [Indicator], _ places: (String) -> [String], _ doubts: inout [FigureDoubt]
  ) -> [FigureCell] {
    var cells: [FigureCell] = []
    var index: [String: Int] = [:]
    for indicator in indicators {
      let chain = indicator.district.isEmpty ? [] : places(indicator.district)
      let key = [
        indicator.actor, indicator.code, indicator.id, "\(indicator.from)", "\(indicator.to)",
        chain.first ?? "",
      ].joined(separator: "\u{1F}")
      let place = index[key] ?? cells.count
      if place == cells.count {
        index[key] = place
        cells.append(
          FigureCell(
            actor: indicator.actor, code: indicator.code, id: indicator.id, from: indicator.from,
            to: indicator.to, places: chain, name: indicator.name))
      }
      cells[place].records += 1
      let before = cells[place].figures.set(indicator.value, indicator.sex, indicator.ageGroup)
      if let before {
        cells[place].records -= 1
        doubts.append(FigureDoubt(.twice, cells[place], before - indicator.value))
      }
    }
    return cells
  }

  /// The cells of one actor and code, finest first, each with what those before leave of it.
  private static func once(
    _ cells: [(cell: FigureCell, people: PeopleCount)], _ doubts: inout [FigureDoubt]
  ) -> [CountedFigure] {
    let sorted = cells.sorted { left, right in
      let (a, b) = (left.cell, right.cell)
      if a.id.isEmpty != b.id.isEmpty { return !a.id.isEmpty }
      if a.length != b.length { return a.length < b.length }
      if a.places.count != b.places.count { return a.places.count > b.places.count }
      return a.from == b.from ? a.name < b.name : a.from < b.from
    }
    var counted: [CountedFigure] = []
    var sessions: [String: [Int]] = [:]
    for (cell, people) in sorted {
      let candidates = cell.id.isEmpty ? Array(counted.indices) : sessions[cell.id] ?? []
      let met = candidates.filter { cell.meets(counted[$0]) }.map { counted[$0] }
      let known = met.reduce(PeopleCount()) { $0 + $1.people }
      let rest = met.isEmpty ? people : people.rest(after: known)
      let difference = people.total - known.total
      let isCrossing = met.contains { !cell.holds($0) }
      let isCovered = cell.isCovered(by: met)
      if !met.isEmpty, isCrossing || difference < .zero || (isCovered && difference > .zero) {
        doubts.append(FigureDoubt(isCrossing ? .crossing : .finer, cell, difference))
      }
      if !met.isEmpty, isCovered || rest.total == .zero { continue }
      if !cell.id.isEmpty { sessions[cell.id, default: []].append(counted.count) }
      counted.append(CountedFigure(cell, rest))
    }
    return counted
  }

  /// The stocks that stand at the end of a day: of each actor, code and place the last one.
  public func stocks(on day: CalendarDate?) -> [CountedFigure] {
    var last: [[String]: CountedFigure] = [:]
    for figure in stocks where day.map({ figure.to <= $0 }) ?? true {
      let key = [figure.actor, figure.code, figure.district, figure.id]
      if let other = last[key], other.to > figure.to { continue }
      last[key] = figure
    }
    return last.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, figure in
      // A larger place counts with what the smaller ones leave of it.
      let within = last.values.filter {
        $0.actor == figure.actor && $0.code == figure.code && $0 != figure
          && (figure.id.isEmpty || figure.id == $0.id) && $0.district != figure.district
          && (figure.places.first.map($0.places.contains) ?? true)
      }
      guard !within.isEmpty else { return figure }
      var rest = figure
      rest.people = figure.people.rest(
        after: within.filter { $0.places.count == (within.map(\.places.count).max() ?? 0) }
          .reduce(PeopleCount()) { $0 + $1.people })
      return rest
    }.filter { $0.people.total > .zero || $0.records > 0 }
  }
}

extension FigureCell {
  /// Whether a counted figure lies within this one, in time and place.
  func holds(_ other: CountedFigure) -> Bool {
    from <= other.from && other.to <= to && spans(other.places, other.id)
  }

  /// Whether it shares days and people with a counted figure.
  func meets(_ other: CountedFigure) -> Bool {
    guard from <= other.to, other.from <= to, id.isEmpty || id == other.id else { return false }
    return (places.first.map(other.places.contains) ?? true)
      || (other.places.first.map(places.contains) ?? true)
  }

  /// Whether figures of its own place leave none of its days out.
  func isCovered(by others: [CountedFigure]) -> Bool {
    var next = from.dayNumber
    let own = others.filter { $0.id.isEmpty && $0.places.first == places.first && holds($0) }
    for other in own.sorted(by: { $0.from < $1.from }) where other.from.dayNumber <= next {
      next = max(next, other.to.dayNumber + 1)
    }
    return next > to.dayNumber
  }
}

extension FigureDoubt {
  init(_ kind: Kind, _ cell: FigureCell, _ difference: ExactDecimal) {
    self.kind = kind
    name = cell.name
    (code, actor) = (cell.code, cell.actor)
    (from, to) = (cell.from, cell.to)
    district = cell.places.first ?? ""
    self.difference = difference
  }
}
