import LandRelease
import Testing

@testable import Reporting

struct MarkdownRendererTests {
  @Test func theWholeFile() {
    let expected = """
      # Land released by district

      National

      > **Warning:** The ledger is behind by 3 records.

      - **Period:** 2023-01-01 to 2023-12-31
      - **Boundary set:** adm2-2022
      - **Area unit:** hectares (ha)

      ## Released in the period

      | District | Since | Tasks | Released (ha) | Share of open | Items (items/ha) | Depth (cm) |
      | --- | --- | ---: | ---: | ---: | ---: | ---: |
      | **East** |  |  |  |  |  |  |
      | Ağdam | 2021-03-04 | 1,234 | 1,234.6 | 33.3% | 12.5 | 12.3 |
      | Şuşa |  | 0 | 0.0 |  |  |  |
      | **East** |  | **1,234** | **1,234.6** |  |  |  |
      | أغدام |  | -5 | -0.1 | -12.50% | 0 | 0.0 |
      | **Closing** |  | **7** | **2.0** |  |  | **1,000,000.0** |
      | **Total** |  | **1,236** | **1,236.5** | **100.0%** |  |  |

      ## Contested

      (no rows)

      ## Notes

      - No record does not mean no hazard.

      """
    #expect(OutputFormat.markdown.render(everyKind) == expected)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<script>", "&lt;script&gt;"), ("*x* _y_", "\\*x\\* \\_y\\_"),
    ("[a](http://x)", "\\[a\\](http\\://x)"), ("www.x.y", "www\\.x.y"), ("a\nb", "a b"),
    ("`x`", "\\`x\\`"), ("![i](j)", "\\!\\[i\\](j)"), ("&lt;", "&amp;lt;"),
  ])
  func textsOfTheDataStayTexts(text: String, escaped: String) {
    let report = Report(title: "T", tables: [oneColumn("a", .text, [.text(text)])])
    #expect(OutputFormat.markdown.render(report).contains("| \(escaped) |"))
  }

  @Test func sectionsAndNotesStandWithTheirTables() {
    var first = oneColumn("a", .count, [.count(1)])
    first.section = "Part"
    first.notes = ["Read it so."]
    var second = first
    second.id = "u"
    let text = OutputFormat.markdown.render(Report(title: "T", tables: [first, second]))
    #expect(text.ranges(of: "## Part\n").count == 1)
    #expect(text.ranges(of: "### T\n").count == 2)
    #expect(text.ranges(of: "| 1 |\n\n- Read it so.\n").count == 2)
  }
}
