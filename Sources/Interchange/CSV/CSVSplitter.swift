/// Splits delimited text (RFC 4180) into records of cells, whatever its line ends.
struct CSVSplitter {
  /// One record, or the reason it is none.
  struct Record {
    var line: Int
    var cells: [String]
    var fault: String?
    var text: String
  }

  private static let quote = UInt8(ascii: "\"")

  let separator: UInt8
  private let window: ByteWindow
  private let longestRecord: Int
  private(set) var line = 1

  init(_ window: ByteWindow, separator: UInt8, longestRecord: Int = 1 << 26) {
    self.window = window
    self.longestRecord = longestRecord
    self.separator = separator
  }

  /// The next record that is not a blank line; nil at the end of the text.
  mutating func next() throws -> Record? {
    while true {
      var scan = CSVRecordScan(separator: separator)
      while !scan.run(window.unread, isAll: window.isAtEnd), scan.place <= longestRecord {
        try window.fill()
      }
      if scan.place == 0 { return nil }
      let bytes = UnsafeBufferPointer(rebasing: window.unread[..<scan.place])
      if scan.isBlankLine {
        advance(scan.place, lines: scan.lines)
        continue
      }
      if scan.fault == nil, scan.place <= longestRecord {
        let record = record(bytes, scan)
        advance(scan.place, lines: scan.lines)
        return record
      }
      if let fault = scan.fault { return try faultyLine(fault) }
      return try longLine()
    }
  }

  private mutating func advance(_ count: Int, lines: Int) {
    window.use(count)
    line += lines
  }

  private func record(_ bytes: UnsafeBufferPointer<UInt8>, _ scan: CSVRecordScan) -> Record {
    var cells: [String] = []
    cells.reserveCapacity(scan.cells.count)
    for cell in scan.cells {
      guard let text = Self.text(bytes, cell) else {
        return Record(
          line: line, cells: [],
          fault:
            "the text is not UTF-8; save the file as UTF-8 (in a spreadsheet: CSV UTF-8), or name its encoding with --encoding",
          text: String(decoding: bytes, as: UTF8.self))
      }
      cells.append(text)
    }
    if bytes.contains(0) {
      return Record(
        line: line, cells: [], fault: "the row holds a zero byte, which is no text",
        text: String(decoding: bytes.lazy.filter { $0 != 0 }, as: UTF8.self))
    }
    let text = String(decoding: bytes[..<scan.textEnd], as: UTF8.self)
    return Record(line: line, cells: cells, fault: nil, text: text)
  }

  /// A broken quote spoils one line: reading goes on with the next.
  private mutating func faultyLine(_ fault: String) throws -> Record {
    while !window.unread.contains(where: { $0 == 0x0A || $0 == 0x0D }), try window.fill() {}
    let unread = window.unread
    let end = unread.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? unread.count
    let text = String(decoding: unread[..<end], as: UTF8.self)
    let record = Record(line: line, cells: [], fault: fault, text: text)
    var behind = end
    if behind < unread.count { behind += 1 }
    if end + 1 < unread.count, unread[end] == 0x0D, unread[end + 1] == 0x0A { behind += 1 }
    advance(behind, lines: 1)
    return record
  }

  /// Passes over a record that is too long to be held, up to the next line end; its beginning is
  /// kept to find it by.
  private mutating func longLine() throws -> Record {
    let text = String(decoding: window.unread.prefix(200), as: UTF8.self)
    let record = Record(
      line: line, cells: [], fault: "the record is longer than \(longestRecord >> 20) MiB",
      text: text + " ...")
    repeat {
      if let end = window.unread.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        advance(end + 1, lines: 1)
        return record
      }
      window.use(window.unread.count)
    } while try window.fill()
    return record
  }

  private static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: CSVRecordScan.Cell
  ) -> String? {
    let raw = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    if !cell.hasDoubledQuotes { return String(validating: raw, as: UTF8.self) }
    var units: [UInt8] = []
    units.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      units.append(raw[index])
      index += raw[index] == quote ? 2 : 1
    }
    return String(validating: units, as: UTF8.self)
  }
}
