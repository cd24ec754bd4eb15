import Foundation
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// The set of a month in one folder.
struct MonthEndTests {
  private static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return files
  }

  /// Pages and tables without the engine that prints, which takes long and may be missing.
  private static func make(
    _ programme: SmallProgramme, _ folder: String, _ profile: SharingProfile = .internal
  ) throws -> MakeMonthEnd.Outcome {
    var making = MakeMonthEnd(programme.book, profile: profile)
    making.hasPDF = false
    return try making.run("2024-05", to: folder)
  }

  @Test func theSetIsTheSameTwiceAndLeavesTheBookAlone() throws {
    let programme = try SmallProgramme()
    let path = programme.book.store.path
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let folder = programme.folder.path("set")
    let outcome = try Self.make(programme, folder)
    let first = try Self.files(in: folder)
    #expect(Set(first.keys) == Set(outcome.files))
    for name in ["summary.html", "bulletin.csv", "monthly.json", "land-release.html"] {
      #expect(first[name] != nil, "\(name)")
    }
    _ = try Self.make(programme, folder)
    #expect(try Self.files(in: folder) == first)
    _ = try Self.make(programme, programme.folder.path("other"))
    #expect(try Self.files(in: programme.folder.path("other")) == first)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func theContentsNameEveryFileWithItsHash() throws {
    let programme = try SmallProgramme()
    let folder = programme.folder.path("set")
    let outcome = try Self.make(programme, folder)
    let contents = try String(contentsOfFile: folder + "/contents.txt", encoding: .utf8)
    for name in outcome.files where name != "contents.txt" {
      #expect(contents.contains("  \(name)\n"), "\(name)")
    }
    #expect(
      contents.contains("\nbulletin.csv: Bulletin of land release: Found and released (bulletin)"))
    #expect(contents.contains("\nbulletin.json: Bulletin of land release\n"))
    let lines = contents.split(separator: "\n").filter { $0.prefix(64).allSatisfy(\.isHexDigit) }
    #expect(lines.filter { $0.count > 66 }.count == outcome.files.count - 1)
  }

  @Test func whatSomebodyElseMadeIsNotWrittenOver() throws {
    let programme = try SmallProgramme()
    let folder = programme.folder.path("set")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let mine = folder + "/bulletin.html"
    try "mine".write(toFile: mine, atomically: true, encoding: .utf8)
    #expect(throws: WorkflowError.self) { try Self.make(programme, folder) }
    #expect(try String(contentsOfFile: mine, encoding: .utf8) == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["bulletin.html"])
    try FileManager.default.removeItem(atPath: mine)
    _ = try Self.make(programme, folder)
    try "changed".write(toFile: mine, atomically: true, encoding: .utf8)
    #expect(throws: WorkflowError.self) { try Self.make(programme, folder) }
  }

  @Test func aPeriodThatIsNoneIsRefused() throws {
    let programme = try SmallProgramme()
    #expect(throws: WorkflowError.self) {
      try MakeMonthEnd(programme.book).run("May", to: programme.folder.path("set"))
    }
  }

  @Test func thePublicSetNamesNoRecord() throws {
    let programme = try SmallProgramme()
    let folder = programme.folder.path("set")
    _ = try Self.make(programme, folder, try SharingProfile.named("public"))
    for (name, bytes) in try Self.files(in: folder) where !name.hasSuffix(".xlsx") {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["release R1", "hazard H1", "45.005", "2024-05-10"] {
        #expect(!text.contains(word), "\(name): \(word)")
      }
    }
  }
}
