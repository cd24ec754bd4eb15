import GeometryEngine
import GeometryValues
import Interchange
import LandRelease
import Storage

/// Measures the polygons of one import: validity, repair, area, and the unit of what is reported.
struct GroundMeasuring {
  private let context: GEOSContext
  private let repairs: Bool
  /// How the parts of the polygon last measured overlap; nil where they don't.
  private(set) var overlap: PartOverlap?

  init(repairs: Bool) throws {
    context = try GEOSContext()
    self.repairs = repairs
  }

  /// Measures a polygon; where it is invalid and repairs are asked for, it is replaced.
  mutating func measure(
    _ polygon: inout MultiPolygon?, record: @autoclosure () -> String, findings: inout [Finding]
  ) throws -> Measured {
    overlap = nil
    guard let given = polygon, !given.isEmpty else {
      polygon = nil
      return Measured()
    }
    guard let fault = try Validity.check(given.withoutSeam, context) else {
      let area = Self.area(given)
      if area == nil { findings.append(Self.withoutArea(record())) }
      return Measured(area: area, isValid: true)
    }
    try Self.refuseTangle(given.withoutSeam)
    overlap = PartOverlap.of(given.withoutSeam, context)
    let repaired = (try? Repair.makeValid(given, context)) ?? MultiPolygon()
    let area = repaired.isEmpty ? nil : Self.area(repaired)
    findings.append(Self.finding(fault, record: record(), given: given, repaired: area))
    if repairs, area != nil {
      polygon = repaired
      return Measured(
        area: area, isValid: true, invalidReason: fault.reason, original: given)
    }
    return Measured(area: area, isValid: false, invalidReason: fault.reason)
  }

  /// Nobody walks a perimeter that crosses itself at every step, and putting one right takes the
  /// square of its points.
  private static func refuseTangle(_ polygon: MultiPolygon) throws(Refusal) {
    let crossings = Tangle.crossings(of: polygon)
    guard crossings > max(1000, polygon.vertexCount) else { return }
    throw Refusal(
      field: "polygon", reason: "its edges cross each other some \(crossings) times",
      remedy: "Put the turning points into the order in which they were walked.")
  }

  /// An area of zero is no ground.
  private static func area(_ polygon: MultiPolygon) -> Area? {
    Area(squareMetres: GeodesicArea.squareMetres(of: polygon)).flatMap { $0 > .zero ? $0 : nil }
  }

  private static func withoutArea(_ record: String) -> Finding {
    Finding(
      rule: "LR14", severity: .error,
      message: "\(record) has a polygon of less than a square centimetre: it holds no ground",
      place: Finding.Place(field: "polygon", record: record),
      remedy: "Check the coordinates and their reference.")
  }

  private static func finding(
    _ fault: InvalidGround, record: String, given: MultiPolygon, repaired: Area?
  ) -> Finding {
    let place = fault.at.map { " at \($0.x), \($0.y)" } ?? ""
    let asDrawn = Area(squareMetres: abs(GeodesicArea.squareMetres(of: given))) ?? .zero
    let effect =
      repaired.map {
        "its ground, rings crossed by rings (GEOS make valid, linework), is \($0.squareMetresText) m2; read as drawn it would be \(asDrawn.squareMetresText) m2"
      } ?? "nothing is left of it when it is put right, so it counts as without a polygon"
    return Finding(
      rule: "LR10", severity: .error,
      message: "\(record) has an invalid polygon: \(fault.reason)\(place); \(effect)",
      place: Finding.Place(field: "polygon", record: record),
      remedy: "Correct the turning points, or import with --repair and keep the original beside.",
      areaEffect: repaired.map { $0 > asDrawn ? $0 - asDrawn : asDrawn - $0 })
  }

  /// Powers of ten between a wrong unit and the right one: km2, ha and dunum against m2.
  private static let unitSlips: [(power: Int, words: String)] = [
    (-6, "square kilometres"), (-4, "hectares"), (-3, "dunum (1,000 m2)"),
    (3, "a thousand times too much"), (4, "square metres in a column of hectares"),
    (6, "square metres in a column of square kilometres"),
  ]

  /// Puts a reported area right whose size against the measured one gives a wrong unit away.
  func correctUnit(
    _ reported: inout ReportedArea?, measured: Area?, record: @autoclosure () -> String,
    findings: inout [Finding]
  ) {
    guard let typed = reported?.asTyped, let measured, typed > .zero else { return }
    var ratio = typed.squareMetres / measured.squareMetres
    var power = 0
    while ratio >= 3.1623 { (ratio, power) = (ratio / 10, power + 1) }
    while ratio < 0.31623 { (ratio, power) = (ratio * 10, power - 1) }
    // Near a power of ten: within a quarter, which covers what a typist rounds away.
    guard (0.8...1.25).contains(ratio),
      let slip = Self.unitSlips.first(where: { $0.power == power }),
      let corrected = Area(squareMetres: typed.squareMetres * Self.powerOfTen(-power))
    else { return }
    reported = ReportedArea(asTyped: typed, unitCorrected: corrected)
    let record = record()
    findings.append(
      Finding(
        rule: "LR11", severity: .error,
        message:
          "\(record) reports \(typed.squareMetresText) m2 and measures \(measured.squareMetresText) m2: it looks like \(slip.words)",
        place: Finding.Place(field: "reported_area", record: record),
        remedy: "Correct the figure or its unit in the source and import it again.",
        areaEffect: typed > corrected ? typed - corrected : corrected - typed))
  }

  private static func powerOfTen(_ power: Int) -> Double {
    (0..<abs(power)).reduce(1.0) { value, _ in power > 0 ? value * 10 : value / 10 }
  }
}

extension MultiPolygon {
  /// The same rings with western longitudes counted on past 180 where they cross the antimeridian,
  /// so that planar tests don't see them go round the Earth.
  var withoutSeam: MultiPolygon {
    let box = envelope
    guard box.maxX - box.minX > 180 else { return self }
    var shifted = coordinates
    for index in stride(from: 0, to: shifted.count, by: 2) where shifted[index] < 0 {
      shifted[index] += 360
    }
    return replacingCoordinates(shifted)
  }
  /// A point inside, for the map, also where the rings cross the antimeridian.
  var somePoint: Position? {
    InteriorPoint.of(withoutSeam).map { $0.x > 180 ? Position(x: $0.x - 360, y: $0.y) : $0 }
  }
}

extension Geometry {
  /// A place for the map: inside the polygon, or the first point there is.
  var somePoint: Position? {
    switch self {
    case .polygons(let polygon): polygon.somePoint
    case .points(let points): points.first
    case .lines(let lines): lines.first?.first
    case .empty: nil
    }
  }
}
