/// What stands before the first element of an XML document.
///
/// Entities are declared there alone: a document that declares some can grow a thousandfold or pull
/// in other files, and no survey needs them.
enum XMLProlog {
  /// - Parameter name: that of the document inside an archive; nil for the file itself.
  static func check(_ head: [UInt8], named name: String?) throws(ReaderFault) {
    // In UTF-16 every second byte of markup is zero.
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    guard let isDeclared = declaresType(text) else {
      throw ReaderFault("\(name ?? "it") begins with an endless comment: save the file anew")
    }
    guard isDeclared else { return }
    throw ReaderFault(
      "\(name ?? "it") has a document type declaration (<!DOCTYPE), which can hide other files or endless text: remove it, or save the file anew"
    )
  }

  /// - Returns: nil where the first element does not come in the bytes at hand.
  private static func declaresType(_ text: String) -> Bool? {
    var rest = text[...]
    while let mark = rest.firstIndex(of: "<") {
      rest = rest[mark...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") {
        guard let end = rest.firstRange(of: "?>") else { return nil }
        rest = rest[end.upperBound...]
      } else {
        return rest.dropFirst(2).lowercased().hasPrefix("doctype")
      }
    }
    return false
  }
}
