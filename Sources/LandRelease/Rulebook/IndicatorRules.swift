/// A total of indicators that is not what its parts by sex and age come to.
enum TotalAndParts: BookRule {
  static let rule = Rule(
    "IN01", .warning, "A total of people that differs from its parts counts with its parts.",
    remedy: "Correct the total or the part that is wrong in the source, and import it again.",
    source: "pattern 23")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.figureDoubts.filter { $0.kind == .parts }.map { doubt in
      Finding(
        rule,
        Remark(
          "says \(doubt.difference > .zero ? "\(doubt.difference.plain) more" : "\((-doubt.difference).plain) less") than its parts together",
          field: "value"), record: doubt.name)
    }
  }
}

/// A figure of a longer period or a larger place that is not what those within it come to.
enum LongAndShort: BookRule {
  static let rule = Rule(
    "IN02", .warning,
    "A figure that differs from those of shorter periods or smaller places within it counts with these.",
    remedy: "Ask its actor which is right, and import the right one again.",
    source: "rules 6")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.figureDoubts.filter { $0.kind == .finer || $0.kind == .crossing }.map { doubt in
      let others =
        doubt.kind == .finer
        ? "the shorter or smaller ones within it"
        : "others that lie across its days or district, which count first"
      let amount = doubt.difference.magnitude.plain
      return Finding(
        rule,
        Remark(
          "says \(doubt.difference < .zero ? "\(amount) less" : "\(amount) more") than \(others)",
          field: "value"), record: doubt.name)
    }
  }
}

/// One figure under two spellings of its district.
enum FigureTwice: BookRule {
  static let rule = Rule(
    "IN03", .error,
    "Two rows give one figure, a district being spelled in two ways: the later one counts.",
    remedy: "Import the row that is wrong again with the figure it should have, or take it back.",
    source: "pattern 4")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.figureDoubts.filter { $0.kind == .twice }.map { doubt in
      Finding(
        rule,
        Remark(
          "is given twice, with \(doubt.difference.magnitude.plain) between the two",
          field: "district"), record: doubt.name)
    }
  }
}
