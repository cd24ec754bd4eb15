/// Lines of a form that the book has nothing for, with room to write.
enum FormTable {
  static func table(id: String, title: String, lines: [String]) -> Table {
    Table(
      id: id, title: title,
      columns: [.words("line", "Line"), Column("entry", "Entry", .text)],
      rows: lines.map { Row(.body, [.text($0), .empty]) })
  }

  /// A line a fact; what is not recorded stays empty.
  static func table(
    id: String, title: String, facts: [(line: String, entry: String?)],
    reveals: Column.Reveals? = nil
  ) -> Table {
    Table(
      id: id, title: title,
      columns: [
        .words("line", "Line"), Column("entry", "Entry", .text, reveals: reveals),
      ],
      rows: facts.map { fact in
        Row(.body, [.text(fact.line), fact.entry.map { .text($0) } ?? .empty])
      })
  }
}
