import Foundation
import Reporting
import Testing

@testable import Workflows

/// The program that makes PDFs is found, held to its time, and blamed in plain words.
struct PDFEngineTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A stand-in whose last two arguments are the page and the PDF.
  private func engine(_ script: String, patience: String = "20") throws -> PDFEngine {
    let program = folder.appending(path: "engine.sh")
    let head = "#!/bin/bash\npage=\"${@: -2:1}\"\npdf=\"${@: -1}\"\n"
    try Data((head + script).utf8).write(to: program)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: program.path)
    return try PDFEngine(environment: [
      "LANDBOOK_WEASYPRINT": program.path, "LANDBOOK_PDF_PATIENCE": patience,
    ])
  }

  private func complaint(_ work: () throws -> Void) -> String {
    do {
      try work()
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func thePageGoesInAndThePDFComesOut() throws {
    let engine = try engine("(printf '%%PDF-1.7 '; cat \"$page\") > \"$pdf\"")
    let bytes = try engine.print("<p>ä</p>", in: folder)
    #expect(String(decoding: bytes, as: UTF8.self) == "%PDF-1.7 <p>ä</p>")
  }

  @Test func theEngineIsGivenOneDateAndNoWayOut() throws {
    let engine = try engine(
      "(printf '%%PDF-'; echo $SOURCE_DATE_EPOCH $http_proxy $LANDBOOK_WEASYPRINT) > \"$pdf\"")
    let bytes = try engine.print("", in: folder)
    #expect(String(decoding: bytes, as: UTF8.self) == "%PDF-0 http://127.0.0.1:9\n")
  }

  @Test func aMissingEngineNamesThePackage() {
    let words = complaint {
      _ = try PDFEngine(environment: ["LANDBOOK_WEASYPRINT": "/nowhere/weasyprint"])
    }
    #expect(words.contains("WeasyPrint, which is not installed"))
    #expect(words.contains("Debian package weasyprint"))
  }

  @Test func anEngineThatHangsIsStopped() throws {
    let engine = try engine("exec sleep 30", patience: "0.3")
    let start = Date()
    let words = complaint { _ = try engine.print("", in: folder) }
    #expect(words.contains("was stopped"))
    #expect(Date().timeIntervalSince(start) < 10)
  }

  @Test(arguments: [
    ("echo so it is >&2; exit 3", "it ended with code 3, saying \"so it is\""),
    ("true", "it ended with code 0"), ("echo hello > \"$pdf\"", "it ended with code 0"),
  ])
  func anEngineThatFailsIsQuoted(script: String, words: String) throws {
    let engine = try engine(script)
    #expect(complaint { _ = try engine.print("", in: folder) }.contains(words))
  }

  @Test func leafletIsTakenFromTheFolderThatIsNamed() throws {
    let environment = ["LANDBOOK_LEAFLET": folder.path]
    #expect(LeafletSource.find(environment) == nil)
    try Data("a {}".utf8).write(to: folder.appending(path: "leaflet.css"))
    try Data("L = {}".utf8).write(to: folder.appending(path: "leaflet.js"))
    #expect(LeafletSource.find(environment)?.script == "L = {}")
  }
}
