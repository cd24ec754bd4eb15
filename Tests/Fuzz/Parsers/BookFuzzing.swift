@testable import Storage

/// The schema that a book says it has.
enum BookFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let words = SchemaText(text)
    let known = SchemaText("CREATE TABLE t (a TEXT NOT NULL, b INTEGER, CHECK (b > 0))")
    guard let more = words.additions(to: known) else { return nil }
    guard words.words.count == known.words.count + more.count else {
      return "adds other words than it has"
    }
    if let columns = PlainColumns.count(in: more), columns < 1 { return "adds no column" }
    return nil
  }
}
