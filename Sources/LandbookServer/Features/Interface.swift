import Reporting
import Workflows

extension Site {
  /// The definition of what can be asked here.
  func interface(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    let layers = visitor.sharing.map { ServedLayer.all(of: $0, in: book.state) } ?? []
    var columns: [ServedLayer: [(name: String, isWhole: Bool)]] = [:]
    if let sharing = visitor.sharing {
      for layer in layers where layer.subject.map == nil {
        let table = try await shared(layer, sharing).table
        columns[layer] = ItemQuestion.filtered(table).map { ($0.name, $0.kind == .integer) }
      }
    }
    let description = InterfaceDescription(
      title: book.state.name, base: ask.base, layers: layers, columns: columns)
    guard format == .html else {
      var answer = Answer(200, MediaType.openAPI, description.json.bytes)
      answer.fields = [("Cache-Control", "private, no-cache")]
      return answer
    }
    return PageAnswer.make(page("API", description.markup, visitor))
  }
}

/// OpenAPI 3.0 of the server, as one visitor may use it.
struct InterfaceDescription {
  let title: String
  let base: String
  let layers: [ServedLayer]
  /// The properties that features can be asked for by, and whether they are whole numbers.
  let columns: [ServedLayer: [(name: String, isWhole: Bool)]]

  typealias Member = (key: String, value: JSONText)

  var json: JSONText {
    .object([
      ("openapi", .string("3.0.3")),
      (
        "info",
        .object([
          ("title", .string(title)), ("version", .string(ProgramVersion.current)),
          ("description", .string("\(StatementBasis.hazardNote) \(StatementBasis.boundaryNote)")),
        ])
      ),
      ("servers", .array([.object([("url", .string(base))])])),
      ("paths", .object(paths)),
      ("components", .object([("securitySchemes", Self.security), ("schemas", Self.schemas)])),
      (
        "security",
        .array([
          .object([]), .object([("bearer", .array([]))]), .object([("basic", .array([]))]),
        ])
      ),
    ])
  }

  private var paths: [Member] {
    var paths: [Member] = [
      ("/", Self.get("The landing page", "getLanding", MediaType.json)),
      ("/conformance", Self.get("What the server conforms to", "getConformance", MediaType.json)),
      ("/api", Self.get("This document", "getApi", MediaType.openAPI)),
      ("/collections", Self.get("The collections", "getCollections", MediaType.json)),
    ]
    for layer in layers {
      let own = "/collections/\(layer.rawValue)"
      let name = layer.rawValue.prefix(1).uppercased() + layer.rawValue.dropFirst()
      paths += [
        (own, Self.get(layer.title, "get\(name)", MediaType.json)),
        (
          "\(own)/items",
          Self.get(
            "Features of \(layer.title)", "get\(name)Items", MediaType.geoJSON,
            itemParameters(layer), schema: "FeatureCollection")
        ),
        (
          "\(own)/items/{featureId}",
          Self.get(
            "One feature of \(layer.title)", "get\(name)Item", MediaType.geoJSON,
            [
              Self.parameter(
                "featureId", "path", [("type", .string("string"))], "The id of a feature")
            ], schema: "Feature", misses: true)
        ),
      ]
    }
    return paths
  }

  private func itemParameters(_ layer: ServedLayer) -> [JSONText] {
    let number: JSONText = .object([("type", .string("number"))])
    var parameters = [
      Self.parameter(
        "limit", "query",
        [
          ("type", .string("integer")), ("minimum", .number(1)),
          ("maximum", .number(ItemQuestion.mostLimit)),
          ("default", .number(ItemQuestion.usualLimit)),
        ], "How many features a page has"),
      Self.parameter(
        "bbox", "query",
        [
          ("type", .string("array")), ("items", number),
          (
            "oneOf",
            .array([4, 6].map { .object([("minItems", .number($0)), ("maxItems", .number($0))]) })
          ),
        ], "West, south, east, north; west above east goes over the antimeridian", isList: true),
      Self.parameter(
        "datetime", "query", [("type", .string("string"))],
        "A day, or two with a / between; .. is open"),
      Self.parameter(
        "after", "query", [("type", .string("string")), ("pattern", .string("^[0-9a-f]{16}$"))],
        "The last feature of the page before; taken from the link next"),
      Self.parameter(
        "head", "query", [("type", .string("string"))],
        "The state of the book that the page before was of; taken from the link next"),
    ]
    for column in columns[layer] ?? [] {
      parameters.append(
        Self.parameter(
          column.name, "query", [("type", .string(column.isWhole ? "integer" : "string"))],
          "Features whose \(column.name) is just this"))
    }
    return parameters
  }

  private static func parameter(
    _ name: String, _ place: String, _ schema: [Member], _ description: String, isList: Bool = false
  ) -> JSONText {
    var members: [Member] = [
      ("name", .string(name)), ("in", .string(place)), ("description", .string(description)),
      ("required", .truth(place == "path")), ("schema", .object(schema)),
    ]
    if isList { members += [("style", .string("form")), ("explode", .truth(false))] }
    return .object(members)
  }

  private static func get(
    _ summary: String, _ name: String, _ type: String, _ parameters: [JSONText] = [],
    schema: String? = nil, misses: Bool = false
  ) -> JSONText {
    let format = parameter(
      "f", "query",
      [("type", .string("string")), ("enum", .strings(["json", "html"]))],
      "The format; without it, what Accept asks for")
    let content: JSONText =
      schema.map { .object([("schema", reference($0))]) }
      ?? .object([("schema", .object([("type", .string("object"))]))])
    let page: JSONText = .object([("schema", .object([("type", .string("string"))]))])
    let problem: JSONText = .object([
      ("description", .string("What was wrong, and why")),
      (
        "content",
        .object([
          (MediaType.problem, .object([("schema", reference("Problem"))])), ("text/html", page),
        ])
      ),
    ])
    let codes = ["400", "401", "406", "429", "503"] + (misses ? ["404"] : [])
    let answers: [Member] =
      [
        (
          "200",
          .object([
            ("description", .string(summary)),
            ("content", .object([(type, content), ("text/html", page)])),
          ])
        )
      ] + codes.sorted().map { ($0, problem) }
    return .object([
      (
        "get",
        .object([
          ("summary", .string(summary)), ("operationId", .string(name)),
          ("parameters", .array(parameters + [format])), ("responses", .object(answers)),
        ])
      )
    ])
  }

  static func reference(_ schema: String) -> JSONText {
    .object([("$ref", .string("#/components/schemas/\(schema)"))])
  }

  private static var security: JSONText {
    func scheme(_ name: String) -> JSONText {
      .object([("type", .string("http")), ("scheme", .string(name))])
    }
    return .object([("bearer", scheme("bearer")), ("basic", scheme("basic"))])
  }

  /// The same for people.
  var markup: [Markup] {
    let rows = layers.map { layer in
      Markup.element(
        "tr", [:],
        [
          .element(
            "th", ["scope": "row"],
            [
              .element(
                "a", ["href": "/collections/\(layer.rawValue)"],
                text: "/collections/\(layer.rawValue)/items")
            ]),
          .element(
            "td", text: (columns[layer] ?? []).map(\.name).joined(separator: ", ")),
        ])
    }
    return [
      .element("h1", text: "API"),
      .element(
        "p",
        text:
          "OGC API - Features, Part 1: read only. Features are cut by limit, bbox, datetime and the properties below; pages follow the link next."
      ),
      .element("p", [:], [.element("a", ["href": "/api?f=json"], text: "OpenAPI 3.0 definition")]),
      .element(
        "p",
        text:
          "A token goes as Authorization: Bearer TOKEN, or as the password of Basic with any name; never into an address."
      ),
      .element(
        "div", ["class": "scroll"],
        [
          .element(
            "table", [:],
            [
              .element(
                "thead", [:],
                [
                  .element(
                    "tr", [:],
                    [
                      .element("th", ["scope": "col"], text: "Features"),
                      .element("th", ["scope": "col"], text: "Properties to ask by"),
                    ])
                ]), .element("tbody", [:], rows),
            ])
        ]),
    ]
  }
}
