import LandRelease
import Testing

@testable import Reporting

/// Numbers and dates as the Unicode CLDR has them.
struct LanguageTests {
  @Test(arguments: [
    (Language.english, "-1,234,567.9", "12.5%", "2024-05-09"),
    (.azerbaijani, "-1.234.567,9", "12,5%", "09.05.2024"),
    (.russian, "-1\u{A0}234\u{A0}567,9", "12,5\u{A0}%", "09.05.2024"),
    (.french, "-1\u{202F}234\u{202F}567,9", "12,5\u{202F}%", "09/05/2024"),
    (
      .arabic, "\u{200E}-1,234,567.9", "12.5\u{200E}%\u{200E}",
      "09\u{200F}/05\u{200F}/2024"
    ),
    (.ukrainian, "-1\u{A0}234\u{A0}567,9", "12,5%", "09.05.2024"),
  ])
  func figuresAndDays(language: Language, area: String, share: String, date: String) throws {
    let presentation = Presentation(language: language)
    func printed(_ cell: Cell, _ kind: Column.Kind) -> String {
      presentation.printed(cell, column: Column("a_m2", "A", kind))
    }
    #expect(printed(.area(Area(squareCentimetres: -123_456_789_000_000)), .area) == area)
    #expect(printed(.share(.count(1), of: .count(8)), .share) == share)
    #expect(printed(.date(try #require(CalendarDate("2024-05-09"))), .date) == date)
  }

  @Test func whatFiguresRestOnIsTranslated() {
    let russian = Language.russian
    #expect(
      russian.phrase(
        "geodesic on WGS 84; overlaps in the Lambert azimuthal equal-area plane on WGS 84, centred at 40.1 N 132.3 W"
      ).hasSuffix("40,1° с. ш. 132,3° з. д."))
    #expect(russian.phrase("2020 (78 leaf districts)") == "2020 (районов низшего уровня: 78)")
    #expect(russian.phrase("Districts: A, B, (in no district).").contains("вне районов"))
    #expect(russian.phrase("Until") != russian.phrase("To"))
  }

  @Test(arguments: [
    ([AreaUnit?.none, nil], "hectares (ha)"), ([nil, .hectares], "hectares (ha)"),
    ([nil, .squareMetres], "hectares (ha) unless a column says otherwise"),
    ([.squareMetres, .squareKilometres], nil), ([.hectares], nil), ([], nil),
  ])
  func theUnitIsStampedWhereColumnsHaveNone(units: [AreaUnit?], stamped: String?) {
    let columns = units.enumerated().map {
      Column("a\($0)_m2", "A", .area).fixed(in: $1)
    }
    let report = Report(
      title: "R", tables: [Table(id: "t", title: "T", columns: columns, rows: [])])
    #expect(Presentation().unitStamps(of: report).map(\.value).first == stamped)
  }

  @Test func figuresInSentencesFollowTheLanguage() {
    #expect(Language.french.figure("1,234.5") == "1\u{202F}234,5")
    #expect(Language.russian.figure("2024-05-09") == "09.05.2024")
    #expect(Language.russian.figure("H1") == nil)
    #expect(Language.russian.figure("1-2") == nil)
    #expect(Language.azerbaijani.figure("12") == "12")
  }

  @Test func englishIsTheReportAsItWasMade() {
    #expect(everyKind.translated(to: .english) == everyKind)
  }

  @Test(arguments: [OutputFormat.csv, .json])
  func machinesAreGivenTheSameInEveryLanguage(format: OutputFormat) {
    for language in Language.allCases {
      #expect(
        format.render(everyKind, Presentation(language: language)) == format.render(everyKind))
    }
  }

  @Test func textsOfTheDataStayAsTheyAre() {
    // "cleared" and "Total" are words of the program elsewhere; here they are names.
    var report = Report(
      title: "Balance of open land",
      tables: [
        Table(
          id: "t", title: "Batches",
          columns: [Column("name", "Name", .text), .words("state", "Class")],
          rows: [
            Row(.body, [.text("cleared"), .text("cleared")]),
            Row(.body, [.text("(in no district)"), .empty]),
          ], totals: [Row(.total, [.text("Total"), .empty])])
      ])
    report.stamps = [Stamp(key: "book", label: "Book", value: "land")]
    let russian = report.translated(to: .russian)
    #expect(russian.stamps[0] == Stamp(key: "book", label: "Книга", value: "land"))
    #expect(
      russian.tables[0].rows.map { $0.cells.map(\.printedText) } == [
        ["cleared", "очищено"], ["(вне районов)", ""], ["Всего", ""],
      ])
    #expect(russian.tables[0].columns.map(\.key) == ["name", "state"])
  }

  @Test func everyTranslationSaysItIsADraft() {
    for language in Language.allCases where language != .english {
      let text = OutputFormat.text.render(everyKind, Presentation(language: language))
      #expect(text.contains("(\(language.phrase("draft translation")))"))
    }
    #expect(!OutputFormat.text.render(everyKind).contains("draft"))
  }
}
