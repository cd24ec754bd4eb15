#if Formats
  /// Which encoding a table's texts are read in, and why.
  struct TextEncoding {
    /// GDAL's name for it.
    let name: String
    /// What to tell a person; nil where nothing can be wrong.
    let sentence: String?

    /// - Parameters:
    ///   - stated: what the .cpg says; nil where there is none.
    ///   - languageDriver: byte 29 of the table.
    init(_ scan: TableScan, stated: String?, languageDriver: UInt8) {
      let page = Self.pages[languageDriver]
      let named = stated.map(Self.gdalName)
      guard let row = scan.firstRow else {
        // Plain ASCII reads the same in all of them.
        (name, sentence) = ("UTF-8", nil)
        return
      }
      let saysUTF8 = named == "UTF-8"
      if scan.isUTF8 && scan.sequences > 0 {
        name = "UTF-8"
        let other = named ?? page
        if let other, !saysUTF8 {
          sentence =
            "Texts are read as UTF-8, which they are, though \(stated == nil ? "the .dbf" : "the .cpg") says \(other) (first in row \(row))."
        } else if saysUTF8 {
          sentence = nil
        } else {
          sentence = "Texts are read as UTF-8, which they are; there is no .cpg that says so."
        }
        return
      }
      if let named, !saysUTF8 {
        (name, sentence) = (named, "Texts are read as \(named), as the .cpg says.")
        return
      }
      let why =
        saysUTF8
        ? "the .cpg says UTF-8 and they are not (first in row \(row))"
        : "there is no .cpg (first in row \(row))"
      if let page {
        name = page
        sentence = "Texts are read as \(page), as the .dbf says: \(why)."
      } else {
        let isCyrillic = scan.bytesInRuns * 10 >= scan.foreignBytes * 7
        name = isCyrillic ? "CP1251" : "CP1252"
        sentence =
          "Texts are read as \(name == "CP1251" ? "Windows-1251 (Cyrillic), by their look" : "Windows-1252 (Western)"): \(why). If names come out wrong, put a .cpg file with the right encoding beside the .shp and import again."
      }
    }

    private static func gdalName(_ stated: String) -> String {
      let word = stated.uppercased()
      if ["UTF-8", "UTF8", "65001"].contains(word) { return "UTF-8" }
      if let number = Int(word) {
        return number > 885_900 ? "ISO-8859-\(number % 100)" : "CP\(number)"
      }
      for prefix in ["ANSI", "WINDOWS-", "CP-", "CP", "OEM"] where word.hasPrefix(prefix) {
        if let number = Int(word.dropFirst(prefix.count).filter(\.isNumber)) {
          return "CP\(number)"
        }
      }
      return word.hasPrefix("ISO8859") ? word.replacing("ISO8859", with: "ISO-8859") : word
    }

    /// Language driver ids that name one code page beyond doubt (dBase); 0 and 87 name none.
    private static let pages: [UInt8: String] = [
      0x01: "CP437", 0x02: "CP850", 0x03: "CP1252", 0x26: "CP866", 0x58: "CP1252",
      0x59: "CP1252", 0x64: "CP852", 0x65: "CP866", 0x66: "CP865", 0x6B: "CP857", 0x7D: "CP1255",
      0x7E: "CP1256", 0xC8: "CP1250", 0xC9: "CP1251", 0xCA: "CP1254", 0xCB: "CP1253",
      0xCC: "CP1257",
    ]
  }
#endif
