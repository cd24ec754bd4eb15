import Foundation

/// Opens delimited text: comma, semicolon or tab, as the header shows.
enum CSVTable {
  static func open(_ file: String) throws -> SurveyTable {
    var splitter = try opened(file)
    let names = try header(&splitter, file)
    let header = SurveyTable.Header(file: file, layer: nil, columns: names)
    return SurveyTable(header: header) { visitor in
      var splitter = try opened(file)
      _ = try splitter.next()
      var number = 0
      while let record = try splitter.next() {
        // Spreadsheets leave rows of nothing but separators behind.
        if record.fault == nil, record.cells.allSatisfy(\.isEmpty) { continue }
        number += 1
        try visitor(row(record, number: number, columns: names.count))
      }
    }
  }

  /// A splitter before the header, behind a spreadsheet's `sep=;` line.
  private static func opened(_ file: String) throws -> CSVSplitter {
    let window = try TextBytes.open(file)
    while window.unread.count < 1 << 16, try window.fill() {}
    let line = firstLine(window.unread)
    if line.count == 5, String(decoding: line, as: UTF8.self).lowercased().hasPrefix("sep=") {
      var splitter = CSVSplitter(window, separator: line[line.startIndex + 4])
      // The line itself is split by the separator it names: it is still one record.
      _ = try splitter.next()
      return splitter
    }
    return CSVSplitter(window, separator: try separator(line, file))
  }

  private static func firstLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<
    UnsafeBufferPointer<UInt8>
  > {
    var isQuoted = false
    var index = bytes.startIndex
    while index < bytes.endIndex, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    let start = index
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, bytes[index] == 0x0A || bytes[index] == 0x0D { break }
      index += 1
    }
    return bytes[start..<index]
  }

  private static func separator(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ file: String
  ) throws -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, ",;\t".utf8.contains(byte) { counts[byte, default: 0] += 1 }
    }
    guard let most = counts.values.max() else { return UInt8(ascii: ",") }
    let best = counts.filter { $0.value == most }.keys.sorted()
    guard best.count == 1 else {
      throw SurveyFault(
        .notUsable, "the header of \(file) has as many of one separator as of another",
        remedy: "Put column names that hold a comma or semicolon in quotes.")
    }
    return best[0]
  }

  private static func header(_ splitter: inout CSVSplitter, _ file: String) throws -> [String] {
    guard let record = try splitter.next() else {
      throw SurveyFault(.notUsable, "\(file) is empty", remedy: "It needs a line of column names.")
    }
    if let fault = record.fault {
      throw SurveyFault(
        .notUsable, "the header of \(file) (line \(record.line)) can't be read: \(fault)",
        remedy: "Repair the line of column names.")
    }
    return record.cells.map(\.trimmingBlanks)
  }

  private static func row(
    _ record: CSVSplitter.Record, number: Int, columns: Int
  ) -> SurveyRow {
    var row = SurveyRow(
      number: number, line: record.line, cells: [], fault: record.fault,
      originalText: record.text)
    guard row.fault == nil else { return row }
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
