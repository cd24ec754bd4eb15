import Reporting
import Workflows

extension Site {
  /// The door: links for programs, the dashboard for people.
  func landing(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    if format == .html { return try await dashboard(ask, visitor, parameters) }
    try parameters.end(known: ["f"])
    let state = book.state
    return Answer.ofState(state, visitor, ask, format.rawValue) {
      Answer(
        200, MediaType.json,
        JSONText.object([
          ("title", .string(state.name)), ("description", .string(Self.description(of: state))),
          ("links", .array(Self.links(ask.base).map(\.json))),
        ]).bytes)
    }
  }

  /// What whoever uses the data has to know.
  static func description(of state: BookState) -> String {
    let synthetic =
      state.isSynthetic ? "SYNTHETIC: this describes a country that does not exist. " : ""
    return synthetic + StatementBasis.hazardNote + " " + StatementBasis.boundaryNote
  }

  private static func links(_ base: String) -> [Link] {
    [
      Link("\(base)/?f=json", "self", MediaType.json, "This document"),
      Link("\(base)/?f=html", "alternate", "text/html", "The dashboard"),
      Link("\(base)/api?f=json", "service-desc", MediaType.openAPI, "The definition of the API"),
      Link("\(base)/api?f=html", "service-doc", "text/html", "The API for people"),
      Link("\(base)/conformance", "conformance", MediaType.json, "What the server conforms to"),
      Link("\(base)/collections", "data", MediaType.json, "The collections"),
    ]
  }

  static let conformanceClasses = ["core", "geojson", "oas30", "html"].map {
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)"
  }

  func conformance(_ ask: Ask, _ visitor: Visitor) throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    guard format == .html else {
      let json = JSONText.object([("conformsTo", .strings(Self.conformanceClasses))])
      return Answer(200, MediaType.json, json.bytes)
    }
    let classes = Self.conformanceClasses.map { Markup.element("li", text: $0) }
    return PageAnswer.make(
      page(
        "Conformance",
        [.element("h1", text: "What this server conforms to"), .element("ul", [:], classes)],
        visitor))
  }
}
