import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// The invariants of the rules on random books; `LANDBOOK_BOOKS` in the environment asks for more.
struct RandomBookTests {
  static let seeds =
    0..<(ProcessInfo.processInfo.environment["LANDBOOK_BOOKS"].flatMap { Int($0) } ?? 150)

  @Test(arguments: seeds)
  func theInvariantsHold(seed: Int) throws {
    let posted = try PostedBook(RandomBook(seed: seed))
    try partsAddUpToTheRecord(posted)
    openLandIsAccountedFor(posted)
    try districtsAddUpToTheNation(posted)
    noBalanceIsBelowZero(posted)
    try balancesAreThoseOfTheGround(posted)
    let shuffled = try PostedBook(RandomBook(seed: seed).shuffled(seed: seed))
    #expect(shuffled.sortedMovements == posted.sortedMovements)
  }

  private func partsAddUpToTheRecord(_ posted: PostedBook) throws {
    let ofEvent = Dictionary(grouping: posted.movements) { PostedBook.name($0) }
    for event in posted.register.events {
      let name = PostedBook.name(event)
      let parts = ofEvent[name] ?? []
      let inside = parts.filter(\.isInside).reduce(Area.zero) { $0 + $1.area }
      #expect(inside == event.area, "\(name)")
      #expect(parts.allSatisfy { $0.area > .zero }, "\(name)")
      let outside = parts.filter { !$0.isInside }.reduce(0) { $0 + $1.area.squareMetres }
      if event.action == .version, outside > 0 {
        let grounds = event.footprint.map { posted.register.grounds[Int($0)].polygon }
        try #require(grounds.count == 2)
        let lost = try posted.faces.differenceArea(grounds[1], grounds[0])
        #expect(abs(outside - lost) <= 1e-6 * lost + 1, "\(name)")
      }
    }
    #expect(Set(ofEvent.keys).isSubset(of: posted.register.events.map(PostedBook.name)))
  }

  private func openLandIsAccountedFor(_ posted: PostedBook) {
    let crossing: Set<Cause> = [
      .identified, .reopened, .contested, .revoked, .released, .withdrawn,
    ]
    for movement in posted.movements where movement.from.isOpen != movement.to.isOpen {
      #expect(crossing.contains(movement.cause), "\(movement)")
    }
    for district in Set(posted.movements.map(\.district)) {
      for cut in posted.days {
        var balance = Balance()
        for movement in posted.movements where movement.district == district {
          let sum = posted.sum(movement)
          if PostedBook.day(movement) <= cut { balance.addOpening(sum) } else { balance.add(sum) }
        }
        #expect(balance.residual == .zero, "\(district), \(cut)")
      }
    }
  }

  private func districtsAddUpToTheNation(_ posted: PostedBook) throws {
    struct Flow: Hashable {
      let event: EventReference
      let (from, to, cause): (LandState, LandState, Cause)
      let (again, isInside): (Bool, Bool)
    }
    func flows(_ movements: [Movement]) -> [Flow: Int64] {
      movements.reduce(into: [:]) { flows, movement in
        let flow = Flow(
          event: movement.event, from: movement.from, to: movement.to, cause: movement.cause,
          again: movement.again, isInside: movement.isInside)
        flows[flow, default: 0] += movement.area.squareCentimetres
      }
    }
    let cut = flows(posted.movements)
    let whole = flows(try posted.movementsWithoutDistricts())
    // The largest movement of an event takes the rounding of all its others.
    let counts = Dictionary(posted.movements.map { ($0.event, 1) }, uniquingKeysWith: +)
    for flow in Set(cut.keys).union(whole.keys) {
      let (some, all) = (cut[flow] ?? 0, whole[flow] ?? 0)
      #expect(abs(some - all) <= counts[flow.event] ?? 1, "\(flow)")
    }
  }

  private func noBalanceIsBelowZero(_ posted: PostedBook) {
    for (district, movements) in Dictionary(grouping: posted.movements, by: \.district) {
      var stock: [LandState: Int64] = [:]
      var moved = 0.0
      var count = 0.0
      for day in posted.days {
        for movement in movements where PostedBook.day(movement) == day {
          stock[movement.from, default: 0] -= movement.area.squareCentimetres
          stock[movement.to, default: 0] += movement.area.squareCentimetres
          moved += Double(movement.area.squareCentimetres)
          count += 1
        }
        for (state, area) in stock where state != .unrecorded {
          #expect(Double(area) >= -(count + 1e-8 * moved), "\(state) in \(district) on \(day)")
        }
      }
    }
  }

  /// Every state on every day, and land cleared, against GEOS and the rules read point by point.
  private func balancesAreThoseOfTheGround(_ posted: PostedBook) throws {
    let rules = posted.rules
    let happenings = posted.faces.faces.map { rules.happenings(under: $0.cover) }
    var stock: [LandState: Double] = [:]
    var account = ReleaseAccount()
    for day in posted.days {
      for movement in posted.movements where PostedBook.day(movement) == day {
        stock[movement.from, default: 0] -= movement.area.squareMetres
        stock[movement.to, default: 0] += movement.area.squareMetres
        account.add(posted.sum(movement))
      }
      var ground: [LandState: Double] = [:]
      for (face, happenings) in zip(posted.faces.faces, happenings) {
        let state = rules.state(after: day, happenings, face.cover)
        ground[state, default: 0] += face.area
      }
      for state in LandState.allCases where state != .unrecorded {
        let (has, should) = (stock[state] ?? 0, ground[state] ?? 0)
        #expect(abs(has - should) <= 1e-6 * should + 1, "\(state) on \(day): \(has), not \(should)")
      }
      let cleared = rules.releases.filter {
        $0.kind == .cleared && !$0.isSurface && $0.day <= day
          && max($0.revokedDay ?? Int.max, $0.day) > day
      }
      let union = try posted.faces.unionArea(cleared.map(\.ground))
      let net = account.netCleared.squareMetres
      #expect(abs(net - union) <= 1e-6 * union + 1, "net cleared on \(day): \(net), not \(union)")
    }
  }
}

/// A random book with its ledger, and the same ground worked out another way.
struct PostedBook {
  let book: RandomBook
  let register: LandRegister
  let movements: [Movement]
  let rules: PointRules
  let faces: GroundFaces
  private let plane: EqualAreaPlane
  private let releases: [RecordKey: Release]

  init(_ book: RandomBook) throws {
    let overlay = try GroundOverlay()
    let sharesGround = { (a: MultiPolygon, b: MultiPolygon) in
      (try? overlay.sharesGround(a, b)) ?? true
    }
    self.book = book
    register = LandRegister(
      hazards: book.hazards, releases: book.releases, tasks: book.tasks,
      sharesGround: sharesGround)
    plane = EqualAreaPlane.centred(on: book.districts.map(\.polygon.envelope))
    movements = try LedgerComputation(register, districts: book.districts, plane: plane).movements()
    rules = PointRules(book, sharesGround: sharesGround)
    faces = try GroundFaces(book.grounds, plane: plane)
    releases = Dictionary(
      StandingContents.releases(book.releases).map { ($0.content.key, $0.content) },
      uniquingKeysWith: { first, _ in first })
  }

  func movementsWithoutDistricts() throws -> [Movement] {
    try LedgerComputation(register, districts: [], plane: plane).movements()
  }

  /// The days on which anything happens; the undated one comes first.
  var days: [Int] { Set(movements.map(Self.day)).sorted() }

  static func day(_ movement: Movement) -> Int { movement.date?.dayNumber ?? Int.min }

  /// The event of a movement in words, which no order of import changes.
  static func name(_ movement: Movement) -> String {
    let taken = movement.cause == .revoked ? " revoked" : ""
    return "\(movement.event.type) \(movement.event.key) \(movement.event.version)\(taken)"
  }

  static func name(_ event: LandEvent) -> String {
    let taken = event.action == .revocation ? " revoked" : ""
    return "\(event.reference.type) \(event.reference.key) \(event.reference.version)\(taken)"
  }

  func sum(_ movement: Movement) -> LedgerSum {
    let release = movement.event.type == .release ? releases[movement.event.key] : nil
    return LedgerSum(
      group: [], type: movement.event.type, kind: release?.kind,
      isSurfaceSearch: release?.activity == .battleAreaSurface, from: movement.from,
      to: movement.to, cause: movement.cause, again: movement.again, area: movement.area)
  }

  /// The movements as lines that no order of import changes.
  var sortedMovements: [String] { Self.sorted(movements) }

  static func sorted(_ movements: [Movement]) -> [String] {
    movements.map {
      "\(name($0)) \($0.date?.description ?? "-") \($0.district) \($0.from) \($0.to) \($0.cause) "
        + "\($0.again) \($0.isInside) \($0.area.squareCentimetres)"
    }.sorted()
  }
}
