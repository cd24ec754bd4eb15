public import LandRelease

/// One closed period.
public struct ClosingLine: Hashable, Sendable {
  /// What was closed, such as `2023`.
  public var period: String
  /// The first day; nil is everything before.
  public var from: CalendarDate?
  /// The last day.
  public var to: CalendarDate
  /// When it was closed, ISO 8601 in UTC.
  public var closedAt: String
  /// The last batch that the figures know of.
  public var throughBatch: Int?
  /// The set that districts are of.
  public var boundarySet: String?
  /// The version of the program that closed it.
  public var programVersion: String
  /// SHA-256 of the ledger to the end of the period.
  public var digest: String
  /// Open land at its end as published.
  public var open: Area

  /// Makes a line of its parts.
  public init(
    period: String, from: CalendarDate?, to: CalendarDate, closedAt: String, throughBatch: Int?,
    boundarySet: String?, programVersion: String, digest: String, open: Area
  ) {
    self.period = period
    self.from = from
    self.to = to
    self.closedAt = closedAt
    self.throughBatch = throughBatch
    self.boundarySet = boundarySet
    self.programVersion = programVersion
    self.digest = digest
    self.open = open
  }
}

/// Ground in one state, district and layer at the end of a closed period.
public struct ClosedBalance: Hashable, Sendable {
  /// The district's code, or `no_district`.
  public var district: String
  /// The layer.
  public var layer: Layer
  /// The state.
  public var state: LandState
  /// How much ground.
  public var area: Area

  /// Makes a balance of its parts.
  public init(district: String, layer: Layer, state: LandState, area: Area) {
    self.district = district
    self.layer = layer
    self.state = state
    self.area = area
  }
}

/// Periods whose figures are kept as they were published.
public enum ClosingStatement {
  /// The closed periods, in the order they were closed.
  public static func list(_ lines: [ClosingLine], basis: StatementBasis) -> Report {
    basis.report(
      "Closed periods",
      notes: [
        "A balance from the day after a closed period shows its opening as published and what came to light since."
      ],
      tables: [
        Table(
          id: "closings", title: "Closed periods",
          columns: [
            Column("period", "Period", .text), Column("from", "Since", .date),
            Column("to", "Until", .date), Column("closed_at", "Closed", .text),
            Column("through_batch", "Through batch", .count),
            Column("boundary_set", "Boundary set", .text),
            Column("program_version", "Program", .text), Column("open_m2", "Open", .area),
            Column("digest", "Ledger digest", .text),
          ],
          rows: lines.map { line in
            Row(
              .body,
              [
                .text(line.period), line.from.map { .date($0) } ?? .empty, .date(line.to),
                .text(line.closedAt), line.throughBatch.map { .count($0) } ?? .empty,
                line.boundarySet.map { .text($0) } ?? .empty, .text(line.programVersion),
                .area(line.open), .text(line.digest),
              ])
          })
      ])
  }

  /// The figures of one closing: a row for each district and layer.
  public static func report(
    _ closing: ClosingLine, _ balances: [ClosedBalance], basis: StatementBasis
  ) -> Report {
    let states = LandState.allCases.filter { $0 != .unrecorded }.reversed()
    let byPlace = Dictionary(grouping: balances) { Place(district: $0.district, layer: $0.layer) }
    var basis = basis
    basis.layer = "all, each by itself"
    var report = basis.report(
      "Closing of \(closing.period)",
      notes: ["These figures are kept as they are; ledger digest \(closing.digest)."],
      tables: [
        Table(
          id: "closing", title: "Ground by state at the end of \(closing.to)",
          columns: basis.groupColumns([.district]) + [
            .words("layer", "Layer"), Column("open_m2", "Open", .area),
          ]
            + states.map {
              Column(
                "\($0.rawValue)_m2", $0.rawValue.replacing("_", with: " ").capitalizedFirst, .area)
            },
          rows: byPlace.sorted { $0.key < $1.key }.map { place, ofPlace in
            let areas = Dictionary(
              ofPlace.map { ($0.state, $0.area) }, uniquingKeysWith: { $0 + $1 })
            let open = areas.filter(\.key.isOpen).values.reduce(.zero, +)
            return Row(
              .body,
              basis.groupCells([.district], [place.district])
                + [.text(place.layer.rawValue), .area(open)]
                + states.map { .area(areas[$0] ?? .zero) })
          })
      ])
    report.subtitle = "As known at \(basis.knowledge?.text ?? closing.closedAt)"
    return report
  }

  private struct Place: Hashable, Comparable {
    let district: String
    let layer: Layer

    private var number: Int { Layer.allCases.firstIndex(of: layer) ?? 0 }

    static func < (left: Place, right: Place) -> Bool {
      left.district == right.district
        ? left.number < right.number
        : left.district.utf8.lexicographicallyPrecedes(right.district.utf8)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
