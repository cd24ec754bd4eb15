import GeometryValues
import Testing

@testable import LandRelease

/// What rules say of checks of the environment.
struct EnvironmentRuleTests {
  private static func book(_ checks: [EnvironmentCheck]) -> BookFacts {
    var book = BookFacts()
    for id in ["R1", "R2", "R3"] {
      var release = Release(key: RecordKey(organisation: "OP", id: id), kind: .cleared)
      release.review = .accepted
      release.stage = id == "R3" ? .progress : .completion
      book.releases.append(
        BookFacts.ReleaseMoment(
          Stored(
            version: 1, content: release, recordedAt: "", contentHash: "", measuredArea: nil),
          counts: [:]))
    }
    book.environmentChecks = checks
    return book
  }

  private static func check(_ id: String, of release: String?) -> EnvironmentCheck {
    var check = EnvironmentCheck(key: RecordKey(organisation: "OP", id: id))
    check.release = release
    check.detonationsInPlace = 0
    return check
  }

  @Test func completedClearanceWithoutACheckIsCounted() throws {
    let found = NoEnvironmentCheck.judge(Self.book([Self.check("E1", of: "R1")]))
    #expect(found.count == 1)
    #expect(try #require(found.first).message.contains("1 of 2 completed clearances"))
  }

  @Test func aBookWithoutAnyCheckIsNotBlamed() {
    #expect(NoEnvironmentCheck.judge(Self.book([])).isEmpty)
  }

  @Test func aCheckOfWhatIsNotThereIsFound() {
    let book = Self.book([
      Self.check("E1", of: "R1"), Self.check("E2", of: "R9"), Self.check("E3", of: nil),
    ])
    let found = OrphanEnvironmentCheck.judge(book)
    #expect(found.map(\.place.record) == ["environment check OP/E2", "environment check OP/E3"])
  }

  @Test func aRecordedZeroSaysSomething() {
    #expect(Self.check("E1", of: "R1").says(.detonationsInPlace))
    #expect(!Self.check("E1", of: "R1").says(.erosionSeen))
  }
}
