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
  private static let longestRecord = 1 << 26

  let separator: UInt8
  private let window: ByteWindow
  private(set) var line = 1

  init(_ window: ByteWindow, separator: UInt8) {
    self.window = window
    self.separator = separator
  }

  /// The next record that is not a blank line; nil at the end of the text.
  mutating func next() throws -> Record? {
    while true {
      var scan = CSVRecordScan(separator: separator)
      while !scan.run(window.unread, isAll: window.isAtEnd), scan.place <= Self.longestRecord {
        try window.fill()
      }
      if scan.place == 0 { return nil }
      let bytes = UnsafeBufferPointer(rebasing: window.unread[..<scan.place])
      if scan.isBlankLine {
        advance(scan.place, lines: scan.lines)
        continue
      }
      if scan.fault == nil, scan.place <= Self.longestRecord {
        let record = record(bytes, scan)
        advance(scan.place, lines: scan.lines)
        return record
      }
      return try faultyLine(scan.fault ?? "a record is longer than \(Self.longestRecord >> 20) MiB")
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
          fault: "the text is not UTF-8; save the file as UTF-8 (in a spreadsheet: CSV UTF-8)",
          text: String(decoding: bytes, as: UTF8.self))
      }
      cells.append(text)
    }
    let text = String(decoding: bytes[..<scan.textEnd], as: UTF8.self)
    return Record(line: line, cells: cells, fault: nil, text: text)
  }

  /// A broken quote spoils one line: reading goes on with the next.
  private mutating func faultyLine(_ fault: String) throws -> Record {
    while !window.unread.contains(0x0A), try window.fill() {}
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
