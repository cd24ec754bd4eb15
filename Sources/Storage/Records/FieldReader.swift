internal import Foundation
internal import GRDB
internal import GeometryValues
internal import LandRelease

/// Reads the columns of a row one after the other, in the order they were asked for.
struct FieldReader {
  private let row: Row
  private let table: String
  private var place = 0

  /// - Parameter table: what a message about damage names, with the row's first column.
  init(_ row: Row, table: String) {
    self.row = row
    self.table = table
  }

  mutating func text() throws -> String {
    try value("a text") { if case .string(let text) = $0 { text } else { nil } }
  }

  mutating func integer() throws -> Int64 {
    try value("a whole number") { if case .int64(let number) = $0 { number } else { nil } }
  }

  mutating func flag() throws -> Bool { try integer() != 0 }

  mutating func word<Word: RawRepresentable<String>>() throws -> Word {
    try value("a word of its list") {
      if case .string(let text) = $0 { Word(rawValue: text) } else { nil }
    }
  }

  mutating func date() throws -> CalendarDate {
    try value("a date") { if case .string(let text) = $0 { CalendarDate(text) } else { nil } }
  }

  mutating func number() throws -> Double {
    try value("a number") {
      switch $0 {
      case .double(let number): number
      case .int64(let number): Double(number)
      default: nil
      }
    }
  }

  /// A decimal number that is kept as text, because it is exact.
  mutating func decimal() throws -> ExactDecimal {
    try value("a decimal number") {
      if case .string(let text) = $0 { ExactDecimal(text) } else { nil }
    }
  }

  mutating func list() throws -> [String] {
    try value("a list") {
      guard case .string(let text) = $0 else { return nil }
      return text == "[]" ? [] : JSONText.read(text, as: [String].self)
    }
  }

  mutating func polygons() throws -> MultiPolygon? {
    try optional { reader in
      try reader.geometry { blob throws(GeometryFault) in try GeoPackageBlob.polygons(blob) }
    } ?? nil
  }

  mutating func geometry() throws -> Geometry {
    try geometry { blob throws(GeometryFault) in try GeoPackageBlob.read(blob) }
  }

  /// A geometry without the header of a GeoPackage.
  mutating func wkb() throws -> Geometry {
    try geometry { blob throws(GeometryFault) in try WKB.read(blob) }
  }

  /// Reads a column that may be empty.
  mutating func optional<Value>(_ read: (inout FieldReader) throws -> Value) throws -> Value? {
    if row.hasNull(atIndex: place) {
      place += 1
      return nil
    }
    return try read(&self)
  }

  private mutating func geometry<Value>(
    _ read: (Data) throws(GeometryFault) -> Value
  ) throws -> Value {
    defer { place += 1 }
    return try row.withUnsafeData(atIndex: place) { blob in
      do {
        return try read(blob ?? Data())
      } catch {
        throw damage("\(error)")
      }
    }
  }

  private mutating func value<Value>(
    _ expected: String, _ read: (DatabaseValue.Storage) -> Value?
  ) throws -> Value {
    let stored: DatabaseValue = row[place]
    guard let value = read(stored.storage) else {
      throw damage("\(stored) stands where \(expected) belongs")
    }
    place += 1
    return value
  }

  private func damage(_ what: String) -> BookError {
    let number: DatabaseValue = row[0]
    let columns = Array(row.columnNames)
    return .damaged("table \(table), row \(number), column \(columns[place]): \(what)")
  }
}
