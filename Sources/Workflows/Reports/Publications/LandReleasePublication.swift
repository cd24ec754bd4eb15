import LandRelease
import Reporting
import Storage

extension Publication {
  static let landRelease = Publication(
    statement: .landRelease,
    title: "The ledger by district, layer and class, with counts of areas and the residual",
    audience: "the authority, auditors", period: .month,
    layerRefusal: "the land release statement has a row for each layer",
    making: .ofFigures { request, programme in
      let period = request.period
      let (progress, total) = try programme.progress(period, by: [.district]).lines()
      let counts = try PeriodCounts(programme, period)
      return LandReleaseStatement.report(
        try lines(programme, period, progress, counts), total: total,
        remainders: counts.remainders, basis: programme.figures.basis(period))
    })

  private struct Place: Hashable, Comparable {
    let district: String
    let layer: Layer
    let state: LandState

    static func < (left: Place, right: Place) -> Bool {
      if left.district != right.district {
        return left.district.utf8.lexicographicallyPrecedes(right.district.utf8)
      }
      return left.layer == right.layer
        ? left.order < right.order : left.layer.rank < right.layer.rank
    }

    private var order: Int { LandReleasePlaces.states.firstIndex(of: state) ?? 0 }
  }

  private static func lines(
    _ programme: ProgrammeFigures, _ period: Period, _ progress: [ProgressLine],
    _ counts: PeriodCounts
  ) throws -> [LandReleaseLine] {
    var accounts: [Place: ClassAccount] = [:]
    func change(_ layer: Layer, _ sum: LedgerSum, _ body: (inout ClassAccount) -> Void) {
      for state in LandReleasePlaces.states where sum.from == state || sum.to == state {
        let place = Place(district: sum.group.first ?? "", layer: layer, state: state)
        body(&accounts[place, default: ClassAccount(state)])
      }
    }
    for (layer, sum) in try opening(programme.figures, period) {
      change(layer, sum) { $0.addOpening(sum) }
    }
    for (layer, sum) in try programme.figures.layeredSums(
      [.district], layer: nil, period: period, isDated: true)
    {
      change(layer, sum) { $0.add(sum) }
    }
    let (opening, closing) = (counts.opening, counts.closing)
    func count(_ counts: Counts, _ place: Place) -> Int {
      counts[place.layer]?[place.district]?[place.state] ?? 0
    }
    let released = Dictionary(
      progress.map { ($0.group.first ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    // An area is of its highest class also where most of it lies, which may hold none of that.
    for place in places(opening) + places(closing) where accounts[place] == nil {
      accounts[place] = ClassAccount(place.state)
    }
    let shown = accounts.filter {
      !$0.value.isEmpty || count(opening, $0.key) > 0 || count(closing, $0.key) > 0
    }
    return shown.sorted { $0.key < $1.key }.map { place, account in
      var line = LandReleaseLine(
        district: place.district, layer: place.layer, account: account)
      if place.state != .givenUp || counts.isOfGround {
        line.openingCount = count(opening, place)
        line.closingCount = count(closing, place)
      }
      if let progress = released[place.district] {
        line.placed = progress.account.netReleasedTotal
        line.releasedWithUnplaced =
          line.placed + progress.declared.unplaced.values.reduce(.zero, +)
      }
      return line
    }
  }

  private typealias Counts = [Layer: [String: [LandState: Int]]]

  private static func places(_ counts: Counts) -> [Place] {
    counts.flatMap { layer, districts in
      districts.flatMap { district, states in
        states.filter { $0.value > 0 }.map {
          Place(district: district, layer: layer, state: $0.key)
        }
      }
    }
  }

  private static func opening(
    _ figures: BookFigures, _ period: Period
  ) throws -> [(layer: Layer, sum: LedgerSum)] {
    guard let before = period.from?.dayBefore else {
      return try figures.layeredSums(
        [.district], layer: nil, period: Period(to: period.to), isDated: false)
    }
    return try figures.layeredSums([.district], layer: nil, period: Period(to: before))
  }
}

enum LandReleasePlaces {
  static let states: [LandState] = [.confirmed, .suspected, .givenUp]
}

extension Layer {
  fileprivate var rank: Int { Layer.allCases.firstIndex(of: self) ?? 0 }
}
