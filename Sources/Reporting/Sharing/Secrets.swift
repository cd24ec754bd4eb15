/// Words that a report may not say: what stood in the columns that were left out, and what looks
/// like a coordinate, a file or a path wherever it stands.
struct Secrets {
  private var words: Set<String> = []
  private var phrases: Set<String> = []

  init(_ report: Report, hiding hidden: Set<Column.Reveals>) {
    for table in report.tables + report.details {
      for (index, column) in table.columns.enumerated() {
        guard let reveals = column.reveals, hidden.contains(reveals), reveals != .day else {
          continue
        }
        for row in table.rows where row.style != .heading {
          if case .text(let text) = row.cell(at: index) { learn(text, isName: reveals != .record) }
        }
      }
    }
    forget(report)
  }

  /// Codes of districts and rules may be said, though a sentence that is left out said them too.
  private mutating func forget(_ report: Report) {
    for table in report.tables {
      for (index, column) in table.columns.enumerated()
      where column.reveals == nil && Self.open.contains(column.key) {
        for row in table.rows where row.style != .heading {
          if case .text(let text) = row.cell(at: index) { words.subtract(Self.words(of: text)) }
        }
      }
    }
  }

  private static let open: Set<String> = ["district", "name", "rule"]

  /// - Parameter isName: whether the text is a name as a whole, though no word of it has a digit.
  private mutating func learn(_ text: String, isName: Bool) {
    let own = Self.words(of: text)
    for word in own where Self.isIdentifying(word) { words.insert(word) }
    guard isName || own.count == 1, text.utf8.count > 3 else { return }
    if own.count == 1 { words.insert(text) } else { phrases.insert(text) }
  }

  /// A word with digits and letters, such as H-12, or a long number; not a date, not a figure.
  private static func isIdentifying(_ word: String) -> Bool {
    let hasDigit = word.utf8.contains { (0x30...0x39).contains($0) }
    // Other scripts have digits of their own.
    guard hasDigit || word.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    if word.contains(#/^\d{4}-\d{2}(-\d{2})?(T|$)/#) { return false }
    if word.wholeMatch(of: #/[-+]?[\d.,%]+/#) != nil {
      return word.wholeMatch(of: #/\d{5,}/#) != nil
    }
    return hasDigit
  }

  private static func words(of text: String) -> [String] {
    text.split { " ,;()[]\"'\n\t".contains($0) }
      .map { word in String(word.reversed().drop { ".:!?".contains($0) }.reversed()) }
  }

  /// Whether a text says what may not be said.
  func isIn(_ text: String) -> Bool {
    if Self.words(of: text).contains(where: words.contains) { return true }
    if phrases.contains(where: { text.contains($0) }) { return true }
    return Self.looksLikePlace(text) || Self.looksLikeFile(text)
  }

  private static func looksLikePlace(_ text: String) -> Bool {
    text.contains(#/(^|[^\d.,])-?1?\d{1,2}\.\d{3,}($|[^.\d])/#)
      || text.contains(#/\d{1,3}\s?°/#) || text.contains(#/\b(POINT|POLYGON|LINESTRING)\b/#)
  }

  private static func looksLikeFile(_ text: String) -> Bool {
    text.contains(
      #/[\w-]\.(csv|xlsx?|ods|gpkg|geojson|json|shp|kml|kmz|gdb|xml|zip|pdf|docx?)\b/#
        .ignoresCase())
      || text.contains(#/(^|[\s("'])(/|~/|[A-Za-z]:\\)\w/#)
  }

  /// The report without sentences and cells that say it.
  func removed(from report: Report, _ left: inout LeftOut) -> Report {
    var report = report
    var cells = 0
    report.title = named(report.title)
    report.subtitle = report.subtitle.flatMap { isIn($0) ? nil : $0 }
    let before = report.notes.count + report.warnings.count
    report.notes.removeAll(where: isIn)
    report.warnings.removeAll(where: isIn)
    let notes = before - report.notes.count - report.warnings.count
    if notes > 0 { left.add("sentences that name records, files or places", count: notes) }
    report.stamps.removeAll { isIn($0.value) }
    for index in report.tables.indices { remove(from: &report.tables[index], &cells) }
    for index in report.charts.indices {
      report.charts[index].title = named(report.charts[index].title)
    }
    for index in report.maps.indices {
      report.maps[index].title = named(report.maps[index].title)
      report.maps[index].notes.removeAll(where: isIn)
    }
    if cells > 0 { left.add("texts that name records, files or places", count: cells) }
    return report
  }

  private func remove(from table: inout Table, _ cells: inout Int) {
    table.title = named(table.title)
    table.notes.removeAll(where: isIn)
    table.section = table.section.map(named)
    for row in table.rows.indices {
      for (column, cell) in table.rows[row].cells.enumerated() {
        guard case .text(let text) = cell, isIn(text) else { continue }
        table.rows[row].cells[column] = .withheld
        cells += 1
      }
    }
  }

  /// A title with the words left out that may not be said.
  private func named(_ title: String) -> String {
    guard isIn(title) else { return title }
    let kept = title.split(separator: " ").filter { !isIn(String($0)) }.joined(separator: " ")
    return kept.isEmpty || isIn(kept) ? "Report" : kept
  }
}
