/// A form with a file, as browsers send it.
struct Multipart {
  private(set) var fields: [String: String] = [:]
  /// The name that the file had, and what is in it.
  private(set) var file: (name: String, content: ArraySlice<UInt8>)?

  /// - Throws: ``Problem`` 400 where the body is no such form.
  init(_ body: [UInt8], type: String) throws {
    guard let boundary = Self.parameter("boundary", in: type),
      (1...70).contains(boundary.utf8.count)
    else { throw Problem(400, "The form names no boundary.") }
    let mark = Array("--\(boundary)".utf8)
    guard body.starts(with: mark) else {
      throw Problem(400, "The form does not begin with its boundary.")
    }
    var rest = body[mark.count...]
    let end = Array("\r\n--\(boundary)".utf8)
    for _ in 0..<32 {
      if rest.starts(with: Array("--".utf8)) { return }
      guard rest.starts(with: Array("\r\n".utf8)),
        let headEnd = Self.find(Array("\r\n\r\n".utf8), in: rest), headEnd - rest.startIndex < 4096
      else { break }
      // The blank line may follow the boundary at once.
      let head = String(decoding: rest[rest.startIndex..<headEnd], as: UTF8.self)
      let content = rest[(headEnd + 4)...]
      guard let close = Self.find(end, in: content) else { break }
      try take(head, content[..<close])
      rest = content[(close + end.count)...]
    }
    throw Problem(400, "The form is broken off, or has more than 32 parts.")
  }

  private mutating func take(_ head: String, _ content: ArraySlice<UInt8>) throws {
    let line = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let line, let name = Self.parameter("name", in: String(line)) else {
      throw Problem(400, "A part of the form has no name.")
    }
    if let fileName = Self.parameter("filename", in: String(line)) {
      guard file == nil else { throw Problem(400, "The form holds more than one file.") }
      file = (fileName, content)
    } else {
      guard content.count <= 4096, let text = String(validating: content, as: UTF8.self) else {
        throw Problem(400, "The field \(name) is too long or no text.")
      }
      fields[name] = text
    }
  }

  /// The value of `name=value` or `name="value"` behind a semicolon.
  static func parameter(_ name: String, in field: String) -> String? {
    for part in field.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == name else { continue }
      var value = sides[1].drop { $0 == " " }
      while value.last == " " { value.removeLast() }
      if value.count >= 2, value.first == "\"", value.last == "\"" {
        value = value.dropFirst().dropLast()
      }
      return String(value)
    }
    return nil
  }

  private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      mark.withUnsafeBufferPointer { mark in
        var place = 0
        let last = buffer.count - mark.count
        while place <= last {
          if buffer[place] == mark[0] {
            var length = 1
            while length < mark.count, buffer[place + length] == mark[length] { length += 1 }
            if length == mark.count { return bytes.startIndex + place }
          }
          place += 1
        }
        return nil
      }
    }
  }
}
