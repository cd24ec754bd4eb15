import Reporting

extension JSONText {
  /// An object in compact writing.
  var bytes: [UInt8] { Array(written(linesDownTo: 0).utf8) }

  /// A number of bounded digits.
  static func number(_ value: Int) -> JSONText { .number("\(value)") }

  static func number(_ value: Double) -> JSONText { .number("\(value)") }

  static func strings(_ values: [String]) -> JSONText { .array(values.map { .string($0) }) }
}

/// A link of an answer.
struct Link: Sendable {
  var address: String
  var relation: String
  var type: String
  var title: String

  init(_ address: String, _ relation: String, _ type: String, _ title: String) {
    self.address = address
    self.relation = relation
    self.type = type
    self.title = title
  }

  var json: JSONText {
    .object([
      ("href", .string(address)), ("rel", .string(relation)), ("type", .string(type)),
      ("title", .string(title)),
    ])
  }
}

/// The media types that are spoken here.
enum MediaType {
  static let json = "application/json"
  static let geoJSON = "application/geo+json"
  static let html = "text/html; charset=utf-8"
  static let openAPI = "application/vnd.oai.openapi+json;version=3.0"
  static let problem = "application/problem+json"
}
