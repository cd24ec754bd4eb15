import LandRelease
import Reporting
import Testing

struct ReportFlawsTests {
  @Test func aSoundReportHasNone() {
    #expect(everyKind.flaws == [])
    #expect(Report(title: "Nothing").flaws == [])
  }

  static let spoilings: [(@Sendable (inout Report) -> Void, String)] = [
    ({ $0.mainTable = "x" }, "The main table 'x' is not there."),
    ({ $0.tables.append($0.tables[1]) }, "Two tables are called 'empty'."),
    ({ $0.stamps.append($0.stamps[0]) }, "Two stamps are called 'period'."),
    ({ $0.stamps[0].key = "Period" }, "'Period' is not in snake_case."),
    ({ $0.stamps[0].key = "area_unit" }, "The stamp 'area_unit' is the renderer's."),
    ({ $0.tables[1].id = "2nd" }, "'2nd' is not in snake_case."),
    (
      { $0.tables[0].columns[1].key = "district" },
      "Table 'release': Two columns are called 'district'."
    ),
    ({ $0.tables[0].columns[1].key = "Şuşa" }, "Table 'release': 'Şuşa' is not in snake_case."),
    (
      { $0.tables[0].columns[3].key = "released_ha" },
      "Table 'release': The area 'released_ha' does not end in '_m2'."
    ),
    (
      { $0.tables[0].rows[1].cells.removeLast() },
      "Table 'release': Row 2 has 6 cells for 7 columns."
    ),
    (
      { $0.tables[0].rows[1].cells[2] = .text("") },
      "Table 'release': Row 2: 'tasks' is to be count."
    ),
  ]

  @Test(arguments: spoilings)
  func eachFlawIsNamed(spoil: @Sendable (inout Report) -> Void, flaw: String) {
    var report = everyKind
    spoil(&report)
    #expect(report.flaws == [flaw])
  }

  @Test func aReportOfTheWrongShapeIsRenderedAllTheSame() {
    var report = everyKind
    report.tables[0].rows[1].cells = [.text("Ağdam")]
    report.tables[0].rows[2].cells.append(.text("surplus"))
    for format in OutputFormat.allCases { #expect(format.render(report).contains("Ağdam")) }
  }
}
