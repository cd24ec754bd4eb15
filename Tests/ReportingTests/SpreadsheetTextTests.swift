import LandRelease
import Testing

@testable import Reporting

/// Comma-separated text for a double click.
struct SpreadsheetTextTests {
  static func lines(_ language: Language, _ report: Report = everyKind, tags: Bool = false)
    -> [String]
  {
    var presentation = Presentation(language: language)
    presentation.isForSpreadsheet = true
    presentation.hasTags = tags
    let text = OutputFormat.csv.render(report, presentation)
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    return text.unicodeScalars.dropFirst().split(separator: "\r\n".unicodeScalars)
      .map { String($0) }
  }

  @Test func theWholeFileInEnglish() {
    #expect(
      Self.lines(.english, tags: true) == [
        "District,Since,Tasks,Released (ha),Share of open,Items (items/ha),Depth (cm)",
        "#adm1+code,#date+since,#indicator+tasks+num,#indicator+released+ha,#indicator+share+of+open+pct,#indicator+items+per+ha+value,#indicator+depth+value",
        "Ağdam,2021-03-04,1234,1234.56789012,33.333333333333%,12.5,12.25", "Şuşa,,0,0,,,",
        "أغدام,,-5,-0.05000001,-12.5%,0,-0.04", "Closing,,7,2,,,1000000",
      ])
  }

  @Test(arguments: [Language.azerbaijani, .russian, .french, .ukrainian])
  func aDecimalCommaComesWithSemicolons(language: Language) {
    let lines = Self.lines(language)
    #expect(lines[1] == "Ağdam;2021-03-04;1234;1234,56789012;33,333333333333%;12,5;12,25")
    #expect(lines[0].split(separator: ";").count == 7)
    #expect(lines[0].hasPrefix(language.phrase("District")))
  }

  @Test(arguments: Language.allCases)
  func theSameTotalIsReadBack(language: Language) throws {
    let table = try #require(everyKind.main)
    let separator: Character = language.hasDecimalComma ? ";" : ","
    let read = Self.lines(language).dropFirst().map { line in
      let field = line.split(separator: separator, omittingEmptySubsequences: false)[3]
      return Double(field.replacing(",", with: ".")) ?? .nan
    }
    let expected = table.records.map { row -> Double in
      guard case .area(let area) = row.cell(at: 3) else { return .nan }
      return Double(area.squareCentimetres) / 1e8
    }
    #expect(read == expected)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "\u{FF1D}1", "\u{FF0B}1", "\u{FF20}a"])
  func noTextRunsAsAFormula(text: String) {
    let report = Report(
      title: "",
      tables: [
        Table(
          id: "t", title: "", columns: [Column("a", text, .text)], rows: [Row(.body, [.text(text)])]
        )
      ])
    for language in Language.allCases {
      for line in Self.lines(language, report) {
        #expect(line.trimmed(of: "\"").hasPrefix("'"), "\(language) \(line)")
      }
    }
  }

  @Test func whatPartsFieldsIsQuoted() {
    let report = Report(
      title: "",
      tables: [oneColumn("a", .text, [.text("a;b"), .text("c,d"), .text("e\"f")])])
    #expect(Self.lines(.russian, report).dropFirst() == ["\"a;b\"", "\"c,d\"", "\"e\"\"f\""])
  }
}

extension String {
  fileprivate func trimmed(of mark: Character) -> Substring {
    first == mark ? dropFirst() : self[...]
  }
}
