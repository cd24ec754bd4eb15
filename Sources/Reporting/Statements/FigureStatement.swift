import LandRelease

/// What is behind one figure: the records whose parts add up to it.
public enum FigureStatement {
  /// - Parameters:
  ///   - name: the figure, as `--figure` names it.
  ///   - scope: of what it is, in words: a district, a year, `all`.
  ///   - lines: in any order.
  ///   - top: how many of the largest lines are shown; the rest is one line. nil shows all.
  public static func report(
    _ name: String, of scope: String, _ lines: [FigurePart], top: Int? = nil,
    basis: StatementBasis
  ) -> Report {
    let isOfItems = name == Figure.Line.items.rawValue
    return basis.report(
      "Why: \(name) of \(scope)",
      notes: [
        "The lines add up to the figure exactly; landbook why RECORD opens a record further."
      ],
      tables: [table(lines, isOfItems: isOfItems, top: top)])
  }

  private static func table(_ lines: [FigurePart], isOfItems: Bool, top: Int?) -> Table {
    let sorted = lines.sorted(by: FigurePart.precedes)
    let shown = sorted.prefix(top ?? sorted.count)
    let rest = sorted.dropFirst(shown.count)
    var rows = shown.map { Row(.body, cells($0, isOfItems: isOfItems)) }
    if !rest.isEmpty {
      rows.append(sum(rest, "\(rest.count) smaller lines", .body, isOfItems: isOfItems))
    }
    rows.append(sum(sorted[...], "Total", .total, isOfItems: isOfItems))
    return Table(
      id: "parts", title: "What adds up to it, largest first",
      columns: [
        Column("record", "Record", .text, reveals: .record),
        Column("date", "Date", .date, reveals: .day),
        isOfItems ? Column("quantity", "Items", .count) : Column("area_m2", "Area", .area),
        Column.words("cause", "Cause"), Column.words("from", "From"), Column.words("to", "To"),
        Column.words("again", "Again"), Column("district", "District", .text),
        Column("file", "File", .text, reveals: .source),
        Column("row", "Row", .count, reveals: .source),
      ], rows: rows)
  }

  private static func cells(_ line: FigurePart, isOfItems: Bool) -> [Cell] {
    [
      .text(line.record), line.date.map { .date($0) } ?? .empty,
      isOfItems ? .count(line.quantity ?? 0) : .area(line.area), .text(line.cause),
      text(line.states?.from.rawValue), text(line.states?.to.rawValue),
      text(line.again.map { $0 ? "yes" : "no" }), text(line.district), text(line.file),
      line.row.map { .count($0) } ?? .empty,
    ]
  }

  private static func text(_ text: String?) -> Cell {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
  }

  private static func sum(
    _ lines: ArraySlice<FigurePart>, _ name: String, _ style: Row.Style, isOfItems: Bool
  ) -> Row {
    let figure: Cell =
      isOfItems
      ? .count(lines.reduce(0) { $0 + ($1.quantity ?? 0) })
      : .area(lines.reduce(.zero) { $0 + $1.area })
    return Row(style, [.text(name), .empty, figure] + Array(repeating: .empty, count: 7))
  }
}
