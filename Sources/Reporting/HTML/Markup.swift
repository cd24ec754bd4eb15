/// A piece of a page: an element or a text.
///
/// Texts and the values of attributes are escaped where they are written, so that nothing a record
/// says can become part of the page's own language.
public indirect enum Markup: Sendable {
  case text(String)
  case element(name: String, attributes: [(name: String, value: String)], content: [Markup])
  /// Style or script of the program, which HTML reads as it stands.
  case program(name: String, attributes: [(name: String, value: String)], text: String)

  /// An element; an attribute without a value is left out.
  public static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [Markup] = []
  ) -> Markup {
    .element(name: name, attributes: present(attributes), content: content)
  }

  /// An element that holds a text.
  public static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String
  ) -> Markup {
    .element(name: name, attributes: present(attributes), content: [.text(text)])
  }

  /// A style or a script.
  public static func program(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String
  ) -> Markup {
    .program(name: name, attributes: present(attributes), text: text)
  }

  /// The piece as it stands in a page.
  public var written: String {
    var page = ""
    write(to: &page)
    return page
  }

  func write(to page: inout String) {
    switch self {
    case .text(let text): page += MarkupText.escaped(text)
    case .element(let name, let attributes, let content):
      Self.open(name, attributes, to: &page)
      guard !content.isEmpty || !Self.selfClosing.contains(name) else {
        page += "/>"
        return
      }
      page += ">"
      for piece in content { piece.write(to: &page) }
      page += "</\(name)>"
      if Self.endingLines.contains(name) { page += "\n" }
    case .program(let name, let attributes, let text):
      Self.open(name, attributes, to: &page)
      page += ">\(text)</\(name)>\n"
    }
  }

  private static func open(
    _ name: String, _ attributes: [(name: String, value: String)], to page: inout String
  ) {
    page += "<\(name)"
    for attribute in attributes {
      page += " \(attribute.name)=\"\(MarkupText.escaped(attribute.value))\""
    }
  }

  private static func present(
    _ attributes: KeyValuePairs<String, String?>
  ) -> [(name: String, value: String)] {
    attributes.compactMap { name, value in value.map { (name, $0) } }
  }

  private static let selfClosing: Set<String> = [
    "meta", "br", "path", "rect", "line", "circle", "polyline", "input",
  ]
  private static let endingLines: Set<String> = [
    "title", "head", "body", "header", "main", "footer", "nav", "section", "figure", "details",
    "summary", "div", "p", "ul", "li", "dl", "h1", "h2", "h3", "table", "caption", "thead",
    "tbody", "tfoot", "tr", "svg", "g", "defs",
  ]
}

/// Texts as HTML, SVG and XML take them.
enum MarkupText {
  /// Without what would turn, hide or break what follows, and with signs of the language escaped.
  static func escaped(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var escaped = ""
    for scalar in TerminalText.tame(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Most texts are a figure or a name of plain letters.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x20...0x7E).contains(byte) && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22
        && byte != 0x27
    }
  }
}
