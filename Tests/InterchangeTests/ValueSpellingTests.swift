import LandRelease
import Testing

@testable import Interchange

/// Dates and numbers that can be read two ways, once somebody says which.
@Suite("Spelling of dates and numbers")
struct ValueSpellingTests {
  private func plain(
    _ text: String, _ field: SurveyField, dates: ValueSpelling.DateOrder? = nil,
    decimals: ValueSpelling.DecimalMark? = nil
  ) throws(ValueFault) -> String {
    var spelling = ValueSpelling()
    spelling.dates = dates
    spelling.decimals = decimals
    return try spelling.plain(text, field)
  }

  @Test(
    "turns dates by the order that is said",
    arguments: [
      ("03/04/2020", "2020-04-03", "2020-03-04"), ("3-4-2020", "2020-04-03", "2020-03-04"),
      ("03.04.2020 12:30", "2020-04-03 12:30", "2020-03-04 12:30"),
      ("2020-04-03", "2020-04-03", "2020-04-03"), ("April 2020", "April 2020", "April 2020"),
      ("2020", "2020", "2020"),
    ])
  func dates(text: String, dayFirst: String, monthFirst: String) throws {
    #expect(try plain(text, .date, dates: .dayFirst) == dayFirst)
    #expect(try plain(text, .date, dates: .monthFirst) == monthFirst)
    #expect(try plain(text, .date) == text)
    #expect(try plain(text, .id, dates: .dayFirst) == text)
  }

  @Test("refuses a date that can't have that order")
  func wrongOrder() {
    #expect(throws: ValueFault.self) { try plain("02/13/2020", .date, dates: .dayFirst) }
    #expect(throws: ValueFault.self) { try plain("13/02/2020", .date, dates: .monthFirst) }
  }

  @Test(
    "turns numbers by the mark that is said",
    arguments: [
      ("1,234", "1.234", "1234"), ("1.234,5", "1234.5", nil), ("1,234.5", nil, "1234.5"),
      ("1\u{A0}234,5 ha", "1234.5 ha", nil), ("1\u{2009}234", "1234", "1234"),
      ("12", "12", "12"), ("12.5", nil, "12.5"), ("٣٬٤٥٦٫٧", "3456.7", nil),
      ("1e3", "1e3", "1e3"), ("1.234.567", "1234567", nil),
    ] as [(String, String?, String?)])
  func numbers(text: String, comma: String?, point: String?) {
    #expect((try? plain(text, .area, decimals: .comma)) == comma)
    #expect((try? plain(text, .area, decimals: .point)) == point)
  }

  @Test("an ambiguous cell names the option that helps")
  func remedies() throws {
    let date = try #require(throws: ValueFault.self) { _ = try DateText.read("03/04/2020") }
    #expect(date.remedy.contains("--dates dmy"))
    let number = try #require(throws: ValueFault.self) { _ = try NumberText.read("1,234") }
    #expect(number.remedy.contains("--decimals comma"))
  }

  @Test("rows are read by what was said")
  func rows() throws {
    let folder = try TemporaryFolder()
    let table = try SurveyTable.of(
      "id;date;reported_area_ha\nH1;03/04/2020;1,234\n", ending: "csv", in: folder)
    let columns = try ColumnMap(type: .hazards, header: table.header)
    var context = ReadingContext(header: table.header, columns: columns)
    let row = try table.rows()[0]
    #expect(throws: Refusal.self) { try HazardReading(context).read(row) }
    context.spelling.dates = .dayFirst
    context.spelling.decimals = .comma
    let hazard = try HazardReading(context).read(row).record
    #expect(hazard.date == CalendarDate(year: 2020, month: 4, day: 3))
    #expect(hazard.reportedArea?.asTyped == Area(squareMetres: 12_340))
  }
}
