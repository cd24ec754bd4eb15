import Foundation
import GeometryEngine
import GeometryValues
import LandRelease

/// The districts of a book as the place where its records should lie.
struct DistrictGround: Sendable {
  /// Records this near to a district are not out of place: borders run along rivers and ridges.
  static let nearness = 5_000.0

  let names: DistrictNames
  let envelope: Envelope
  private let borders: BorderIndex
  private let boxes: [Envelope]

  /// - Returns: nil where there are no districts to lie in.
  init?(_ districts: [District]) {
    guard !districts.isEmpty else { return nil }
    names = DistrictNames(districts)
    borders = BorderIndex(districts.map(\.polygon))
    boxes = districts.map(\.polygon.envelope)
    envelope = boxes.reduce(into: Envelope()) { $0.add($1) }
  }

  /// The district that holds a position.
  func district(at position: Position) -> Int? {
    guard envelope.meets(Envelope(around: position)) else { return nil }
    let found = borders.first(holding: position)
    return found < 0 ? nil : found
  }

  /// A grid of what lies far from any border.
  var innerCells: InnerCells { InnerCells(borders, over: envelope) }

  func code(at position: Position) -> String? { district(at: position).map { names.codes[$0] } }

  /// Whether positions lie in or near the districts: those that their record names, else any.
  func hasInPlace(_ positions: [Position], stated: [Int]) -> Bool {
    guard !positions.isEmpty else { return true }
    let box = Envelope(around: positions).grown(byMetres: Self.nearness)
    guard envelope.meets(box) else { return false }
    if !stated.isEmpty { return stated.contains { boxes[$0].meets(box) } }
    if positions.contains(where: { district(at: $0) != nil }) { return true }
    var isNear = false
    borders.forEachEdge(meeting: box) { _, _ in isNear = true }
    return isNear
  }

  /// Whether at least half of the positions lie inside districts, and near the one they should.
  func holds(_ positions: [Position], stated: [Int]) -> Bool {
    guard !positions.isEmpty, hasInPlace(positions, stated: stated) else { return false }
    return positions.count { district(at: $0) != nil } * 2 >= positions.count
  }
}

extension Envelope {
  init(around position: Position) {
    self.init(minX: position.x, minY: position.y, maxX: position.x, maxY: position.y)
  }

  init(around positions: [Position]) {
    self.init()
    for position in positions { add(x: position.x, y: position.y) }
  }

  /// The box of degrees with a margin on all sides, a little more than asked for.
  func grown(byMetres margin: Double) -> Envelope {
    let north = margin / 110_000
    let narrowest = cos(min(85, max(abs(minY), abs(maxY))) * .pi / 180)
    let east = north / narrowest
    return Envelope(minX: minX - east, minY: minY - north, maxX: maxX + east, maxY: maxY + north)
  }
}
