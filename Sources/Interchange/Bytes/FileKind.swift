/// What a file is that calls itself text and is not, by its first bytes.
enum FileKind {
  case workbook, oldWorkbook, page, document, compressed, database

  /// Nil where nothing speaks against text.
  init?(_ start: [UInt8]) {
    let signatures: [([UInt8], FileKind)] = [
      ([0x50, 0x4B, 0x03, 0x04], .workbook),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldWorkbook),
      (Array("%PDF".utf8), .document), ([0x1F, 0x8B], .compressed),
      (Array("SQLite format 3".utf8), .database),
    ]
    if let kind = signatures.first(where: { start.starts(with: $0.0) })?.1 {
      self = kind
      return
    }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    let body = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let pages = ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"]
    guard pages.contains(where: { body.hasPrefix($0) }) else { return nil }
    self = .page
  }

  func fault(_ file: String) -> SurveyFault {
    let (what, remedy) =
      switch self {
      case .workbook:
        (
          "a zip archive, such as an XLSX workbook or a zipped Shapefile",
          "Give it its own ending (.xlsx, .ods, .zip), or save the sheet as CSV UTF-8."
        )
      case .oldWorkbook:
        ("an old Excel workbook (XLS)", "Open it in a spreadsheet and save it as CSV UTF-8.")
      case .page:
        (
          "a web page (HTML), perhaps a log-in or error page of the server",
          "Download it again, or open the table in a spreadsheet and save it as CSV UTF-8."
        )
      case .document: ("a PDF document", "Ask for the table behind it.")
      case .compressed: ("compressed (gzip)", "Unpack it first.")
      case .database: ("an SQLite database", "If it is a GeoPackage, import it as it is.")
      }
    return SurveyFault(.notUsable, "\(file) is not text: it is \(what)", remedy: remedy)
  }
}
