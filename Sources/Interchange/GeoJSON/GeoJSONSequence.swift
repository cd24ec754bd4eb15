import Foundation

/// Opens GeoJSON text sequences: a feature a line, or RFC 8142 with its record separators.
enum GeoJSONSequence {
  private static let recordSeparator: UInt8 = 0x1E
  private static let newline = UInt8(ascii: "\n")

  /// What parts the records of a sequence.
  private enum Parting { case separators, lines, brackets }

  static func open(_ source: TextSource) throws -> SurveyTable {
    var columns = GeoJSONColumns()
    try records(source) { columns.note($0.bytes) }
    columns.finish()
    let header = SurveyTable.Header(
      file: source.path, layer: nil, columns: columns.names, reference: .wgs84,
      featureIDColumn: columns.idColumn)
    let reader = GeoJSONFeature(columns: columns)
    return SurveyTable(header: header) { visitor in
      try records(source) { piece in
        if let (row, length) = reader.soundRow(piece) {
          let rest = piece.bytes[length...].first { $0 > 0x20 }
          if rest == nil || rest == UInt8(ascii: "{") {
            try visitor(row)
            return length
          }
        }
        try visitor(reader.row(piece))
        return nil
      }
    }
  }

  /// Hands over each record that is not blank.
  ///
  /// - Parameter visit: returns the length of a sound feature at the beginning, behind which another
  ///   may follow on the line; nil has the whole record done.
  private static func records(
    _ source: TextSource, visit: (GeoJSONWalk.Piece) throws -> Int?
  ) throws {
    let window = try source.open()
    let parting = try parting(window)
    var number = 0
    var line = 1
    while let length = try recordLength(window, parting) {
      let isWhole = length < window.unread.count
      let bytes = UnsafeBufferPointer(rebasing: window.unread[..<length])
      var start = 0
      var passed = 0
      while let next = bytes[start...].firstIndex(where: { $0 > 0x20 }) {
        let record = UnsafeBufferPointer(rebasing: bytes[next...])
        if !isWhole { try refuseCut(record, source.path, after: number, at: window.offset) }
        number += 1
        line += bytes[passed..<next].count(where: { $0 == newline })
        passed = next
        let read = try visit(
          GeoJSONWalk.Piece(bytes: record, number: number, line: line, offset: window.offset + next)
        )
        guard let read, read > 0, next + read < bytes.count,
          bytes[(next + read)...].first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
        else { break }
        start = next + read
      }
      line += bytes[passed...].count(where: { $0 == newline })
      if isWhole, window.unread[length] == newline, parting != .brackets { line += 1 }
      window.use(isWhole && parting != .brackets ? length + 1 : length)
    }
  }

  /// Records begin with RS, or have a line each, or run over lines as programs print them.
  private static func parting(_ window: ByteWindow) throws -> Parting {
    guard window.unread.first != recordSeparator else { return .separators }
    while window.unread.count < 1 << 16, try window.fill() {}
    let lines = window.unread.split(separator: newline, maxSplits: 20).filter {
      $0.contains { $0 > 0x20 }
    }
    guard lines.count > 1 else { return .lines }
    var scan = JSONValueScan()
    let first = UnsafeBufferPointer(rebasing: lines[0])
    let isClosed = scan.run(first) || scan.isWholeScalar
    let second = lines[1].first { $0 > 0x20 }
    return isClosed || second == UInt8(ascii: "{") ? .lines : .brackets
  }

  /// The bytes before the next separator, or before the end of the file; nil behind the last.
  private static func recordLength(_ window: ByteWindow, _ parting: Parting) throws -> Int? {
    if parting == .brackets { return try valueLength(window) }
    let separator = parting == .separators ? recordSeparator : newline
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

  /// The bytes to the end of the next value, whatever lines it runs over.
  private static func valueLength(_ window: ByteWindow) throws -> Int? {
    while let start = window.unread.firstIndex(where: { $0 > 0x20 }) {
      var scan = JSONValueScan()
      let rest = UnsafeBufferPointer(rebasing: window.unread[start...])
      // A mark that opens nothing is a record of its own, so that reading goes on.
      if scan.run(rest) { return start + max(scan.place, 1) }
      if try !window.fill() { return window.unread.count }
    }
    if try window.fill() { return try valueLength(window) }
    return window.unread.isEmpty ? nil : window.unread.count
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
