public import LandRelease

/// One indicator of one group of a report.
public struct IndicatorLine: Hashable, Sendable {
  /// What is counted.
  public var code: IndicatorCode
  /// The values of the dimensions asked for.
  public var group: [String]
  /// Everybody once.
  public var people: PeopleCount
  /// How many records it rests on.
  public var records: Int
  /// Of a stock: the oldest day of its figures; none for what adds up.
  public var oldest: CalendarDate?

  /// Makes a line of its parts.
  public init(
    code: IndicatorCode, group: [String], people: PeopleCount, records: Int, oldest: CalendarDate?
  ) {
    self.code = code
    self.group = group
    self.people = people
    self.records = records
    self.oldest = oldest
  }
}

/// What a report of indicators shows.
public struct IndicatorContents: Sendable {
  /// A line for each code and group, those of a code after each other.
  public var lines: [IndicatorLine]
  /// Figures that say different things.
  public var doubts: [FigureDoubt]
  /// Figures of periods that reach beyond the report's.
  public var crossing: Int

  /// Makes the contents of their parts.
  public init(lines: [IndicatorLine], doubts: [FigureDoubt], crossing: Int) {
    self.lines = lines
    self.doubts = doubts
    self.crossing = crossing
  }
}

/// People reached, helped and trained, and other figures that actors report.
public enum IndicatorsStatement {
  /// Makes the report.
  public static func report(
    _ contents: IndicatorContents, by dimensions: [LedgerDimension], basis: StatementBasis
  ) -> Report {
    var basis = basis
    basis.layer = "none: figures of actors"
    var notes = [
      "Figures as actors report them. The finer figures count: of a total, a year or a country counts what its parts, months or districts leave.",
      "One person reached twice is two: figures of different actors, months and codes are not compared person by person.",
    ]
    if contents.crossing > 0 {
      notes.append(
        "\(contents.crossing) figures are of periods that reach beyond these days: they are not counted here."
      )
    }
    return basis.report(
      "Indicators", notes: notes,
      tables: tables(contents, dimensions, basis).filter { !$0.rows.isEmpty || $0.id == "people" },
      mainTable: "people")
  }

  private static func tables(
    _ contents: IndicatorContents, _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> [Table] {
    let people = contents.lines.filter(\.code.isOfPeople)
    let others = contents.lines.filter { !$0.code.isOfPeople }
    return [
      peopleTable(people, dimensions, basis), partlyTable(people, dimensions, basis),
      otherTable(others, dimensions, basis), doubtTable(contents.doubts),
    ]
  }

  /// The two tables of figures alone, for documents that are of other things; none without figures.
  public static func shortTables(
    _ contents: IndicatorContents, _ basis: StatementBasis
  ) -> [Table] {
    tables(contents, [], basis).filter {
      ["people", "figures"].contains($0.id) && !$0.rows.isEmpty
    }
  }

  private static func lead(
    _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> [Column] {
    [
      .words("theme", "Theme"), Column("code", "Code", .text), .words("label", "Indicator"),
    ] + basis.groupColumns(dimensions)
  }

  private static func cells(
    _ line: IndicatorLine, _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> [Cell] {
    [.text(line.code.theme), .text(line.code.code), .text(line.code.label)]
      + basis.groupCells(dimensions, line.group)
  }

  private static func rows(
    _ lines: [IndicatorLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis,
    _ figures: (IndicatorLine) -> [Cell]
  ) -> [Row] {
    lines.map { line in
      var row = Row(.body, cells(line, dimensions, basis) + figures(line))
      row.records = line.records
      return row
    }
  }

  private static func peopleTable(
    _ lines: [IndicatorLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    var table = Table(
      id: "people", title: "People, each figure counted once",
      columns: lead(dimensions, basis) + [
        Column("women", "Women", .count), Column("men", "Men", .count),
        Column("girls", "Girls", .count), Column("boys", "Boys", .count),
        Column("not_given", "Sex or age not given", .count), Column("total", "Total", .count),
        Column("as_of", "Oldest figure", .date), Column("records", "Figures", .count),
      ],
      rows: rows(lines, dimensions, basis) { line in
        let people = line.people
        return [
          people.cell(.women, people.women), people.cell(.men, people.men),
          people.cell(.girls, people.girls), people.cell(.boys, people.boys),
          .whole(people.notGiven), .whole(people.total), line.oldest.map { .date($0) } ?? .empty,
          .count(line.records),
        ]
      })
    table.notes = [
      "Girls and boys are under 18. A blank is a group of which no figure is given. Lines of different codes are not added up: one person can be in several.",
      "A figure with a day of its own stands on that day and is never added up over time.",
    ]
    return table
  }

  private static func partlyTable(
    _ lines: [IndicatorLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    let partly = lines.filter { $0.people.notGiven != $0.people.others }
    return Table(
      id: "partly", title: "Of whom only sex or only age is given",
      columns: lead(dimensions, basis) + [
        Column("female", "Female, age not given", .count),
        Column("male", "Male, age not given", .count),
        Column("adults", "Adults, sex not given", .count),
        Column("children", "Children, sex not given", .count),
        Column("neither", "Neither given", .count),
      ],
      rows: rows(partly, dimensions, basis) { line in
        [
          .whole(line.people.female), .whole(line.people.male), .whole(line.people.adults),
          .whole(line.people.children), .whole(line.people.others),
        ]
      })
  }

  private static func otherTable(
    _ lines: [IndicatorLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    Table(
      id: "figures", title: "Sessions, checks and other figures",
      columns: lead(dimensions, basis) + [
        Column("unit", "Unit", .text), Column("total", "Total", .number(unit: nil)),
        Column("as_of", "Oldest figure", .date), Column("records", "Figures", .count),
      ],
      rows: rows(lines, dimensions, basis) { line in
        let total = line.people.total
        return [
          .text(line.code.unit), .number(total.approximate, decimals: total.scale),
          line.oldest.map { .date($0) } ?? .empty, .count(line.records),
        ]
      })
  }

  private static func doubtTable(_ doubts: [FigureDoubt]) -> Table {
    var table = Table(
      id: "doubts", title: "Figures that say different things",
      columns: [
        Column("code", "Code", .text), Column("actor", "Actor", .text),
        Column("district", "District", .text), Column("from", "From", .date),
        Column("to", "To", .date), .words("what", "What"),
        Column("difference", "Difference", .number(unit: nil)),
      ],
      rows: doubts.map { doubt in
        Row(
          .body,
          [
            .text(doubt.code), .text(doubt.actor), .word(doubt.district), .date(doubt.from),
            .date(doubt.to), .text(doubt.kind.words),
            .number(doubt.difference.approximate, decimals: doubt.difference.scale),
          ])
      })
    table.notes = [
      "The coarser figure less what counts in its place. The difference is added nowhere."
    ]
    return table
  }
}

extension FigureDoubt.Kind {
  /// What is the matter, in a few words.
  public var words: String {
    switch self {
    case .parts: "total and parts differ"
    case .finer: "longer and shorter periods differ"
    case .crossing: "periods or places cross"
    case .twice: "given twice"
    }
  }
}

extension PeopleCount {
  /// The people of a group; a blank where nobody gave a figure of it, which is no zero.
  fileprivate func cell(_ group: PersonGroup, _ people: ExactDecimal) -> Cell {
    given.contains(group) ? .whole(people) : .empty
  }
}

extension Cell {
  /// A whole number of people.
  static func whole(_ number: ExactDecimal) -> Cell {
    .count(Int(number.rounded(toPlace: 0).approximate))
  }
}
