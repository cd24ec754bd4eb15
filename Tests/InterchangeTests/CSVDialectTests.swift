import Foundation
import Testing

@testable import Interchange

/// Delimited text as the world's spreadsheets and databases write it.
@Suite("Dialects of delimited text")
struct CSVDialectTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func table(_ text: String, ending: String = "csv") throws -> SurveyTable {
    try SurveyTable.of(text, ending: ending, in: folder)
  }

  private func fault(_ bytes: [UInt8], _ name: String = "t.csv") throws -> SurveyFault {
    let file = try folder.file(name, bytes: bytes)
    return try #require(throws: SurveyFault.self) { try SurveyFile.open(file).rows() }
  }

  @Test("reads UTF-16 and UTF-32 with and without a mark, across every border of the buffer")
  func wide() throws {
    let names = (0..<9_000).map { "H\($0);Ağdam Шуша 💣\($0)" }
    let text = "id;ad\n" + names.joined(separator: "\n")
    let encodings: [(String.Encoding, [UInt8])] = [
      (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
      (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
    ]
    for (encoding, mark) in encodings {
      let bytes = Array(try #require(text.data(using: encoding)))
      for whole in [bytes, mark + bytes] {
        let table = try SurveyFile.open(try folder.file("t.csv", bytes: whole))
        #expect(table.header.columns == ["id", "ad"])
        let rows = try table.rows()
        #expect(rows.count == names.count)
        #expect(rows.last?.cells == ["H8999", "Ağdam Шуша 💣8999"], "\(encoding)")
      }
    }
  }

  @Test("half a character of UTF-16 costs its row alone")
  func brokenPair() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Array("id,n\nH1,".utf16) + [0xD83D] + Array(",\nH2,ok\nH3,".utf16) {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let rows = try SurveyFile.open(try folder.file("t.csv", bytes: bytes + [0x41])).rows()
    #expect(rows.map { $0.fault == nil } == [false, true, false])
    #expect(rows[1].cells == ["H2", "ok"])
  }

  @Test(
    "refuses a file in another encoding, and names the likely ones with how they look",
    arguments: [
      ("windows-1251", "Агдам", 11), ("windows-1254", "Şuşa", 14),
      ("windows-1252", "Peña", 12), ("windows-1256", "كابل", 0x8000_0506),
    ] as [(String, String, UInt)])
  func otherEncoding(name: String, word: String, number: UInt) throws {
    let text = "id,ad\nH1,\(word)\nH2,\(word)\n"
    let data = text.data(using: String.Encoding(rawValue: number))
    let bytes = Array(try #require(data))
    let fault = try fault(bytes)
    #expect(fault.message.contains("is not UTF-8"))
    #expect(fault.message.contains("\(name): \"\(word)"), "\(fault)")
    #expect(fault.remedy.contains("--encoding"))
    let file = try folder.file("said.csv", bytes: bytes)
    let said = try SurveyFile.open(file, encoding: TextEncoding(named: name))
    #expect(try said.rows().map(\.cells) == [["H1", word], ["H2", word]])
  }

  @Test("puts the right encoding first where letters tell")
  func firstGuess() throws {
    for (number, name, text) in [
      (11, "windows-1251", "Степанакерт, Шушинский район, Мартуни"),
      (14, "windows-1254", "Şuşa Ağdam Füzuli Cəbrayıl Laçın".replacing("ə", with: "e")),
    ] as [(UInt, String, String)] {
      let data = "id;ad\nH1;\(text)\n".data(using: String.Encoding(rawValue: number))
      #expect(try fault(Array(try #require(data))).remedy.contains("--encoding \(name)"))
    }
  }

  @Test("a byte without a character in the encoding that was said costs its row")
  func noCharacter() throws {
    let file = try folder.file(
      "t.csv", bytes: Array("id,n\nH1,".utf8) + [0x98] + Array("\nH2,x\n".utf8))
    let rows = try SurveyFile.open(file, encoding: TextEncoding(named: "cp1251")).rows()
    #expect(rows.map { $0.fault == nil } == [false, true])
  }

  @Test("one spoilt byte among sound UTF-8 costs its row, not the file")
  func spoilt() throws {
    let bytes = Array("id,n\nH1,Ağdam Şuşa\nH2,".utf8) + [0xFF] + Array("\nH3,ok\n".utf8)
    let rows = try SurveyFile.open(try folder.file("t.csv", bytes: bytes)).rows()
    #expect(rows.map { $0.fault == nil } == [true, false, true])
    #expect(rows[1].fault?.contains("--encoding") == true)
  }

  @Test("knows encodings by the names people use")
  func names() {
    for (typed, name) in [
      ("CP1251", "windows-1251"), ("Windows 1251", "windows-1251"), ("latin1", "iso-8859-1"),
      ("UTF-8", "utf-8"), ("utf16", "utf-16le"), ("KOI8-R", "koi8-r"),
    ] {
      #expect(TextEncoding(named: typed)?.name == name)
    }
    #expect(TextEncoding(named: "klingon") == nil)
    for table in TextEncoding.tables { #expect(throws: Never.self) { try table.characters() } }
  }

  @Test("finds bars, and the separator that splits every row alike")
  func separators() throws {
    #expect(try table("id|n\nH1|a\n").rows()[0].cells == ["H1", "a"])
    let decimal = try table("id;lat;lon, east\nH1;39,5;46,5\nH2;39,6;46,5\n")
    #expect(decimal.header.columns == ["id", "lat", "lon, east"])
    #expect(try decimal.rows()[0].cells == ["H1", "39,5", "46,5"])
  }

  @Test("passes over titles and comments, and says so")
  func titles() throws {
    for above in [
      "Hazards of 2024\n", "Hazards of 2024,,\n\n", "# made by hand, in haste\n",
      "Ministry\nHazards; all of them\n", "List; all\n",
    ] {
      let table = try table("\(above)id,class,n\nH1,SHA,x\nH2,CHA,\n")
      #expect(table.header.columns == ["id", "class", "n"], "\(above)")
      #expect(try table.rows().map(\.cells) == [["H1", "SHA", "x"], ["H2", "CHA", nil]])
      #expect(!table.header.remarks.isEmpty)
    }
    #expect(try table("id,class\nH1,SHA\n").header.remarks.isEmpty)
  }

  @Test("reads one column, a last row without an end, and a header alone")
  func small() throws {
    #expect(try table("id\nH1\nH2").rows().map(\.cells) == [["H1"], ["H2"]])
    #expect(try table("id,n").rows().isEmpty)
    #expect(try table("id,n\n").rows().isEmpty)
    #expect(try table("id\r\nH1\rH2\nH3\r\n").rows().map(\.cells) == [["H1"], ["H2"], ["H3"]])
  }

  @Test("names columns without a name by their place; separators at the end make none")
  func emptyNames() throws {
    let inside = try table("id,,n\nH1,x,y\n")
    #expect(inside.header.columns == ["id", "column 2", "n"])
    let behind = try table("id,n,,\nH1,x,,\nH2,x\nH3,x,,y\n")
    #expect(behind.header.columns == ["id", "n"])
    #expect(try behind.rows().map { $0.fault == nil } == [true, true, false])
  }

  @Test("takes back what spreadsheets do to keep digits as text")
  func guards() throws {
    let rows = try table(
      "id,n\n=\"00123\",1\n\"=\"\"00456\"\"\",2\n'00789,3\n'Ain Zara,4\n=A1,5\n"
    ).rows()
    #expect(rows.map { $0.cells[0] } == ["00123", "00456", "00789", "'Ain Zara", "=A1"])
  }

  @Test("refuses a row with a zero byte, and reads on")
  func zeroByte() throws {
    let rows = try table("id,n\nH1,a\u{0}b\nH2,ok\n").rows()
    #expect(rows[0].fault?.contains("zero byte") == true)
    #expect(rows[1].cells == ["H2", "ok"])
  }

  @Test("a broken quote in a file with old line ends spoils its own line alone")
  func oldLineEnds() throws {
    let rows = try table("id,n\rH1,\"x\"y\rH2,ok\r").rows()
    #expect(rows.map { $0.fault == nil } == [false, true])
  }

  @Test(
    "says what a file is that is not delimited text",
    arguments: [
      ([0x50, 0x4B, 3, 4, 20, 0], "XLSX"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "XLS"),
      (Array("\n<!DOCTYPE html><html>".utf8), "HTML"), (Array("%PDF-1.4".utf8), "PDF"),
      (Array(#"{"type":"FeatureCollection","features":[]}"#.utf8), "JSON"),
      ([0x1F, 0x8B, 8, 0], "gzip"),
    ] as [([UInt8], String)])
  func notText(bytes: [UInt8], word: String) throws {
    let fault = try fault(bytes)
    #expect(fault.kind == .notUsable)
    #expect(fault.message.contains(word), "\(fault)")
  }

  @Test("a record that is too long is refused, and its text is not held")
  func longRecord() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let file = try folder.file("t.csv", "id,n\nH1,\(long)\nH2,ok\n")
    let window = try TextSource(file).open()
    var splitter = CSVSplitter(window, separator: UInt8(ascii: ","), longestRecord: 1 << 19)
    _ = try splitter.next()
    let refused = try #require(try splitter.next())
    #expect(refused.fault != nil && refused.text.utf8.count < 1000)
    let next = try #require(try splitter.next())
    #expect(next.cells == ["H2", "ok"] && next.line == 3)
  }

  @Test("tells who follows how far it is, and stops where it throws")
  func watched() throws {
    struct Enough: Error {}
    let text = "id,n\n" + (0..<100_000).map { "H\($0),some note\n" }.joined()
    let file = try folder.file("t.csv", text)
    let watch = ReadingWatch { read, total in
      #expect(total == text.utf8.count)
      if read > total / 2 { throw Enough() }
    }
    #expect(throws: Enough.self) { try SurveyFile.open(file, watch: watch).rows() }
  }
}
