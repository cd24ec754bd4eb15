import Schemas

/// A page of the server: forms, lists and links around what reports say, with nothing to fetch from
/// elsewhere.
public struct ServicePage: Sendable {
  /// What it is called.
  public var title: String
  /// What stands in it.
  public var content: [Markup]
  /// Whether the reader can change what is shown, so that the page has a script for that.
  public var isLive = false
  /// What makes its map move; nil for a page without one.
  public var leaflet: LeafletSource?
  /// What stands at its top on the right, such as who is signed in.
  public var account: [Markup] = []
  private let digest: @Sendable (String) -> String

  /// - Parameter digest: the SHA-256 of a text in base64, by which the page's policy knows its own
  ///   style and scripts.
  public init(
    _ title: String, _ content: [Markup], digest: @escaping @Sendable (String) -> String
  ) {
    self.title = title
    self.content = content
    self.digest = digest
  }

  private var styles: [String] {
    (leaflet.map { [$0.style] } ?? []) + [PageTexts.style, PageTexts.serviceStyle]
  }

  private var scripts: [String] {
    (leaflet.map { [$0.script] } ?? [])
      + (isLive ? [PageTexts.script, PageTexts.serviceScript] : [])
  }

  /// What the browser may do: run the page's own style and scripts, and ask this server alone.
  public var policy: String {
    func sources(_ texts: [String]) -> String {
      texts.isEmpty ? "'none'" : texts.map { "'sha256-\(digest($0))'" }.joined(separator: " ")
    }
    return "default-src 'none'; style-src \(sources(styles)); script-src \(sources(scripts)); "
      + "img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
      + "frame-ancestors 'none'"
  }

  /// The page as it is sent.
  public var written: String {
    let head: [Markup] =
      [
        .element("meta", ["charset": "utf-8"]),
        .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("meta", ["name": "referrer", "content": "same-origin"]),
        .element("title", text: title),
      ] + styles.map { .program("style", text: $0) }
    let body: [Markup] =
      [
        .element("a", ["class": "skip", "href": "#content"], text: "Skip to the content"),
        .element("nav", ["class": "service", "aria-label": "Service"], links + account),
        .element("main", ["id": "content"], content),
      ] + scripts.map { .program("script", text: $0) }
    let page = Markup.element(
      "html", ["lang": "en"], [.element("head", [:], head), .element("body", [:], body)])
    return "<!DOCTYPE html>\n\(page.written)\n"
  }

  private var links: [Markup] {
    [("/", "Dashboard"), ("/collections", "Data"), ("/reports", "Reports"), ("/api", "API")]
      .map { address, name in .element("a", ["href": address], text: name) }
  }
}
