import Foundation
import LandRelease
import Testing

@testable import Interchange

@Suite("Profiles of other systems' columns")
struct ColumnProfileTests {
  @Test("name only fields that their rows have", arguments: ColumnProfile.builtIn)
  func fields(profile: ColumnProfile) throws {
    let type = try #require(profile.type)
    let known = Set(type.fields.map(\.rawValue))
    #expect(profile.columns.keys.allSatisfy(known.contains), "\(profile.columns.keys)")
    #expect(profile.codes.keys.allSatisfy(known.contains))
    #expect(profile.columns["id"] != nil)
    for names in profile.columns.values {
      #expect(
        names.split(separator: "|", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty })
    }
  }

  @Test("lead to codes that there are", arguments: ColumnProfile.builtIn)
  func codes(profile: ColumnProfile) {
    let lists: [String: [String]] = [
      "class": HazardClass.allCases.map(\.rawValue),
      "status": HazardStatus.allCases.map(\.rawValue),
      "kind": ReleaseKind.allCases.map(\.rawValue),
      "activity": Activity.allCases.map(\.rawValue),
    ]
    for (field, words) in profile.codes {
      for (word, code) in words {
        #expect(lists[field]?.contains(code) == true, "\(field): \(code)")
        #expect(ColumnName.folded(word) == word)
      }
    }
  }

  @Test("a survey alone releases nothing, in any profile")
  func surveys() {
    for profile in ColumnProfile.builtIn {
      for word in ["nts", "ts", "nontechnicalsurvey", "technicalsurvey"] {
        #expect(profile.codes["kind"]?[word] == nil, "\(profile.name)")
      }
    }
  }

  @Test("are found by name and type, and survive being written down")
  func lookup() throws {
    let profile = try #require(ColumnProfile.builtIn(named: "imsma-ng", for: .hazards))
    #expect(profile.columns["id"]?.hasPrefix("hazard_localid|") == true)
    #expect(ColumnProfile.builtIn(named: "imsma-ng", for: .victims) == nil)
    let copy = try JSONDecoder().decode(
      ColumnProfile.self, from: try JSONEncoder().encode(profile))
    #expect(copy == profile)
  }
}
