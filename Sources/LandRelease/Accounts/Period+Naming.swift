extension Period {
  /// The days of a period as people name it: `2023`, `2023-Q4`, `2023-12` or
  /// `2023-07-01..2024-06-30`.
  ///
  /// - Returns: nil where the text is none of these or the days are in the wrong order.
  public init?(named text: String) {
    guard !text.contains("+") else { return nil }
    if let dots = text.firstRange(of: "..") {
      guard let from = CalendarDate(String(text[..<dots.lowerBound])),
        let to = CalendarDate(String(text[dots.upperBound...])), from <= to
      else { return nil }
      self.init(from: from, to: to)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.count == 4, let year = Int(year), parts.count <= 2,
      let months = parts.count == 1 ? 1...12 : Self.months(parts[1]),
      let from = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let to = CalendarDate.lastDay(ofMonth: months.upperBound, of: year)
    else { return nil }
    self.init(from: from, to: to)
  }

  private static func months(_ text: Substring) -> ClosedRange<Int>? {
    guard text.count == 2, let number = Int(text.drop { $0 == "Q" }) else { return nil }
    guard text.hasPrefix("Q") else { return (1...12).contains(number) ? number...number : nil }
    return (1...4).contains(number) ? (3 * number - 2)...(3 * number) : nil
  }
}
