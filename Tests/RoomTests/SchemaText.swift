import Foundation
import Testing

/// The migrations as text: tables, their columns and the words that a column may hold.
struct SchemaText: CustomTestStringConvertible {
  private var tables: [String: String] = [:]

  init() throws {
    let folder = RoomTests.root.appending(path: "Schemas/Migrations")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for table in text.matches(of: /CREATE TABLE (\w+) \(\n((?s:.*?))\n\);/) {
        tables[String(table.output.1)] = String(table.output.2)
      }
      for column in text.matches(of: /ALTER TABLE (\w+) ADD COLUMN ((?s:.*?));/) {
        tables[String(column.output.1), default: ""] += "\n  " + column.output.2
      }
    }
  }

  /// Failed expectations print this, not every source.
  var testDescription: String { "\(tables.count) tables" }

  /// Whether there is such a `table`, `table.column` or `table.column = word`.
  func has(_ name: String) -> Bool {
    let sides = name.components(separatedBy: " = ")
    let parts = sides[0].split(separator: ".").map(String.init)
    guard let table = tables[parts[0]] else { return false }
    guard parts.count == 2 else { return sides.count == 1 }
    let isColumn =
      table.range(of: #"(?m)^  "?\#(parts[1])"? [A-Z]"#, options: .regularExpression) != nil
    return isColumn && (sides.count == 1 || wordLists[sides[0]]?.contains(sides[1]) == true)
  }

  /// By `table.column`, the words that its checks compare it with.
  var wordLists: [String: Set<String>] {
    var lists: [String: Set<String>] = [:]
    for (table, text) in tables {
      for match in text.matches(of: /\b(\w+) = '(\w+)'/) {
        lists["\(table).\(match.output.1)", default: []].insert(String(match.output.2))
      }
      for match in text.matches(of: /\b(\w+) IN\s*\(\s*('[^)]*)\)/) {
        let words = match.output.2.matches(of: /'(\w+)'/).map { String($0.output.1) }
        lists["\(table).\(match.output.1)", default: []].formUnion(words)
      }
    }
    return lists
  }

  /// By table, the words that its list of contamination types may hold.
  var contaminationWords: [String: Set<String>] {
    tables.mapValues { text in Set(text.matches(of: /',(\w+),'/).map { String($0.output.1) }) }
      .filter { !$0.value.isEmpty }
  }
}
