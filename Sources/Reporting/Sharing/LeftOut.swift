/// What a sharing profile left out of a report, to be said on it.
struct LeftOut {
  /// Figures that rest on too few records.
  var small = 0
  /// Figures of which nobody said how many records they rest on.
  var unknown = 0
  /// Figures from which those could be worked out.
  var complementary = 0
  /// The least number of records that a figure may rest on.
  var smallest = 0
  private var things: [String: Int] = [:]
  private var columns: [String] = []
  private var tables: [String] = []
  private var layers: [String] = []

  mutating func add(_ thing: String, count: Int = 1) { things[thing, default: 0] += count }

  mutating func add(column: Column, of table: Table) {
    if !columns.contains(column.label) { columns.append(column.label) }
  }

  mutating func add(table: Table) { tables.append(table.title) }

  mutating func add(mapLayer title: String) {
    if !layers.contains(title) { layers.append(title) }
  }

  /// One sentence for each kind of thing.
  var sentences: [String] {
    var sentences: [String] = []
    if small > 0 {
      sentences.append(
        "Withheld: \(small) figures that rest on fewer than \(smallest) records.")
    }
    if complementary > 0 {
      sentences.append(
        "Withheld: \(complementary) more figures, from which those could be worked out.")
    }
    if unknown > 0 {
      sentences.append("Withheld: \(unknown) figures that rest on an unknown number of records.")
    }
    sentences += Self.list("columns", columns)
    sentences += Self.list("tables", tables)
    sentences += Self.list("map layers", layers)
    return sentences
      + things.sorted { $0.key < $1.key }.map {
        "Left out under this profile: \($0.key) (\($0.value))."
      }
  }

  private static func list(_ what: String, _ names: [String]) -> [String] {
    names.isEmpty
      ? [] : ["Left out under this profile: \(what) (\(names.joined(separator: ", ")))."]
  }
}
