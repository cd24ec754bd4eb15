import LandRelease
import Testing

@testable import Reporting

/// A page is well made, says what the report says, and leads where it promises.
struct PageTests {
  static func page(_ report: Report, material: PageMaterial = PageMaterial()) throws -> PageElement
  {
    try PageDocument(HTMLRenderer(material: material).render(report)).root
  }

  @Test(arguments: SamplePages.Name.allCases) func hasOneHeadingALanguageAndALandmark(
    _ name: SamplePages.Name
  ) throws {
    let report = name.report
    let page = try Self.page(report)
    #expect(page.all("html").map(\.attributes) == [["lang": "en", "dir": "ltr"]])
    #expect(page.all("h1").count == 1)
    #expect(page.all("main").count == 1)
    #expect(page.all("header").count == 1)
    let skip = try #require(page.all("a", class: "skip").first)
    #expect(skip.attributes["href"] == "#content")
  }

  @Test(arguments: SamplePages.Name.allCases) func everyFigureStandsInItsTable(
    _ name: SamplePages.Name
  ) throws {
    let report = name.report
    let page = try Self.page(report)
    let presentation = Presentation()
    let tables = page.all("table")
    #expect(tables.count == report.tables.count + report.details.count)
    for (table, drawn) in zip(report.tables + report.details, tables) {
      let rows = table.rows.filter { $0.style != .total } + table.totals
      let expected = rows.map { row in
        row.style == .heading
          ? [TerminalText.tame(row.cell(at: 0).printedText)]
          : table.columns.enumerated().map { index, column in
            TerminalText.tame(presentation.printed(row.cell(at: index), column: column))
          }
      }
      let bodies = drawn.all("tbody") + drawn.all("tfoot")
      let read = bodies.flatMap { $0.all("tr") }.map { $0.children.map(\.text) }
      #expect(read == (rows.isEmpty ? [["(no rows)"]] : expected.map { $0.map(Self.shown) }))
    }
  }

  /// What stands for a sign that no page can hold.
  static func shown(_ text: String) -> String {
    String(text.unicodeScalars.map { $0 == "\u{FFFF}" ? "\u{FFFD}" : Character($0) })
  }

  @Test func tablesNameTheirColumnsRowsAndGroups() throws {
    let page = try Self.page(everyKind)
    let table = try #require(page.all("table").first)
    #expect(table.children.first?.name == "caption")
    #expect(table.children.first?.text == "Released in the period")
    let labels = try #require(table.all("thead").first).all("th")
    #expect(labels.allSatisfy { $0.attributes["scope"] == "col" })
    #expect(labels.prefix(4).map(\.text) == ["District", "Since", "Tasks", "Released (ha)"])
    #expect(labels[3].children.map(\.text) == ["(ha)"])
    let group = try #require(table.all("tr", class: "heading").first?.children.first)
    #expect(group.attributes == ["colspan": "7", "scope": "rowgroup"])
    let names = table.all("tbody").flatMap { $0.all("th") }.filter {
      $0.attributes["scope"] == "row"
    }
    #expect(names.map(\.text).contains("Ağdam"))
    #expect(table.all("tfoot").first?.all("td", class: "n").isEmpty == false)
  }

  @Test(arguments: SamplePages.Name.allCases) func everyLinkLeadsToOnePlaceOfThePage(
    _ name: SamplePages.Name
  ) throws {
    let report = name.report
    let page = try Self.page(report, material: PageMaterial(digest: { _ in "" }))
    let places = page.all.compactMap { $0.attributes["id"] }
    #expect(Set(places).count == places.count)
    for link in page.all("a") {
      let target = try #require(link.attributes["href"])
      #expect(target.hasPrefix("#"))
      #expect(places.contains(String(target.dropFirst())), "\(target)")
    }
  }

  @Test func aFigureOpensTheRecordsBehindIt() throws {
    let page = try Self.page(SamplePages.country)
    let table = try #require(page.all("table").first { $0.attributes["id"] == "t-balance" })
    let row = try #require(table.all("tbody").first?.all("tr").first)
    let targets = row.children.map { $0.all("a").first?.attributes["href"] }
    #expect(targets.prefix(8) == ["#d1", nil, "#d1-1", "#d1-5", "#d1", "#d1", "#d1-9", "#d1"])
    #expect(targets.dropFirst(8).allSatisfy { $0 == nil }, "zeros have nothing behind them")
    let heading = try #require(page.all("tr").first { $0.attributes["id"] == "d1-5" })
    #expect(heading.text == "Identified")
    let detail = try #require(
      page.all("details").first { $0.all.contains { $0.attributes["id"] == "d1-5" } })
    #expect(detail.all("p", class: "back").first?.all("a").first?.attributes["href"] == "#from-d1")
    #expect(row.attributes["id"] == "from-d1")
  }

  @Test func contentsNameTheSections() throws {
    let page = try Self.page(SamplePages.country)
    #expect(
      page.all("nav").first?.all("a").map(\.text) == [
        "Map", "Balance per district", "Progress over time", "Bridge", "Behind the figures",
        "Notes",
      ])
    #expect(try Self.page(everyKind).all("nav").isEmpty)
  }

  @Test func theSameReportGivesTheSamePage() {
    let renderer = HTMLRenderer()
    #expect(renderer.render(SamplePages.country) == renderer.render(SamplePages.country))
  }
}
