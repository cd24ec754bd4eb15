import Schemas

/// The head of a page: its title, style, scripts, and the policy that lets nothing else run.
struct PageHead {
  private let report: Report
  private let presentation: Presentation
  private let digest: (@Sendable (String) -> String)?
  private let styles: [String]
  private let programs: [String]

  init(
    _ report: Report, _ presentation: Presentation, _ material: PageMaterial, hasMovingMap: Bool
  ) {
    self.report = report
    self.presentation = presentation
    digest = material.digest
    let leaflet = hasMovingMap ? material.leaflet : nil
    styles =
      (leaflet.map { [$0.style] } ?? []) + [
        PageTexts.style, PageMargins(report, presentation).style,
      ]
    programs =
      material.digest == nil ? [] : (leaflet.map { [$0.script] } ?? []) + [PageTexts.script]
  }

  var markup: [Markup] {
    [
      .element("meta", ["charset": "utf-8"]),
      .element("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
      .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .element("meta", ["name": "referrer", "content": "no-referrer"]),
      .element("title", text: report.title),
    ] + styles.map { .program("style", text: $0) }
  }

  /// At the end of the body, where what they work on is there.
  var scripts: [Markup] { programs.map { .program("script", text: $0) } }

  /// Style and scripts by their digest: what a record smuggles in is not run.
  private var policy: String {
    guard let digest else {
      return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        + "base-uri 'none'; form-action 'none'"
    }
    func sources(_ texts: [String]) -> String {
      texts.map { "'sha256-\(digest($0))'" }.joined(separator: " ")
    }
    return "default-src 'none'; style-src \(sources(styles)); script-src \(sources(programs)); "
      + "img-src data:; base-uri 'none'; form-action 'none'"
  }
}
