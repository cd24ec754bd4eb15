import LandRelease
import Testing

@testable import Reporting

/// Columns stay under each other in any script.
struct WrittenDirectionTests {
  @Test(arguments: [
    ("Ağdam", 5), ("Ағдам", 5), ("مُفرَج", 4), ("地雷", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2),
    ("\u{200E}-5", 2), ("", 0), ("한국", 4), ("ｱ", 1),
  ])
  func columnsOfATerminal(text: String, width: Int) {
    #expect(TerminalWidth.of(text) == width)
  }

  @Test func figuresAlignBehindNamesOfAnyScript() {
    let names = ["Ağdam", "Агдам", "مُفرَج", "地雷原", "e\u{301}t"]
    let report = Report(
      title: "T",
      tables: [
        Table(
          id: "t", title: "T", columns: [Column("n", "Name", .text), Column("c", "Count", .count)],
          rows: names.map { Row(.body, [.text($0), .count(7)]) })
      ])
    let lines = OutputFormat.text.render(report).split(separator: "\n").suffix(names.count)
    #expect(Set(lines.map { TerminalWidth.of($0) }).count == 1, "\(lines)")
  }

  @Test func arabicLinesRunFromTheRightWithEachCellByItself() {
    let text = OutputFormat.text.render(everyKind, Presentation(language: .arabic))
    for line in text.split(separator: "\n") {
      #expect(line.unicodeScalars.first == "\u{200F}")
      let opened = line.unicodeScalars.count { $0 == "\u{2068}" }
      #expect(opened == line.unicodeScalars.count { $0 == "\u{2069}" })
    }
    #expect(text.contains("\u{2068}Ağdam\u{2069}"))
  }
}
