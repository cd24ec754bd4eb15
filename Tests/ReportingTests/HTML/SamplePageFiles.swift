import Foundation
import LandRelease
import Testing

@testable import Reporting

/// Writes the sample pages where the browser's tests ask for them.
struct SamplePageFiles {
  static let folder = ProcessInfo.processInfo.environment["LANDBOOK_SAMPLE_PAGES"]

  @Test(.enabled(if: folder != nil)) func pagesForTheBrowser() throws {
    let folder = URL(filePath: try #require(Self.folder))
    for name in SamplePages.Name.allCases {
      let page = HTMLRenderer(Presentation(), material: try Self.material()).render(name.report)
      try Data(page.utf8).write(to: folder.appending(path: "\(name.rawValue).html"))
    }
  }

  /// What the program finds on a machine, by ways of this test's own.
  static func material() throws -> PageMaterial {
    var material = PageMaterial(digest: { base64Digest($0) })
    let library = "/usr/share/javascript/leaflet/leaflet"
    if FileManager.default.fileExists(atPath: library + ".min.js") {
      material.leaflet = LeafletSource(
        script: try String(contentsOfFile: library + ".min.js", encoding: .utf8),
        style: try String(contentsOfFile: library + ".css", encoding: .utf8))
    }
    return material
  }

  /// SHA-256 by the machine's own program.
  static func base64Digest(_ text: String) -> String {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return "" }
    let bytes = Data(text.utf8)
    Thread.detachNewThread {
      try? input.fileHandleForWriting.write(contentsOf: bytes)
      try? input.fileHandleForWriting.close()
    }
    let answer = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let digits = Array(answer.prefix(64))
    let digest = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    return Data(digest).base64EncodedString()
  }
}
