import Foundation
import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Storage
@testable import Workflows

/// What opens the lines of a claim adds up to them.
struct OpenedClaimTests {
  private static let releases = """
    id,kind,activity,stage,review,date,operator,donor,task_id,reported_area_m2
    U1,cleared,clearance,progress,accepted,2019-05-01,Alpha,Fund,T77,5000
    U2,cleared,clearance,completion,accepted,2020-05-01,Alpha,Fund,T77,9000
    U3,cancelled,NTS,completion,accepted,2021-05-01,Beta,,T78,700000
    """
  private static let statements = """
    actor,from,to,activity,reported_area_ha
    Army,2020-01-01,2020-12-31,clearance,100
    """

  private static func claims(district: String) -> [Claim] {
    let measures = [
      "area_cleared", "area_reduced", "area_cancelled", "area_released", "area_contaminated",
      "items_found",
    ].compactMap(Measure.init(code:))
    return measures.flatMap { measure in
      (0..<4).map { number in
        var claim = Claim(
          id: "C", source: ClaimSource(key: "s", title: "t"), measure: measure, value: nil,
          printed: "", unit: measure.code == "items_found" ? "items" : "m2")
        claim.scope.asOf = CalendarDate("2021-06-30")
        if number == 1 { claim.scope.districts = [district] }
        if number == 2 { claim.scope.actors = ["Alpha"] }
        if number == 3 { claim.scope.since = CalendarDate("2020-01-01") }
        return claim
      }
    }
  }

  @Test(arguments: 0..<3)
  func everyLineOfAClaim(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    try folder.importStage(0, of: 1, RandomBook(seed: 9_500 + seed), into: book)
    try folder.importText(Self.releases, as: .releases, into: book)
    try folder.importText(Self.statements, as: .statements, into: book)
    _ = try PostLedger(book).run()
    let (claims, computed) = try BookView(book.store).read { figures in
      let code = figures.districts.first?.content.code ?? ""
      // A book without districts has nothing to name.
      let claims = Self.claims(district: code).filter { $0.scope.districts != [""] }
      let computing = try ClaimFigures(ProgrammeFigures(figures))
      return (claims, claims.map(computing.computed))
    }
    for (claim, computed) in zip(claims, computed) {
      let computed = try #require(computed)
      // A book without devices answers nothing about items.
      if computed.bases.isEmpty { continue }
      var opened: [String: ExactDecimal] = [:]
      for line in ClaimFigureRequests(claim: claim).lines {
        let value = try Self.total(line.request, book)
        opened[line.label, default: .zero] += line.isSubtracted ? .zero - value : value
      }
      let figures = Dictionary(
        (computed.bases + computed.bridge).map { ($0.name, $0.value) },
        uniquingKeysWith: { first, _ in first })
      for (label, value) in opened {
        #expect(figures[label] == value, "\(label) of \(claim.measure.code), \(claim.scope)")
      }
      #expect(!opened.isEmpty)
    }
  }

  private static func total(_ request: FigureRequest, _ book: Book) throws -> ExactDecimal {
    let table = try #require(try ExplainFigure(book).run(request).tables.first)
    switch try #require(table.totals.first?.cells[2]) {
    case .area(let area): return ExactDecimal(area, in: .squareMetres)
    case .count(let count): return ExactDecimal(Int64(count))
    default:
      Issue.record("no figure")
      return .zero
    }
  }

  @Test func theCommandCanBeTyped() throws {
    var request = FigureRequest("net_cleared", of: ["Qarabağ", "Kör's Hill"])
    request.dimensions = [.district, .operatorName]
    request.period = Period(to: CalendarDate("2021-06-30"))
    #expect(
      request.command
        == "landbook why Qarabağ 'Kör'\\''s Hill' --figure net_cleared --by district --by operator --to 2021-06-30"
    )
  }
}
