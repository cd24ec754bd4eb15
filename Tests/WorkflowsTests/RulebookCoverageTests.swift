import LandRelease
import Testing

@testable import Workflows

/// The rulebook covers every check of geocheck and every known pattern of bad data.
@Suite struct RulebookCoverageTests {
  /// Check of geocheck or of its tool box -> the rules that say the same.
  static let geocheck: [String: [String]] = [
    "obj_invalid_polys": ["LR10"],
    "obj_few_vertices_polys": ["GC02"],
    "duplicate_polygons": ["GC03", "LR58", "LR59"],
    // Our polygons go by the id of their record: equal ones are contents of one event.
    "duplicate_polygon_polyid": ["LR02"],
    "duplicate_polygon_polyid_trimmed": ["GC15"],
    "duplicate_polygon_points": ["GC06", "LR10"],
    "duplicate_polygon_point_localid": ["RD30"],
    "duplicate_polygon_point_localid_trimmed": ["RD30"],
    "duplicate_points": ["GC09"],
    "duplicate_point_point_localid": ["GC15"],
    "duplicate_point_point_localid_trimmed": ["GC15"],
    "distance_polygon_points": ["GC12", "LR36"],
    "adv_overlapping_polygons": ["GC13"],
    "duplicate_localids": ["GC15", "LR02", "LR06"],
    "duplicate_devices": ["GC14"],
    "toolbox: duplicate last point": ["GC06"],
    "toolbox: duplicate consecutive points": ["GC06"],
    "toolbox: last two points repeat the first two": ["LR10"],
    "toolbox: duplicate single points": ["GC09"],
    "toolbox: duplicate local ids": ["GC15"],
    "toolbox: enum value review": ["LR41", "RD05", "RD07"],
  ]

  /// Pattern of bad data, by its number -> the rules that find it.
  static let patterns: [Int: [String]] = [
    1: ["LR10"], 2: ["GC02", "LR14", "LR35"], 3: ["GC06"], 4: ["GC15", "LR02", "LR58", "LR59"],
    5: ["GC14"], 6: ["GC12", "LR36"], 7: ["GC13", "LR52"], 8: ["LR37", "RD40", "RD41"],
    9: ["RD42", "RD43"], 10: ["RD45"], 11: ["RD36"], 12: ["LR33", "RC06", "RC11"],
    13: ["LR11", "LR30"], 14: ["LR31"], 15: ["LR32"], 16: ["RC02"], 17: ["RC01"], 18: ["LR38"],
    19: ["LR64"], 20: ["LR39"], 21: ["LR20", "LR21", "LR25", "LR27", "LR63"], 22: ["LR41"],
    // 24, a field that stands twice in one record, is refused with what to do, and has no code.
    23: ["LR32", "LR33"], 24: [], 25: ["LR05", "LR62", "LR67"], 26: ["LR66"],
    27: ["LR57"], 28: ["LR50", "LR51"], 29: ["LR53", "LR54"], 30: ["RD31"],
  ]

  private static let codes = Set(CheckBook.rules.map(\.code))

  @Test(arguments: geocheck.keys.sorted())
  func everyCheckOfGeocheckHasARule(check: String) {
    for code in Self.geocheck[check] ?? [] { #expect(Self.codes.contains(code), "\(code)") }
  }

  @Test(arguments: 1...30)
  func everyPatternHasARule(number: Int) throws {
    for code in try #require(Self.patterns[number]) {
      #expect(Self.codes.contains(code), "\(code)")
    }
  }

  @Test func codesAreUniqueAndTellWhatToDo() {
    #expect(CheckBook.rules.count == Self.codes.count)
    for rule in Rulebook.all {
      #expect(!rule.remedy.isEmpty && !rule.source.isEmpty, "\(rule.code)")
      #expect(rule.sentence.hasSuffix("."), "\(rule.code)")
    }
  }

  /// A whole-book run marks as fixed what it does not find, so it must own those rules alone.
  @Test func postingAndTheWholeBookKeepRulesOfTheirOwn() {
    #expect(Rulebook.codes.isDisjoint(with: LandRules.ofPosting))
    let known = Set(LandRules.all.map(\.code)).union(Rulebook.all.map(\.code))
    #expect(LandRules.ofPosting.isSubset(of: known))
  }
}
