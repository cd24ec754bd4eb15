import LandRelease
import Schemas
import Storage

/// The codes of indicators that come with the program and those that a book adds.
enum KnownIndicators {
  /// The codes that come with the program; a book can add to them and not change them.
  static let shipped: [IndicatorCode] = IndicatorTexts.codes.split(whereSeparator: \.isNewline)
    .dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, let adding = Adding(rawValue: cells[4]) else { return nil }
      return IndicatorCode(
        code: cells[0], label: cells[1], unit: cells[2], theme: cells[3], adding: adding,
        isWhole: cells[5] == "yes", aliases: cells[6].split(separator: "|").map(String.init))
    }

  /// All codes that a book knows, those of the program first.
  static func of(_ reader: BookReader) throws -> IndicatorCodes {
    IndicatorCodes(shipped + (try reader.indicatorCodes().map(\.content)))
  }

  /// Why a code of a file can't be added; nil where it can.
  static func refusal(of code: IndicatorCode) -> (reason: String, remedy: String)? {
    guard shipped.contains(where: { $0.code == code.code }) else { return nil }
    return (
      "the code \(code.code) comes with the program and means the same in every book",
      "Choose another code."
    )
  }
}
