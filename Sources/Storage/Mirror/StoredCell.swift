internal import GRDB
internal import GRDBSQLite
internal import LandRelease

/// Values of rows as SQLite stores them, and as a copy elsewhere has them.
enum StoredCell {
  static func read(
    _ row: DirectStatement, _ place: Int32, as kind: TableLayout.Kind
  ) -> TableCell {
    switch row.kind(place) {
    case SQLITE_INTEGER:
      let number = row.integer(place)
      return kind == .truth && (number == 0 || number == 1) ? .truth(number == 1) : .integer(number)
    case SQLITE_FLOAT: return .number(row.number(place))
    case SQLITE_TEXT:
      let bytes = row.bytes(place).map { Array($0) } ?? []
      switch kind {
      case .date: return date(bytes) ?? .text(bytes)
      case .moment: return moment(bytes) ?? .text(bytes)
      default: return .text(bytes)
      }
    case SQLITE_BLOB:
      guard let bytes = row.bytes(place) else { return .bytes([]) }
      if case .geometry(let type) = kind, let form = PlainGeometry(bytes, type: type) {
        return .geometry(form.wkb)
      }
      return .bytes(Array(bytes))
    default: return .null
    }
  }

  private static func date(_ bytes: [UInt8]) -> TableCell? {
    guard bytes.count == 10, let date = CalendarDate(String(decoding: bytes, as: UTF8.self)),
      Array(date.description.utf8) == bytes
    else { return nil }
    return .date(Int32(date.dayNumber))
  }

  private static func moment(_ bytes: [UInt8]) -> TableCell? {
    guard bytes.count == 24, let moment = Timestamp(String(decoding: bytes, as: UTF8.self)),
      Array(moment.description.utf8) == bytes
    else { return nil }
    return .moment(moment.milliseconds)
  }

  /// Binds a value as it was stored.
  ///
  /// - Throws: ``BookError`` where there is no such day or moment.
  static func bind(_ cell: TableCell, to statement: DirectStatement, at index: Int32) throws {
    switch cell {
    case .null: statement.bindNull(at: index)
    case .integer(let number): statement.bind(number, at: index)
    case .number(let number): statement.bind(number, at: index)
    case .truth(let isTrue): statement.bind(isTrue ? 1 as Int64 : 0, at: index)
    case .text(let bytes): bytes.withUnsafeBytes { statement.bindText($0, at: index) }
    case .bytes(let bytes): bytes.withUnsafeBytes { statement.bindBytes($0, at: index) }
    case .date(let day):
      guard let date = CalendarDate(dayNumber: Int(day)) else {
        throw BookError.damaged("there is no day \(day) after 1970-01-01")
      }
      statement.bind(date.description, at: index)
    case .moment(let milliseconds):
      statement.bind(Timestamp(milliseconds: milliseconds).description, at: index)
    case .geometry(let wkb):
      guard let blob = PlainGeometry.blob(wkb) else {
        throw BookError.damaged("a geometry is none")
      }
      blob.withUnsafeBytes { statement.bindBytes($0, at: index) }
    }
  }
}

extension DirectStatement {
  func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

  /// Binds a copy.
  func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { bindText(UnsafeRawBufferPointer($0), at: index) }
  }

  /// Binds a copy.
  func bindText(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      sqlite3_bind_text(handle, index, "", 0, Self.copying)
      return
    }
    sqlite3_bind_text64(
      handle, index, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), Self.copying,
      UInt8(SQLITE_UTF8))
  }

  /// Binds a copy.
  func bindBytes(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      sqlite3_bind_zeroblob(handle, index, 0)
      return
    }
    sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), Self.copying)
  }

  private static var copying: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
