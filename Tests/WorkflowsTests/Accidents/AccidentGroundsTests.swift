import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// The ground of accidents in random books, against the rules read point by point.
struct AccidentGroundsTests {
  private static let released: Set<LandState> = [.cleared, .reduced, .cancelled]

  @Test(arguments: 0..<40)
  func theStateIsTheOneOfTheRules(seed: Int) throws {
    let book = RandomBook(seed: seed)
    let contents = StandingContents.releases(book.releases)
    let input = try LedgerInput(
      hazards: book.hazards, releases: book.releases, tasks: book.tasks, districts: book.districts)
    let rules = PointRules(
      book, sharesGround: try GroundFaces.sharesGround(in: input.grounds.plane))
    var grounds = try AccidentGrounds(input, kinds: AccidentGrounds.kinds(contents))
    var dice = SeededDice(UInt64(seed))
    let days =
      contents.compactMap(\.content.date) + contents.compactMap(\.content.revokedOn)
      + book.hazards.compactMap(\.content.date)
    guard !days.isEmpty, !book.grounds.isEmpty else { return }
    // Every twentieth book lies across the antimeridian.
    let grown = seed % 20 == 7 ? book.grounds.map(Self.beyond) : book.grounds
    for _ in 0..<30 {
      let box = dice.one(of: grown).envelope
      let point = Position(
        x: dice.real(box.minX...box.maxX), y: dice.real(box.minY...box.maxY))
      let day = dice.one(of: days)
      let cover = Set(
        zip(book.grounds, grown).filter { InteriorPoint.holds($1, point) }.map(\.0))
      let place = Position(x: point.x > 180 ? point.x - 360 : point.x, y: point.y)
      let layer = dice.one(of: [Layer?.none, .ap, .av, .cmr])
      let found = try grounds.ground(at: place, on: day, layer: layer, within: 0)
      let before = Self.state(rules, cover, through: day.dayNumber - 1)
      let after = Self.state(rules, cover, through: day.dayNumber)
      let layers = [Layer.land] + (layer.map { [$0] } ?? [])
      let wasReleased = layers.first { Self.released.contains(before.state($0)) }
      let released = wasReleased ?? layers.first { Self.released.contains(after.state($0)) }
      #expect(found.layer == released, "seed \(seed) at \(point) on \(day)")
      let state = wasReleased == nil && released != nil ? after.state(.land) : before.state(.land)
      #expect(found.state == state, "seed \(seed) at \(point) on \(day)")
      #expect(found.isReleased == !found.releases.isEmpty, "seed \(seed) at \(point) on \(day)")
      for release in found.releases {
        let content = try #require(contents.first { $0.content.key == release.key }).content
        #expect(content.date == release.date && content.kind == release.kind)
        #expect(try #require(release.date) <= day)
        #expect(cover.contains(try #require(content.polygon)))
      }
    }
  }

  /// The same ground with longitudes that run on beyond 180 degrees.
  private static func beyond(_ polygon: MultiPolygon) -> MultiPolygon {
    polygon.replacingCoordinates(
      polygon.coordinates.enumerated().map { $0 % 2 == 0 && $1 < 0 ? $1 + 360 : $1 })
  }

  private static func state(
    _ rules: PointRules, _ cover: Set<MultiPolygon>, through day: Int
  ) -> PointHistory {
    var history = PointHistory(rules, cover)
    for happening in rules.happenings(under: cover) where happening.day <= day {
      _ = history.take(happening)
    }
    return history
  }
}
