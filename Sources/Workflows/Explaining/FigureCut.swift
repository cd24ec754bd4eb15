import LandRelease
import Storage

/// Of what part of a book a figure is: the values that its row has in the columns of a report.
struct FigureCut {
  /// What is asked for, in the order it was named; several values of one dimension are taken
  /// together.
  private(set) var values: [(dimension: LedgerDimension, value: String)] = []
  /// The days that a named year, quarter or month leaves of the period.
  private(set) var period: Period

  /// Names that narrow nothing.
  private static let everything: Set<String> = ["all", "nation"]

  /// The dimensions that rows have to be told apart by.
  var dimensions: [LedgerDimension] {
    LedgerDimension.allCases.filter { dimension in values.contains { $0.dimension == dimension } }
  }

  /// - Parameters:
  ///   - names: as they were typed; `all` narrows nothing.
  ///   - dimensions: what the names are of, in their order; none finds that out.
  ///   - period: of the report that the figure stands in.
  /// - Throws: ``WorkflowError`` where a name is of nothing, or of more than one dimension.
  init(
    _ names: [String], by dimensions: [LedgerDimension], period: Period,
    _ programme: ProgrammeFigures
  ) throws {
    self.period = period
    let names = names.filter { !Self.everything.contains($0) }
    guard dimensions.isEmpty || dimensions.count == names.count else {
      throw WorkflowError(
        .usage, "--by says what the names are of: give one for each, in their order",
        remedy: "Without --by, landbook finds out itself.")
    }
    for (place, name) in names.enumerated() {
      if dimensions.isEmpty {
        values.append(try Self.find(name, programme))
      } else {
        let found = Self.district(name, dimensions[place], programme.figures) ?? name
        values.append((dimensions[place], found))
      }
    }
    let periods = values.filter(\.dimension.isPeriod).map(\.value)
    if let text = periods.first { try narrow(to: text, isOnly: periods.count == 1) }
  }

  /// Whether a row of a report with these values is asked for.
  func admits(_ group: [String]) -> Bool {
    zip(dimensions, group).allSatisfy { dimension, value in
      values.contains { $0.dimension == dimension && $0.value == value }
    }
  }

  /// The districts that are asked for; nil is all.
  var districts: Set<String>? {
    let codes = values.filter { $0.dimension == .district }.map(\.value)
    return codes.isEmpty ? nil : Set(codes)
  }

  /// In words: `AGD 2023`, or `all`.
  var words: String {
    values.isEmpty
      ? "all" : values.map { $0.value.isEmpty ? "(none)" : $0.value }.joined(separator: " ")
  }

  private mutating func narrow(to text: String, isOnly: Bool) throws {
    guard isOnly, let named = Period(named: text), let start = named.from, let end = named.to else {
      throw WorkflowError(
        .usage, "\"\(text)\" is no year, quarter or month, or there is more than one of them",
        remedy: "Name one, as 2023, 2023-Q4 or 2023-12, or give --from and --to.")
    }
    period = Period(
      from: max(period.from ?? start, start), to: min(period.to ?? end, end))
  }

  private static func district(
    _ name: String, _ dimension: LedgerDimension, _ figures: BookFigures
  ) -> String? {
    dimension == .district ? figures.district(named: name)?.code : nil
  }

  private static func find(
    _ name: String, _ programme: ProgrammeFigures
  ) throws -> (LedgerDimension, String) {
    if name == District.none { return (.district, name) }
    if let district = programme.figures.district(named: name) { return (.district, district.code) }
    if let named = Period(named: name), named.from != named.to, !name.contains("..") {
      return (name.contains("Q") ? .quarter : name.contains("-") ? .month : .year, name)
    }
    let values = try programme.records().accepted.map(\.content)
    let ofRelease = LedgerDimension.allCases.filter { dimension in
      dimension.isOfRelease && values.contains { dimension.value(of: $0) == name }
    }
    if let dimension = ofRelease.first, ofRelease.count == 1 { return (dimension, name) }
    throw WorkflowError(
      ofRelease.isEmpty ? .noInput : .usage,
      ofRelease.isEmpty
        ? "no district, period, operator, donor, kind or activity is called \"\(name)\""
        : "\"\(name)\" is \(ofRelease.map(\.rawValue).joined(separator: " and "))",
      remedy: ofRelease.isEmpty
        ? "Give a district's code or name, a year, an operator, or all."
        : "Say which with --by.")
  }
}

extension LedgerDimension {
  /// What a release has in the column; empty where it has nothing.
  fileprivate func value(of release: Release) -> String {
    switch self {
    case .district, .year, .quarter, .month: ""
    case .operatorName: release.operatorName ?? ""
    case .donor: release.donor ?? ""
    case .kind: release.kind.rawValue
    case .activity: release.activity?.rawValue ?? ""
    }
  }
}
