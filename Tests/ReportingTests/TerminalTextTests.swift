import Testing

@testable import Reporting

struct TerminalTextTests {
  @Test(arguments: [
    ("plain Ağdam أغدام", "plain Ağdam أغدام"), ("a\nb\r\nc\rd\te\u{2028}f", "a b c d e f"),
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("a\u{7}\u{0}\u{9B}b", "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
    ("\u{202E}evil", "\u{FFFD}evil"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
  ])
  func aRecordCannotSteerTheTerminal(text: String, tamed: String) {
    #expect(TerminalText.tame(text) == tamed)
  }

  @Test func linesStayLines() {
    #expect(
      TerminalText.tameLines("a,\u{1B}[2J\r\n\nb,\u{202E}c\n") == "a,\u{FFFD}[2J\n\nb,\u{FFFD}c\n")
  }

  @Test func noControlCharacterLeavesTheRenderer() {
    let steering = "\u{1B}]0;x\u{7}\nnew line"
    let report = Report(
      title: steering, subtitle: steering,
      stamps: [Stamp(key: "a", label: steering, value: steering)], notes: [steering],
      warnings: [steering],
      tables: [
        Table(
          id: "t", title: steering, columns: [Column("a", steering, .text)],
          rows: [.heading(steering), Row(.body, [.text(steering)])])
      ])
    let text = OutputFormat.text.render(report)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.contains("\nnew line"))
  }

  @Test(arguments: [
    ("", 5, [""]), ("     ", 3, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
    ("one  two", 7, ["one two"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("abcdef", 3, ["abc", "def"]),
    ("a bcdefg h", 3, ["a", "bcd", "efg", "h"]), ("şuşa şuşa", 4, ["şuşa", "şuşa"]),
    ("👩‍👩‍👧👩‍👩‍👧 é", 4, ["👩‍👩‍👧👩‍👩‍👧", "é"]), ("👩‍👩‍👧👩‍👩‍👧", 3, ["👩‍👩‍👧", "👩‍👩‍👧"]), ("地雷", 1, ["地", "雷"]),
  ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(TerminalText.wrap(text, width: width) == lines)
  }

  @Test(arguments: [
    ("Closing", ["Closing"]), ("Closing (ha)", ["Closing", "(ha)"]),
    ("Given up in the period (ha)", ["Given up in", "the period (ha)"]), ("", [""]),
  ])
  func folding(label: String, lines: [String]) {
    #expect(TerminalText.fold(label) == lines)
  }
}
