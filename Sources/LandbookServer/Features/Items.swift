import Foundation
import Reporting
import Workflows

extension Site {
  func items(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    let sharing = try visitor.shown
    let layer = try layer(ask.path[1], sharing)
    let shared = try await shared(layer, sharing)
    let question = try ItemQuestion(&parameters, shared.table)
    return Answer.ofState(shared.state, visitor, ask, format.rawValue) {
      let rows = matches.rows(question.filter, of: layer, shared, for: sharing.cacheName)
      let page = ItemPage(question, rows, shared)
      guard format == .html else { return page.json(ask) }
      return PageAnswer.make(self.page(layer.title, page.markup(layer, ask), visitor))
    }
  }

  func item(_ ask: Ask, _ visitor: Visitor) async throws -> Answer {
    var parameters = try Parameters(ask.query)
    let format = try Format(ask, &parameters)
    try parameters.end(known: ["f"])
    let sharing = try visitor.shown
    let layer = try layer(ask.path[1], sharing)
    let shared = try await shared(layer, sharing)
    guard let row = shared.table.row(of: ask.path[3]) else {
      throw Problem(404, "There is no such feature.")
    }
    return Answer.ofState(shared.state, visitor, ask, format.rawValue) {
      guard format == .html else { return Self.feature(row, shared, ask) }
      return PageAnswer.make(
        page(layer.title, Self.markup(of: row, layer, shared, ask), visitor))
    }
  }

  private static func feature(_ row: Int, _ shared: SharedLayer, _ ask: Ask) -> Answer {
    var json: [UInt8] = []
    shared.table.write(row, to: &json)
    let own = ask.base + ask.address
    let collection = "\(ask.base)/collections/\(ask.path[1])"
    let links = [
      Link("\(own)?f=json", "self", MediaType.geoJSON, "This feature"),
      Link("\(own)?f=html", "alternate", "text/html", "This feature for people"),
      Link("\(collection)?f=json", "collection", MediaType.json, "Its collection"),
    ]
    json += Array(#","links":"#.utf8) + JSONText.array(links.map(\.json)).bytes
    json.append(UInt8(ascii: "}"))
    return Answer(200, MediaType.geoJSON, json)
  }

  private static func markup(
    of row: Int, _ layer: ServedLayer, _ shared: SharedLayer, _ ask: Ask
  ) -> [Markup] {
    let table = shared.table
    let rows = table.columns.indices.map { column in
      Markup.element(
        "tr", [:],
        [
          .element("th", ["scope": "row"], text: table.columns[column].name),
          .element("td", [:], [.element("bdi", text: table.text(row, column))]),
        ])
    }
    return [
      .element("h1", text: "\(layer.title): \(table.id(of: row))"),
      .element("p", ["class": "warning"], text: table.description ?? ""),
      .element("table", [:], [.element("tbody", [:], rows)]),
      .element(
        "p", [:], [.element("a", ["href": "\(ask.address)?f=json"], text: "As GeoJSON")]),
    ]
  }
}

/// One page of the features that were asked for.
struct ItemPage {
  private let question: ItemQuestion
  private let shared: SharedLayer
  private let rows: [Int]
  private let matched: Int
  private let hasMore: Bool

  /// - Parameter found: the features that the filter admits; nil is all.
  init(_ question: ItemQuestion, _ found: [Int32]?, _ shared: SharedLayer) {
    self.question = question
    self.shared = shared
    let table = shared.table
    let first = question.after.flatMap { table.place(after: $0) } ?? 0
    if let found {
      let start = Self.firstIndex(in: found, notBelow: first)
      rows = found[start...].prefix(question.limit).map { Int($0) }
      matched = found.count
      hasMore = found.count - start > question.limit
    } else {
      rows = Array((first..<table.count).prefix(question.limit))
      matched = table.count
      hasMore = table.count - first > question.limit
    }
  }

  private static func firstIndex(in rows: [Int32], notBelow row: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The address of the next page; nil behind the last.
  private func next(_ ask: Ask, _ format: String) -> String? {
    guard hasMore, let last = rows.last else { return nil }
    var query = ask.query.filter { !["after", "head", "f"].contains($0.name) }
    query += [
      (name: "after", value: shared.table.id(of: last)), (name: "head", value: shared.state.head),
      (name: "f", value: format),
    ]
    return ask.base + ask.address + Address.query(query)
  }

  /// Whether the book changed since the page before.
  private var hasMoved: Bool { question.head.map { $0 != shared.state.head } ?? false }

  func json(_ ask: Ask) -> Answer {
    let table = shared.table
    var json: [UInt8] = []
    json.reserveCapacity(512 + rows.count * 700)
    json += Array(#"{"type":"FeatureCollection","timeStamp":""#.utf8)
    json += Array(ServedClock.now.utf8)
    json += Array("\",\"numberMatched\":\(matched),\"numberReturned\":\(rows.count)".utf8)
    json += Array(#","links":"#.utf8) + JSONText.array(links(ask).map(\.json)).bytes
    json += Array(#","logHead":""#.utf8) + Array(shared.state.head.utf8)
    json += Array(#"","note":"#.utf8) + JSONText.string(note).bytes
    json += Array(#","features":["#.utf8)
    for (place, row) in rows.enumerated() {
      json += place > 0 ? [UInt8(ascii: ","), UInt8(ascii: "\n")] : [UInt8(ascii: "\n")]
      table.write(row, to: &json)
      json.append(UInt8(ascii: "}"))
    }
    json += Array("\n]}\n".utf8)
    return Answer(200, MediaType.geoJSON, json)
  }

  private var note: String {
    let moved =
      hasMoved
      ? "The book has changed since the page before: begin anew for features of one state. " : ""
    return moved + (shared.table.description ?? "")
  }

  private func links(_ ask: Ask) -> [Link] {
    let query = ask.query.filter { $0.name != "f" }
    let own = ask.base + ask.address
    func address(_ format: String) -> String {
      own + Address.query(query + [(name: "f", value: format)])
    }
    let collection = "\(ask.base)/collections/\(ask.path[1])"
    var links = [
      Link(address("json"), "self", MediaType.geoJSON, "This page"),
      Link(address("html"), "alternate", "text/html", "This page for people"),
      Link("\(collection)?f=json", "collection", MediaType.json, "The collection"),
    ]
    if let next = next(ask, "json") {
      links.append(Link(next, "next", MediaType.geoJSON, "The next page"))
    }
    return links
  }

  func markup(_ layer: ServedLayer, _ ask: Ask) -> [Markup] {
    let table = shared.table
    let head = Markup.element(
      "tr", [:],
      [.element("th", ["scope": "col"], text: "Feature")]
        + table.columns.map { .element("th", ["scope": "col"], text: $0.name) })
    let body = rows.map { row in
      let id = table.id(of: row)
      let link = Markup.element(
        "a", ["href": "/collections/\(layer.rawValue)/items/\(id)?f=html"], text: id)
      return Markup.element(
        "tr", [:],
        [.element("th", ["scope": "row"], [link])]
          + table.columns.indices.map {
            .element("td", [:], [.element("bdi", text: table.text(row, $0))])
          })
    }
    var content: [Markup] = [
      .element("h1", text: layer.title), .element("p", ["class": "warning"], text: note),
      .element("p", text: "\(rows.count) of \(matched) features."),
      .element(
        "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": layer.title],
        [.element("table", [:], [.element("thead", [:], [head]), .element("tbody", [:], body)])]),
    ]
    var pages: [Markup] = []
    if question.after != nil {
      let query = ask.query.filter { !["after", "head"].contains($0.name) }
      pages.append(
        .element("a", ["href": ask.address + Address.query(query)], text: "First page"))
    }
    if let next = next(ask, "html") {
      pages.append(.element("a", ["href": next, "rel": "next"], text: "Next page"))
    }
    if !pages.isEmpty { content.append(.element("p", ["class": "pages"], pages)) }
    return content
  }
}
