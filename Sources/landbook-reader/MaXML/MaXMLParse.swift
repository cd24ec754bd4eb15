import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One item of a field report with all it says, before anything is made of it.
struct MaXMLItem {
  var kind: String
  var cells: [(name: String, text: String)]
  var shapes: [MaXMLShape] = []
}

/// Walks an exchange file element by element and keeps what items say.
final class MaXMLParse: NSObject, XMLParserDelegate {
  private static let deepest = 64
  private static let mostItems = 2_000_000

  private let path: String
  private var elements: [String] = []
  private var text = ""
  private var hasChildren: [Bool] = []
  private var found: [MaXMLItem] = []
  /// What the report's own head says, which holds for each of its items.
  private var report: [(name: String, text: String)] = []
  private var firstItem = 0
  private var item: MaXMLItem?
  private var shape: MaXMLShape?
  private var fault: ReaderFault?

  init(_ path: String) {
    self.path = path
  }

  func items() throws(ReaderFault) -> [MaXMLItem] {
    guard let stream = InputStream(fileAtPath: path) else {
      throw ReaderFault("it can't be read: check your rights to it")
    }
    let parser = XMLParser(stream: stream)
    parser.shouldResolveExternalEntities = false
    parser.externalEntityResolvingPolicy = .never
    parser.delegate = self
    let isWhole = parser.parse()
    if let fault { throw fault }
    // The parser takes a file that ends between two elements for a whole one.
    guard isWhole, elements.isEmpty else {
      throw ReaderFault(
        "line \(parser.lineNumber), after item \(found.count): it is no whole XML (\(parser.parserError?.localizedDescription ?? "no reason given"))"
      )
    }
    return found
  }

  private func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let name = local(elementName)
    if !hasChildren.isEmpty { hasChildren[hasChildren.count - 1] = true }
    elements.append(name)
    hasChildren.append(false)
    text = ""
    guard elements.count <= Self.deepest, found.count < Self.mostItems else {
      return stop(parser, "it nests or holds more than any export does")
    }
    switch elements.count {
    case 2 where name == "FieldReport":
      report = []
      firstItem = found.count
    case 3 where elements[1] == "FieldReport":
      if name == "FieldReportInfo" {
        if let guid = attributes["reportGUID"] { report.append(("reportGUID", guid)) }
      } else if name != "Attachment" {
        item = MaXMLItem(kind: name, cells: attributes.sorted { $0.key < $1.key }.map { ($0, $1) })
      }
    default:
      guard item != nil else { return }
      if name == "GeospatialInfo", shape == nil { shape = MaXMLShape() }
      if shape != nil {
        shape?.begin(name)
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) { shape?.take(key, value) }
      }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
    if text.utf8.count > 16 << 20 { stop(parser, "a text in it is longer than 16 MiB") }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text += String(decoding: block, as: UTF8.self)
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    let name = elements.removeLast()
    let isLeaf = hasChildren.removeLast() == false
    let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
    text = ""
    let depth = elements.count + 1
    if shape != nil {
      if isLeaf { shape?.take(name, value) }
      shape?.end(name)
      if name == "GeospatialInfo", let done = shape, !done.isInside {
        item?.shapes.append(done)
        shape = nil
      }
    } else if isLeaf, !value.isEmpty {
      if item != nil, depth > 3 { item?.cells.append((name, value)) }
      if item == nil, depth == 4, elements.last == "FieldReportInfo" {
        report.append((name, value))
      }
    }
    if depth == 3, let done = item {
      found.append(done)
      item = nil
    }
    // The head may stand after its items.
    if depth == 2 {
      for index in firstItem..<found.count { addReport(to: &found[index]) }
    }
  }

  /// An item's own words go before those of its report.
  private func addReport(to item: inout MaXMLItem) {
    let own = Set(item.cells.map(\.name))
    item.cells += report.filter { !own.contains($0.name) }
  }

  private func stop(_ parser: XMLParser, _ why: String) {
    if fault == nil { fault = ReaderFault("line \(parser.lineNumber): \(why)") }
    parser.abortParsing()
  }
}
