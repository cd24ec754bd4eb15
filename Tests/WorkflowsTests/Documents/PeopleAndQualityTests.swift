import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Victims and data quality, against figures worked out by hand.
struct PeopleAndQualityTests {
  private let programme: SmallProgramme

  init() throws { programme = try SmallProgramme() }

  @Test func victimsAreCountedBySexAndAge() throws {
    let report = try programme.report(.victims, Period())
    #expect(report.flaws == [])
    func figures(_ names: String...) throws -> [String] {
      try report.row("victims", names[0], names[1]).figures("killed", "injured", "victims")
    }
    #expect(try figures("2022", "boys") == ["1", "0", "1"])
    #expect(try figures("2023", "men") == ["1", "1", "2"])
    #expect(try figures("2023", "girls") == ["0", "1", "1"])
    #expect(try figures("2023", "women") == ["0", "1", "1"])
    #expect(try figures("2023", "unknown") == ["1", "0", "1"])
    for table in report.tables {
      #expect(
        try report.total(table.id).figures("killed", "injured", "victims") == ["3", "3", "6"])
      #expect(table.totals.first?.records == 6)
      #expect(table.records.reduce(0) { $0 + ($1.records ?? 0) } == 6)
    }
  }

  @Test func onlyThePeriodCountsAndNothingNamesAnybody() throws {
    let report = try programme.report(.victims)
    #expect(try report.total("victims")["victims"] == "5")
    #expect(try report.row("districts", "A")["victims"] == "2")
    #expect(try report.row("districts", "no_district")["victims"] == "1")
    #expect(try report.row("status", "civilian")["victims"] == "3")
    #expect(try report.row("devices", "uxo")["victims"] == "2")
    let printed = OutputFormat.json.render(report)
    for id in ["V1", "V2", "V5"] { #expect(!printed.contains(id)) }
    #expect(report.tables.allSatisfy { $0.columns.allSatisfy { $0.reveals == nil } })
  }

  @Test func whatRecordsLackIsCounted() throws {
    let report = try programme.report(.dataQuality)
    #expect(report.flaws == [])
    func figures(_ records: String, _ field: String) throws -> [String] {
      try report.row("completeness", records, field).figures("given", "missing", "all")
    }
    #expect(try figures("hazards", "contamination") == ["5", "1", "6"])
    #expect(try figures("hazards", "source") == ["3", "3", "6"])
    #expect(try figures("releases", "polygon") == ["6", "1", "7"])
    // R1, R4, R5 and R7 are cleared by area; R7 has no depth, R1 alone was handed over.
    #expect(try figures("cleared releases", "depth") == ["3", "1", "4"])
    #expect(try figures("cleared releases", "handed over on") == ["1", "3", "4"])
    #expect(try figures("devices", "fate") == ["6", "1", "7"])
    #expect(try figures("victims", "sex and age") == ["5", "1", "6"])
  }

  @Test func theBacklogIsRecordedLessEffective() throws {
    let report = try programme.report(.dataQuality)
    // R1 30 days, R2 427, R3 to R7 one day each.
    #expect(
      try report.row("backlog", "releases", "2023")
        .figures("all", "within_30", "within_365", "later", "median_days", "longest_days")
        == ["6", "5", "0", "1", "1", "427"])
    #expect(try report.row("backlog", "hazards", "2020")["median_days"] == "10")
  }

  @Test func findingsAddUp() throws {
    _ = try RunRulebook(programme.book).run()
    let report = try programme.report(.dataQuality)
    let open = try CheckBook(programme.book).findings(FindingsRequest()).report
    let count = try #require(open.tables.first { $0.id == "findings" }).rows.count
    #expect(count > 0)
    #expect(try report.total("severities")["open"] == "\(count)")
    #expect(try report.total("rules")["open"] == "\(count)")
    #expect(report.tables.first { $0.id == "findings" }?.rows.count == count)
  }
}
