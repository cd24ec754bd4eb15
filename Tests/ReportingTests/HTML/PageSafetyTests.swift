import Foundation
import LandRelease
import Testing

@testable import Reporting

/// Nothing that a record says becomes part of the page, and nothing is fetched.
struct PageSafetyTests {
  static let elements: Set<String> = [
    "document", "html", "head", "meta", "title", "body", "a", "header", "h1", "h2", "h3", "p",
    "strong", "span", "br", "dl", "div", "dt", "dd", "bdi", "main", "nav", "ul", "li", "section",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption",
    "details", "summary", "svg", "desc", "defs", "pattern", "g", "path", "rect", "line", "circle",
    "polyline", "text",
  ]

  @Test func onlyTheProgramMakesElementsAndAttributes() throws {
    let page = try PageTests.page(SamplePages.infected)
    #expect(Set(page.all.map(\.name)).subtracting(Self.elements) == [])
    for element in page.all {
      for (name, value) in element.attributes {
        #expect(
          !name.hasPrefix("on") && name != "style" && name != "src", "\(element.name) \(name)")
        if name == "href" { #expect(value.hasPrefix("#")) }
      }
    }
  }

  @Test func harmfulTextsStayTexts() throws {
    let page = try PageTests.page(SamplePages.infected)
    let notes = try #require(page.all("section", class: "notes").first).all("li").map(\.text)
    #expect(notes == SamplePages.hostile.map { PageTests.shown(TerminalText.tame($0)) })
    #expect(page.text.contains("\u{202E}") == false)
  }

  @Test(arguments: [SamplePages.Name.country, .hostile])
  func nothingIsFetched(_ name: SamplePages.Name) throws {
    let page = HTMLRenderer(material: try SamplePageFiles.material()).render(name.report)
    let addresses = /(src|href|action|data|poster|srcset)\s*=\s*"?(?!#)|url\(\s*(?!#)|@import/
    let markup = try PageDocument(page)
    for element in markup.root.all {
      for (name, value) in element.attributes where ["src", "href", "action"].contains(name) {
        #expect(value.hasPrefix("#"))
      }
    }
    for style in markup.styles { #expect(style.firstMatch(of: addresses) == nil) }
    #expect(page.contains("sourceMappingURL") == false)
  }

  @Test(arguments: [SamplePages.Name.country, .hostile])
  func thePolicyNamesEveryStyleAndScript(_ name: SamplePages.Name) throws {
    let page = HTMLRenderer(material: try SamplePageFiles.material()).render(name.report)
    let document = try PageDocument(page)
    let policy = try #require(
      document.root.all("meta").first { $0.attributes["http-equiv"] != nil }?.attributes["content"])
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe"))
    let data = page.matches(of: /<script type="application\/json">/).count
    let programs = document.scripts.count - data
    #expect(data == 1)
    #expect(policy.matches(of: /'sha256-/).count == document.styles.count + programs)
    for text in document.styles + document.scripts where !text.hasPrefix("{") {
      #expect(policy.contains("'sha256-\(SamplePageFiles.base64Digest(text))'"))
    }
  }

  @Test func aPageWithoutDigestHasNoScript() throws {
    let leaflet = LeafletSource(script: "L = {}", style: "")
    let page = HTMLRenderer(material: PageMaterial(leaflet: leaflet)).render(SamplePages.country)
    #expect(try PageDocument(page).scripts.isEmpty)
    #expect(!page.contains("script-src"))
  }

  @Test func theLibraryComesWithoutAddresses() {
    let source = LeafletSource(
      script: "/* licence */ a = '</script>'\n//# sourceMappingURL=leaflet.js.map",
      style: "a { background: url(images/layers.png) no-repeat } b { behavior: url(#x); }")
    #expect(source.script == "/* licence */ a = '<\\/script>'\n")
    #expect(source.style == "a { background: none no-repeat } b { behavior: none; }")
  }

  @Test func whatIsPrintedAtTheMarginsIsAString() {
    var report = everyKind
    report.title = "\"; } body { display: none } a { content: \"\\"
    report.stamps = [Stamp(key: "book", label: "Book", value: "</style><script>")]
    let style = PageMargins(report, Presentation()).style
    #expect(!style.contains("display: none"))
    #expect(!style.contains("<"))
    #expect(style.contains("\"Page \" counter(page) \" of \" counter(pages)"))
  }
}
