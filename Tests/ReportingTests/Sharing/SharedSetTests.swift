import LandRelease
import Testing

@testable import Reporting

/// What readers of several reports of one set are told, and what they can't put together.
struct SharedSetTests {
  private static let districts = Table(
    id: "districts", title: "By district",
    columns: [Column("district", "District", .text), Column("cleared_m2", "Cleared", .area)],
    rows: [
      row("A", 100, records: 1), row("B", 5_000, records: 9), row("C", 7_000, records: 12),
      Row(.total, [.text("Total"), .area(Area(squareCentimetres: 12_100))]).resting(on: 22),
    ])

  private static func row(_ name: String, _ area: Int64, records: Int?) -> Row {
    Row(.body, [.text(name), .area(Area(squareCentimetres: area))]).resting(on: records)
  }

  private func shared(_ tables: Table...) throws -> [Table] {
    let reports = tables.map { Report(title: "One", tables: [$0]) }
    return try SharingProfile.named("public").applied(to: reports).flatMap(\.tables)
  }

  private func withheld(_ table: Table) -> [String] {
    table.rows.filter { $0.cells.contains(.withheld) }.map { $0.cell(at: 0).printedText }
  }

  @Test func aTotalStaysWhereADistrictCanGoInItsPlace() throws {
    let headline = Table(
      id: "headline", title: "Headline",
      columns: [Column("measure", "Measure", .text), Column("low_m2", "Low", .area)],
      rows: [Self.row("cleared", 12_100, records: nil)])
    let tables = try shared(Self.districts, headline)
    try #require(tables.count == 2)
    #expect(withheld(tables[0]) == ["A", "B"])
    // What nobody counted here is the figure that is known there.
    #expect(withheld(tables[1]).isEmpty)
  }

  @Test func whatOneReportWithholdsNoOtherPrints() throws {
    let other = Table(
      id: "other", title: "Other",
      columns: [Column("operator", "Operator", .text), Column("cleared_m2", "Cleared", .area)],
      rows: [
        Self.row("X", 5_000, records: 9), Self.row("Y", 100, records: 30),
        Self.row("Z", 900, records: 30),
      ])
    let tables = try shared(Self.districts, other)
    try #require(tables.count == 2)
    #expect(withheld(tables[1]).contains("Y"))
    #expect(withheld(tables[1]).contains("X"))
  }

  @Test func sentencesAboutWithheldFiguresGoWithThem() throws {
    let claims = Table(
      id: "claims", title: "Claims",
      columns: [Column("claim", "Claim", .text), Column("low_m2", "Low", .area)],
      rows: [
        Self.row("one", 400, records: 1), Self.row("two", 800, records: 40),
        Self.row("three", 900, records: 50), Self.row("four", 7_000, records: 60),
      ])
    let reasons = Table(
      id: "reasons", title: "Why",
      columns: [Column("claim", "Claim", .text), Column("reason", "Reason", .text)],
      rows: [
        Row(.body, [.text("one"), .text("The records give 400.")]),
        Row(.body, [.text("four"), .text("The records give 7000.")]),
      ])
    let report = try SharingProfile.named("public")
      .applied(to: Report(title: "One", tables: [claims, reasons]))
    #expect(report.tables.last?.rows.map { $0.cell(at: 0) } == [.text("four")])
    #expect(report.notes.contains { $0.contains("texts about withheld figures") })
  }

  @Test func aRowOfOnePersonIsNotThere() throws {
    let people = Table(
      id: "people", title: "People",
      columns: [Column("group", "Group", .text), Column("people", "People", .count)],
      rows: [
        Row(.body, [.text("women, demining"), .count(1)]).resting(on: 1),
        Row(.body, [.text("women, farming"), .count(5)]).resting(on: 5),
        Row(.body, [.text("men, farming"), .count(8)]).resting(on: 8),
        Row(.body, [.text("men, travel"), .count(9)]).resting(on: 9),
        Row(.total, [.text("Total"), .count(23)]).resting(on: 23),
      ])
    let table = try #require(try shared(people).first)
    let names = table.rows.map { $0.cell(at: 0).printedText }
    #expect(!names.contains("women, demining"))
    #expect(names.contains("Total") && names.contains("men, travel"))
  }

  @Test func rowsOfAllDaysSoFarStayAtHome() throws {
    var running = Self.row("since the first record", 90_000, records: 300)
    running.isRunning = true
    let bulletin = Table(
      id: "bulletin", title: "Found and released",
      columns: [Column("covers", "Covers", .text), Column("cleared_m2", "Cleared", .area)],
      rows: [Self.row("this period", 3_000, records: 30), running])
    let table = try #require(try shared(bulletin).first)
    #expect(table.rows.map { $0.cell(at: 0) } == [.text("this period")])
    let partner = try SharingProfile.named("partner")
      .applied(to: Report(title: "One", tables: [bulletin]))
    #expect(partner.tables.first?.rows.count == 2)
  }
}
