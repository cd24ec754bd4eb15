internal import Foundation
internal import GRDB
internal import LandRelease

/// One line of the canonical text for each column, `column=length:value` or `column=-`.
extension RecordColumns {
  mutating func add(_ column: StaticString, _ text: String?) {
    guard var text else { return addNull(column) }
    text.withUTF8 { addText(column, UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ column: StaticString, _ date: CalendarDate?) {
    guard let date else { return addNull(column) }
    reserve(column.utf8CodeUnitCount + 24)
    putLength(column, 10)
    let start = end
    putPadded(date.year, 1000)
    put(UInt8(ascii: "-"))
    putPadded(date.month, 10)
    put(UInt8(ascii: "-"))
    putPadded(date.day, 10)
    append(.text(start..<end))
    put(UInt8(ascii: "\n"))
  }

  mutating func add(_ column: StaticString, _ area: Area?) {
    add(column, area?.squareCentimetres)
  }

  mutating func add(_ column: StaticString, _ flag: Bool) {
    add(column, flag ? 1 : 0 as Int64)
  }

  mutating func add(_ column: StaticString, _ word: (some RawRepresentable<String>)?) {
    add(column, word?.rawValue)
  }

  /// Adds a column that records of before did not have: while it is empty it is no part of the
  /// canonical text, so that their hashes stay.
  mutating func add(later column: StaticString, _ word: (some RawRepresentable<String>)?) {
    if let word { add(column, word.rawValue) } else { append(.null) }
  }

  mutating func add(_ column: StaticString, list: [String]) {
    add(column, JSONText.write(list: list))
  }

  mutating func add(_ column: StaticString, _ number: Double?) {
    guard let number else { return addNull(column) }
    var text = String(number)
    text.withUTF8 { addText(column, UnsafeRawBufferPointer($0)) }
    replaceLast(by: .number(number))
  }

  mutating func add(_ column: StaticString, _ number: Int64?) {
    guard let number else { return addNull(column) }
    reserve(column.utf8CodeUnitCount + 48)
    putLength(column, Self.digits(of: number) + (number < 0 ? 1 : 0))
    putDigits(number)
    put(UInt8(ascii: "\n"))
    append(.integer(number))
  }

  private mutating func addNull(_ column: StaticString) {
    reserve(column.utf8CodeUnitCount + 3)
    put(column)
    put("=-\n" as StaticString)
    append(.null)
  }

  private mutating func addText(_ column: StaticString, _ bytes: UnsafeRawBufferPointer) {
    reserve(column.utf8CodeUnitCount + bytes.count + 24)
    putLength(column, bytes.count)
    append(.text(put(bytes)))
    put(UInt8(ascii: "\n"))
  }

  /// Writes a number with as many digits as its greatest place has.
  private mutating func putPadded(_ number: Int, _ greatestPlace: Int) {
    var place = greatestPlace
    while place > 0 {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / place % 10))
      place /= 10
    }
  }
}

/// Records that are written as fields, whose columns have names of their own.
extension RecordColumns {
  /// Adds fields to the canonical text, not to the columns.
  mutating func hash(_ fields: [Field]) {
    for field in fields where !field.isLater || !field.value.isNull {
      var column = field.column
      column.withUTF8 { bytes in
        reserve(bytes.count + 4)
        _ = put(UnsafeRawBufferPointer(bytes))
      }
      switch field.value.storage {
      case .null: put("=-\n" as StaticString)
      case .int64(let number): putLine(String(number))
      case .double(let number): putLine(String(number))
      case .string(let text): putLine(text)
      case .blob(let blob): putLine(blob.base64EncodedString())
      }
    }
  }

  /// Adds a value to the columns, not to the canonical text.
  mutating func addUnhashed(_ value: DatabaseValue) {
    switch value.storage {
    case .null: append(.null)
    case .int64(let number): append(.integer(number))
    case .double(let number): append(.number(number))
    case .string(let text): addUnhashed(text)
    case .blob(let blob):
      let range = blob.withUnsafeBytes { bytes in
        reserve(bytes.count)
        return put(bytes)
      }
      append(.blob(range))
    }
  }

  /// Ends a line of the canonical text: `=length:value`.
  private mutating func putLine(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      reserve(bytes.count + 24)
      put(UInt8(ascii: "="))
      putDigits(Int64(bytes.count))
      put(UInt8(ascii: ":"))
      _ = put(UnsafeRawBufferPointer(bytes))
      put(UInt8(ascii: "\n"))
    }
  }
}
