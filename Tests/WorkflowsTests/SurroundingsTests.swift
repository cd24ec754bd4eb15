import LandRelease
import Testing

@testable import Workflows

/// What the environment asks for is heeded or refused, never half of either.
struct SurroundingsTests {
  @Test(arguments: [("1", 1), ("4", 4), ("256", 256), ("007", 7)])
  func threads(text: String, count: Int) throws {
    let surroundings = Surroundings(["LANDBOOK_THREADS": text])
    try surroundings.check()
    #expect(surroundings.threads == count)
  }

  @Test(arguments: ["0", "-1", "257", "two", "4 ", "1e2", "٤", "99999999999999999999"])
  func threadsThatAreNone(text: String) {
    let surroundings = Surroundings(["LANDBOOK_THREADS": text])
    #expect(throws: WorkflowError.self) { try surroundings.check() }
    #expect(surroundings.threads == nil)
  }

  @Test(arguments: [
    ("0", "1970-01-01T00:00:00.000Z"), ("1760000000", "2025-10-09T08:53:20.000Z"),
    ("253402300799", "9999-12-31T23:59:59.000Z"),
  ])
  func moments(text: String, moment: String) throws {
    let surroundings = Surroundings(["SOURCE_DATE_EPOCH": text])
    try surroundings.check()
    #expect(surroundings.moment?.description == moment)
  }

  @Test(arguments: ["now", "-1", "1760000000.5", "253402300800", "2025-10-09", " 1"])
  func momentsThatAreNone(text: String) {
    let surroundings = Surroundings(["SOURCE_DATE_EPOCH": text])
    #expect(throws: WorkflowError.self) { try surroundings.check() }
    #expect(surroundings.moment == nil)
  }

  @Test func whatIsNotSetIsNoFault() throws {
    try Surroundings([:]).check()
    try Surroundings(["LANDBOOK_THREADS": "", "SOURCE_DATE_EPOCH": ""]).check()
  }
}
