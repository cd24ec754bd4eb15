import Foundation
import Testing
import Workflows

@Suite struct AccessFileTests {
  private let book = FileManager.default.temporaryDirectory
    .appending(path: "access-\(UUID().uuidString).gpkg").path

  @Test func tokensMadeAtOnceAreAllKept() async throws {
    let file = AccessFile(ofBook: book)
    defer { unlink(file.path) }
    let names = (0..<24).map { "Team \($0)" }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in names {
        group.addTask { _ = try file.add(name, profile: "partner", role: .read) }
      }
      try await group.waitForAll()
    }
    #expect(Set(try file.grants().map(\.name)) == Set(names))
  }

  @Test func whatAKillLeftBehindKeepsNobodyOut() throws {
    let file = AccessFile(ofBook: book)
    defer { unlink(file.path) }
    try Data("{\"tokens\": [{\"name\": \"half a list that is longer than ".utf8)
      .write(to: URL(fileURLWithPath: file.path + ".new"))
    _ = try file.add("Meera", profile: "internal", role: .accept)
    #expect(try file.grants().map(\.name) == ["Meera"])
    #expect(!FileManager.default.fileExists(atPath: file.path + ".new"))
    var state = stat()
    #expect(stat(file.path, &state) == 0 && state.st_mode & 0o777 == 0o600)
  }

  @Test func aNameThatIsTakenLeavesTheListAsItWas() throws {
    let file = AccessFile(ofBook: book)
    defer { unlink(file.path) }
    _ = try file.add("Meera", profile: "internal", role: .read)
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    #expect(throws: WorkflowError.self) {
      try file.add("Meera", profile: "public", role: .read)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
    #expect(!FileManager.default.fileExists(atPath: file.path + ".new"))
  }
}
