/// Renders a report as one page that a browser shows and prints, with nothing to fetch.
public struct HTMLRenderer: Sendable {
  let presentation: Presentation
  let material: PageMaterial

  /// A renderer for one language and unit.
  ///
  /// - Parameter material: script and its digest, from the machine; without it the page has charts
  ///   and still maps, and no script.
  public init(_ presentation: Presentation = Presentation(), material: PageMaterial = .init()) {
    self.presentation = presentation
    self.material = material
  }

  /// The page; the same report gives the same bytes from the same material.
  public func render(_ report: Report) -> String {
    let report = report.translated(to: presentation.language)
    let body = PageBody(report, presentation, isLive: material.digest != nil)
    let head = PageHead(
      report, presentation, material, hasMovingMap: body.hasMovingMap(with: material.leaflet))
    let direction = presentation.language.isRightToLeft ? "rtl" : "ltr"
    let page = Markup.element(
      "html", ["lang": presentation.language.rawValue, "dir": direction],
      [
        .element("head", [:], head.markup),
        .element("body", [:], body.markup(with: material.leaflet) + head.scripts),
      ])
    return "<!DOCTYPE html>\n\(page.written)\n"
  }

  /// What the report says, to stand in a page of the server; nothing of it moves.
  public func embedded(_ report: Report) -> [Markup] {
    PageBody(report.translated(to: presentation.language), presentation, isLive: true).embedded
  }
}
