import GeometryValues

/// A six-pointed star whose twelve vertices come out of exact steps, so that any program that
/// repeats them in IEEE doubles gets the same bits.
struct Star: Sendable, CustomStringConvertible {
  private static let steps: [(x: Double, y: Double)] = [
    (1000, 0), (500, 289), (500, 866), (0, 577), (-500, 866), (-500, 289), (-1000, 0),
    (-500, -289), (-500, -866), (0, -577), (500, -866), (500, -289),
  ]

  let longitude: Double
  let latitude: Double
  /// Length of an edge, metres, roughly.
  let edge: Double
  /// How much wider a step is in longitude than in latitude.
  let stretch: Double
  /// The area it is known to have, square metres.
  let area: Double

  init(
    _ longitude: Double, _ latitude: Double, edge: Double, stretch: Double, area: Double = .nan
  ) {
    self.longitude = longitude
    self.latitude = latitude
    self.edge = edge
    self.stretch = stretch
    self.area = area
  }

  var description: String { "\(longitude) \(latitude), edges of \(edge) m" }

  /// The vertices, anticlockwise, longitudes above 180 brought back to -180.
  var ring: [Position] {
    let unit = edge / 64_000_000
    return Self.steps.map { step in
      let x = longitude + step.x * (unit * stretch)
      return Position(x: x > 180 ? x - 360 : x, y: latitude + step.y * unit)
    }
  }

  var polygons: MultiPolygon { MultiPolygon(rings: [ring]) }

  // Areas: every edge solved as a geodesic in 50 digits (mpmath 1.4: Gauss-Legendre collocation of
  // the equations of a geodesic, shooting for its end), the authalic ordinate summed along it.
  // `Planimeter` (GeographicLib 2.1.2) and pyproj 3.7 agree to 1e-13 from 9 km up, to 3e-11 at 1 km;
  // below, their own rounding shows: 2e-9 at 100 m, 1e-5 at 1 m.
  static let known: [Star] = [
    Star(9.5, 0.25, edge: 1, stretch: 1.0, area: 5.204862141259741),
    Star(9.5, 0.25, edge: 100, stretch: 1.0, area: 52048.6214123156),
    Star(9.5, 0.25, edge: 1000, stretch: 1.0, area: 5204862.126150716),
    Star(9.5, 0.25, edge: 9000, stretch: 1.0, area: 421593733.4893096),
    Star(9.5, 0.25, edge: 90000, stretch: 1.0, area: 42158383576.10747),
    Star(17.5, -12.5, edge: 1, stretch: 1.02, area: 5.186416336536501),
    Star(17.5, -12.5, edge: 100, stretch: 1.02, area: 51864.16336134861),
    Star(17.5, -12.5, edge: 1000, stretch: 1.02, area: 5186416.320124502),
    Star(17.5, -12.5, edge: 9000, stretch: 1.02, area: 420099617.1058413),
    Star(17.5, -12.5, edge: 90000, stretch: 1.02, area: 42008910861.074554),
    Star(47.7, 40.3, edge: 1, stretch: 1.3, area: 5.189532320215615),
    Star(47.7, 40.3, edge: 10, stretch: 1.3, area: 518.953232152969),
    Star(47.7, 40.3, edge: 100, stretch: 1.3, area: 51895.32321166213),
    Star(47.7, 40.3, edge: 1000, stretch: 1.3, area: 5189532.293456632),
    Star(47.7, 40.3, edge: 9000, stretch: 1.3, area: 420351934.359512),
    Star(47.7, 40.3, edge: 30000, stretch: 1.3, area: 4670556413.2092),
    Star(47.7, 40.3, edge: 90000, stretch: 1.3, area: 42033375177.650955),
    Star(-3.2, 55.1, edge: 1, stretch: 1.75, area: 5.25869683813216),
    Star(-3.2, 55.1, edge: 10, stretch: 1.75, area: 525.8696839073705),
    Star(-3.2, 55.1, edge: 100, stretch: 1.75, area: 52586.968384461645),
    Star(-3.2, 55.1, edge: 1000, stretch: 1.75, area: 5258696.787900365),
    Star(-3.2, 55.1, edge: 9000, stretch: 1.75, area: 425954108.91429156),
    Star(-3.2, 55.1, edge: 30000, stretch: 1.75, area: 4732785792.788854),
    Star(-3.2, 55.1, edge: 90000, stretch: 1.75, area: 42592094701.69405),
    Star(25.1, 62.5, edge: 1, stretch: 2.2, area: 5.343533485909378),
    Star(25.1, 62.5, edge: 10, stretch: 2.2, area: 534.3533487104353),
    Star(25.1, 62.5, edge: 100, stretch: 2.2, area: 53435.33486189452),
    Star(25.1, 62.5, edge: 1000, stretch: 2.2, area: 5343533.406049909),
    Star(25.1, 62.5, edge: 9000, stretch: 2.2, area: 432825681.2594015),
    Star(25.1, 62.5, edge: 30000, stretch: 2.2, area: 4809114561.401929),
    Star(25.1, 62.5, edge: 90000, stretch: 2.2, area: 43277310878.78875),
    Star(100.3, 74.2, edge: 1, stretch: 3.7, area: 5.309228942012521),
    Star(100.3, 74.2, edge: 10, stretch: 3.7, area: 530.9228943434964),
    Star(100.3, 74.2, edge: 100, stretch: 3.7, area: 53092.289411859514),
    Star(100.3, 74.2, edge: 1000, stretch: 3.7, area: 5309228.716530281),
    Star(100.3, 74.2, edge: 9000, stretch: 3.7, area: 430046055.65082973),
  ]
}
