/// How an answer is written.
enum Format: String, Sendable {
  case json, html

  /// The format that an address or a client asks for.
  ///
  /// - Throws: ``Problem`` where neither is what is asked for.
  init(_ ask: Ask, _ parameters: inout Parameters) throws {
    if let named = parameters.take("f") {
      switch named {
      case "json", "geojson": self = .json
      case "html": self = .html
      default: throw Problem(400, "The parameter f is \(named); it can be json or html.")
      }
    } else {
      self = try Self.accepted(ask["accept"])
    }
  }

  /// The kind that a client likes best; JSON where it does not care.
  static func accepted(_ field: String?) throws -> Format {
    guard let field, !field.isEmpty else { return .json }
    var best: (format: Format, quality: Double)?
    for part in field.split(separator: ",").prefix(32) {
      let words = part.split(separator: ";").map { $0.drop { $0 == " " } }
      guard let kind = words.first else { continue }
      let quality =
        words.dropFirst().first { $0.hasPrefix("q=") }
        .flatMap { Double($0.dropFirst(2)) } ?? 1
      let format: Format? =
        switch kind.lowercased().filter({ $0 != " " }) {
        case "text/html", "application/xhtml+xml": .html
        case "application/json", "application/geo+json", "application/*", "*/*",
          "application/problem+json", "application/vnd.oai.openapi+json":
          .json
        case "text/*": .html
        default: nil
        }
      if let format, quality > 0, quality > best?.quality ?? 0 { best = (format, quality) }
    }
    guard let best else {
      throw Problem(
        406, "This is to be had as application/json, application/geo+json or text/html.")
    }
    return best.format
  }
}
