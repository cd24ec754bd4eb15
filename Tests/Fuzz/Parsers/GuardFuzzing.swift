import Foundation

@testable import Interchange
@testable import Reporting

enum GuardFuzzing {
  private static let marks = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let first = FormulaGuard.guarded(text).unicodeScalars.first, marks.contains(first) {
      return "is a formula in a report"
    }
    let cell = CSVText.text(text)
    // A byte order mark is only one where a file begins.
    let rows = DelimitedText.rows("note\n\(cell)\n")
    let inner = rows.dropFirst().first?.first ?? ""
    if let first = inner.unicodeScalars.first, marks.contains(first) {
      return "is a formula in a table"
    }
    if rows.count > 2 { return "runs into another row" }
    let tame = TerminalText.tame(text)
    for scalar in tame.unicodeScalars
    where scalar.value < 32 || (127...159).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    {
      return "reaches a terminal as U+\(String(scalar.value, radix: 16))"
    }
    let json = Data(JSONWriting.text(text).utf8)
    let read = try? JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed) as? String
    // The system's reader drops a byte order mark wherever it stands.
    let isSame = read?.unicodeScalars.elementsEqual(text.unicodeScalars) == true
    if !isSame, !text.unicodeScalars.contains("\u{FEFF}") {
      return "is written to JSON as something else"
    }
    return nil
  }
}
