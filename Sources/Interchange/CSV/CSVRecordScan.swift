/// Finds the cells of one record, over as many looks at the bytes as it takes.
struct CSVRecordScan {
  /// Where a cell's text is, without the quotes around it.
  struct Cell {
    var start: Int
    var end: Int
    var hasDoubledQuotes = false
  }

  private enum State { case cellStart, plain, quoted, quoteSeen }

  let separator: UInt8
  private(set) var place = 0
  private(set) var cells: [Cell] = []
  private(set) var fault: String?
  /// The line ends passed, the last one included.
  private(set) var lines = 0
  /// The end of the record's text, before its line end.
  private(set) var textEnd = 0
  private var state = State.cellStart
  private var cell = Cell(start: 0, end: 0)

  init(separator: UInt8) {
    self.separator = separator
  }

  var isBlankLine: Bool { cells.count == 1 && cells[0].start == cells[0].end && textEnd == 0 }

  /// Goes on through the bytes; true where the record ends inside them or can't be one.
  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, isAll: Bool) -> Bool {
    while place < bytes.count {
      let byte = bytes[place]
      switch state {
      case .cellStart where byte == UInt8(ascii: "\""):
        cell = Cell(start: place + 1, end: place + 1)
        state = .quoted
      case .cellStart, .plain:
        if endsCell(byte) {
          // A CR may be half of a CR LF whose LF is not read yet.
          if byte == 0x0D, place + 1 == bytes.count, !isAll { return false }
          if finishCell(bytes, byte) { return true }
          continue
        }
        state = .plain
      case .quoted:
        if byte == UInt8(ascii: "\"") { state = .quoteSeen }
        if byte == 0x0A { lines += 1 }
      case .quoteSeen:
        if byte == UInt8(ascii: "\"") {
          cell.hasDoubledQuotes = true
          state = .quoted
        } else if endsCell(byte) {
          if byte == 0x0D, place + 1 == bytes.count, !isAll { return false }
          if finishCell(bytes, byte) { return true }
          continue
        } else {
          fault = "text follows a closing quote; a quote inside a quoted cell must be doubled"
          return true
        }
      }
      place += 1
    }
    return isAll && finishText()
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  /// Ends the cell at a separator or line end; true where the record ends with it.
  private mutating func finishCell(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8) -> Bool {
    closeCell()
    if byte == separator {
      place += 1
      cell = Cell(start: place, end: place)
      return false
    }
    textEnd = place
    place += byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A ? 2 : 1
    lines += 1
    return true
  }

  private mutating func closeCell() {
    cell.end = state == .quoteSeen ? place - 1 : place
    cells.append(cell)
    state = .cellStart
  }

  /// Ends the record at the end of the text.
  private mutating func finishText() -> Bool {
    if state == .quoted {
      fault = "a quote is opened and never closed"
    } else if place > 0 {
      closeCell()
      textEnd = place
    }
    return true
  }
}
