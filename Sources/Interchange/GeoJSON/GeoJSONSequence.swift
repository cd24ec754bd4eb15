import Foundation

/// Opens GeoJSON text sequences: a feature a line, or RFC 8142 with its record separators.
enum GeoJSONSequence {
  private static let recordSeparator: UInt8 = 0x1E
  private static let newline = UInt8(ascii: "\n")

  static func open(_ file: String) throws -> SurveyTable {
    var columns = GeoJSONColumns()
    try records(file) { columns.note($0.bytes) }
    columns.finish()
    let header = SurveyTable.Header(
      file: file, layer: nil, columns: columns.names, reference: .wgs84,
      featureIDColumn: columns.idColumn)
    let reader = GeoJSONFeature(columns: columns)
    return SurveyTable(header: header) { visitor in
      try records(file) { try visitor(reader.row($0)) }
    }
  }

  /// Hands over each record that is not blank.
  private static func records(
    _ file: String, visit: (GeoJSONWalk.Piece) throws -> Void
  ) throws {
    let window = try ByteWindow(file: file)
    while window.unread.count < 3, try window.fill() {}
    if window.unread.starts(with: [0xEF, 0xBB, 0xBF]) { window.use(3) }
    let separator = window.unread.first == recordSeparator ? recordSeparator : newline
    var number = 0
    var line = 1
    while let length = try recordLength(window, separator) {
      let isWhole = length < window.unread.count
      let bytes = UnsafeBufferPointer(rebasing: window.unread[..<length])
      if let start = bytes.firstIndex(where: { $0 > 0x20 }) {
        let record = UnsafeBufferPointer(rebasing: bytes[start...])
        if !isWhole { try refuseCut(record, file, after: number, at: window.offset) }
        number += 1
        let place = line + bytes[..<start].count(where: { $0 == newline })
        try visit(
          GeoJSONWalk.Piece(
            bytes: record, number: number, line: place, offset: window.offset + start))
      }
      line += separator == newline ? 1 : bytes.count(where: { $0 == newline })
      window.use(isWhole ? length + 1 : length)
    }
  }

  /// The bytes before the next separator, or before the end of the file; nil behind the last.
  private static func recordLength(_ window: ByteWindow, _ separator: UInt8) throws -> Int? {
    var searched = 0
    while true {
      let bytes = window.unread
      if let start = bytes.baseAddress,
        let found = memchr(start + searched, Int32(separator), bytes.count - searched)
      {
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
      }
      searched = bytes.count
      guard try window.fill() else { return searched > 0 ? searched : nil }
    }
  }

  /// A last record whose brackets don't close was cut off.
  private static func refuseCut(
    _ record: UnsafeBufferPointer<UInt8>, _ file: String, after number: Int, at offset: Int
  ) throws {
    var scan = JSONValueScan()
    guard !scan.run(record), !scan.isWholeScalar else { return }
    throw SurveyFault(
      .notUsable,
      "\(file) is cut short: the record at byte \(offset) has no end (the last whole feature is number \(number))",
      remedy: "Get the whole file: copy or export it again.")
  }
}
