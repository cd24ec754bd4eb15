import LandRelease
import Testing

@testable import Reporting

struct TextLayoutTests {
  let balance = Table(
    id: "balance", title: "Open land by district",
    columns: [
      Column("district", "District", .text), Column("year", "Year", .text),
      Column("opening_m2", "Opening balance", .area), Column("in_m2", "Identified", .area),
      Column("out_m2", "Released by clearance", .area), Column("closing_m2", "Closing", .area),
    ],
    rows: ["Ağdam", "Şuşa"].map { district in
      Row(
        .body, [.text(district), .text("2023")] + (1...4).map { .area(hectares(Double($0) * 500)) })
    },
    totals: [
      Row(.total, [.text("Total"), .empty] + (1...4).map { .area(hectares(Double($0) * 1000)) })
    ])

  @Test func aTableThatFitsStandsOnOneLineALabel() {
    #expect(
      lines(balance, width: 100)[1]
        == "District  Year  Opening balance (ha)  Identified (ha)  Released by clearance (ha)"
        + "  Closing (ha)"
    )
  }

  @Test func labelsFoldFirst() {
    #expect(
      lines(balance, width: 70) == [
        "Open land by district",
        "                     Opening  Identified     Released by  Closing",
        "District  Year  balance (ha)        (ha)  clearance (ha)     (ha)",
        "────────  ────  ────────────  ──────────  ──────────────  ───────",
        "Ağdam     2023         500.0     1,000.0         1,500.0  2,000.0",
        "Şuşa      2023         500.0     1,000.0         1,500.0  2,000.0",
        "────────  ────  ────────────  ──────────  ──────────────  ───────",
        "Total                1,000.0     2,000.0         3,000.0  4,000.0",
      ])
  }

  @Test func thenColumnsAreDealtOutBehindTheKeys() {
    #expect(
      lines(balance, width: 50) == [
        "Open land by district (part 1 of 2)",
        "                     Opening  Identified",
        "District  Year  balance (ha)        (ha)",
        "────────  ────  ────────────  ──────────",
        "Ağdam     2023         500.0     1,000.0",
        "Şuşa      2023         500.0     1,000.0",
        "────────  ────  ────────────  ──────────",
        "Total                1,000.0     2,000.0",
        "",
        "Open land by district (part 2 of 2)",
        "                   Released by  Closing",
        "District  Year  clearance (ha)     (ha)",
        "────────  ────  ──────────────  ───────",
        "Ağdam     2023         1,500.0  2,000.0",
        "Şuşa      2023         1,500.0  2,000.0",
        "────────  ────  ──────────────  ───────",
        "Total                  3,000.0  4,000.0",
      ])
  }

  @Test func aFigureIsNoKeyOfTheNextPart() {
    let table = Table(
      id: "progress", title: "Land released",
      columns: ["Cancelled", "Reduced", "Cleared", "Released"].map { label in
        Column("\(label)_m2", "\(label) by whom", .area)
      }, rows: [Row(.body, (1...4).map { .area(hectares(Double($0) * 1000)) })])
    let lines = lines(table, width: 40)
    #expect(lines[0] == "Land released (part 1 of 2)")
    for figure in ["1,000.0", "2,000.0", "3,000.0", "4,000.0"] {
      #expect(lines.count { $0.contains(figure) } == 1, "\(figure)")
    }
  }

  @Test func textsWrapBeforeColumnsAreDealtOut() {
    let table = Table(
      id: "finding", title: "Findings",
      columns: [
        Column("rule", "Rule", .text), Column("message", "Message", .text),
        Column("effect_m2", "Effect", .area),
      ],
      rows: [
        Row(
          .body,
          [
            .text("LR01"), .text("Drawn again without a release that explains the loss"),
            .area(hectares(12.4)),
          ]),
        Row(.body, [.text("LR02"), .text(String(repeating: "ş", count: 40)), .area(.zero)]),
      ])
    #expect(
      lines(table, width: 40) == [
        "Findings",
        "                                  Effect",
        "Rule  Message                       (ha)",
        "────  ──────────────────────────  ──────",
        "LR01  Drawn again without a         12.4",
        "      release that explains the",
        "      loss",
        "LR02  şşşşşşşşşşşşşşşşşşşşşşşşşş     0.0",
        "      şşşşşşşşşşşşşş",
      ])
  }

  @Test(arguments: [40, 41, 55, 79, 80, 100, 132, 200, 400])
  func noWidthLosesAFigureOrOverrunsALine(width: Int) {
    let columns = (0..<24).map { Column("c\($0)_m2", "Released by operator \($0)", .area) }
    let table = Table(
      id: "wide", title: "A table as wide as two hundred columns of type and more",
      columns: [Column("district", "District", .text)] + columns,
      rows: (0..<3).map { row in
        Row(
          .body,
          [.text("District \(row) of a very long name in أغدام, Ağdam and Şuşa")]
            + (0..<24).map { .area(hectares(Double(row * 100 + $0) + 0.1)) })
      })
    let lines = lines(table, width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    let words = Set(lines.flatMap { $0.split(separator: " ").map(String.init) })
    for row in 0..<3 {
      for column in 0..<24 { #expect(words.contains("\(row * 100 + column).1")) }
    }
    for word in ["long", "أغدام,", "Şuşa"] { #expect(words.contains(word)) }
  }

  @Test func aVeryLongTextTakesNoTimeToSpeakOf() {
    let text = String(repeating: "ab", count: 100_000)
    let table = oneColumn("a", .text, [.text(text)])
    let lines = lines(table, width: 80)
    #expect(lines.dropFirst(3).joined() == text)
    #expect(lines.dropFirst(3).dropLast().allSatisfy { $0.count == 80 })
  }

  @Test func aWidthThatShowsNothingIsNotTaken() {
    let report = Report(title: String(repeating: "word ", count: 20), tables: [balance])
    #expect(
      OutputFormat.text.render(report, Presentation(width: 3))
        == OutputFormat.text.render(report, Presentation(width: 40)))
    #expect(
      OutputFormat.text.render(report) == OutputFormat.text.render(report, Presentation(width: 100))
    )
  }

  @Test func stampsAndNotesHangUnderTheirFirstLine() {
    let report = Report(
      title: "Progress",
      stamps: [
        Stamp(key: "as_of", label: "As of", value: "2024-01-01"),
        Stamp(key: "method", label: "Area method", value: "geodesic on WGS 84, parts by LAEA"),
      ], notes: ["Releases without a date are stored and not posted."])
    let expected = """
      Progress
      ════════

      As of        2024-01-01
      Area method  geodesic on WGS 84, parts
                   by LAEA

      Notes
      - Releases without a date are stored and
        not posted.

      """
    #expect(OutputFormat.text.render(report, Presentation(width: 40)) == expected)
  }

  private func lines(_ table: Table, width: Int) -> [String] {
    TextTable(table, Presentation(), width: width).lines.map(TerminalText.withoutTrailingSpaces)
  }
}
