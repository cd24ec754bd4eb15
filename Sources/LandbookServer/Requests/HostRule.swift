import Foundation

/// Which hosts a request may name: a page elsewhere that has its name lead to this machine must not
/// read the book through somebody's browser.
struct HostRule: Sendable {
  private let base: URL?
  private let isLoopback: Bool

  init(_ settings: ServeSettings) {
    base = settings.baseURL
    isLoopback = Self.isLoopback(settings.host)
  }

  /// Whether an address is that of this machine for itself.
  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host == "[::1]"
      || host.hasPrefix("127.") && isNumeric(host)
  }

  /// Scheme, host and path before all addresses, without a slash at the end.
  ///
  /// - Throws: ``Problem`` where the host is none of this server's.
  func base(of host: String?) throws -> String {
    guard let host, !host.isEmpty else { throw Problem(400, "The field Host is missing.") }
    guard let name = Self.name(of: host) else {
      throw Problem(400, "The field Host is no host.")
    }
    if let base {
      let own = base.host().map { $0.lowercased() } ?? ""
      let port = base.port.map { ":\($0)" } ?? ""
      if host.lowercased() == own + port || Self.isLoopback(name) {
        var text = base.absoluteString
        while text.hasSuffix("/") { text.removeLast() }
        return text
      }
    } else if Self.isLoopback(name) || !isLoopback && Self.isNumeric(name) {
      return "http://\(host)"
    }
    throw Problem(
      421,
      "This server does not answer for that host. Where it has a name, start it with --base-url.")
  }

  /// The host without its port; nil where it is none.
  static func name(of host: String) -> String? {
    guard host.utf8.count <= 255,
      host.utf8.allSatisfy({ byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
          true
        default: false
        }
      })
    else { return nil }
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return nil }
      return isPort(host[host.index(after: end)...]) ? String(host[...end]).lowercased() : nil
    }
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts[0].isEmpty, parts.count == 1 || isPort(":\(parts[1])") else {
      return nil
    }
    return parts[0].lowercased()
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && isDigits(text.dropFirst(), UInt16.self)
  }

  private static func isPort(_ text: String) -> Bool { isPort(text[...]) }

  /// Whether a host is an address in numbers, which nobody else can have lead here.
  private static func isNumeric(_ name: String) -> Bool {
    if name.hasPrefix("[") { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { isDigits($0, UInt8.self) }
  }

  /// Swift reads numbers with signs too.
  private static func isDigits<Number: FixedWidthInteger>(
    _ text: Substring, _: Number.Type
  ) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && Number(text) != nil
  }
}
