import GeometryEngine
import GeometryValues
import LandRelease

/// What is wrong with the ledger of a random book, in words; nothing, if all is well.
struct BookFaults {
  private let posted: PostedBook
  private(set) var faults: [String] = []

  /// Holds a book's ledger against the rules.
  init(_ book: RandomBook) throws {
    posted = try PostedBook(book)
    try judgePoints()
    judgeOpenLand()
    try judgeDistricts()
    judgeBalances()
    try judgeNetCleared()
    let shuffled = try PostedBook(book.shuffled(seed: book.releases.count))
    if shuffled.sortedMovements != posted.sortedMovements {
      faults.append("another order of the records gives other movements")
    }
  }

  private mutating func judgePoints() throws {
    let expected = try PointLedger(posted.rules, posted.faces)
    var has: [PointLedger.Key: Double] = [:]
    var inside: [PointLedger.Layered: Int64] = [:]
    for movement in posted.movements {
      let key = PointLedger.Key(movement)
      has[key, default: 0] += movement.area.squareMetres
      if movement.isInside {
        let event = PointLedger.Layered(event: key.decision.event, layer: movement.layer)
        inside[event, default: 0] += movement.area.squareCentimetres
      }
      if movement.area < .zero { faults.append("\(key) is negative") }
    }
    for key in Set(has.keys).union(expected.areas.keys) {
      let (some, should) = (has[key] ?? 0, expected.areas[key] ?? 0)
      let whole = Double(expected.measured[key.decision.event] ?? 0) / 10_000
      if abs(some - should) > 1e-6 * max(whole, should) + 0.05 {
        faults.append("\(key): \(some) m2, not \(should)")
      }
    }
    for (event, area) in expected.wholes where PostedBook.layers.contains(event.layer) {
      let sum = inside[event] ?? 0
      if sum != area { faults.append("\(event) adds up to \(sum) cm2, not \(area)") }
    }
  }

  private mutating func judgeOpenLand() {
    let crossing: Set<Cause> = [
      .identified, .reopened, .contested, .revoked, .released, .withdrawn,
    ]
    for movement in posted.movements where movement.from.isOpen != movement.to.isOpen {
      if !crossing.contains(movement.cause) { faults.append("\(movement) crosses") }
    }
    for movements in byPlace().values {
      for cut in posted.days {
        var balance = Balance()
        for movement in movements {
          let sum = posted.sum(movement)
          if PostedBook.day(movement) <= cut { balance.addOpening(sum) } else { balance.add(sum) }
        }
        if balance.residual != .zero { faults.append("\(balance) does not add up after \(cut)") }
      }
    }
  }

  private struct Place: Hashable {
    var district: String
    var layer: Layer
  }

  private func byPlace() -> [Place: [Movement]] {
    Dictionary(grouping: posted.movements) { Place(district: $0.district, layer: $0.layer) }
  }

  private mutating func judgeDistricts() throws {
    func flows(_ movements: [Movement]) -> [PointDecision: Int64] {
      movements.reduce(into: [:]) { flows, movement in
        let decision = PointLedger.Key(movement).decision
        flows[decision, default: 0] += movement.area.squareCentimetres
      }
    }
    let cut = flows(posted.movements)
    let whole = flows(try posted.movementsWithoutDistricts())
    // The largest movement of an event takes the rounding of all its others.
    let counts = Dictionary(
      posted.movements.map { (PostedBook.name($0), Int64(1)) }, uniquingKeysWith: +)
    for flow in Set(cut.keys).union(whole.keys) {
      let (some, all) = (cut[flow] ?? 0, whole[flow] ?? 0)
      if abs(some - all) > counts[flow.event] ?? 1 {
        faults.append("\(flow): districts have \(some) cm2, the nation \(all)")
      }
    }
  }

  private mutating func judgeBalances() {
    for (place, movements) in byPlace() {
      var stock: [LandState: Int64] = [:]
      var moved = 0.0
      var count = 0.0
      let byDay = Dictionary(grouping: movements, by: PostedBook.day)
      for (day, ofDay) in byDay.sorted(by: { $0.key < $1.key }) {
        for movement in ofDay {
          stock[movement.from, default: 0] -= movement.area.squareCentimetres
          stock[movement.to, default: 0] += movement.area.squareCentimetres
          moved += Double(movement.area.squareCentimetres)
          count += 1
        }
        for (state, area) in stock where state != .unrecorded {
          if Double(area) < -(count + 1e-8 * moved) {
            faults.append("\(place): \(state) is \(area) cm2 on day \(day)")
          }
        }
      }
    }
  }

  /// Land cleared, each square metre once, against a union by GEOS.
  private mutating func judgeNetCleared() throws {
    var account = ReleaseAccount()
    let land = posted.movements.filter { $0.layer == .land }
    for day in posted.days {
      for movement in land where PostedBook.day(movement) == day {
        account.add(posted.sum(movement))
      }
      let cleared = posted.rules.releases.filter {
        $0.kind == .cleared && !$0.isSurface && $0.day <= day
          && max($0.revokedDay ?? Int.max, $0.day) > day
      }
      let union = try posted.faces.unionArea(cleared.map(\.ground))
      let net = account.netCleared.squareMetres
      if abs(net - union) > 1e-6 * union + 1 {
        faults.append("net cleared after day \(day) is \(net) m2, not \(union)")
      }
    }
  }
}
