internal import Crypto
internal import GRDB
internal import GRDBSQLite

/// The digest of a row: SHA-256 over its canonical form, which another program can make as well.
///
/// The form is the table's name and a line feed, then for each column that is not NULL, in the order
/// of the bytes of their names:
///
///     name=TLENGTH:VALUE⏎
///
/// T is the type that SQLite stores the value as: `i` a whole number in decimal digits, `r` a double
/// as the 16 hexadecimal digits of its IEEE 754 bits, `t` a text in UTF-8, `b` a blob. LENGTH counts
/// the bytes of VALUE, and ⏎ is one line feed. Columns that are worked out from other rows
/// (`is_current`) are left out. A column that a later version adds is NULL in older rows, so that
/// their digests stay.
final class RowForm {
  private let select: DirectStatement
  private let header: [UInt8]
  private let prefixes: [[UInt8]]
  private var columns = RecordColumns()

  /// - Parameters:
  ///   - name: the table that the rows are of, where they stand in another.
  ///   - leftOut: columns that the digest does not cover.
  ///   - ending: what follows the table's name in the SQL, with `?` for what ``begin(_:_:)`` binds.
  init(
    _ db: Database, _ table: String, as name: String? = nil, leftOut: Set<String> = [],
    key: String = "fid",
    _ ending: String = "WHERE fid BETWEEN ? AND ? ORDER BY fid"
  ) throws {
    let names = try db.columns(in: table).map(\.name).filter { !leftOut.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    header = Array("\(name ?? table)\n".utf8)
    prefixes = names.map { Array("\($0)=".utf8) }
    let list = names.map { "\"\($0)\", " }.joined()
    select = try DirectStatement(db, "SELECT \(list)\"\(key)\" FROM \"\(table)\" \(ending)")
  }

  /// Starts at the rows that the numbers say.
  func begin(_ first: Int64, _ last: Int64) {
    select.reset()
    select.bind(first, at: 1)
    select.bind(last, at: 2)
  }

  func bind(_ text: String, at index: Int32) { select.bind(text, at: index) }

  /// The number and the digest of the next row; nil after the last one.
  func next() throws -> (row: Int64, digest: SHA256Digest)? {
    guard try select.next() else {
      select.reset()
      return nil
    }
    columns.begin()
    columns.putAll(header)
    for place in prefixes.indices { put(Int32(place)) }
    return (select.integer(Int32(prefixes.count)), columns.digest)
  }

  private func put(_ place: Int32) {
    switch select.kind(place) {
    case SQLITE_INTEGER: columns.putLine(prefixes[Int(place)], select.integer(place))
    case SQLITE_FLOAT: columns.putLine(prefixes[Int(place)], select.number(place))
    case SQLITE_TEXT:
      columns.putLine(prefixes[Int(place)], UInt8(ascii: "t"), select.bytes(place))
    case SQLITE_BLOB:
      columns.putLine(prefixes[Int(place)], UInt8(ascii: "b"), select.bytes(place))
    default: break
    }
  }
}

extension RecordColumns {
  /// SHA-256 of what is in the memory.
  var digest: SHA256Digest {
    var hash = SHA256()
    hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: memory[..<end]))
    return hash.finalize()
  }

  mutating func putText(_ name: String, _ text: String?) {
    guard var text else { return }
    text.withUTF8 {
      putLine(Array("\(name)=".utf8), UInt8(ascii: "t"), UnsafeRawBufferPointer($0))
    }
  }

  mutating func putAll(_ bytes: [UInt8]) {
    reserve(bytes.count)
    bytes.withUnsafeBytes { _ = put($0) }
  }

  mutating func putLine(_ prefix: [UInt8], _ number: Int64) {
    reserve(prefix.count + 32)
    prefix.withUnsafeBytes { _ = put($0) }
    put(UInt8(ascii: "i"))
    putDigits(Int64(Self.digits(of: number) + (number < 0 ? 1 : 0)))
    put(UInt8(ascii: ":"))
    putDigits(number)
    put(UInt8(ascii: "\n"))
  }

  mutating func putLine(_ prefix: [UInt8], _ number: Double) {
    reserve(prefix.count + 32)
    prefix.withUnsafeBytes { _ = put($0) }
    put("r16:" as StaticString)
    let bits = number.bitPattern
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      put(ContentHash.digit(UInt8(truncatingIfNeeded: bits >> shift & 15)))
    }
    put(UInt8(ascii: "\n"))
  }

  mutating func putLine(
    _ prefix: [UInt8], _ type: UInt8, _ bytes: UnsafeRawBufferPointer?
  ) {
    let count = bytes?.count ?? 0
    reserve(prefix.count + 32 + count)
    prefix.withUnsafeBytes { _ = put($0) }
    put(type)
    putDigits(Int64(count))
    put(UInt8(ascii: ":"))
    if let bytes { _ = put(bytes) }
    put(UInt8(ascii: "\n"))
  }
}
