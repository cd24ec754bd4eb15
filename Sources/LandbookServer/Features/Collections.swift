import Reporting
import Workflows

extension Site {
  /// The only reference that coordinates come in: longitude before latitude on WGS 84.
  static let reference = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

  /// The layer that a part of an address names.
  ///
  /// - Throws: ``Problem`` 404 also where there is one that the visitor may not see.
  func layer(_ name: String, _ sharing: SharingProfile) throws -> ServedLayer {
    guard let layer = ServedLayer(rawValue: name),
      ServedLayer.all(of: sharing, in: book.state).contains(layer)
    else {
      let names = ServedLayer.all(of: sharing, in: book.state).map(\.rawValue).joined(
        separator: ", ")
      throw Problem(404, "There is no such collection. There are: \(names).")
    }
    return layer
  }

  /// A layer as the visitor may see it, worked out on a thread of its own where it is not known yet.
  func shared(_ layer: ServedLayer, _ sharing: SharingProfile) async throws -> SharedLayer {
    if let known = book.state.known(layer, for: sharing) { return known }
    let threads = layer.subject.map == nil ? readers : makers
    return try await threads.run { [book] in try book.table(layer, for: sharing) }
  }

  func collections(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    let sharing = try visitor.shown
    let state = book.state
    let layers = ServedLayer.all(of: sharing, in: book.state)
    // A map takes long to draw: its box is told once somebody has looked at it.
    let drawn = layers.map { ($0, state.known($0, for: sharing)) }
    let known = drawn.map { "\($1 != nil)" }.joined()
    return Answer.ofState(state, visitor, ask, format.rawValue + known) {
      if format == .html {
        return PageAnswer.make(page("Data", Self.list(layers, ask, state), visitor))
      }
      let links = [
        Link("\(ask.base)/collections?f=json", "self", MediaType.json, "This document"),
        Link("\(ask.base)/collections?f=html", "alternate", "text/html", "The same for people"),
      ]
      return Answer(
        200, MediaType.json,
        JSONText.object([
          ("links", .array(links.map(\.json))),
          (
            "collections",
            .array(drawn.map { .object(Self.description(of: $0, $1?.table, ask.base, state)) })
          ),
        ]).bytes)
    }
  }

  func collection(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    let sharing = try visitor.shown
    let layer = try layer(ask.path[1], sharing)
    let shared = try await shared(layer, sharing)
    return Answer.ofState(shared.state, visitor, ask, format.rawValue) {
      guard format == .json else {
        return PageAnswer.make(
          page(layer.title, Self.page(of: layer, shared, ask), visitor))
      }
      return Answer(
        200, MediaType.json,
        JSONText.object(Self.description(of: layer, shared.table, ask.base, shared.state)).bytes)
    }
  }

  private static func description(
    of layer: ServedLayer, _ table: FeatureTable?, _ base: String, _ state: BookState
  ) -> [(key: String, value: JSONText)] {
    let own = "\(base)/collections/\(layer.rawValue)"
    let links = [
      Link("\(own)?f=json", "self", MediaType.json, "This collection"),
      Link("\(own)?f=html", "alternate", "text/html", "This collection for people"),
      Link("\(own)/items?f=json", "items", MediaType.geoJSON, "The features"),
      Link("\(own)/items?f=html", "items", "text/html", "The features for people"),
    ]
    var members: [(key: String, value: JSONText)] = [
      ("id", .string(layer.rawValue)), ("title", .string(layer.title)),
      ("description", .string(table?.description ?? description(of: state))),
      ("itemType", .string("feature")), ("crs", .strings([reference])),
      ("links", .array(links.map(\.json))),
    ]
    if let extent = table.flatMap(extent) { members.insert(("extent", extent), at: 3) }
    return members
  }

  private static func extent(_ table: FeatureTable) -> JSONText? {
    var members: [(key: String, value: JSONText)] = []
    let box = table.extent
    if !box.isEmpty {
      let numbers = [box.minX, box.minY, box.maxX, box.maxY].map { JSONText.number($0) }
      members.append(
        (
          "spatial",
          .object([("bbox", .array([.array(numbers)])), ("crs", .string(reference))])
        ))
    }
    if let days = table.days {
      let interval = JSONText.array([
        .string("\(days.lowerBound)T00:00:00Z"), .string("\(days.upperBound)T23:59:59Z"),
      ])
      members.append(("temporal", .object([("interval", .array([interval]))])))
    }
    return members.isEmpty ? nil : .object(members)
  }
}

extension Site {
  private static func list(
    _ layers: [ServedLayer], _ ask: Ask, _ state: BookState
  ) -> [Markup] {
    [
      .element("h1", text: "Data"),
      .element("p", ["class": "warning"], text: description(of: state)),
      .element(
        "ul", [:],
        layers.map { layer in
          .element(
            "li", [:],
            [.element("a", ["href": "/collections/\(layer.rawValue)"], text: layer.title)])
        }),
      .element(
        "p",
        text: "GIS programs open them as an OGC API - Features (or WFS 3) at \(ask.base)/"),
    ]
  }

  private static func page(
    of layer: ServedLayer, _ shared: SharedLayer, _ ask: Ask
  ) -> [Markup] {
    let table = shared.table
    var facts = [("Features", "\(table.count)"), ("Head of the log", shared.state.head)]
    if let days = table.days { facts.append(("Days", "\(days.lowerBound) to \(days.upperBound)")) }
    return [
      .element("h1", text: layer.title),
      .element("p", ["class": "warning"], text: table.description ?? description(of: shared.state)),
      .element(
        "dl", ["class": "stamps"],
        facts.map {
          .element("div", [:], [.element("dt", text: $0.0), .element("dd", text: $0.1)])
        }),
      .element(
        "p", [:],
        [
          .element(
            "a", ["href": "/collections/\(layer.rawValue)/items?f=html"], text: "As a table"),
          .text(" · "),
          .element(
            "a", ["href": "/collections/\(layer.rawValue)/items?f=json"], text: "As GeoJSON"),
        ]),
      .element("h2", text: "Properties"),
      .element("ul", [:], table.columns.map { .element("li", text: $0.name) }),
    ]
  }
}
