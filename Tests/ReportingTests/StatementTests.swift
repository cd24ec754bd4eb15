import LandRelease
import Testing

@testable import Reporting

/// Every statement is a sound report, and its figures are those of its lines.
struct StatementTests {
  static let basis = StatementBasis(
    bookName: "book", isSynthetic: true, period: Period(), boundarySet: "2020 (7 leaf districts)",
    areaMethod: "geodesic on WGS 84; overlaps in the plane", ledger: "not posted", recordsBehind: 3,
    isReviewAssumed: true,
    districtNames: ["D1": "One"])

  static func sum(
    _ area: Int64, _ from: LandState, _ to: LandState, _ cause: Cause,
    kind: ReleaseKind? = nil, again: Bool = false
  ) -> LedgerSum {
    LedgerSum(
      group: ["D1"], type: kind == nil ? .hazard : .release, kind: kind, isSurfaceSearch: false,
      from: from, to: to, cause: cause, again: again, area: Area(squareCentimetres: area))
  }

  static var line: ProgressLine {
    var line = ProgressLine(
      group: ["D1"], items: 4, open: Area(squareCentimetres: 60), everRecorded: .zero,
      districtArea: Area(squareCentimetres: 1000))
    line.account.add(sum(40, .suspected, .cleared, .released, kind: .cleared))
    line.account.add(sum(7, .cleared, .cleared, .withinTask, kind: .cleared, again: true))
    return line
  }

  static var balance: Balance {
    var balance = Balance()
    balance.add(sum(100, .unrecorded, .suspected, .identified))
    balance.add(sum(40, .suspected, .cleared, .released, kind: .cleared))
    return balance
  }

  static var reports: [Report] {
    [
      BalanceStatement.report([(["D1"], balance)], by: [.district], basis: basis),
      TransitionsStatement.report(
        [(.land, sum(100, .unrecorded, .suspected, .identified))], by: [.district], basis: basis),
      ProgressStatement.report([line], total: line, by: [.district], basis: basis),
      BridgeStatement.report([line], by: [.district], basis: basis),
      DevicesStatement.report(
        [
          DeviceLine(
            group: ["D1"], category: .apMine, found: 4, records: 2)
        ], netCleared: line.account.netCleared, by: [.district], basis: basis),
      FindingsStatement.report(
        [FindingLine(number: 1, finding: finding)], basis: basis),
      FindingsStatement.folded(
        (1...12).map { FindingLine(number: $0, finding: finding) }, basis: basis),
      RulesStatement.report(LandRules.all),
      InvariantsStatement.report(
        [LedgerInvariants.flows(PostedLedger())], basis: basis),
      ReconciliationStatement.report([], series: nil, rolls: [], isDetailed: true, basis: basis),
      ExplanationStatement.record("H1", records: [], movements: [], basis: basis),
    ]
  }

  private static let finding = Finding(
    rule: "LR08", severity: .error, message: "m", place: .init(file: "f", row: 2), remedy: "r",
    areaEffect: .zero)

  @Test func everyStatementIsASoundReport() {
    for report in Self.reports {
      #expect(report.flaws == [], "\(report.title)")
      #expect(OutputFormat.text.render(report).hasPrefix(report.title))
    }
  }

  @Test func whatEverythingPrintedMustSayIsThere() {
    for report in Self.reports where report.title != "Rules" {
      let text = OutputFormat.text.render(report, Presentation(width: 400))
      #expect(text.contains("SYNTHETIC"))
      #expect(text.contains("Ledger behind by 3 records"))
      #expect(text.contains("No record does not mean no hazard"))
      for key in ["period", "boundary_set", "area_method", "layer", "clock"] {
        #expect(report.stamps.contains { $0.key == key }, "\(report.title) lacks \(key)")
      }
    }
  }

  @Test func netAndGrossStandApart() {
    let csv = OutputFormat.csv.render(Self.reports[2])
    let rows = csv.split(whereSeparator: \.isNewline)
    let cells = rows[1].split(separator: ",", omittingEmptySubsequences: false)
    let keys = rows[0].split(separator: ",")
    func cell(_ key: String) -> Substring? { keys.firstIndex { $0 == key }.map { cells[$0] } }
    #expect(cell("net_cleared_m2") == "0.0040")
    #expect(cell("gross_cleared_m2") == "0.0047")
    #expect(cell("items") == "4")
  }
}
