import LandRelease
import Testing

@testable import Reporting

/// What a reader adds up from the bytes is what the report says.
struct ReadBackTests {
  let areas: [Area]
  let report: Report

  init() {
    var random = SplitMix(state: 20_230_704)
    areas = (0..<300).map { _ in
      Area(squareCentimetres: Int64.random(in: -1_000_000...900_000_000_000_000, using: &random))
    }
    let rows = areas.enumerated().map { Row(.body, [.text("d\($0)"), .area($1)]) }
    report = Report(
      title: "Areas",
      tables: [
        Table(
          id: "areas", title: "Areas",
          columns: [Column("district", "District", .text), Column("open_m2", "Open", .area)],
          rows: [.heading("All")] + rows,
          totals: [Row(.total, [.text("Total"), .area(areas.reduce(.zero, +))])])
      ])
  }

  @Test func recordsInCSVAddUpToTheTotal() throws {
    let lines = OutputFormat.csv.render(report).split(separator: "\r\n").dropFirst()
    let read = try lines.map { try squareMetres(String($0.split(separator: ",")[1])) }
    #expect(read == areas)
    #expect(read.reduce(.zero, +) == areas.reduce(.zero, +))
  }

  @Test func recordsInJSONAddUpToTheTotal() throws {
    let document = try JSONDocument(OutputFormat.json.render(report))
    func areas(_ name: String) throws -> [Area] {
      try (document["tables"]?[0]?[name]?.values ?? []).map { row in
        guard case .number(let text)? = row["open_m2"] else { throw JSONDocument.Unreadable() }
        return try squareMetres(text)
      }
    }
    #expect(try areas("rows") == self.areas)
    #expect(try areas("totals") == [self.areas.reduce(.zero, +)])
  }

  @Test(arguments: [
    (AreaUnit.squareMetres, Int64(10_000)), (.hectares, 10_000_000),
    (.squareKilometres, 100_000_000),
  ])
  func figuresInTextAreTheAreasToTheLastPrintedDigit(unit: AreaUnit, step: Int64) throws {
    let lines = OutputFormat.text.render(report, Presentation(unit: unit)).split(separator: "\n")
    let figures = lines.filter { $0.hasPrefix("d") || $0.hasPrefix("Total") }
      .map { $0.split(separator: " ")[1].filter { $0 != "," && $0 != "." } }
    let expected = areas + [areas.reduce(.zero, +)]
    #expect(figures.count == expected.count)
    for (figure, area) in zip(figures, expected) {
      let printed = try #require(Int64(figure)) * step
      #expect(abs(printed - area.squareCentimetres) <= step / 2)
    }
  }

  private func squareMetres(_ text: String) throws -> Area {
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[1].count == 4, let number = Int64(parts[0] + parts[1]) else {
      throw JSONDocument.Unreadable()
    }
    return Area(squareCentimetres: number)
  }
}

/// The same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
