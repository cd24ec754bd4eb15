internal import LandRelease

/// What a cell is on the wire.
enum CellCoding {
  /// Days from 1970-01-01 to 2000-01-01, from which PostgreSQL counts.
  private static let epochDays: Int32 = 10_957
  private static let epochMilliseconds = Int64(epochDays) * 86_400_000

  /// Adds a cell that is what its column promises.
  ///
  /// - Returns: whether it is; nothing is added where it isn't.
  static func add(_ cell: TableCell, as kind: TableLayout.Kind, to rows: inout CopyRows) -> Bool {
    switch (kind, cell) {
    case (_, .null): rows.addNull()
    case (.integer, .integer(let number)): rows.addField(number)
    case (.number, .number(let number)): rows.addField(number)
    case (.truth, .truth(let isTrue)): rows.addField(isTrue)
    case (.text, .text(let bytes)):
      guard isPlain(bytes) else { return false }
      rows.addField(bytes)
    case (.date, .date(let day)): rows.addDay(day - epochDays)
    case (.moment, .moment(let milliseconds)):
      rows.addField((milliseconds - epochMilliseconds) * 1000)
    case (.bytes, .bytes(let bytes)): rows.addField(bytes)
    case (.geometry, .geometry(let wkb)): rows.addGeometry(wkb)
    default: return false
    }
    return true
  }

  /// Adds what stands for a cell that is not what its column promises.
  ///
  /// - Returns: whether there is something: a column that must have a value takes texts and empty
  ///   geometries alone.
  static func addStandIn(
    for cell: TableCell, in column: TableLayout.Column, to rows: inout CopyRows
  ) -> Bool {
    switch (column.kind, cell) {
    case (.text, .text(let bytes)), (.text, .bytes(let bytes)):
      let text = String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
      rows.addField(text)
    case (.geometry("MULTIPOLYGON"), _) where column.isRequired:
      rows.addGeometry([1, 6, 0, 0, 0, 0, 0, 0, 0])
    case _ where column.isRequired: return false
    default: rows.addNull()
    }
    return true
  }

  /// PostgreSQL keeps no text with a zero byte, and none that is not UTF-8.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Reads a field of a column.
  ///
  /// - Returns: nil where the bytes are none of its kind.
  static func read(_ field: [UInt8]?, as kind: TableLayout.Kind) -> TableCell? {
    guard let field else { return .null }
    switch kind {
    case .integer: return number(field, 8).map { .integer($0) }
    case .number:
      return number(field, 8).map { .number(Double(bitPattern: UInt64(bitPattern: $0))) }
    case .truth: return field.count == 1 ? .truth(field[0] != 0) : nil
    case .text: return .text(field)
    case .date:
      guard let days = number(field, 4) else { return nil }
      return .date(Int32(truncatingIfNeeded: days) &+ epochDays)
    case .moment:
      guard let moment = number(field, 8), moment % 1000 == 0 else { return nil }
      return .moment(moment / 1000 + epochMilliseconds)
    case .bytes: return .bytes(field)
    case .geometry: return .geometry(field)
    }
  }

  private static func number(_ field: [UInt8], _ width: Int) -> Int64? {
    guard field.count == width else { return nil }
    return Int64(bitPattern: field.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// The kind and the bytes under which a cell is kept as it is.
  static func kept(_ cell: TableCell) -> (kind: String, bytes: [UInt8])? {
    func bytes(_ number: UInt64) -> [UInt8] {
      withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
    switch cell {
    case .integer(let number): return ("i", bytes(UInt64(bitPattern: number)))
    case .truth(let isTrue): return ("i", bytes(isTrue ? 1 : 0))
    case .number(let number): return ("r", bytes(number.bitPattern))
    case .text(let text): return ("t", text)
    case .bytes(let blob): return ("b", blob)
    default: return nil
    }
  }

  static func kept(kind: String, _ field: [UInt8]) -> TableCell? {
    switch kind {
    case "i": number(field, 8).map { .integer($0) }
    case "r": number(field, 8).map { .number(Double(bitPattern: UInt64(bitPattern: $0))) }
    case "t": .text(field)
    case "b": .bytes(field)
    default: nil
    }
  }
}
