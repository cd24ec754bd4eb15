import Foundation
import LandRelease
import Schemas
import Testing

@testable import Reporting

/// The table of phrases that translators edit.
struct PhrasesTests {
  static let table = DelimitedText.rows(PhraseTexts.table)

  @Test func theTableIsWellFormed() {
    #expect(Self.table.first == Language.allCases.map(\.rawValue) + ["status", "note"])
    for row in Self.table.dropFirst() {
      #expect(row.count == 8, "\(row)")
      #expect(row.prefix(6).allSatisfy { !$0.isEmpty }, "\(row)")
      #expect(row[6] == "draft" || row[6].hasPrefix("signed"), "\(row)")
    }
  }

  @Test func theProgramCarriesTheTableThatIsEdited() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Schemas/Phrases/phrases.csv")
    let edited = try String(contentsOf: file, encoding: .utf8)
    #expect(edited == PhraseTexts.table, "run make phrases")
  }

  @Test func noPhraseStandsTwice() {
    let english = Self.table.dropFirst().map { $0[0] }
    #expect(Report.repeated(english) == [])
  }

  @Test func everyTranslationHasThePlacesOfTheEnglish() {
    for phrase in Phrases.all.phrases {
      let places = PhraseTemplate(phrase.english).places.map(\.rawValue).sorted()
      for (language, words) in phrase.words {
        #expect(
          PhraseTemplate(words).places.map(\.rawValue).sorted() == places,
          "\(language): \(words)")
      }
    }
  }

  @Test func everyWordOfTheCodeListsIsThere() {
    let words =
      LandState.allCases.map(\.rawValue) + Cause.allCases.map(\.rawValue)
      + Activity.allCases.map(\.rawValue) + DeviceCategory.allCases.map(\.rawValue)
      + Layer.allCases.map(\.rawValue) + ReleaseKind.allCases.map(\.rawValue)
      + Verdict.allCases.map(\.rawValue) + Qualifier.allCases.map(\.rawValue)
      + ChangeCategory.allCases.map(\.rawValue) + Finding.Severity.allCases.map(\.rawValue)
      + HazardClass.allCases.map(\.rawValue) + PersonGroup.allCases.map(\.rawValue)
      + LedgerClock.allCases.map(\.words) + LedgerDimension.allCases.map(\.label)
      + AreaUnit.allCases.flatMap { [$0.symbol, $0.title] } + ["yes", "no", Cell.withheldWord]
    #expect(words.filter { !Phrases.all.hasWords($0) } == [])
  }

  @Test(arguments: [
    (
      "Land released by {words}", "Land released by district and year", "Yer: {words}",
      "Yer: D və Y"
    ),
    ("{} to {}", "a to b", "{} - {}", "a - b"),
    ("{figure} of {}", "1,5 of x", "{} / {figure}", "x / 1.5"),
  ])
  func templatesAreFilled(english: String, text: String, other: String, filled: String) {
    let table = Phrases(
      csv: "en,az\nand,və\ndistrict,D\nyear,Y\n\"\(english)\",\"\(other)\"\n")
    #expect(table.phrase(text, in: .azerbaijani) == filled)
  }

  @Test func aPlaceForAFigureTakesNothingElse() {
    let table = Phrases(csv: "en,az\n{figure} rows,{figure} sətir\n")
    #expect(table.phrase("12 rows", in: .azerbaijani) == "12 sətir")
    #expect(table.phrase("no rows", in: .azerbaijani) == nil)
  }

  @Test func aPhraseIsSignedByLanguage() {
    let table = Phrases(csv: "en,az,ru,status\na,b,c,signed: ru\nd,e,f,\"signed: ru, az\"\n")
    #expect(table.isSigned(.russian))
    #expect(!table.isSigned(.azerbaijani))
    #expect(table.isSigned(.english))
    #expect(!Phrases(csv: "en,ru\n").isSigned(.russian))
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a\r\n\r\n\"x\"\"y\"", [["a"], ["x\"y"]]),
    ("\"a\nb\",", [["a\nb", ""]]),
  ])
  func delimitedTextIsRead(text: String, rows: [[String]]) {
    #expect(DelimitedText.rows(text) == rows)
  }

  @Test func everyStatementHasWords() {
    for report in StatementTests.reports {
      for language in Language.allCases where language != .english {
        #expect(report.untranslated(in: language) == [], "\(report.title) in \(language)")
      }
    }
  }
}
