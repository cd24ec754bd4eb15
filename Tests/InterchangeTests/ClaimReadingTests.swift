import Foundation
import Interchange
import LandRelease
import Testing

struct ClaimReadingTests {
  private func read(_ text: String, _ format: ClaimFormat = .json) -> ClaimReading {
    readClaims(Data(text.utf8), format: format, file: "claims.\(format)")
  }

  private func file(_ claims: String...) -> String {
    """
    {"source": {"key": "S1", "title": "Letter", "address": null, "published": "2024-06"},
     "claims": [\(claims.joined(separator: ","))]}
    """
  }

  @Test func readsEveryKey() throws {
    let reading = read(
      file(
        """
        {"id": "S1-1", "measure": "area_cleared", "value": 106938.1, "printed": "106,938.1",
         "unit": "ha", "qualifier": "more than", "scope": {"territory": "A", "districts": ["D1"],
         "actors": ["agency", "army"], "since": "2020", "as_of": "2023-11-03", "items": "mines"},
         "basis": "gross", "place": "p. 2", "quote": "over", "initial_estimate": true,
         "note": "n", "series": "s", "part_of": "S1-0", "split": "actor", "actor": "army",
         "land_use": "farms", "period_from": "2023-01", "same_as": ["S2-1"], "order": 3}
        """))
    #expect(reading.findings.isEmpty)
    let claim = try #require(reading.document?.claims.first)
    #expect(claim.value == ExactDecimal(digits: 1_069_381, scale: 1))
    #expect(claim.source.published == CalendarDate("2024-06-30"))
    #expect(claim.qualifier == .over && claim.isInitialEstimate)
    #expect(claim.scope.since == CalendarDate("2020-01-01"))
    #expect(claim.scope.asOf == CalendarDate("2023-11-03"))
    #expect(claim.scope.districts == ["D1"] && claim.scope.actors == ["agency", "army"])
    #expect(claim.periodFrom == CalendarDate("2023-01-01") && claim.order == 3)
    #expect(claim.sameAs == ["S2-1"] && claim.partOf == "S1-0" && claim.split == "actor")
    #expect(claim.landUse == "farms" && claim.basis == "gross" && claim.scope.items == "mines")
  }

  @Test func yamlSaysTheSame() throws {
    let json = read(
      file(
        """
        {"id": "1", "measure": "uxo", "value": 0.1, "printed": "0.1", "unit": "items",
         "scope": {"as_of": "2024-05-29"}, "same_as": "2", "initial_estimate": false}
        """))
    let yaml = read(
      """
      source: {key: S1, title: Letter, published: 2024-06}
      claims:
        - id: 1
          measure: uxo
          value: 0.1
          unit: items
          scope:
            as_of: 2024-05-29
          same_as: ["2"]
          initial_estimate: no
      """, .yaml)
    #expect(yaml.findings.isEmpty)
    #expect(yaml.document != nil)
    #expect(yaml.document == json.document)
  }

  @Test(arguments: [
    (#""measure": "Area Cleared""#, "measure", "small letters"),
    (#""measure": "uxo", "value": "12""#, "value", "a number without separators"),
    (#""measure": "uxo", "qualifier": "perhaps""#, "qualifier", "exact, some, about"),
    (#""measure": "uxo", "scope": {"as_of": "29.05.2024"}"#, "scope.as_of", "YYYY-MM-DD"),
    (#""measure": "uxo", "scope": {"since": "2024-02-30"}"#, "scope.since", "YYYY-MM-DD"),
    (#""measure": "uxo", "scope": {"districts": [1]}"#, "scope.districts", "only texts"),
    (#""measure": "uxo", "initial_estimate": "yes""#, "initial_estimate", "true or false"),
    (#""measure": "uxo", "order": 1.5"#, "order", "whole number"),
    (#""value": 3"#, "measure", "missing"),
    (
      #""measure": "uxo", "as_of": "2024-01-01", "period_from": "2024-02-01""#, "period_from",
      "after the last day"
    ),
  ])
  func aFaultNamesClaimKeyAndWhatIsAllowed(_ keys: String, _ key: String, _ allowed: String) {
    let reading = read(
      file(#"{"id": "S1-7", \#(keys)}"#, #"{"id": "S1-8", "measure": "uxo", "value": 1}"#))
    #expect(reading.document?.claims.map(\.id) == ["S1-8"])
    #expect(reading.findings.count == 1)
    let message = reading.findings.first?.message ?? ""
    #expect(message.contains("S1-7") && message.contains("key \(key)"))
    #expect(message.contains(allowed), "\(message)")
  }

  @Test func strangeKeysAndMeasuresAreTold() {
    let reading = read(
      file(#"{"id": "S1-7", "measure": "goats", "quot": "x", "scope": {"as_off": "2024"}}"#))
    #expect(reading.document?.claims.count == 1)
    #expect(reading.findings.map(\.place.field) == ["quot", "scope.as_off", "measure"])
    #expect(reading.findings.allSatisfy { $0.severity == .warning })
  }

  @Test func anIdIsUsedOnce() {
    let claim = #"{"id": "S1-7", "measure": "uxo", "value": 1}"#
    let reading = read(file(claim, claim))
    #expect(reading.document?.claims.count == 1)
    #expect(reading.findings.first?.message.contains("ids are used once") == true)
  }

  @Test(arguments: [
    ("[1, 2", ClaimFormat.json), ("[]", .json), (#"{"claims": []}"#, .json), ("a: [b", .yaml),
    ("", .yaml), (#"{"source": {"title": "T"}, "claims": []}"#, .json),
  ])
  func whatIsNoClaimFileIsRefused(_ text: String, _ format: ClaimFormat) {
    let reading = read(text, format)
    #expect(reading.document == nil)
    #expect(reading.findings.first?.message.contains("The claim file is refused") == true)
  }

  @Test func aFileThatMultipliesItselfIsRefused() {
    let levels = (1...9).map {
      "l\($0): &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 10).joined(separator: ", "))]"
    }
    let reading = read((["l0: &l0 [x]"] + levels).joined(separator: "\n"), .yaml)
    #expect(reading.document == nil)
    #expect(reading.findings.first?.message.contains("million") == true)
  }

  @Test func theEndingNamesTheFormat() {
    #expect(ClaimFormat(fileName: "a/b.JSON") == .json)
    #expect(ClaimFormat(fileName: "b.yml") == .yaml)
    #expect(ClaimFormat(fileName: "b.csv") == nil)
  }
}
