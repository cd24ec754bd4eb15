import LandRelease
import Testing

struct StatedAreaTests {
  private func statement(
    _ actor: String, _ squareMetres: Int64?, to: String? = "2023-12-31", split: String? = nil,
    source: String? = nil
  ) -> Statement {
    var statement = Statement(actor: actor)
    statement.to = to.flatMap { CalendarDate($0) }
    statement.area = squareMetres.map { Area(squareCentimetres: $0 * 10_000) }
    statement.split = split
    statement.source = source
    return statement
  }

  private func total(_ statements: [Statement], without actors: Set<String> = []) -> Double {
    let year = Period(from: CalendarDate("2023-01-01"), to: CalendarDate("2023-12-31"))
    return StatedArea.total(statements, period: year, actorsWithRecords: actors).squareMetres
  }

  @Test func statementsOfThePeriodAddUp() {
    #expect(
      total([
        statement("Army", 100), statement("Police", 20), statement("Army", 7, to: "2022-12-31"),
        statement("Army", nil), statement("Army", 5, to: nil),
      ]) == 120)
  }

  @Test func actorsWithRecordsAreLeftOut() {
    #expect(total([statement("Army", 100), statement("OP1", 20)], without: ["OP1"]) == 100)
  }

  @Test func aTotalSplitSeveralWaysCountsOnce() {
    #expect(
      total([
        statement("Army", 60, split: "by district", source: "S1"),
        statement("Police", 40, split: "by district", source: "S1"),
        statement("Both", 100, split: "by type", source: "S1"),
        statement("Army", 8, split: "by type", source: "S2"), statement("Navy", 1, source: "S1"),
      ]) == 109)
  }
}
