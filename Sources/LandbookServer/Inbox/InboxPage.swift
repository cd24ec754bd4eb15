import Reporting
import Workflows

/// What the inbox looks like.
struct InboxPage {
  let visitor: Visitor

  private var key: [Markup] {
    visitor.formKey.map {
      [.element("input", ["type": "hidden", "name": "key", "value": $0])]
    } ?? []
  }

  func list(_ items: [InboxItem], _ mostBytes: Int) -> [Markup] {
    let rows = items.map { item in
      Markup.element(
        "tr", [:],
        [
          .element("td", text: item.history.first?.at ?? ""),
          .element(
            "th", ["scope": "row"],
            [.element("a", ["href": "/inbox/\(item.id)"], [.element("bdi", text: item.name)])]),
          .element("td", text: item.subject),
          .element("td", [:], [.element("bdi", text: item.sender)]),
          .element("td", ["class": "n"], text: "\(item.bytes)"),
          .element("td", text: item.status.rawValue),
        ])
    }
    let heads = ["Sent", "File", "Rows are", "Sender", "Bytes", "State"].map {
      Markup.element("th", ["scope": "col"], text: $0)
    }
    return [
      .element("h1", text: "Inbox"),
      items.isEmpty
        ? .element("p", text: "Nothing was sent.")
        : .element(
          "div", ["class": "scroll"],
          [
            .element(
              "table", [:],
              [
                .element("thead", [:], [.element("tr", [:], heads)]),
                .element("tbody", [:], rows),
              ])
          ]),
      .element("h2", text: "Send a file"),
      sending(mostBytes),
    ]
  }

  private func sending(_ mostBytes: Int) -> Markup {
    let subjects = ImportRequest.Subject.allCases.map {
      Markup.element("option", ["value": $0.rawValue], text: $0.rawValue)
    }
    return .element(
      "form",
      ["method": "post", "action": "/inbox", "enctype": "multipart/form-data", "class": "stack"],
      key + [
        .element(
          "label", ["class": "field"],
          [
            .text("What its rows are"),
            .element("select", ["name": "subject", "required": ""], subjects),
          ]),
        .element(
          "label", ["class": "field"],
          [
            .text("Coordinate reference, if the file names none, such as EPSG:32638"),
            .element("input", ["name": "crs", "maxlength": "200"]),
          ]),
        .element(
          "label", ["class": "field"],
          [
            .text("The file, up to \(mostBytes >> 20) megabytes"),
            .element("input", ["type": "file", "name": "file", "required": ""]),
          ]),
        .element("button", text: "Send"),
        .element("p", text: "Nothing changes in the book until an officer accepts it."),
      ])
  }

  func markup(of item: InboxItem) -> [Markup] {
    let facts = [
      ("Sender", item.sender), ("Rows are", item.subject),
      ("Coordinate reference", item.crs ?? "-"),
      ("Bytes", "\(item.bytes)"), ("SHA-256", item.hash), ("State", item.status.rawValue),
      ("Batch", item.batch.map { "\($0)" } ?? "-"),
    ]
    var content: [Markup] = [
      .element("h1", [:], [.element("bdi", text: item.name)]),
      .element(
        "dl", ["class": "stamps"],
        facts.map { label, value in
          .element(
            "div", [:],
            [
              .element("dt", text: label), .element("dd", [:], [.element("bdi", text: value)]),
            ])
        }),
      .element("h2", text: item.status == .accepted ? "What came of it" : "What would come of it"),
      .element(
        "pre", text: (item.preview ?? ["It was not looked at yet."]).joined(separator: "\n")),
      .element("h2", text: "What happened"),
      .element(
        "ul", [:],
        item.history.map { event in
          let words = event.words.map { ": \($0)" } ?? ""
          return .element("li", text: "\(event.at) \(event.what) by \(event.by)\(words)")
        }),
    ]
    if item.status == .waiting, visitor.role == .accept { content += decision(item) }
    content.append(.element("p", [:], [.element("a", ["href": "/inbox"], text: "The inbox")]))
    return content
  }

  private func decision(_ item: InboxItem) -> [Markup] {
    let accept = Markup.element(
      "form", ["method": "post", "action": "/inbox/\(item.id)", "class": "inline"],
      key + [
        .element("input", ["type": "hidden", "name": "decision", "value": "accept"]),
        .element("button", text: "Accept and import"),
      ])
    let reject = Markup.element(
      "form", ["method": "post", "action": "/inbox/\(item.id)", "class": "inline"],
      key + [
        .element("input", ["type": "hidden", "name": "decision", "value": "reject"]),
        .element(
          "label", ["class": "field"],
          [
            .text("Reason, which the sender reads"),
            .element("input", ["name": "reason", "required": "", "maxlength": "500"]),
          ]),
        .element("button", ["class": "plain"], text: "Reject"),
      ])
    return [.element("h2", text: "Decide")] + (item.isUsable ? [accept] : []) + [reject]
  }

  static func json(_ item: InboxItem) -> JSONText {
    .object([
      ("id", .string(item.id)), ("name", .string(item.name)), ("sender", .string(item.sender)),
      ("subject", .string(item.subject)), ("bytes", .number(item.bytes)),
      ("sha256", .string(item.hash)), ("status", .string(item.status.rawValue)),
      ("batch", item.batch.map { .number(Int($0)) } ?? .null),
      ("usable", .truth(item.isUsable)),
      ("preview", item.preview.map { .strings($0) } ?? .null),
      (
        "history",
        .array(
          item.history.map { event in
            .object([
              ("at", .string(event.at)), ("by", .string(event.by)), ("what", .string(event.what)),
              ("words", event.words.map { .string($0) } ?? .null),
            ])
          })
      ),
    ])
  }
}
