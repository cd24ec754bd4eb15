import GeometryEngine
import GeometryValues
import LandRelease

@testable import Workflows

/// A random book with its ledger, and the same ground worked out another way.
struct PostedBook {
  /// The layers that are posted and held against the rules read by points.
  static let layers = Layer.allCases

  let book: RandomBook
  let movements: [Movement]
  let rules: PointRules
  let faces: GroundFaces
  private let register: LandRegister
  private let input: LedgerInput
  private let releases: [RecordKey: Release]

  init(_ book: RandomBook) throws {
    self.book = book
    input = try LedgerInput(
      hazards: book.hazards, releases: book.releases, tasks: book.tasks,
      districts: book.districts)
    register = input.register()
    var computation = input.computation(register)
    // Every third book is worked out the way deep stacks are.
    if book.isFolded { computation.deepStack = 0 }
    movements = computation.ledger().movements(of: register)
    let plane = input.grounds.plane
    rules = PointRules(book, sharesGround: try GroundFaces.sharesGround(in: plane))
    faces = try GroundFaces(book.grounds, districts: book.districts, plane: plane)
    releases = Dictionary(
      StandingContents.releases(book.releases).map { ($0.content.key, $0.content) },
      uniquingKeysWith: { first, _ in first })
  }

  func movementsWithoutDistricts() throws -> [Movement] {
    input.computation(register, byDistrict: false).ledger().movements(of: register)
  }

  /// The days on which anything happens; the undated one comes first.
  var days: [Int] { Set(movements.map(Self.day)).sorted() }

  static func day(_ movement: Movement) -> Int { movement.date?.dayNumber ?? Int.min }

  static func name(_ movement: Movement) -> EventName {
    EventName(
      type: movement.event.type, stored: movement.event.storedVersion,
      isRevocation: movement.cause == .revoked)
  }

  func sum(_ movement: Movement) -> LedgerSum {
    let release = movement.event.type == .release ? releases[movement.event.key] : nil
    return LedgerSum(
      group: [], type: movement.event.type, kind: release?.kind,
      isSurfaceSearch: release?.activity == .battleAreaSurface, from: movement.from,
      to: movement.to, cause: movement.cause, again: movement.again, area: movement.area)
  }

  /// The movements as lines of an export, which no order of import changes.
  var sortedMovements: [String] {
    movements.map { movement in
      let event = movement.event
      return [
        movement.date?.description ?? "", event.key.id, "\(event.version)", movement.district,
        movement.layer.rawValue, movement.from.rawValue, movement.to.rawValue,
        movement.cause.rawValue, movement.again ? "yes" : "no", movement.area.squareMetresText,
        event.type.rawValue, event.key.organisation,
      ].joined(separator: ",")
    }.sorted()
  }
}

extension PostedLedger {
  /// One movement for each part and layer, with its texts.
  func movements(of register: LandRegister) -> [Movement] {
    let references = Dictionary(
      uniqueKeysWithValues: register.events.map {
        (register.posted($0).id, register.reference(of: $0))
      })
    return events.indices.flatMap { place -> [Movement] in
      guard let reference = references[events[place].id] else { return [] }
      let date = CalendarDate(dayNumber: Int(events[place].day))
      return parts(of: place).flatMap { part in
        part.layers.layers.map { layer in
          Movement(
            event: reference, date: date,
            district: part.district < 0 ? District.none : districtCodes[Int(part.district)],
            layer: layer, from: part.transition.from, to: part.transition.to,
            cause: part.transition.cause, again: part.transition.again,
            isInside: part.transition.isInside, area: Area(squareCentimetres: part.area))
        }
      }
    }
  }
}
