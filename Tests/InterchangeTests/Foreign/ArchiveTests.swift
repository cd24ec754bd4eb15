import Foundation
import Testing

@testable import Interchange

@Suite(
  "Archives are measured before they are opened",
  .enabled(if: OtherWriters.canRead, "needs formats"))
struct ArchiveTests {
  private func message(_ zip: ZipBytes, ending: String = "zip", cut: Int = 0) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.\(ending)", bytes: Array(zip.bytes.dropLast(cut)))
    let start = Date()
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path).rows() }
    // On an idle machine it takes a third of a second; bombs would take minutes.
    #expect(Date().timeIntervalSince(start) < 45)
    #expect(fault.kind == .notUsable)
    return fault.message
  }

  @Test(
    "names that lead elsewhere or stand twice are refused",
    arguments: [
      (["../a.shp"], "leads out of it"), (["/a.shp"], "leads out of it"),
      (["a\\b.shp"], "leads out of it"), (["c:/a.shp"], "leads out of it"),
      (["a\u{0}.shp"], "leads out of it"), (["a.shp", "A.shp"], "two entries named"),
      (["in.zip"], "another archive"), (["a.csv"], "no geodata"), ([], "no geodata"),
      (["a/x.shp", "b/y.shp"], "several folders"), (["a.kml", "b.kml"], "holds several"),
    ])
  func names(names: [String], told: String) throws {
    let message = try message(ZipBytes(entries: names.map { .init(name: $0) }))
    #expect(message.contains(told), "\(message)")
  }

  @Test("bombs are refused by what the list says, without unpacking")
  func bombs() throws {
    let large = ZipBytes.Entry(name: "doc.kml", size: 300 << 20, packed: 1, method: 8)
    #expect(
      try message(ZipBytes(entries: [large]), ending: "kmz").contains(
        "unpacks to more than 200 MiB"))
    let tight = ZipBytes.Entry(name: "doc.kml", size: 9 << 20, packed: 1, method: 8)
    #expect(
      try message(ZipBytes(entries: [tight]), ending: "kmz").contains(
        "more than 100 times what it takes packed"))
    let many = ZipBytes(entries: (0...20_000).map { .init(name: "\($0)/", text: "") })
    #expect(try message(many).contains("20001 entries"))
    let sheet = ZipBytes.Entry(name: "xl/s.xml", size: 150 << 20, packed: 2 << 20, method: 8)
    var second = sheet
    second.name = "xl/t.xml"
    #expect(
      try message(ZipBytes(entries: [sheet, second]), ending: "xlsx").contains(
        "split it into smaller workbooks"))
  }

  @Test("lists that lie, encryption, odd packing and cut files are refused")
  func lies() throws {
    let other = ZipBytes.Entry(name: "a.shp", localName: "b.shp")
    #expect(try message(ZipBytes(entries: [other])).contains("says otherwise"))
    #expect(
      try message(ZipBytes(entries: [.init(name: "a.shp", flags: 1)])).contains("is encrypted"))
    #expect(
      try message(ZipBytes(entries: [.init(name: "a.shp", method: 93)])).contains("method 93"))
    #expect(
      try message(ZipBytes(entries: [.init(name: "a.shp", size: 50, packed: 50)])).contains(
        "shares bytes"))
    #expect(
      try message(ZipBytes(entries: [.init(name: "a.shp", size: 2, packed: 1)])).contains(
        "cut short"))
    #expect(try message(ZipBytes(entries: [.init(name: "a.shp")]), cut: 5).contains("cut short"))
    #expect(
      try message(ZipBytes(entries: [.init(name: "a.shp")], announced: 2)).contains(
        "announces 2 entries and lists 1"))
  }

  @Test("document types are refused in archives and beside them", arguments: ["kmz", "kml", "gpx"])
  func documentTypes(ending: String) throws {
    let text = "<?xml version=\"1.0\"?><!-- a --><!DOCTYPE a [<!ENTITY b \"b\">]><kml/>"
    guard ending != "kmz" else {
      let zip = ZipBytes(entries: [.init(name: "doc.kml", text: text)])
      return #expect(try message(zip, ending: "kmz").contains("<!DOCTYPE"))
    }
    let folder = try TemporaryFolder()
    let path = try folder.file("a.\(ending)", text)
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path).rows() }
    #expect(fault.message.contains("<!DOCTYPE"))
  }

  @Test("names in the code page of another system are read, and a wrong checksum is refused")
  func otherNames() throws {
    let folder = try TemporaryFolder()
    let kml =
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>A</name><Point><coordinates>46,39</coordinates></Point></Placemark></kml>"
    // As a program without UTF-8 writes Cyrillic letters: one byte each, and no mark.
    var bytes = ZipBytes(entries: [.init(name: "QQ.kml", text: kml)]).bytes
    for place in bytes.indices.dropLast() where bytes[place] == 0x51 && bytes[place + 1] == 0x51 {
      bytes[place] = 0xAF
      bytes[place + 1] = 0xAE
    }
    #expect(try SurveyFile.open(try folder.file("a.zip", bytes: bytes)).rows().count == 1)
    let letter = try #require(bytes.firstIndex(of: UInt8(ascii: "A")))
    bytes[letter] = UInt8(ascii: "B")
    let fault = try #require(throws: SurveyFault.self) {
      try SurveyFile.open(try folder.file("b.zip", bytes: bytes)).rows()
    }
    #expect(fault.message.contains("its checksum is wrong"))
  }
}
