import Reporting

extension InterfaceDescription {
  /// What answers look like.
  static var schemas: JSONText {
    func object(_ required: [String], _ properties: [Member]) -> JSONText {
      .object([
        ("type", .string("object")), ("required", .strings(required)),
        ("properties", .object(properties)),
      ])
    }
    func type(_ name: String) -> JSONText { .object([("type", .string(name))]) }
    func only(_ word: String) -> JSONText {
      .object([("type", .string("string")), ("enum", .strings([word]))])
    }
    let geometry: JSONText = .object([
      ("type", .string("object")), ("nullable", .truth(true)),
      ("required", .strings(["type", "coordinates"])),
      (
        "properties",
        .object([
          ("type", type("string")),
          ("coordinates", .object([("type", .string("array")), ("items", .object([]))])),
        ])
      ),
    ])
    return .object([
      (
        "Feature",
        object(
          ["type", "id", "properties", "geometry"],
          [
            ("type", only("Feature")), ("id", type("string")), ("properties", type("object")),
            ("geometry", geometry),
          ])
      ),
      (
        "FeatureCollection",
        object(
          ["type", "features", "numberMatched", "numberReturned", "timeStamp", "links"],
          [
            ("type", only("FeatureCollection")),
            (
              "features",
              .object([("type", .string("array")), ("items", reference("Feature"))])
            ),
            ("numberMatched", type("integer")), ("numberReturned", type("integer")),
            ("timeStamp", type("string")),
            (
              "links",
              .object([("type", .string("array")), ("items", type("object"))])
            ),
          ])
      ),
      (
        "Problem",
        object(
          ["title", "status", "detail"],
          [("title", type("string")), ("status", type("integer")), ("detail", type("string"))])
      ),
    ])
  }
}
