import LandRelease
import Reporting

extension Publication {
  static let donor = Publication(
    statement: .donor, title: "What each donor's money released, net beside gross, and land use",
    audience: "donors", period: .year,
    layerRefusal: "the donor report is of all contamination together",
    making: .ofFigures { request, programme in
      let period = request.period
      let ofPeriod = try programme.progress(period, by: [.donor]).lines()
      let all = try programme.progress(Period(to: period.to), by: [.donor]).lines()
      let operators = try programme.progress(period, by: [.donor, .operatorName]).lines()
      return DonorStatement.report(
        period: (ofPeriod.lines.filter(\.isOfReleases), ofPeriod.total),
        cumulative: (all.lines.filter(\.isOfReleases), all.total),
        operators: operators.lines.filter(\.isOfReleases),
        landUse: try landUse(programme, period),
        people: try programme.fundingTables(period) + programme.indicatorTables(period),
        basis: programme.figures.basis(period))
    })

  private static func landUse(
    _ programme: ProgrammeFigures, _ period: Period
  ) throws -> [LandUseLine] {
    let releases = Dictionary(
      try programme.records().accepted.map { ($0.content.key, $0.content) },
      uniquingKeysWith: { first, _ in first })
    var lines: [[String]: LandUseLine] = [:]
    for acting in try programme.figures(of: .land).actingReleases(period)
    where acting.gross != .zero && acting.activity != .battleAreaSurface {
      let release = releases[acting.key]
      let group = [acting.donor, release?.landUse ?? ""]
      var line =
        lines[group]
        ?? LandUseLine(
          donor: group[0], landUse: group[1], releases: 0, gross: .zero, handedOver: .zero)
      if acting.gross > .zero { line.releases += 1 }
      line.gross += acting.gross
      if let day = release?.handedOverOn, period.to.map({ day <= $0 }) ?? true {
        line.handedOver += acting.gross
      }
      lines[group] = line
    }
    return lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}
