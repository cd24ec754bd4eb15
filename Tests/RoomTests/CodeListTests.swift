import Foundation
import Testing

/// The checks of the schema take the words of the code lists and no others.
struct CodeListTests {
  /// Column -> the enum whose words it holds.
  static let enums: [String: String] = [
    "accident.sensitivity": "Sensitivity",
    "closing_balance.layer": "Layer",
    "closing_balance.state": "LandState",
    "contribution.donor_type": "DonorType",
    "contribution.kind": "ContributionKind",
    "device.category": "DeviceCategory",
    "device.fate": "DeviceFate",
    "device.sensitivity": "Sensitivity",
    "finding.severity": "Severity",
    "finding.status": "Status",
    "hazard.class": "HazardClass",
    "hazard.sensitivity": "Sensitivity",
    "hazard_version.class": "HazardClass",
    "hazard_version.sensitivity": "Sensitivity",
    "hazard_version.status": "HazardStatus",
    "indicator.age_group": "AgeGroup",
    "indicator.sex": "PersonSex",
    "indicator_code.adding": "Adding",
    "minefield_record.sensitivity": "Sensitivity",
    "minefield_record.verdict": "RecordVerdict",
    "movement.cause": "Cause",
    "movement.from_state": "LandState",
    "movement.layer": "Layer",
    "movement.record_type": "RecordType",
    "movement.to_state": "LandState",
    "release.kind": "ReleaseKind",
    "release.review": "Review",
    "release.sensitivity": "Sensitivity",
    "release_version.activity": "Activity",
    "release_version.kind": "ReleaseKind",
    "release_version.review": "Review",
    "release_version.sensitivity": "Sensitivity",
    "release_version.stage": "Stage",
    "victim.outcome": "VictimOutcome",
    "victim.sensitivity": "Sensitivity",
    "zone.kind": "ZoneKind",
    "zone.sensitivity": "Sensitivity",
  ]

  /// Column -> words that no enum has.
  static let others: [String: Set<String>] = [
    "hazard.standing": ["suspected", "confirmed", "given_up"],
    "hazard_version.origin": ["legacy", "new"],
    "log_bucket.part": ["finding", "ledger"],
    "remaining.state": ["confirmed", "suspected", "given_up", "pending"],
  ]

  /// Read once for all columns.
  static let source = Result { try SourceText(rooms: ["LandRelease", "Storage"]) }

  @Test(arguments: enums.keys.sorted())
  func theColumnHoldsTheWordsOfItsList(column: String) throws {
    let words = try Self.source.get().words(ofEnum: try #require(Self.enums[column]))
    #expect(!words.isEmpty)
    #expect(try SchemaText().wordLists[column] == Set(words))
  }

  @Test func everyListOfTheSchemaIsKnown() throws {
    let lists = try SchemaText().wordLists
    #expect(Set(lists.keys) == Set(Self.enums.keys).union(Self.others.keys))
    for (column, words) in Self.others { #expect(lists[column] == words, "\(column)") }
  }

  @Test func contaminationHoldsTheTypesAndEachHasALayer() throws {
    let file = RoomTests.root.appending(path: "Sources/LandRelease/Values/ContaminationTypes.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let types = Set(text.matches(of: /\(\.\w+, "(\w+)"\)/).map { String($0.output.1) })
    let columns = try SchemaText().contaminationWords
    #expect(columns == ["hazard_version": types, "release_version": types])
    let layers = try SourceText(rooms: ["LandRelease"]).words(ofEnum: "Layer")
    #expect(Set(layers) == types.union(["land"]))
  }

  @Test func wordsOfAnEnumAreRead() {
    let source = SourceText(
      """
      public enum Fate: String, Sendable {
        case found, leftMarked = "left_marked"
        case unknown
        var isDone: Bool {
          switch self {
          case .found: true
          }
        }
      }
      """)
    #expect(source.words(ofEnum: "Fate") == ["found", "left_marked", "unknown"])
    #expect(source.declares("Fate.leftMarked"))
    #expect(source.declares("Fate.isDone"))
    #expect(!source.declares("Fate.left"))
    #expect(!source.declares("Mark"))
  }
}
