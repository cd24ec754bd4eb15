/// What is printed above and below every page of paper.
struct PageMargins {
  private let report: Report
  private let presentation: Presentation

  init(_ report: Report, _ presentation: Presentation) {
    self.report = report
    self.presentation = presentation
  }

  /// The boxes at the margins; in a script from the right, left and right change places.
  var style: String {
    let (start, end) =
      presentation.language.isRightToLeft ? ("right", "left") : ("left", "right")
    return """
      @page {
        @top-\(start) { content: \(quoted(report.title)); }
        @top-\(end) { content: \(quoted(stamp("period"))); }
        @bottom-\(start) { content: \(quoted(stamp("book"))); }
        @bottom-\(end) { content: \(pageNumber); }
      }
      """
  }

  private func stamp(_ key: String) -> String {
    report.stamps.first { $0.key == key }?.value ?? ""
  }

  private var pageNumber: String {
    let parts = presentation.phrase("Page {} of {}").components(around: "{}")
    let counters = ["counter(page)", "counter(pages)"]
    return parts.enumerated().map { index, part in
      quoted(part) + (index < min(counters.count, parts.count - 1) ? " \(counters[index])" : "")
    }.joined(separator: " ")
  }

  /// A string of CSS in which every sign but letters, digits and spaces is a number.
  private func quoted(_ text: String) -> String {
    let shown = TerminalText.tame(text).unicodeScalars.prefix(Self.longest)
    return "\"" + shown.map(Self.escaped).joined() + "\""
  }

  private static let longest = 80

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.isAlphabetic || scalar == " " || ("0"..."9").contains(scalar)
      ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
  }
}

extension String {
  /// The parts before, between and after a sign.
  fileprivate func components(around sign: String) -> [String] {
    split(separator: sign, omittingEmptySubsequences: false).map(String.init)
  }
}
