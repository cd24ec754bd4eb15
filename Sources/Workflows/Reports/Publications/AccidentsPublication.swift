import GeometryValues
import LandRelease
import Reporting
import Storage

extension Publication {
  static let accidents = Publication(
    statement: .accidents,
    title: "Accidents, the ground they happened on, the releases in question",
    audience: "quality officers, operators, treaty officers", period: .any,
    cuts: LedgerDimension.ofPlaceAndTime, layerRefusal: "accidents are in no layer",
    takesDistance: true,
    making: .ofFigures { request, programme in
      let near = request.within ?? AccidentGrounds.usualAccuracy
      return AccidentsStatement.report(
        try programme.accidentLines(request.period, within: near),
        by: request.dimensions.isEmpty ? [.year] : request.dimensions, near: near,
        basis: programme.figures.basis(request.period))
    })
}

extension LedgerDimension {
  /// What records without a release can be cut by.
  static let ofPlaceAndTime: [LedgerDimension] = allCases.filter { !$0.isOfRelease }
}

extension ProgrammeFigures {
  /// Accidents of a period, and victims that name none, with the ground they were on.
  func accidentLines(_ period: Period, within near: Double) throws -> [AccidentLine] {
    let accidents = try figures.reader.accidents().map(\.content)
    let links = VictimLinks(accidents: accidents, victims: try victims())
    let alone = links.withoutAccident.filter { period.counts($0.date) }
    let counted = accidents.filter { period.counts($0.date) }
    var ground = try AccidentPlaces(self, accidents: counted, victims: alone, within: near)
    let places = try places()
    let ofAccidents = try counted.map { accident in
      let own = links.victims[accident.key] ?? []
      var line = AccidentLine(
        kind: .accident, key: accident.key,
        district: places.district(at: accident.position, named: accident.district),
        people: HurtPeople(stated: accident, victims: own.map(\.outcome)))
      line.date = accident.date
      line.activity = accident.activity
      line.device = accident.deviceCategory
      line.isDemining = accident.isDemining
      line.accuracyMetres = accident.accuracyMetres
      line.ground = try ground.ground(
        accident.position, accident.date, accident.deviceCategory, accident.accuracyMetres)
      return line
    }
    return try ofAccidents
      + alone.map { victim in
        var line = AccidentLine(
          kind: .victim, key: victim.key, district: places.district(of: victim),
          people: HurtPeople(
            stated: Accident(key: victim.key), victims: [victim.outcome]))
        line.date = victim.date
        line.activity = victim.activity
        line.device = victim.deviceCategory
        line.ground = try ground.ground(
          victim.position, victim.date, victim.deviceCategory, nil)
        return line
      }
  }
}

/// The grounds of accidents, worked out only where one has a place and a day.
private struct AccidentPlaces {
  private var grounds: AccidentGrounds?
  private let near: Double

  init(
    _ programme: ProgrammeFigures, accidents: [Accident], victims: [Victim], within near: Double
  ) throws {
    self.near = near
    guard
      accidents.contains(where: { $0.position != nil && $0.date != nil })
        || victims.contains(where: { $0.position != nil && $0.date != nil })
    else { return }
    let figures = programme.figures
    grounds = try AccidentGrounds(
      LedgerInput(figures.reader, leaves: figures.districts.map(\.content)),
      clock: figures.view.clock, kinds: AccidentGrounds.kinds(try programme.records().releases))
  }

  mutating func ground(
    _ position: Position?, _ day: CalendarDate?, _ device: String?, _ accuracy: Double?
  ) throws -> GroundOfAccident? {
    guard let position, let day else { return nil }
    return try grounds?.ground(
      at: position, on: day, layer: Layer(ofDevice: device), within: max(near, accuracy ?? 0))
  }
}
