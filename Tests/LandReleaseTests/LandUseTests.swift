import LandRelease
import Testing

/// What the words of records say land is for.
struct LandUseTests {
  @Test(
    arguments: [
      ("agriculture", LandUse.agriculture), ("Farming", .agriculture),
      ("irrigated farmland", .agriculture), ("Kənd təsərrüfatı", .agriculture),
      ("пастбище", .agriculture), ("زراعة", .agriculture), ("Residential", .residential),
      ("housing for returnees", .residential), ("жилье", .residential),
      ("road", .transport), ("Дорога", .transport), ("nəqliyyat", .transport),
      ("power line", .energy), ("énergie", .energy), ("land reclamation and water", .water),
      ("su", .water), ("Forestry", .environment), ("промышленность", .industry),
      ("other", .other), ("digər", .other),
    ])
  func wordsAreKnown(text: String, use: LandUse) {
    #expect(LandUse.reading(text) == .use(use))
  }

  @Test(arguments: ["subject to review", "damaged", "xyz", "", "42"])
  func wordsThatSayNothingAreNotGuessed(text: String) {
    #expect(LandUse.reading(text) == .unknown)
    #expect(LandUse.reading(text).counted == .other)
  }

  @Test func severalUsesAreNoneOfThem() {
    #expect(LandUse.reading("housing and agriculture") == .several)
    #expect(LandUse.reading("housing and agriculture").counted == .other)
  }
}
