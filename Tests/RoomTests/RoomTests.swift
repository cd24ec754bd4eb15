import Foundation
import Testing

/// The import table of the house, held against the `import` lines of every file.
struct RoomTests {
  /// Room -> what it may import beside the system's own libraries.
  static let allowed: [String: Set<String>] = [
    "GeometryValues": [],
    "LandRelease": ["GeometryValues"],
    "GeometryEngine": ["GeometryValues", "CGEOS", "CPROJ"],
    "Schemas": [],
    "Storage": [
      "LandRelease", "GeometryValues", "Schemas", "GRDB", "GRDBSQLite", "Crypto", "CDefend",
    ],
    "Interchange": ["LandRelease", "GeometryValues", "Yams"],
    "landbook-reader": ["GeometryValues", "CConfine", "CGDAL"],
    "Reporting": ["LandRelease", "GeometryValues", "Schemas"],
    "SheetWriter": ["Reporting", "LandRelease", "CXLSX"],
    "Mirror": ["LandRelease", "CPQ"],
    "Workflows": [
      "Interchange", "Storage", "GeometryEngine", "Reporting", "SheetWriter", "Mirror",
      "LandRelease", "GeometryValues", "Schemas",
    ],
    "LandbookServer": [
      "Workflows", "Reporting", "LandRelease", "GeometryValues", "HummingbirdCore", "HTTPTypes",
      "Logging", "NIOCore", "NIOPosix",
    ],
    "landbook": ["Workflows", "Reporting", "LandRelease", "LandbookServer", "ArgumentParser"],
  ]

  static let foundation: Set<String> = [
    "Foundation", "FoundationXML", "Dispatch", "Glibc", "Synchronization",
  ]

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func swiftFiles(of room: String) throws -> [URL] {
    let folder = root.appending(path: room == "Schemas" ? "Schemas" : "Sources/\(room)")
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  /// The modules that a text imports.
  static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 3, place + 1 < words.count,
        words[..<place].allSatisfy({
          ["public", "internal", "private", "fileprivate", "package"].contains($0)
            || $0.hasPrefix("@")
        })
      else { return nil }
      return String(words[words.count - 1].split(separator: ".")[0])
    }
  }

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatTheTableAllows(room: String) throws {
    let files = try Self.swiftFiles(of: room)
    #expect(!files.isEmpty, "no Swift file in \(room)")
    let permitted = (Self.allowed[room] ?? []).union(Self.foundation)
    for file in files {
      for module in Self.imports(in: try String(contentsOf: file, encoding: .utf8)) {
        #expect(
          permitted.contains(module), "\(file.lastPathComponent) of \(room) imports \(module)")
      }
    }
  }

  @Test func everyRoomIsInTheTable() throws {
    let rooms = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path
    ).filter { !$0.hasPrefix(".") && $0 != "CLibraries" }
    #expect(Set(rooms + ["Schemas"]) == Set(Self.allowed.keys))
  }

  @Test func importLinesAreRead() {
    let text =
      "public import GRDB\n@testable import Storage\nimport struct Foundation.URL\nlet a = 1"
    #expect(Self.imports(in: text) == ["GRDB", "Storage", "Foundation"])
  }

  @Test(arguments: ["LandRelease", "GeometryValues"])
  func theDomainOpensNoFileAndReadsNoClock(room: String) throws {
    for file in try Self.swiftFiles(of: room) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in ["Date()", "FileManager", " print(", "FileHandle", "ProcessInfo"] {
        #expect(!text.contains(word), "\(file.lastPathComponent) of \(room) has \(word)")
      }
    }
  }

  /// Long files hide ideas: past 300 lines a file asks for a cut.
  @Test(arguments: allowed.keys.sorted())
  func filesStayShort(room: String) throws {
    for file in try Self.swiftFiles(of: room) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(lines <= 300, "\(file.lastPathComponent) has \(lines) lines")
    }
  }
}
