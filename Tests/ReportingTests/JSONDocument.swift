/// A JSON text as read back, its numbers as they stand in it.
indirect enum JSONDocument: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONDocument])
  case object([String: JSONDocument])

  struct Unreadable: Error {}

  init(_ text: String) throws {
    var reader = JSONReader(rest: text.unicodeScalars[...])
    self = try reader.value()
    reader.skipBlanks()
    guard reader.rest.isEmpty else { throw Unreadable() }
  }

  subscript(key: String) -> JSONDocument? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(index: Int) -> JSONDocument? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }

  var values: [JSONDocument] {
    if case .array(let values) = self { values } else { [] }
  }
}

/// Reads RFC 8259, strictly: no stray comma, no repeated key, no raw control character.
private struct JSONReader {
  var rest: Substring.UnicodeScalarView

  mutating func value() throws -> JSONDocument {
    skipBlanks()
    switch rest.first {
    case "{": return .object(try members())
    case "[": return .array(try list(until: "]") { try $0.value() })
    case "\"": return .string(try string())
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    default: return .number(try number())
    }
  }

  mutating func skipBlanks() {
    rest = rest.drop { " \n\r\t".unicodeScalars.contains($0) }
  }

  private mutating func members() throws -> [String: JSONDocument] {
    var members: [String: JSONDocument] = [:]
    _ = try list(until: "}") { reader in
      let key = try reader.string()
      reader.skipBlanks()
      try reader.take(":")
      guard members.updateValue(try reader.value(), forKey: key) == nil else {
        throw JSONDocument.Unreadable()
      }
    }
    return members
  }

  private mutating func list<Member>(
    until end: Unicode.Scalar, each: (inout JSONReader) throws -> Member
  ) throws -> [Member] {
    rest.removeFirst()
    var members: [Member] = []
    skipBlanks()
    while rest.first != end {
      if !members.isEmpty { try take(",") }
      skipBlanks()
      members.append(try each(&self))
      skipBlanks()
    }
    rest.removeFirst()
    return members
  }

  private mutating func string() throws -> String {
    try take("\"")
    var text = ""
    while let scalar = rest.popFirst(), scalar != "\"" {
      guard scalar.value >= 0x20 else { throw JSONDocument.Unreadable() }
      text.unicodeScalars.append(scalar == "\\" ? try escaped() : scalar)
    }
    return text
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}",
      "f": "\u{C}",
    ]
    guard let sign = rest.popFirst() else { throw JSONDocument.Unreadable() }
    if let scalar = plain[sign] { return scalar }
    let digits = String(rest.prefix(4))
    rest = rest.dropFirst(4)
    guard sign == "u", let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
    else { throw JSONDocument.Unreadable() }
    return scalar
  }

  private mutating func number() throws -> String {
    let digits = rest.prefix { "+-.0123456789eE".unicodeScalars.contains($0) }
    rest = rest.dropFirst(digits.count)
    let text = String(digits)
    guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else {
      throw JSONDocument.Unreadable()
    }
    return text
  }

  private mutating func word(_ word: String, _ value: JSONDocument) throws -> JSONDocument {
    for scalar in word.unicodeScalars { try take(scalar) }
    return value
  }

  private mutating func take(_ scalar: Unicode.Scalar) throws {
    guard rest.popFirst() == scalar else { throw JSONDocument.Unreadable() }
  }
}
