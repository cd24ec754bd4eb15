/// A request as far as the server is concerned with it.
struct Ask: Sendable {
  /// GET, HEAD, POST, OPTIONS or what else was sent.
  var method: String
  /// The parts of the path, decoded.
  var path: [String]
  /// What follows the question mark, decoded, in order.
  var query: [(name: String, value: String)] = []
  /// Fields by their names in lower case.
  var fields: [String: String] = [:]
  /// Where it comes from, without the port.
  var peer = "-"
  /// Scheme, host and path before all addresses, without a slash at the end.
  var base = ""
  /// Reads the body, up to so many bytes.
  var body: @Sendable (_ most: Int) async throws -> [UInt8] = { _ in [] }

  subscript(_ field: String) -> String? { fields[field] }

  /// The path as it stands in an address.
  var address: String { "/" + path.map(Address.escaped).joined(separator: "/") }
}

/// How addresses are taken apart and put together.
enum Address {
  /// - Throws: ``Problem`` where the target is no path, or hides something.
  static func read(
    _ target: String, most: Int
  ) throws -> (path: [String], query: [(name: String, value: String)]) {
    guard target.utf8.count <= most else {
      throw Problem(414, "The address has more than \(most) bytes.")
    }
    guard target.utf8.first == UInt8(ascii: "/") else {
      throw Problem(400, "The target of a request has to be a path that begins with /.")
    }
    let parts = target.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = try parts[0].split(separator: "/", omittingEmptySubsequences: true).map {
      try decoded($0, plusIsSpace: false, "path")
    }
    if path.contains(where: { $0 == "." || $0 == ".." || $0.contains("/") || $0.contains("\\") }) {
      throw Problem(404, "There is nothing of that address.")
    }
    if path == [""] { path = [] }
    let pairs = parts.count > 1 ? parts[1].split(separator: "&") : []
    guard pairs.count <= 64 else { throw Problem(400, "There are more than 64 parameters.") }
    let query = try pairs.map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        name: try decoded(sides[0], plusIsSpace: true, "query"),
        value: try decoded(sides.count > 1 ? sides[1] : "", plusIsSpace: true, "query")
      )
    }
    return (path, query)
  }

  static func decoded(
    _ text: Substring, plusIsSpace: Bool, _ where: String
  ) throws -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else {
          throw Problem(400, "A % in the \(`where`) is not followed by two hexadecimal digits.")
        }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self),
      !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { throw Problem(400, "The \(`where`) holds bytes that are no text.") }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// A text as a part of an address.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ":"):
        escaped.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return escaped
  }

  /// A query with its question mark; empty where there is none.
  static func query(_ pairs: [(name: String, value: String)]) -> String {
    if pairs.isEmpty { return "" }
    return "?" + pairs.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
  }
}
