import Schemas
import Testing

@testable import Reporting

struct JSONSchemaTests {
  let schema: JSONSchema
  let document: String

  init() throws {
    schema = JSONSchema(root: try JSONDocument(SchemaTexts.reportSchema))
    document = OutputFormat.json.render(everyKind)
  }

  @Test func aReportOfEveryKindIsValid() throws {
    #expect(try schema.errors(in: JSONDocument(document)) == [])
  }

  @Test func aReportOfNothingIsValid() throws {
    let bare = OutputFormat.json.render(Report(title: ""))
    #expect(try schema.errors(in: JSONDocument(bare)) == [])
  }

  @Test func theSchemaIsNamedInTheDocument() {
    #expect(schema.root["$id"] == .string(JSONRenderer.schema))
  }

  @Test(arguments: [
    (#""title": "Land released by district""#, #""title": 7"#, "$.title: type"),
    (#""subtitle": "National","#, "", "$.subtitle: required"),
    (#""subtitle""#, #""surplus": 1, "subtitle""#, "$.surplus: not allowed"),
    ("urn:landbook:schema:report:1", "urn:landbook:schema:report:2", "$.schema: enum"),
    (#""area_unit": "m2""#, #""area_unit": "ha""#, "$.stamps.area_unit: enum"),
    (#""period": "2023-01-01 to 2023-12-31""#, #""period": 1"#, "$.stamps.period: type"),
    ("\"No record does not mean no hazard.\"", "null", "$.notes[0]: type"),
    (#""id": "release""#, #""id": "Release""#, "$.tables[0].id: pattern"),
    (#""kind": "count""#, #""kind": "integer""#, "$.tables[0].columns[2].kind: enum"),
    (#""depth": 12.25"#, #""depth": [12.25]"#, "$.tables[0].rows[0].depth: type"),
    (#""value": 12.5, "#, "", "$.tables[0].rows[0].items_per_ha.value: required"),
    (
      #""numerator": 2500"#, #""numerator": 2500.5"#,
      "$.tables[0].rows[0].items_per_ha.numerator: type"
    ),
  ])
  func aBadDocumentIsRefused(good: String, bad: String, error: String) throws {
    let broken = try #require(document.range(of: good).map { document.replacing($0, with: bad) })
    #expect(try schema.errors(in: JSONDocument(broken)) == [error])
  }

  @Test func aKeywordTheValidatorDoesNotKnowIsAnError() throws {
    let strange = JSONSchema(root: try JSONDocument(#"{"minimum": 3}"#))
    #expect(try strange.errors(in: .number("1")) == ["unknown keyword minimum"])
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "01", "1.", ".5",
    "NaN",
    "\"\u{1}\"", "\"\\x\"", "nul", "1 2",
  ])
  func whatIsNoJSONIsNotRead(text: String) {
    #expect(throws: JSONDocument.Unreadable.self) { try JSONDocument(text) }
  }
}

extension String {
  fileprivate func replacing(_ range: Range<String.Index>, with text: String) -> String {
    replacingCharacters(in: range, with: text)
  }
}
