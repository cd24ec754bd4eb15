#if Formats
  /// What the rows of a dBase table are like, byte by byte.
  struct TableScan {
    private(set) var deleted = 0
    /// Bytes beyond ASCII.
    private(set) var foreignBytes = 0
    /// Of them, those that stand in runs of three and more letters of upper and lower case alike,
    /// as in Cyrillic text of one byte a letter.
    private(set) var bytesInRuns = 0
    /// Characters of several bytes, by the rules of UTF-8.
    private(set) var sequences = 0
    /// Bytes that break those rules.
    private var violations = 0
    /// A few characters cut at the end of a field are no evidence against it.
    var isUTF8: Bool { violations == 0 || violations * 20 < sequences }
    /// The first row that has bytes beyond ASCII, from 1.
    private(set) var firstRow: Int?

    init(_ table: borrowing VirtualBytes, _ head: TableHead) {
      let length = Int(head.rowLength)
      guard length > 0 else { return }
      let rowsAtOnce = max(1, (1 << 20) / length)
      var row = 0
      while row < Int(head.rows) {
        let piece = table.read(
          rowsAtOnce * length, at: head.start + UInt64(row) * head.rowLength)
        let rows = min(piece.count / length, Int(head.rows) - row)
        guard rows > 0 else { return }
        piece.withUnsafeBufferPointer { bytes in
          for inner in 0..<rows {
            look(
              at: UnsafeBufferPointer(rebasing: bytes[inner * length..<(inner + 1) * length]),
              row: row + inner + 1)
          }
        }
        row += rows
      }
    }

    private mutating func look(at bytes: UnsafeBufferPointer<UInt8>, row: Int) {
      if bytes[0] == UInt8(ascii: "*") {
        deleted += 1
        return
      }
      var any: UInt8 = 0
      for byte in bytes { any |= byte }
      guard any >= 0x80 else { return }
      if firstRow == nil { firstRow = row }
      countRuns(bytes)
      countSequences(bytes)
    }

    private mutating func countRuns(_ bytes: UnsafeBufferPointer<UInt8>) {
      var run = 0
      for place in 0...bytes.count {
        let isForeign = place < bytes.count && bytes[place] >= 0x80
        if isForeign {
          foreignBytes += 1
          if bytes[place] >= 0xC0 { run += 1 }
        } else {
          if run >= 3 { bytesInRuns += run }
          run = 0
        }
      }
    }

    private mutating func countSequences(_ bytes: UnsafeBufferPointer<UInt8>) {
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        let more = byte < 0x80 ? 0 : byte < 0xC2 ? -1 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        place += 1
        guard more != 0 else { continue }
        let found = UnsafeBufferPointer(rebasing: bytes[place...]).prefix(max(0, more)).prefix {
          $0 & 0xC0 == 0x80
        }.count
        place += found
        if more > 0, byte <= 0xF4, found == more { sequences += 1 } else { violations += 1 }
      }
    }
  }
#endif
