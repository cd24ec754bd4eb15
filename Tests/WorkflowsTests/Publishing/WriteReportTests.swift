import Foundation
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Files of reports, whole or not at all.
struct WriteReportTests {
  let folder: TemporaryFolder
  let report = Report(
    title: "Open land",
    tables: [
      Table(
        id: "t", title: "Open land by district",
        columns: [Column("district", "District", .text), Column("open_m2", "Open", .area)],
        rows: [Row(.body, [.text("=1+1"), .area(Area(squareCentimetres: 123_456_789))])])
    ])

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("a.txt", DocumentFormat.text), ("a.csv", .csv), ("a.JSON", .json), ("a.md", .markdown),
    ("a.html", .html), ("a.htm", .html), ("a.xlsx", .xlsx), ("b.x/a.pdf", .pdf),
  ])
  func theEndingNamesTheFormat(path: String, format: DocumentFormat) {
    #expect(DocumentFormat(endingOf: path) == format)
  }

  @Test func otherEndingsNameNone() {
    for path in ["a", "a.gpkg", ".csv/a", "/dev/stdout"] {
      #expect(DocumentFormat(endingOf: path) == nil, "\(path)")
    }
  }

  @Test(arguments: DocumentFormat.allCases.filter(\.isText))
  func aTextIsWrittenAsItIsPrinted(format: DocumentFormat) throws {
    let writing = WriteReport(format, Presentation(language: .russian))
    let path = folder.path("a.out")
    try writing.run(report, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == writing.text(of: report))
  }

  #if Formats
    @Test func aWorkbookHasTheSameBytesTwice() throws {
      for language in Language.allCases {
        let writing = WriteReport(.xlsx, Presentation(language: language))
        let paths = [folder.path("\(language).xlsx"), folder.path("\(language)-2.xlsx")]
        for path in paths { try writing.run(report, to: path) }
        let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(files[0] == files[1])
        #expect(files[0].starts(with: Array("PK".utf8)))
      }
    }

    @Test func noDraftIsLeftBeside() throws {
      try WriteReport(.xlsx, Presentation()).run(report, to: folder.path("a.xlsx"))
      let parent = URL(fileURLWithPath: folder.path("a.xlsx")).deletingLastPathComponent().path
      let names = try FileManager.default.contentsOfDirectory(atPath: parent)
      #expect(names == ["a.xlsx"])
    }
  #endif

  @Test func aBookIsNeverReplaced() throws {
    let path = folder.path("book.gpkg")
    _ = try Book.make(at: path, name: "B", isSynthetic: false)
    for format in [DocumentFormat.text, .xlsx] {
      let fault = #expect(throws: WorkflowError.self) {
        try WriteReport(format, Presentation()).run(report, to: path)
      }
      #expect(fault?.kind == .cannotCreate)
    }
  }

  @Test func aDocumentIsNotWrittenToADevice() {
    let fault = #expect(throws: WorkflowError.self) {
      try WriteReport(.xlsx, Presentation()).run(report, to: "/dev/null")
    }
    #expect(fault?.kind == .cannotCreate)
  }

  @Test func aLinkToABookIsNoWayToReplaceIt() throws {
    let path = folder.path("book.gpkg")
    _ = try Book.make(at: path, name: "B", isSynthetic: false)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let link = folder.path("link.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let fault = #expect(throws: WorkflowError.self) {
      try WriteReport(.text, Presentation()).run(report, to: link)
    }
    #expect(fault?.kind == .cannotCreate)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func aPipeIsWrittenToAndStays() throws {
    let pipe = folder.path("pipe.csv")
    try #require(mkfifo(pipe, 0o600) == 0)
    // Open for both, so that nobody waits for the other end.
    let end = open(pipe, O_RDWR | O_NONBLOCK)
    defer { close(end) }
    let writing = WriteReport(.csv, Presentation())
    try writing.run(report, to: pipe)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(end, &bytes, bytes.count)
    #expect(
      String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self) == writing.text(of: report))
    #expect(
      try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
        != .typeRegular)
  }
}
