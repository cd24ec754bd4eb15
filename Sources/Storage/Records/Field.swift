internal import Foundation
internal import GRDB
internal import LandRelease

/// One column of a row to be written, with its value.
struct Field {
  var column: String
  var value: DatabaseValue
  /// Whether records of before did not have it: empty it is no part of the canonical text.
  var isLater = false

  init(_ column: String, _ value: (some DatabaseValueConvertible)?) {
    self.column = column
    self.value = value?.databaseValue ?? .null
  }

  init(_ column: String, _ date: CalendarDate?) {
    self.init(column, date?.description)
  }

  init(_ column: String, _ area: Area?) {
    self.init(column, area?.squareCentimetres)
  }

  init(_ column: String, _ word: (some RawRepresentable<String>)?) {
    self.init(column, word?.rawValue)
  }

  init(later column: String, _ word: (some RawRepresentable<String>)?) {
    self.init(later: column, word?.rawValue)
  }

  init(later column: String, _ value: (some DatabaseValueConvertible)?) {
    self.init(column, value)
    isLater = true
  }

  init(_ column: String, list: [String]) {
    self.init(column, JSONText.write(list: list))
  }
}

/// JSON in a column: lists of ids and counts by category.
enum JSONText {
  static func write(list: [String]) -> String {
    if list.isEmpty { return "[]" }
    let isPlain = list.allSatisfy { text in
      text.utf8.allSatisfy {
        (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
    }
    return isPlain ? "[\"\(list.joined(separator: "\",\""))\"]" : write(list)
  }

  static func write(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  static func read<Value: Decodable>(_ text: String, as type: Value.Type) -> Value? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
