import Foundation

/// Opens delimited text: comma, semicolon, tab or bar, as its first lines show.
enum CSVTable {
  static func open(_ source: TextSource) throws -> SurveyTable {
    var (splitter, layout) = try opened(source)
    let names = try header(&splitter, layout, source.path)
    var header = SurveyTable.Header(file: source.path, layer: nil, columns: names)
    header.remarks = layout.remarks
    return SurveyTable(header: header) { visitor in
      var (splitter, layout) = try opened(source)
      for _ in 0...layout.recordsAboveHeader { _ = try splitter.next() }
      var number = 0
      while let record = try splitter.next() {
        // Spreadsheets leave rows of nothing but separators behind.
        if record.fault == nil, record.cells.allSatisfy(\.isEmpty) { continue }
        number += 1
        try visitor(row(record, number: number, columns: names.count, source))
      }
    }
  }

  /// A splitter before the first record, and what the first lines say of the rest.
  private static func opened(_ source: TextSource) throws -> (CSVSplitter, CSVLayout) {
    let window = try source.open()
    while window.unread.count < 1 << 16, try window.fill() {}
    if !window.isDecoded { try EncodingGuess.judge(window.unread, of: source.path) }
    if [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(window.unread.first { $0 > 0x20 }),
      window.unread.first(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\"") }) != nil
    {
      throw SurveyFault(
        .notUsable, "\(source.path) is JSON, not delimited text",
        remedy: "Give it the ending .geojson, or .geojsonl for one feature a line.")
    }
    let layout = try CSVLayout(window.unread, isAll: window.isAtEnd, file: source.path)
    var splitter = CSVSplitter(window, separator: layout.separator)
    // The line that names the separator is split by it: it is still one record.
    if layout.namesSeparator { _ = try splitter.next() }
    return (splitter, layout)
  }

  private static func header(
    _ splitter: inout CSVSplitter, _ layout: CSVLayout, _ file: String
  ) throws -> [String] {
    for _ in 0..<layout.recordsAboveHeader { _ = try splitter.next() }
    guard let record = try splitter.next() else {
      throw SurveyFault(.notUsable, "\(file) is empty", remedy: "It needs a line of column names.")
    }
    if let fault = record.fault {
      throw SurveyFault(
        .notUsable, "the header of \(file) (line \(record.line)) can't be read: \(fault)",
        remedy: "Repair the line of column names.")
    }
    var names = record.cells.map { CSVText.unguarded($0).trimmingBlanks }
    // A separator behind the last name makes no column.
    while names.count > 1, names.last?.isEmpty == true { names.removeLast() }
    return names.enumerated().map { $1.isEmpty ? "column \($0 + 1)" : $1 }
  }

  private static func row(
    _ record: CSVSplitter.Record, number: Int, columns: Int, _ source: TextSource
  ) -> SurveyRow {
    var row = SurveyRow(
      number: number, line: record.line, cells: [], fault: record.fault,
      originalText: record.text)
    guard row.fault == nil else { return row }
    if let encoding = source.encoding, record.cells.contains(where: { $0.contains("\u{FFFD}") }) {
      row.fault = "the row holds a byte that \(encoding.name) has no character for"
      return row
    }
    var cells = record.cells
    while cells.count > columns, cells.last?.isEmpty == true { cells.removeLast() }
    guard cells.count == columns else {
      row.fault = "the row has \(record.cells.count) cells, the header \(columns)"
      return row
    }
    row.cells = cells.map { $0.isEmpty ? nil : CSVText.unguarded($0) }
    return row
  }
}
