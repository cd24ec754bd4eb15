import LandRelease
import Testing

@testable import Reporting

/// A page speaks its reader's language in its own words too.
struct PageWordsTests {
  static let words = [
    "Skip to the content", "Contents", "Behind the figures", "Back to the figure", "Notes",
    "Warning", "(no rows)", "The figures are in the table below.",
    "The 25 largest of 78 are drawn.", "Page {} of {}", "There is nothing to show on the map.",
    "What the map shows, as a list", "and 12 more", "Zoom in", "Zoom out", "Layers", "Map", "Maps",
  ]

  @Test(arguments: Language.allCases.filter { $0 != .english })
  func everyWordOfThePageIsTranslated(_ language: Language) {
    for word in Self.words {
      #expect(Phrases.all.phrase(word, in: language) != nil, "\(word)")
    }
  }

  @Test func pagesFromTheRightAreMarkedAndTheirChartsMirrored() throws {
    let renderer = HTMLRenderer(Presentation(language: .arabic))
    let page = try PageDocument(renderer.render(SamplePages.country)).root
    let root = try #require(page.all("html").first)
    #expect(root.attributes == ["lang": "ar", "dir": "rtl"])
    let english = try PageTests.page(SamplePages.country)
    func bars(_ page: PageElement) -> [PageElement] {
      page.all("figure", class: "chart")[1].all("svg")[0].children.filter { $0.name == "rect" }
    }
    for (bar, other) in zip(bars(page), bars(english)) {
      #expect(abs(bar.number("x") + bar.number("width") + other.number("x") - 720) < 1.5)
    }
    #expect(
      PageMargins(SamplePages.country, Presentation(language: .arabic)).style
        .contains("@bottom-left { content: \"صفحة \" counter(page)"))
  }
}
