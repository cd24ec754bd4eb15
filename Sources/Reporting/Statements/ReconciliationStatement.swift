public import LandRelease

/// A judged claim with the figures it was held against.
public struct ReconciledClaim: Hashable, Sendable {
  /// The claim with its verdict, for each basis and for the headline.
  public var judgement: Judgement
  /// Low, records and high as the book gives them; nil where it can't answer the claim.
  public var computed: ComputedFigures?

  /// Makes a line of a judged claim.
  public init(judgement: Judgement, computed: ComputedFigures?) {
    self.judgement = judgement
    self.computed = computed
  }

  /// Whether scope and measure fit, so that a figure was held against the claim.
  var isHeldAgainstRecords: Bool {
    switch judgement.headline {
    case .scopeDiffers, .measureDiffers, .notEvidenced: false
    default: judgement.headlineDifference != nil || !judgement.years.isEmpty
    }
  }
}

/// Published claims beside the records: interval, low, records, high, difference, verdict.
public enum ReconciliationStatement {
  private static let findingsShown = 10

  /// - Parameters:
  ///   - series: what the claims say of each other; none where only some claims were asked for.
  ///   - isDetailed: every claim, with its bases, its bridge and the reasons.
  public static func report(
    _ claims: [ReconciledClaim], series: SeriesReport?, rolls: [RollForward], isDetailed: Bool,
    basis: StatementBasis
  ) -> Report {
    let shown = isDetailed ? claims : claims.filter(\.isHeldAgainstRecords)
    var tables = [isDetailed ? verdicts(shown) : brief(shown)]
    if isDetailed {
      tables.append(bases(shown))
      tables.append(bridges(shown))
      tables.append(reasons(shown))
    }
    if shown.contains(where: { !$0.judgement.years.isEmpty }) { tables.append(trends(shown)) }
    var notes = [
      "Differences are claim less computed. Low = net; records = net + unplaced; high = records + statements."
    ]
    if shown.count < claims.count {
      notes.append(
        "\(claims.count - shown.count) more claims are of another scope or measure, or have no figure in this book; --all lists them."
      )
    }
    if let series, !series.findings.isEmpty {
      tables.append(findings(series.findings, all: isDetailed))
      let rest = series.findings.count - findingsShown
      if !isDetailed, rest > 0 { notes.append("\(rest) more findings; --all lists them.") }
    }
    notes += rolls.map(\.sentence)
    if basis.isSynthetic {
      notes.append(
        "The sample was generated to the size of a published programme: agreement is no evidence for the figure."
      )
    }
    return basis.report(
      "Reconciliation with published claims", notes: notes, tables: tables, mainTable: "verdicts")
  }

  /// One line a claim that fits a terminal.
  static func brief(_ claims: [ReconciledClaim]) -> Table {
    Table(
      id: "verdicts", title: "Claims and verdicts",
      columns: [
        Column("claim", "Claim", .text), Column("as_of", "As of", .text),
        Column("says", "Says", .text), Column("low", "Low", .number(unit: nil)),
        Column("high", "High", .number(unit: nil)),
        Column("difference_percent", "Diff. %", .number(unit: nil)),
        .words("verdict", "Verdict"),
      ],
      rows: claims.map { claim in
        let stated = claim.judgement.claim
        let headline = claim.judgement.headlineDifference
        let qualifier = stated.qualifier == .exact ? "" : stated.qualifier.words + " "
        return Row(
          .body,
          [
            .text(stated.id), stated.scope.asOf.map { .text($0.description) } ?? .empty,
            .text(
              stated.qualifier.trend == nil
                ? "\(qualifier)\(stated.printed) \(stated.unit), \(stated.measure.words)"
                : "\(stated.qualifier.words), \(stated.measure.words)"),
            number(claim.computed?.low ?? headline?.basis.value, stated.unit),
            number(claim.computed?.high, stated.unit),
            headline?.percentOfClaim.map { .number($0, decimals: 1) } ?? .empty,
            .text(claim.judgement.headlineText),
          ]
        ).resting(on: claim.computed?.recordCount)
      })
  }

  private static func verdicts(_ claims: [ReconciledClaim]) -> Table {
    Table(
      id: "verdicts", title: "Claims and verdicts",
      columns: [
        Column("claim", "Claim", .text), .words("measure", "Measure"),
        Column("as_of", "As of", .text), Column("printed", "Printed", .text),
        .words("qualifier", "Qualifier"), .words("unit", "Unit"),
        Column("interval", "Interval", .text), .words("basis", "Basis"),
        Column("low", "Low", .number(unit: nil)), Column("records", "Records", .number(unit: nil)),
        Column("high", "High", .number(unit: nil)),
        Column("difference", "Difference", .number(unit: nil)),
        Column("difference_percent", "Difference", .number(unit: "%")),
        Column("geometry_share_percent", "Has geometry", .number(unit: "%")),
        .words("verdict", "Verdict"),
      ],
      rows: claims.map { row($0) })
  }

  private static func row(_ claim: ReconciledClaim) -> Row {
    let judgement = claim.judgement
    let stated = judgement.claim
    let headline = judgement.headlineDifference
    let low = claim.computed?.low ?? headline?.basis.value
    return Row(
      .body,
      [
        .text(stated.id), .text(stated.measure.code),
        stated.scope.asOf.map { .text($0.description) } ?? .empty, .text(stated.printed),
        .text(stated.qualifier.rawValue), .text(stated.unit),
        judgement.interval.map { .text($0.description) } ?? .empty,
        judgement.headlineBasis.map { .text($0) } ?? .empty, number(low, stated.unit),
        number(claim.computed?.records, stated.unit), number(claim.computed?.high, stated.unit),
        number(headline?.difference, stated.unit),
        headline?.percentOfClaim.map { .number($0, decimals: 1) } ?? .empty,
        claim.computed?.shareWithGeometry.map { .number(100 * $0, decimals: 1) } ?? .empty,
        .text(judgement.headlineText),
      ]
    ).resting(on: claim.computed?.recordCount)
  }

  /// Counts have no decimals, areas in hectares one, everything else two.
  private static func number(_ value: ExactDecimal?, _ unit: String) -> Cell {
    guard let value else { return .empty }
    let decimals =
      switch unit {
      case "ha": 1
      case "km2", "percent", "%": 2
      case "m2": 0
      default: value.scale == 0 ? 0 : 1
      }
    return .number(value.approximate, decimals: decimals)
  }

  private static func bases(_ claims: [ReconciledClaim]) -> Table {
    Table(
      id: "bases", title: "Each basis beside its claim",
      columns: [
        Column("claim", "Claim", .text), .words("basis", "Basis"),
        Column("computed", "Computed", .number(unit: nil)), .words("unit", "Unit"),
        Column("difference", "Difference", .number(unit: nil)),
        .words("verdict", "Verdict"),
      ],
      rows: claims.flatMap { claim in
        claim.judgement.bases.map { basis in
          Row(
            .body,
            [
              .text(claim.judgement.claim.id), .text(basis.basis.name),
              number(basis.basis.value, claim.judgement.claim.unit),
              .text(claim.judgement.claim.unit),
              number(basis.difference, claim.judgement.claim.unit),
              .text(basis.verdict.rawValue),
            ]
          ).resting(on: claim.computed?.recordCount)
        }
      })
  }

  static func bridges(_ claims: [ReconciledClaim]) -> Table {
    Table(
      id: "bridges", title: "From the records to the claim",
      columns: [
        Column("claim", "Claim", .text), .words("line", "Line"),
        Column("adds", "Adds", .number(unit: nil)),
        Column("reaches", "Reaches", .number(unit: nil)), .words("unit", "Unit"),
      ],
      rows: claims.flatMap { claim in
        (claim.judgement.bridge?.steps ?? []).map { step in
          Row(
            .body,
            [
              .text(claim.judgement.claim.id), .text(step.label),
              number(step.delta, claim.judgement.claim.unit),
              number(step.runningTotal, claim.judgement.claim.unit),
              .text(claim.judgement.claim.unit),
            ])
        }
      })
  }

  /// The years that claims of a trend were held against.
  private static func trends(_ claims: [ReconciledClaim]) -> Table {
    Table(
      id: "trends", title: "Year by year",
      columns: [
        Column("claim", "Claim", .text), Column("year", "Year", .text),
        Column("computed", "Computed", .number(unit: nil)),
        Column("change", "Change", .number(unit: nil)), .words("unit", "Unit"),
      ],
      rows: claims.flatMap { claim in
        let (stated, years) = (claim.judgement.claim, claim.judgement.years)
        return years.enumerated().map { place, year in
          Row(
            .body,
            [
              .text(stated.id), .text("\(year.year)"), number(year.value, stated.unit),
              place == 0 ? .empty : number(year.value - years[place - 1].value, stated.unit),
              .text(stated.unit),
            ]
          ).resting(on: stated.measure.countsRecords ? Int(exactly: year.value.digits) : nil)
        }
      })
  }

  static func reasons(_ claims: [ReconciledClaim]) -> Table {
    Table(
      id: "reasons", title: "Why, and where the claim stands",
      columns: [
        Column("claim", "Claim", .text), Column("source", "Source", .text),
        Column("place", "Place", .text), Column("quote", "Quote", .text),
        Column("reason", "Reason", .text),
      ],
      rows: claims.flatMap { claim in
        let stated = claim.judgement.claim
        return claim.judgement.reasons.enumerated().map { place, reason in
          Row(
            .body,
            [
              .text(stated.id), place == 0 ? .text(stated.source.title) : .empty,
              place == 0 ? stated.place.map { .text($0) } ?? .empty : .empty,
              place == 0 ? stated.quote.map { .text($0) } ?? .empty : .empty, .text(reason),
            ])
        }
      })
  }

  private static func findings(_ findings: [Finding], all: Bool) -> Table {
    let sorted = findings.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
    return FindingsTable.table(
      all ? sorted : Array(sorted.prefix(findingsShown)), id: "findings",
      title: "What the claims say of each other")
  }
}

extension Measure {
  /// Whether one record is one of what is counted.
  fileprivate var countsRecords: Bool { code.hasPrefix("victims") || code == "accidents" }

  /// The code as words.
  fileprivate var words: String { code.split(separator: "_").joined(separator: " ") }
}

extension Qualifier {
  fileprivate var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}
