internal import GRDB
public import GeometryValues
internal import LandRelease

/// A record as posting reads it: what the ledger needs of it, and its polygon as it was drawn.
public struct PostingRow<Record: Sendable>: Sendable {
  /// The record, whose `ground` is the caller's to set.
  public var record: Record
  /// Longitude and latitude on WGS 84; nil where the record has none.
  public var polygon: MultiPolygon?
  /// Whether the polygon is valid as drawn.
  public var isValid: Bool
}

/// Reads the columns of a row of versions for posting; a value that is none of its kind throws.
struct PostingColumns {
  private let statement: RawStatement
  private let table: String

  init(_ statement: RawStatement, table: String) {
    self.statement = statement
    self.table = table
  }

  func integer(_ column: Int32) -> Int64 { statement.integer(column) }

  func optionalInteger(_ column: Int32) -> Int64? {
    statement.isNull(column) ? nil : statement.integer(column)
  }

  /// Whether there is a text with something in it.
  func isFilled(_ column: Int32) -> Bool { !(statement.bytes(column)?.isEmpty ?? true) }

  func text(_ column: Int32) throws -> String {
    guard let bytes = statement.bytes(column) else { throw damage(column) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? {
    statement.bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  func required<Value>(
    _ column: Int32, _ read: (UnsafeRawBufferPointer) -> Value?
  ) throws -> Value {
    guard let bytes = statement.bytes(column), let value = read(bytes) else {
      throw damage(column)
    }
    return value
  }

  @inline(__always)
  func optional<Value>(
    _ column: Int32, _ read: (UnsafeRawBufferPointer) -> Value?
  ) throws -> Value? {
    guard let bytes = statement.bytes(column) else { return nil }
    guard let value = read(bytes) else { throw damage(column) }
    return value
  }

  func polygon(_ column: Int32) throws -> MultiPolygon? {
    guard let blob = statement.bytes(column) else { return nil }
    do {
      return try PolygonBlob.read(blob)
    } catch {
      throw BookError.damaged("table \(table), row \(statement.integer(0)): \(error)")
    }
  }

  private func damage(_ column: Int32) -> BookError {
    .damaged(
      "table \(table), row \(statement.integer(0)): column \(column + 1) of those that posting reads is not what it must be"
    )
  }
}
