extension Report {
  /// Every text of the report that is the program's own and that people are shown, as it is written
  /// in English.
  public var phrases: [String] {
    let ofTables = (tables + details.map(\.untitled)).flatMap(\.phrases)
    let ofMaps = maps.flatMap { [$0.title] + $0.notes + $0.layers.map(\.title) }
    return [title] + (subtitle.map { [$0] } ?? []) + notes + warnings
      + stamps.flatMap { $0.isOfTheData ? [$0.label] : [$0.label, $0.value] } + charts.map(\.title)
      + ofTables + ofMaps
  }

  /// The phrases that the table of phrases has no words for in a language.
  public func untranslated(in language: Language) -> [String] {
    var seen: Set<String> = []
    return phrases.filter { phrase in
      phrase.contains(where: \.isLetter) && Phrases.all.phrase(phrase, in: language) == nil
        && seen.insert(phrase).inserted
    }
  }
}

extension Table {
  /// The table without its title: that of a detail is mostly the name of a row of the data.
  fileprivate var untitled: Table {
    var table = self
    table.title = ""
    return table
  }

  fileprivate var phrases: [String] {
    [title] + (section.map { [$0] } ?? []) + notes + columns.flatMap(\.phrases)
      + rows.flatMap { row in
        row.cells.indices.filter { row.isOfTheProgram($0, columns) }.map {
          row.cells[$0].printedText
        }
      }
  }
}

extension Column {
  fileprivate var phrases: [String] {
    switch kind {
    case .ratio(let things, let unit): [label, things, unit.symbol]
    case .number(let unit?): [label, unit]
    default: [label]
    }
  }
}
