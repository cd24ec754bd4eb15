/// As much of JSON Schema 2020-12 as the report's schema uses.
///
/// A keyword it does not know is an error of its own, so that none is passed over.
struct JSONSchema {
  private static let known: Set<String> = [
    "$schema", "$id", "$ref", "$defs", "title", "description", "type", "enum", "pattern",
    "required", "properties", "additionalProperties", "items",
  ]

  let root: JSONDocument

  /// What is wrong with a document, each with its place; none is valid.
  func errors(in document: JSONDocument) throws -> [String] {
    try errors(in: document, by: root, at: "$")
  }

  private func errors(
    in document: JSONDocument, by schema: JSONDocument, at place: String
  ) throws -> [String] {
    if case .bool(let allowed) = schema { return allowed ? [] : ["\(place): not allowed"] }
    guard case .object(let keywords) = schema else { return ["\(place): no schema"] }
    var errors = keywords.keys.filter { !Self.known.contains($0) }.map { "unknown keyword \($0)" }
    if case .string(let reference)? = keywords["$ref"] {
      errors += try self.errors(in: document, by: resolve(reference), at: place)
    }
    if let types = keywords["type"] {
      let names = types.values.isEmpty ? [types] : types.values
      if !names.contains(where: { document.isOf($0) }) { errors.append("\(place): type") }
    }
    if let allowed = keywords["enum"], !allowed.values.contains(document) {
      errors.append("\(place): enum")
    }
    if case .string(let pattern)? = keywords["pattern"], case .string(let text) = document,
      try Regex(pattern).firstMatch(in: text) == nil
    {
      errors.append("\(place): pattern")
    }
    for (index, value) in document.values.enumerated() {
      guard let items = keywords["items"] else { break }
      errors += try self.errors(in: value, by: items, at: "\(place)[\(index)]")
    }
    return try errors + memberErrors(in: document, by: keywords, at: place)
  }

  private func memberErrors(
    in document: JSONDocument, by keywords: [String: JSONDocument], at place: String
  ) throws -> [String] {
    guard case .object(let members) = document else { return [] }
    var errors: [String] = []
    for case .string(let name) in keywords["required"]?.values ?? [] where members[name] == nil {
      errors.append("\(place).\(name): required")
    }
    for (name, value) in members {
      let schema = keywords["properties"]?[name] ?? keywords["additionalProperties"]
      guard let schema else { continue }
      errors += try self.errors(in: value, by: schema, at: "\(place).\(name)")
    }
    return errors
  }

  private func resolve(_ reference: String) -> JSONDocument {
    reference.split(separator: "/").dropFirst().reduce(root) { schema, step in
      schema[String(step)] ?? .null
    }
  }
}

extension JSONDocument {
  fileprivate func isOf(_ type: JSONDocument) -> Bool {
    switch (self, type) {
    case (.null, .string("null")), (.bool, .string("boolean")), (.number, .string("number")),
      (.string, .string("string")), (.array, .string("array")), (.object, .string("object")):
      true
    case (.number(let text), .string("integer")): !text.contains { ".eE".contains($0) }
    default: false
    }
  }
}
