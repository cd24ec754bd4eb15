extension Report {
  /// The same report in a language: the program's words translated, texts of the data as they are.
  ///
  /// Machines are given the report as it was made.
  public func translated(to language: Language) -> Report {
    guard language != .english else { return self }
    func phrase(_ english: String) -> String { language.phrase(english) }
    var report = self
    report.title = phrase(title)
    report.subtitle = subtitle.map(phrase)
    report.notes = notes.map(phrase)
    report.warnings = warnings.map(phrase)
    report.stamps = stamps.map { $0.translated(to: language) } + [Self.translation(language)]
    report.tables = tables.map { $0.translated(to: language) }
    report.details = details.map { $0.translated(to: language) }
    for place in charts.indices { report.charts[place].title = phrase(charts[place].title) }
    for place in maps.indices { report.maps[place] = maps[place].translated(to: language) }
    return report
  }

  /// Says which language it is, and that nobody has signed it where nobody has.
  private static func translation(_ language: Language) -> Stamp {
    Stamp(
      key: "language", label: language.phrase("Language"),
      value: language.phrase(language.name)
        + (Phrases.all.isSigned(language) ? "" : " (\(language.phrase("draft translation")))"))
  }
}

extension Stamp {
  /// Whether the value is a name that the book gives, which stays as it is.
  var isOfTheData: Bool { ["book", "log_entries", "log_head"].contains(key) }

  func translated(to language: Language) -> Stamp {
    var stamp = self
    stamp.label = language.phrase(label)
    if !isOfTheData { stamp.value = language.phrase(value) }
    return stamp
  }
}

extension Table {
  func translated(to language: Language) -> Table {
    var table = self
    table.title = language.phrase(title)
    table.section = section.map(language.phrase)
    table.notes = notes.map(language.phrase)
    for place in columns.indices {
      table.columns[place].label = language.phrase(columns[place].label)
    }
    table.rows = rows.map { $0.translated(to: language, columns: columns) }
    return table
  }
}

extension Row {
  /// Translates what the program wrote.
  func translated(to language: Language, columns: [Column]) -> Row {
    var row = self
    for place in cells.indices where isOfTheProgram(place, columns) {
      row.cells[place] = .text(language.phrase(cells[place].printedText))
    }
    return row
  }

  /// Whether a text is the program's: a word of its lists, the lead of a sum, a heading, or what
  /// stands in brackets in place of a name.
  func isOfTheProgram(_ place: Int, _ columns: [Column]) -> Bool {
    guard case .text(let text) = cells[place], !text.isEmpty else { return false }
    let isLead = place == 0 && (style == .total || style == .subtotal || style == .heading)
    if isLead || columns.indices.contains(place) && columns[place].isWords { return true }
    return text.first == "(" && Phrases.all.hasWords(text)
  }
}

extension MapFigure {
  func translated(to language: Language) -> MapFigure {
    var map = self
    map.title = language.phrase(title)
    map.notes = notes.map(language.phrase)
    for place in layers.indices { map.layers[place].title = language.phrase(layers[place].title) }
    return map
  }
}
