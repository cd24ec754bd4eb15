import LandRelease
import Testing

/// How sensitive a record is where it does not say.
struct SensitivityTests {
  private func hazard(_ id: String = "H", source: String? = nil, origin: String? = nil) -> Hazard {
    var hazard = Hazard(key: RecordKey(organisation: "Agency", id: id))
    hazard.source = source
    hazard.origin = origin
    return hazard
  }

  @Test(
    "armed forces are known by their names",
    arguments: [
      "Ministry of Defence", "Engineer Troops of the MoD", "Armed Forces, 4th brigade", "the army",
      "State Border Service", "Müdafiə Nazirliyi", "Silahlı Qüvvələr", "Hərbi hissə 1",
      "Министерство обороны", "Вооружённые силы", "инженерные войска", "Збройні сили",
      "Міністерство оборони", "Forces armées", "Ministère de la Défense", "وزارة الدفاع", "الجيش",
    ])
  func armedForces(name: String) {
    #expect(hazard(source: name).sensitivityByDefault == .init(.high, .armedForces))
    var release = Release(key: RecordKey(id: "R"), kind: .cleared)
    release.operatorName = name
    #expect(release.sensitivityByDefault == .init(.high, .armedForces))
  }

  @Test(
    "others are not",
    arguments: [
      "", "Blue Heron Clearance", "Ministry of Emergency Situations", "village survey",
      "Modern Aid",
      "Harmony", "Agence nationale", "Национальное агентство", "ANAMA",
    ])
  func others(name: String) {
    #expect(hazard(source: name).sensitivityByDefault == .init(.low, .ordinary))
  }

  @Test func whatWasLaidLatelyIsRestricted() {
    #expect(hazard(origin: "new").sensitivityByDefault == .init(.high, .freshlyLaid))
    #expect(hazard(origin: "legacy").sensitivityByDefault.level == .low)
  }

  @Test func ordnanceAndPeopleAreRestricted() {
    #expect(Device.sensitivityByDefault.level == .high)
    #expect(MinefieldRecord.sensitivityByDefault.level == .high)
    #expect(Victim.sensitivityByDefault.level == .high)
  }

  @Test func theLastLevelStatedCountsAndTheHighestDefaultWithoutOne() {
    let low = SensitivityJudgement(.low, .ordinary)
    let high = SensitivityJudgement(.high, .freshlyLaid)
    #expect(SensitivityJudgement(stated: [], defaults: [high, low]) == high)
    #expect(SensitivityJudgement(stated: [.severe, .low], defaults: [high]).level == .low)
    #expect(SensitivityJudgement(stated: [.moderate], defaults: [low]).cause == .stated)
    #expect(Sensitivity.allCases.sorted() == [.low, .moderate, .high, .severe])
  }
}
