import Foundation
import FoundationXML

/// A page read back by a reader that forgives nothing, as a tree of elements and texts.
final class PageElement {
  let name: String
  let attributes: [String: String]
  private(set) var children: [PageElement] = []
  private(set) var ownText = ""
  private var pieces: [String] = []

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  fileprivate func add(_ child: PageElement) {
    children.append(child)
  }

  fileprivate func add(_ text: String) { ownText += text }

  /// The element and all below it, in the order of the page.
  var all: [PageElement] { [self] + children.flatMap(\.all) }

  func all(_ name: String, class word: String? = nil) -> [PageElement] {
    all.filter { $0.name == name && (word == nil || $0.classes.contains(word ?? "")) }
  }

  var classes: [String] { attributes["class"]?.components(separatedBy: " ") ?? [] }

  /// Its text with that of all below it; an element's own words come before its children's.
  var text: String { ownText + children.map(\.text).joined() }

  func number(_ attribute: String) -> Double { attributes[attribute].flatMap(Double.init) ?? .nan }
}

/// Reads a page as XML, its style and scripts aside.
final class PageDocument: NSObject, XMLParserDelegate {
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  let root: PageElement
  /// The texts between the tags of styles and scripts, in order.
  let styles: [String]
  let scripts: [String]
  private var open: [PageElement] = [PageElement("document", [:])]

  init(_ page: String) throws {
    let style = /<style>(.*?)<\/style>/.dotMatchesNewlines()
    let script = /<script[^>]*>(.*?)<\/script>/.dotMatchesNewlines()
    styles = page.matches(of: style).map { String($0.output.1) }
    scripts = page.matches(of: script).map { String($0.output.1) }
    let bare = page.replacing(style, with: "").replacing(script, with: "")
    root = open[0]
    super.init()
    let parser = XMLParser(data: Data(bare.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw Unreadable(
        description: "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let element = PageElement(name, attributes)
    open.last?.add(element)
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.add(text) }
}
