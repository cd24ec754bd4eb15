public import LandRelease

/// Ids of records that are more sensitive than the readers of a report may know.
///
/// An id counts wherever it stands as a word of its own, whichever organisation or type of record
/// it is written with: of two records with one id both stay unsaid.
public struct RestrictedNames: Hashable, Sendable {
  /// No record is restricted.
  public static let none = RestrictedNames([], above: .severe)

  private let level: Sensitivity
  private let words: Set<String>
  /// Ids of several words.
  private let phrases: [String]

  /// - Parameter level: what the most sensitive records are that may be told of.
  public init(_ ids: some Sequence<String>, above level: Sensitivity) {
    self.level = level
    var words: Set<String> = []
    var phrases: Set<String> = []
    for id in ids where !id.isEmpty {
      if Self.words(of: id) == [Substring(id)] { words.insert(id) } else { phrases.insert(id) }
    }
    self.words = words
    self.phrases = phrases.sorted()
  }

  /// Whether nothing is restricted.
  public var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

  /// What was left out, as a profile says it.
  var thing: String { "records more sensitive than \(level.rawValue)" }

  /// Whether a text names a restricted record.
  ///
  /// - Parameter isName: whether the text names records and nothing else, so that a plain number
  ///   in it is an id and not a figure.
  func isIn(_ text: String, isName: Bool) -> Bool {
    if isEmpty { return false }
    let parts = Self.words(of: text)
    for (place, part) in parts.enumerated() where words.contains(String(part)) {
      let isFigure = !isName && part.utf8.count < 5 && part.allSatisfy(\.isNumber)
      if !isFigure || place > 0 && Self.types.contains(String(parts[place - 1])) { return true }
    }
    return phrases.contains { text.contains($0) }
  }

  private static let types: Set<String> = [
    "hazard", "release", "device", "record", "victim", "accident",
  ]

  private static func words(of text: String) -> [Substring] {
    text.split { " ,;/()[]\"'\n\t".contains($0) }.map { word in
      var word = word
      while let last = word.last, ".:!?".contains(last) { word.removeLast() }
      return word
    }
  }
}

extension RestrictedNames {
  /// The report without rows and sentences that name restricted records.
  func removed(from report: Report, _ left: inout LeftOut) -> Report {
    if isEmpty { return report }
    var report = report
    var count = 0
    for index in report.tables.indices { count += remove(from: &report.tables[index]) }
    for index in report.details.indices { count += remove(from: &report.details[index]) }
    let sentences = report.notes.count + report.warnings.count
    report.notes.removeAll { isIn($0, isName: false) }
    report.warnings.removeAll { isIn($0, isName: false) }
    count += sentences - report.notes.count - report.warnings.count
    report.subtitle = report.subtitle.flatMap { isIn($0, isName: false) ? nil : $0 }
    if isIn(report.title, isName: false) { report.title = "Report" }
    report.stamps.removeAll { isIn($0.value, isName: false) }
    report.details.removeAll { isIn($0.id, isName: true) || isIn($0.title, isName: false) }
    let opened = Set(report.details.map(\.id))
    for table in report.tables.indices {
      for row in report.tables[table].rows.indices {
        let opens = report.tables[table].rows[row].opens
        if let opens, !opened.contains(opens) { report.tables[table].rows[row].opens = nil }
      }
    }
    for map in report.maps.indices {
      for layer in report.maps[map].layers.indices {
        let shapes = report.maps[map].layers[layer].shapes.count
        report.maps[map].layers[layer].shapes.removeAll { isIn($0.title, isName: false) }
        count += shapes - report.maps[map].layers[layer].shapes.count
      }
    }
    if count > 0 { left.add(thing, count: count) }
    return report
  }

  /// Rows that are of a restricted record go; a cell that names one beside others is withheld.
  ///
  /// - Returns: how many rows and cells.
  private func remove(from table: inout Table) -> Int {
    let names = table.columns.prefix { !$0.kind.isNumeric }.indices
    var count = table.rows.count
    table.rows.removeAll { row in
      names.contains { column in
        guard case .text(let text) = row.cell(at: column) else { return false }
        let isName = table.columns[column].reveals == .record
        return isName && isIn(text, isName: true) && !Self.isList(text)
      }
    }
    count -= table.rows.count
    for row in table.rows.indices {
      for (column, cell) in table.rows[row].cells.enumerated() {
        guard case .text(let text) = cell, column < table.columns.count,
          isIn(text, isName: table.columns[column].reveals == .record)
        else { continue }
        table.rows[row].cells[column] = .withheld
        count += 1
      }
    }
    let notes = table.notes.count
    table.notes.removeAll { isIn($0, isName: false) }
    return count + notes - table.notes.count
  }

  /// Whether a text names several records.
  private static func isList(_ text: String) -> Bool { text.contains(", ") || text.contains(";") }
}
