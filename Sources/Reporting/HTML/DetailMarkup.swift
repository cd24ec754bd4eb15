/// A table behind some figures, folded until somebody opens a figure.
struct DetailMarkup {
  private let detail: Table
  private let anchors: PageAnchors
  private let presentation: Presentation

  init(_ detail: Table, _ anchors: PageAnchors, _ presentation: Presentation) {
    self.detail = detail
    self.anchors = anchors
    self.presentation = presentation
  }

  var markup: Markup {
    // What links lead to stands inside: a browser unfolds what holds the place it goes to.
    let anchor = anchors.detail(detail.id)
    let table = TableMarkup(detail, anchor ?? "", anchors, presentation, isDetail: true)
    let back = anchors.wayBack(from: detail.id).map { opener in
      Markup.element(
        "p", ["class": "back"],
        [.element("a", ["href": "#\(opener)"], text: presentation.phrase("Back to the figure"))])
    }
    return .element(
      "details", [:],
      [
        .element("summary", text: detail.title),
        table.markup,
      ] + [back].compactMap(\.self))
  }
}
