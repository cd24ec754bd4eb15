import GeometryEngine
import GeometryValues
import LandRelease

/// Single vertices of a polygon that lie far from the others and from the country, as a digit or a
/// sign typed wrong puts them.
struct VertexSlips {
  /// Metres beyond the districts' box at which a vertex is far away: borders are crossed, not by that.
  private static let far = 50_000.0

  /// A vertex with the reading that puts it beside the others.
  struct Slip {
    var vertex: Int
    var trial: ReferenceTrial
    var position: Position
  }

  let slips: [Slip]
  /// Where the vertices lie, the corrected ones beside the others.
  let coordinates: [Double]

  /// - Parameters:
  ///   - raw: the polygon as the row has it.
  ///   - bring: brings one vertex to WGS 84; nil where it is no place on Earth.
  /// - Returns: nil where no vertex is far away, or where one is that no single reading explains.
  init?(_ raw: MultiPolygon, _ trials: PlaceTrials, bring: ([Double]) -> [Double]?) {
    let home = trials.ground.envelope.grown(byMetres: Self.far)
    var placed: [Position?] = []
    var others = Envelope()
    for vertex in 0..<raw.vertexCount {
      let at = raw.vertex(vertex)
      let position = bring([at.x, at.y])?.positions.first
      let isHome = position.map { home.meets(Envelope(around: $0)) } ?? false
      placed.append(isHome ? position : nil)
      if isHome, let position { others.add(Envelope(around: position)) }
    }
    let away = placed.indices.filter { placed[$0] == nil }
    // The vertex that closes a ring is the one that began it.
    let corners = Set(away.map(raw.vertex)).count
    guard corners > 0, placed.count - away.count >= max(3, 2 * corners) else { return nil }
    let width = Geodesic.distance(
      from: Position(x: others.minX, y: others.minY), to: Position(x: others.maxX, y: others.maxY))
    let beside = others.grown(byMetres: max(200, width))
    var slips: [Slip] = []
    for vertex in away {
      guard let slip = Self.slip(vertex, raw.vertex(vertex), beside, trials) else { return nil }
      slips.append(slip)
      placed[vertex] = slip.position
    }
    self.slips = slips
    coordinates = placed.compactMap(\.self).flatMap { [$0.x, $0.y] }
  }

  /// The one reading that puts a vertex beside the others.
  private static func slip(
    _ vertex: Int, _ at: Position, _ beside: Envelope, _ trials: PlaceTrials
  ) -> Slip? {
    var found: [Slip] = []
    for trial in trials.trials
    where trial.rank == 0 && [.swap, .sign, .digits].contains(trial.slip) {
      guard let position = trials.positions([at.x, at.y], trial)?.positions.first,
        beside.meets(Envelope(around: position))
      else { continue }
      found.append(Slip(vertex: vertex, trial: trial, position: position))
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The kinds of slips, each of which must be asked for.
  var kinds: [CoordinateSlip] { slips.map(\.trial.slip).uniqued() }

  /// `vertex 3 (4.69, 40.1) with the longitude times 10`, for each.
  func words(_ raw: MultiPolygon) -> String {
    var told: Set<Position> = []
    let corners = slips.filter { told.insert(raw.vertex($0.vertex)).inserted }
    return corners.prefix(4).map { slip in
      let at = raw.vertex(slip.vertex)
      return
        "vertex \(slip.vertex + 1) (\(PlaceText.number(at.x)), \(PlaceText.number(at.y))) \(slip.trial.words)"
    }.joined(separator: ", ")
  }
}
